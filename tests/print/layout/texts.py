"""The texts of a document, in a form that can be looked up in a PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

# Inline elements: their text belongs to the element around them. Links, quotations and whatever
# has a class are none: a stylesheet may add a page number, quotation marks or a word there.
INLINE = (
    "abbr b bdi br cite code dfn em i kbd mark s small span strong sub sup time tspan u var wbr"
)
UNPRINTED = "head script style template title desc metadata textarea select option datalist"


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and invisible characters, its ligatures dissolved."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\-\u2010\u2011\u00ad\u200b-\u200f\u2060\ufeff]", "", plain)


def quoted(text: str) -> str:
    """Return the start of a text in quotation marks."""
    return f"“{text if len(text) <= 40 else text[:40] + '…'}”"


def fragments_of(element: HtmlElement) -> list[str]:
    """Return the text of each block in an element that has text of its own, in order.

    A block is any element that is not plainly inline; its text goes up to the next block in it.
    Texts of figures are among them; what is never printed, such as their titles, is not.
    """
    fragments = "".join(pieces(element)).split("\0")
    return [" ".join(fragment.split()) for fragment in fragments if squeezed(fragment)]


def pieces(element: HtmlElement) -> Iterator[str]:
    """Yield the texts in an element, and a null where a block begins or ends."""
    if isinstance(element.tag, str) and element.tag not in UNPRINTED.split():
        edge = "" if element.tag in INLINE.split() and "class" not in element.attrib else "\0"
        yield edge + (element.text or "")
        for child in element:
            yield from pieces(child)
            yield child.tail or ""
        yield edge
