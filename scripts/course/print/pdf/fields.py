"""Lets the places to write on the pages of a document be the fields of a form.

`course.print.text.writing` makes the places. WeasyPrint makes the fields of those that it finds in
a form of HTML; a page knows them as its `forms` (`weasyprint/anchors.py`).
"""

from __future__ import annotations

from typing import Any

# What a place to write is, by its class.
PLACES = {"ruled", "blank", "circle", "square"}
# The boxes that stand for an element as a whole.
WHOLE = {"BlockBox", "InlineBlockBox"}


def make_form(document: Any, title: str) -> None:
    """Make a laid-out document of WeasyPrint one to fill in on a screen.

    Each place to write is a field; one that goes on overleaf is a field on each of its pages.
    """
    document.metadata.title = title
    # Those that a PDF was made with hold no more than its letters.
    document.fonts.clear()
    for page in document.pages:
        boxes = filter(is_field, page._page_box.descendants())
        page.forms = {None: [(box, area(box)) for box in boxes]}
    for page in document.pages[1::2]:
        align(page)


def align(page: Any) -> None:
    """Let the text of a page overleaf begin where it does on the page before.

    The wider margin of a page on paper is where the book is bound, and a screen has no such side.
    What reaches over the edges is cut off later, so what is moved is how far it does.
    """
    aside = page._page_box.margin_left - page._page_box.margin_right
    page.bleed["left"] -= aside
    page.bleed["right"] += aside


def is_field(box: Any) -> bool:
    """Tell whether a box is a place to write, which has a name."""
    element = box.element
    if element is None or type(box).__name__ not in WHOLE:
        return False
    return element.get("class") in PLACES and element.get("name") is not None


def area(box: Any) -> tuple[float, float, float, float]:
    """Return where the content of a box begins and ends, in pixels from the page's upper left."""
    left, top = box.content_box_x(), box.content_box_y()
    return left, top, left + box.width, top + box.height
