"""The fonts of the printed editions, and what can be written with them."""

from __future__ import annotations

import os
import unicodedata
import warnings
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).with_name("fonts")
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


def missing_characters(text: str) -> set[str]:
    """Return the characters of a text that no shipped font can draw.

    Arguments:
        text: all the text of a document.
    """
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
