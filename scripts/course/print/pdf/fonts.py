"""The fonts of the printed editions, and what can be written with them."""

from __future__ import annotations

import os
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError
from lxml.html import HtmlElement

from course.model import article_of
from course.problems import Problem
from course.rules.material import Material

FOLDER = Path(__file__).parents[1] / "fonts"
STYLES = FOLDER / "fonts.css"

# For the attribute font-family of an SVG, to which WeasyPrint applies no style sheet of the page.
# It reads neither quotes nor a space after the comma.
SVG_FAMILIES = "Course Sans,Course Letters,Course Signs"
# The name that a font of a course's own has, by its number.
OWN = "Course Own {}"
FACE = """@font-face {{
  font-family: "{family}"; src: url({address}); font-style: {style}; font-weight: {weight};
}}
"""
SEEN = """
    .//text()[not(ancestor::style or ancestor::script or ancestor::template
        or ancestor::*[@hidden or @data-screen or @data-block='files'])]
"""
REMEDY = "write it in another way, or name a font that has it in mkdocs.yml, under fonts"


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
            missing = missing_characters(seen_in(article), material.course.fonts)
            lines: dict[tuple[str, int], list[str]] = {}
            for character in sorted(missing):
                found = page.problem("", "", article, character)
                lines.setdefault((found.file, found.line), []).append(character)
            for place, characters in lines.items():
                what = f"no font of the printed editions has {' '.join(characters)}"
                yield Problem(*place, what, REMEDY)


def check_fonts(material: Material) -> Iterator[Problem]:
    """Every font that a course adds can be read."""
    course = material.course
    for path in material.each("font of its own", course.fonts):
        if not characters_of(path):
            name = path.relative_to(course.file.parent).as_posix()
            line = line_of(name, course.file)
            remedy = "name a file that ends with .ttf or .otf"
            yield Problem(course.file.name, line, f"{name} is no font", remedy)


def line_of(text: str, file: Path) -> int:
    """Return the first line of a file that has a text."""
    lines = file.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)


def seen_in(element: HtmlElement) -> str:
    """Return the text of an element that a reader of paper sees."""
    return "".join(element.xpath(SEEN))


def missing_characters(text: str, own: Sequence[Path] = ()) -> set[str]:
    """Return the characters of a text that neither a shipped font nor one of its own can draw."""
    missing = set(text) - drawn()
    for path in own if missing else ():
        missing -= characters_of(path)
    return {character for character in missing if not is_invisible(character)}


@cache
def drawn() -> frozenset[str]:
    """Return the characters that at least one shipped font draws."""
    return frozenset().union(*map(characters_of, sorted(FOLDER.glob("*.ttf"))))


@cache
def characters_of(path: Path) -> frozenset[str]:
    """Return the characters that a font draws; none, if the file is no font."""
    try:
        return frozenset(map(chr, TTFont(path, lazy=True).getBestCmap()))
    except (OSError, TTLibError):
        return frozenset()


def own_styles(own: Sequence[Path]) -> str:
    """Return the style sheet that lets fonts of a course draw what the shipped ones lack.

    A font stands for every face that it has no file for.
    """
    rules, names = "", ""
    for number, path in enumerate(own, 1):
        family = OWN.format(number)
        names += f', "{family}"'
        faces = [(style, weight) for style in ("normal", "italic") for weight in (400, 700)]
        for style, weight in faces:
            facts = {"family": family, "address": path.as_uri(), "style": style, "weight": weight}
            rules += FACE.format(**facts)
    for name in ("serif", "sans"):
        face = f"Course {name.title()}"
        rules += f':root {{ --{name}: "{face}", "Course Letters", "Course Signs"{names}; }}\n'
    return rules if own else ""


def svg_families(own: Sequence[Path]) -> str:
    """Return the fonts of a drawing, those of the course among them."""
    return ",".join([SVG_FAMILIES, *(OWN.format(n) for n in range(1, len(own) + 1))])


def is_invisible(character: str) -> bool:
    """Tell whether a character only steers the others, such as a soft hyphen or a line's end."""
    is_variation_selector = "\ufe00" <= character <= "\ufe0f"
    return is_variation_selector or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
