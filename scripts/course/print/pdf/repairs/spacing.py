"""Keeps WeasyPrint from breaking a line too early."""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from lxml.html.builder import E

# What begins a line of its own; all else stands within lines.
RE_BLOCK = re.compile(
    "article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|"
    "nav|ol|p|section|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)


def free_spaces(chapter: HtmlElement) -> None:
    """Give a space between words and an inline element a box of its own, and drop it elsewhere.

    WeasyPrint 70 ends a line after its first word, if a text fits and only the space at its
    end does not, as before an inline element or at the end of a paragraph.
    """
    for element in chapter.xpath("descendant-or-self::*[not(ancestor-or-self::svg)]"):
        if element.text and element.text.strip():
            free_end(element, None)
        if element is not chapter and element.tail and element.tail.strip():
            free_end(element.getparent(), element)
            free_start(element)


def free_end(parent: HtmlElement, before: HtmlElement | None) -> None:
    """Free the space at the end of a text, which follows a child of its element, or none."""
    text = str(parent.text if before is None else before.tail)
    following = next(iter(parent), None) if before is None else before.getnext()
    within = following is None and not RE_BLOCK.fullmatch(parent.tag)
    if within or not text[-1].isspace():
        return
    if before is None:
        parent.text = text.rstrip()
    else:
        before.tail = text.rstrip()
    if following is not None and not RE_BLOCK.fullmatch(following.tag):
        following.addprevious(E.span(" "))


def free_start(before: HtmlElement) -> None:
    """Free the space at the start of the text after an element."""
    text = str(before.tail)
    if not text[0].isspace():
        return
    before.tail = text.lstrip()
    if not RE_BLOCK.fullmatch(before.tag):
        space = E.span(" ")
        space.tail, before.tail = before.tail, None
        before.addnext(space)
