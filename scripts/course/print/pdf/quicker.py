"""Keeps WeasyPrint from doing the same again: what it has found out of a text is kept.

A line is set anew each time that its paragraph is: for the least width of a column, in each try of
columns of even height, after a page was named, and in the next edition of the same text. What it
becomes hangs on nothing but the text, the style of its letters and the width.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from operator import itemgetter
from typing import Any

from course.print.pdf.references import set_references_once
from course.print.pdf.styles import read_styles_quickly

# What of a style `split_first_line` and `strut` of `weasyprint.text.line_break` read.
LETTERS = itemgetter(
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override"),
    *("lang", "direction", "letter_spacing", "word_spacing", "white_space", "tab_size"),
    *("overflow_wrap", "word_break", "hyphens", "hyphenate_character", "hyphenate_limit_zone"),
    *("hyphenate_limit_chars", "text_decoration_line", "line_height"),
)
# The lines that a process keeps at most: those of about two editions.
LINES = 24_000


@cache
def make_quicker() -> None:
    """Let WeasyPrint keep what it found, from now on in this process."""
    import pydyf
    from tinyhtml5 import inputstream
    from weasyprint.layout import inline, preferred

    lines = Lines(inline.split_first_line)
    inline.split_first_line = lines
    preferred.split_first_line = lines
    inline.strut = kept_struts(inline.strut)
    inputstream.characters_until_regex = Until()
    pydyf.PDF.page_references = property(page_references)
    set_references_once()
    read_styles_quickly()


class Lines:
    """Stands for `split_first_line`: the first line of a text, and what is known of it.

    Arguments:
        split: the function that it stands for.
    """

    def __init__(self, split: Callable[..., Any]) -> None:
        self.split = split
        self.kept: dict[Any, Any] = {}
        self.styles: dict[Any, int] = {}

    def __call__(
        self, text: str, style: Any, context: Any, width: Any, space: Any, *more: Any, **named: Any
    ) -> Any:
        """Return the line as the function would."""
        number = self.styles.setdefault(letters_of(style), len(self.styles))
        key = (text, number, width, space, more, *named.items())
        if key not in self.kept:
            layout, *facts = self.split(text, style, context, width, space, *more, **named)
            if len(self.kept) >= LINES:
                self.kept.clear()
            self.kept[key] = (type(layout), dict(vars(layout)), facts)
            return (layout, *facts)
        kind, held, facts = self.kept[key]
        # Each text has a layout of its own, since it changes when it is drawn.
        layout = kind.__new__(kind)
        vars(layout).update(held)
        return (layout, *facts)


def letters_of(style: Any) -> Any:
    """Return what of a style and its fonts the letters of a text hang on, as a key."""
    letters = LETTERS(style)
    try:
        hash(letters)
    except TypeError:
        # Some lines around a text are said as a set.
        letters = repr(letters)
    return style.font_config, letters


def kept_struts(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return what stands for `strut`: how high a line is, and where its letters stand."""
    kept: dict[Any, Any] = {}

    def kept_strut(style: Any) -> Any:
        key = letters_of(style)
        if key not in kept:
            kept[key] = strut(style)
        return kept[key]

    return kept_strut


class Until(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    """Patterns for the longest text of some characters, or of none of them.

    It stands for the dictionary in which tinyhtml5 keeps them and does not find them again.
    """

    def __missing__(self, asked: tuple[Collection[str], bool]) -> re.Pattern[str]:
        characters, alone = asked
        named = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[asked] = re.compile(f"[{'' if alone else '^'}{named}]+")
        return self[asked]


def page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references to the pages of a PDF, which are asked for at each of its links."""
    kids = pdf.pages["Kids"]
    known: tuple[int, tuple[bytes, ...]] = vars(pdf).get("course_references", (0, ()))
    if known[0] != len(kids):
        known = (len(kids), tuple(b"%d 0 R" % number for number in kids[::3]))
        pdf.course_references = known
    return known[1]
