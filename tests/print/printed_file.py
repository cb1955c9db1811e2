"""A printed edition as a test reads it: the finished file, beside the document it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdf
from lxml import html
from lxml.html import HtmlElement

from course.editions import Edition, Layout, editions
from course.print.kit.documents import document
from course.print.kit.handout import handouts, pages_of_handouts
from course.print.text.book import Book
from tests.print.layout.pdf import Box, Page, Pdf, read, union, words
from tests.print.layout.texts import squeezed


class Link(NamedTuple):
    """The page of a link, the place or address it leads to, and its words, without spaces."""

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
    def families(self) -> set[str]:
        """The families of the fonts that it has."""
        with pikepdf.open(self.path) as opened:
            fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
            names = [str(font.BaseFont) for font in fonts if "/BaseFont" in font]
        # Before a part of a font stand six letters and a plus; behind a family, its cut.
        plain = (re.sub(r"^/[A-Z]{6}\+|-(Bold|Italic|Bold-Italic)$", "", name) for name in names)
        return {name.replace("-", " ") for name in plain}

    @cached_property
    def edition(self) -> Edition:
        """The edition that it is of."""
        found = editions(self.book.course, self.book.units, handouts(self.book))
        name = f"{self.name}.pdf"
        own = next(each for each in found if name in map(each.file, each.sizes))
        # A form has the pages of another edition.
        return next((each for each in found if each.name == own.form_of), own)

    @cached_property
    def beside(self) -> PrintedFile | None:
        """The file whose pages it names, if there is one."""
        other = self.edition.refers_to
        return PrintedFile(self.folder, f"{other}-{self.size}", self.book) if other else None

    @cached_property
    def tree(self) -> HtmlElement:
        """The combined document, with as many rows as fitted: those that the file has."""
        pages = self.beside.places if self.beside else {}
        sheets = pages_of_handouts({path.name: path for path in self.folder.iterdir()})
        layouts = [Layout(self.edition, fit, pages, sheets) for fit in self.edition.fits]
        trees = [html.document_fromstring(document(self.book, layout)) for layout in layouts]
        rows = len(list(self.layout.tags.iter("TR")))
        return next((tree for tree in trees if len(list(tree.iter("tr"))) == rows), trees[0])

    @property
    def layout(self) -> Pdf:
        """What is painted on its pages, and its tags."""
        return read(self.path)

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        """The file as pypdf reads it."""
        return pypdf.PdfReader(self.path)

    @cached_property
    def places(self) -> dict[str, int]:
        """The page of each named place, from 1."""
        page_of: Callable[[Any], int | None] = self.reader.get_destination_page_number
        found = self.reader.named_destinations.items()
        return {name: (page_of(place) or 0) + 1 for name, place in found}

    @cached_property
    def numbered(self) -> list[Page]:
        """The pages with a head and a foot: all but a title page and its back."""
        covers = self.tree.xpath("//*[@class='cover' or @class='imprint']")
        return self.layout.pages[len(covers) :]

    @cached_property
    def text(self) -> str:
        """All its text, running heads included, as `squeezed` returns it."""
        return "".join(page.text for page in self.layout.pages)

    @cached_property
    def links(self) -> list[Link]:
        """Every link, in reading order."""
        return [
            Link(int(tag.get("page")), tag.get("target"), squeezed(words(tag)))
            for tag in self.layout.tags.iterfind(".//*[@target]")
        ]

    @cached_property
    def body(self) -> Box:
        """The box around the bodies of all pages with a head and a foot."""
        return union(box for page in self.numbered for box in page.body)

    def head_and_foot(self, page: Page) -> tuple[str, str]:
        """Return the text above and below the body of a page, as `squeezed` returns it."""
        head = (run.text for run in page.runs if run.box.bottom < self.body.top)
        foot = (run.text for run in page.runs if run.box.top > self.body.bottom)
        return squeezed("".join(head)), squeezed("".join(foot))
