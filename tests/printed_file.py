"""A printed edition as a test reads it: the finished file, beside the document it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
from lxml import html
from lxml.html import HtmlElement, tostring

from course.print.book import Book
from course.print.combine import Order
from course.print.editions import Edition, editions
from tests import pdf_layout
from tests.pdf_layout import Box, Glyph, Page, Pdf, Strips, fragments_of, squeezed

END_OF_SENTENCE = re.compile(r"(?<=[.!?”])\s+")
GATHERED = "ancestor::div[@class='gather']"


class Link(NamedTuple):
    """A link of a file: its page, where it leads, and its words, normalised as `squeezed` does.

    `target` is the name of a place in the file, or the address of a page elsewhere.
    """

    page: int
    target: str
    text: str


@dataclass
class PrintedFile:
    """The file of an edition on one size of paper."""

    folder: Path
    name: str
    book: Book

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.folder / f"{self.name}.pdf"

    @property
    def size(self) -> str:
        """The size of its paper, such as `a4`."""
        return self.name.rpartition("-")[2]

    @cached_property
    def edition(self) -> Edition:
        """The edition that it is of."""
        name = self.name.rpartition("-")[0]
        return next(edition for edition in editions(self.book) if edition.name == name)

    @cached_property
    def beside(self) -> PrintedFile | None:
        """The file whose pages it names, if there is one."""
        other = self.edition.refers_to
        return PrintedFile(self.folder, f"{other}-{self.size}", self.book) if other else None

    @cached_property
    def document(self) -> str:
        """The combined document."""
        pages = self.beside.places if self.beside else {}
        rooms = self.edition.rooms
        return self.edition.make(self.book, Order(self.edition, self.size, pages, rooms[0]))

    @cached_property
    def tree(self) -> HtmlElement:
        """The combined document as a tree."""
        return html.document_fromstring(self.document)

    @property
    def layout(self) -> Pdf:
        """What is painted on its pages."""
        return pdf_layout.read(self.path)

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        """The file as pypdf reads it."""
        return pypdf.PdfReader(self.path)

    @cached_property
    def places(self) -> dict[str, int]:
        """The page of each named place, from 1."""
        destinations = self.reader.named_destinations
        page_of: Callable[[Any], int | None] = self.reader.get_destination_page_number
        return {name: (page_of(place) or 0) + 1 for name, place in destinations.items()}

    @cached_property
    def covers(self) -> int:
        """The number of pages before the text: a title page and its back, if it has them."""
        return len(self.tree.xpath("//*[@class='cover' or @class='imprint']"))

    @cached_property
    def numbered(self) -> list[Page]:
        """The pages with a head and a foot."""
        return self.layout.pages[self.covers :]

    @cached_property
    def text(self) -> str:
        """All its text, running heads included, normalised as `squeezed` does."""
        return "".join(page.text for page in self.layout.pages)

    @cached_property
    def links(self) -> list[Link]:
        """Every link, in order; the parts of one that goes over several lines are joined."""
        parts = [part for page in self.layout.pages for part in self.parts_of_links(page)]
        groups = (list(group) for _, group in groupby(parts, key=lambda part: part.target))
        return [
            Link(group[0].page, group[0].target, "".join(part.text for part in group))
            for group in groups
        ]

    def parts_of_links(self, page: Page) -> Iterator[Link]:
        """Yield the part of a link on each line of a page."""
        strips = Strips(page.runs)
        for reference in self.reader.pages[page.number - 1].get("/Annots", []):
            annotation = reference.get_object()
            if annotation["/Subtype"] != "/Link":
                continue
            if "/Dest" in annotation:
                target = str(annotation["/Dest"])
            else:
                target = str(annotation["/A"]["/URI"])
            x0, y0, x1, y1 = (float(number) for number in annotation["/Rect"])
            box = Box(x0, page.height - max(y0, y1), x1, page.height - min(y0, y1))
            yield Link(page.number, target, text_in(strips, box))

    @cached_property
    def body(self) -> tuple[float, float]:
        """Where the highest text of the body begins and the lowest ends, in points from above."""
        boxes = [box for page in self.numbered for box, _ in self.layout.body_boxes(page)]
        return min(box.top for box in boxes), max(box.bottom for box in boxes)

    def head_and_foot(self, page: Page) -> tuple[str, str]:
        """Return the text above and below the body of a page, normalised."""
        top, bottom = self.body
        head = (run.text for run in page.runs if run.box.bottom < top)
        foot = (run.text for run in page.runs if run.box.top > bottom)
        return squeezed("".join(head)), squeezed("".join(foot))


def text_in(strips: Strips, box: Box) -> str:
    """Return the text in a box, line by line from left to right, normalised."""
    found = [
        glyph for run in strips.meeting(box) for glyph in run.glyphs if box.holds(*middle_of(glyph))
    ]
    found.sort(key=lambda glyph: (round(glyph.x_height.bottom), glyph.x_height.x0))
    return squeezed("".join(glyph.text for glyph in found))


def middle_of(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of a character."""
    box = glyph.x_height
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def texts(element: HtmlElement) -> list[str]:
    """Return the texts of an element that a file has whole, normalised as `squeezed` does."""
    return [squeezed(fragment) for fragment in fragments_of(tostring(element, encoding="unicode"))]


def sentences(element: HtmlElement) -> list[str]:
    """Return each sentence of an element that is long enough to stand for itself, normalised."""
    fragments = fragments_of(tostring(element, encoding="unicode"))
    parts = (part for fragment in fragments for part in END_OF_SENTENCE.split(fragment))
    return [squeezed(part) for part in parts if len(part) > 40]


def blocks(book: Book, condition: str) -> list[tuple[str, HtmlElement]]:
    """Return the elements of the course's text that meet a condition of XPath, in reading order.

    Those that a page only repeats are left out.

    Returns:
        The name of the page that each is on, and the element.
    """
    path = f"//article//*[{condition}][not({GATHERED})]"
    return [(name, block) for name, page in book.pages.items() for block in page.tree.xpath(path)]
