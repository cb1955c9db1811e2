"""Finds what a reader of a laid-out page could not read: outside, cut off, on other text.

It looks at the boxes of WeasyPrint, so that every edition is looked at when it is made, whatever
its course. What is not seen has no box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from unicodedata import normalize

# A box or an element of WeasyPrint.
Box = Any
Element = Any

# What two things may share, or one may stick out by, in pixels: less is seen by nobody.
TOUCH = 1.5
# What the ground of a block reaches into the margin, in pixels: 3 mm, where a sign may stand.
GROUND = 12.0
# What of the height of its letters a line takes above and below where they stand, at least.
ABOVE, BELOW = 0.45, 0.05
# What has no text of its own on paper.
UNPRINTED = {
    *("head", "title", "style", "script", "template", "svg", "object", "video", "audio"),
    *("textarea", "select", "option", "datalist", "input", "nav", "desc", "metadata", "iframe"),
}
# What is left out of texts that are compared: spaces, hyphens, and signs that are not seen.
LEFT_OUT = dict.fromkeys(map(ord, "-‐‑\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


@dataclass(frozen=True)
class Fault:
    """Something that a reader could not read.

    Attributes:
        what: what is wrong with it.
        text: the text.
        chapter: the id of the chapter that it is in; nothing where there is none.
        page: the number of its page, from 1; 0 if it is on none.
    """

    what: str
    text: str
    chapter: str
    page: int


class Area(NamedTuple):
    """A rectangle, in pixels from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Area) -> bool:
        """Tell whether it lies in another, but for what nobody sees."""
        return (
            self.left >= other.left - TOUCH
            and self.right <= other.right + TOUCH
            and self.top >= other.top - TOUCH
            and self.bottom <= other.bottom + TOUCH
        )

    def meets(self, other: Area) -> bool:
        """Tell whether the two lie on one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH


class Piece(NamedTuple):
    """A text or a picture on a page: where it is, where it must be, and its chapter."""

    text: str
    area: Area
    room: Area
    chapter: str
    element: Element


class Placement:
    """What is on the pages of a document, as they are laid out one after the other.

    Attributes:
        faults: what was found so far.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.pages = 0
        self.printed: dict[Element, list[str]] = defaultdict(list)

    def look_at(self, page: Box) -> None:
        """Look at a page that is laid out."""
        self.pages += 1
        body, *around = page.children
        paper = Area(0, 0, page.margin_width(), page.margin_height())
        found = list(pieces(body, page_room(page), ""))
        for box in around:
            found += pieces(box, paper, "")
        for piece in found:
            self.printed[piece.element].append(piece.text)
            if not piece.area.within(piece.room):
                self.add_fault("lies beyond the margin or is cut off", piece)
        found.sort(key=lambda piece: piece.area.top)
        for number, piece in enumerate(found):
            for other in found[number + 1 :]:
                if other.area.top >= piece.area.bottom:
                    break
                if piece.area.meets(other.area):
                    self.add_fault(f"lies on “{shortened(other.text)}”", piece)

    def add_fault(self, what: str, piece: Piece) -> None:
        """Add what is wrong with a piece of this page."""
        self.faults.append(Fault(what, piece.text, piece.chapter, self.pages))

    def look_for(self, root: Element, chapter: str = "") -> None:
        """Look for each text of a document on the pages that were laid out."""
        for child in root:
            if not isinstance(child.tag, str) or local(child) in UNPRINTED:
                continue
            classes = child.get("class", "").split()
            own = child.get("id", "") if "chapter" in classes else ""
            printed = squeezed("".join(self.printed.get(child, ())))
            texts = [child.text, *(each.tail for each in child)]
            for text in filter(None, texts):
                # A style sheet takes away what is nowhere; what is there in part was lost.
                if printed and squeezed(text) not in printed:
                    self.faults.append(Fault("is not whole", text.strip(), own or chapter, 0))
            self.look_for(child, own or chapter)


def page_room(page: Box) -> Area:
    """Return where the text of a page must be: between its margins, or on the ground of a block."""
    left, top = page.content_box_x(), page.content_box_y()
    return Area(
        max(0.0, left - GROUND),
        top,
        min(page.margin_width(), left + page.width + GROUND),
        top + page.height,
    )


def pieces(box: Box, room: Area, chapter: str) -> Iterator[Piece]:
    """Yield what is seen in a box."""
    element = box.element
    if element is not None and "chapter" in element.get("class", "").split():
        chapter = element.get("id", "") or chapter
    kind = type(box).__name__
    if kind == "TextBox":
        if box.text.strip() and box.style["visibility"] == "visible":
            yield Piece(box.text, ink(box), room, chapter, element)
        return
    if kind.endswith("ReplacedBox"):
        if element is not None and local(element) == "img":
            text = element.get("alt", "")
            yield Piece(text, edges(box), room, chapter, element)
        return
    if not hasattr(box, "children"):
        return
    if box.style["overflow"] == "hidden":
        room = edges(box)
    for child in box.children:
        yield from pieces(child, room, chapter)


def ink(box: Box) -> Area:
    """Return where the letters of a text are, at least."""
    size, base = box.style["font_size"], box.position_y + box.baseline
    left = box.position_x
    return Area(left, base - ABOVE * size, left + box.width, base + BELOW * size)


def edges(box: Box) -> Area:
    """Return where a box is, with its border."""
    left, top = box.border_box_x(), box.border_box_y()
    return Area(left, top, left + box.border_width(), top + box.border_height())


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def squeezed(text: str) -> str:
    """Return a text as it is compared: without spaces and hyphens, its ligatures dissolved."""
    return "".join(normalize("NFKC", text).translate(LEFT_OUT).split()).casefold()


def shortened(text: str) -> str:
    """Return the start of a text."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:40]}…"


class Misplaced(Exception):
    """A document has something that a reader could not read.

    Attributes:
        faults: what that is.
    """

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults
