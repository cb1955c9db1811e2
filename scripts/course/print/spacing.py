"""Keeps WeasyPrint from breaking a line too early."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

INLINE = {"a", "abbr", "code", "em", "i", "span", "strong"}


def free_spaces(chapter: HtmlElement) -> None:
    """Give the space before and after an inline element a box of its own.

    WeasyPrint 70 ends a line after its first word, if the text before an inline element fits
    and only the space at its end does not, or if the text after it begins with a space.
    """
    for element in [each for each in chapter.iter(*INLINE) if not within_picture(each)]:
        before = element.getprevious()
        text = element.getparent().text if before is None else before.tail
        if text and text.strip() and text[-1].isspace():
            if before is None:
                element.getparent().text = text.rstrip()
            else:
                before.tail = text.rstrip()
            element.addprevious(E.span(" "))
        after = element.tail
        if after and after.strip() and after[0].isspace():
            element.tail = None
            space = E.span(" ")
            space.tail = after.lstrip()
            element.addnext(space)


def within_picture(element: HtmlElement) -> bool:
    """Tell whether an element is part of an SVG picture."""
    return bool(element.xpath("ancestor-or-self::svg"))
