"""The fonts of the printed editions, and what can be written with them."""

from __future__ import annotations

import os
import unicodedata
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from course.model import article_of
from course.problems import Problem
from course.rules.material import Material

FOLDER = Path(__file__).parents[1] / "fonts"
STYLES = FOLDER / "fonts.css"

# For the attribute font-family of an SVG, to which WeasyPrint applies no style sheet of the page.
# It reads neither quotes nor a space after the comma.
SVG_FAMILIES = "Course Sans,Course Letters,Course Signs"


def use_ours_alone() -> None:
    """Hide the fonts of the computer from WeasyPrint, which else takes one where ours lack a sign.

    It does so also for a sign that ours have, where the author asks for its coloured form.
    """
    os.environ["FONTCONFIG_FILE"] = str(FOLDER / "fontconfig.xml")
    warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")


def check_characters(material: Material) -> Iterator[Problem]:
    """A font of the editions can draw every character."""
    for page in material.each("page", material.pages):
        article = article_of(page.tree) if page.source else None
        if article is not None:
            for character in sorted(missing_characters("".join(map(str, article.itertext())))):
                what = f"no font of the printed editions has {character}"
                yield page.problem(what, "write it in another way", article, character)


def missing_characters(text: str) -> set[str]:
    """Return the characters of a text that no shipped font can draw."""
    return {character for character in set(text) - drawn() if not is_invisible(character)}


@cache
def drawn() -> frozenset[str]:
    """Return the characters that at least one shipped font draws."""
    fonts = [TTFont(path, lazy=True) for path in sorted(FOLDER.glob("*.ttf"))]
    return frozenset(chr(code) for font in fonts for code in font.getBestCmap())


def is_invisible(character: str) -> bool:
    """Tell whether a character only steers the others, such as a soft hyphen or a line's end."""
    is_variation_selector = "\ufe00" <= character <= "\ufe0f"
    return is_variation_selector or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
