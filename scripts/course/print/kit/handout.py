"""Makes the handout of a session: what participants read and write, in the order of its plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Edition, Handout, Layout
from course.model import HEADINGS, Block, blocks, led_by, text_of
from course.print.pdf.typeset import pages_of_anchors
from course.print.text.book import Book, Paper, anchor, slug
from course.print.text.chapter import chapter_to_write
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.site.agenda import addresses, rows
from course.site.page import Page

PREFIX = "handout-"
# Of what a heading leads, a handout has what is done or looked at, and not what the trainer tells.
LEFT = "descendant-or-self::*[@data-block or self::table or self::figure]"
SCENE = "descendant-or-self::*[@data-block='scene']"


def handouts(book: Book) -> list[Handout]:
    """Return the handouts that the sessions of a course have."""
    return [
        Handout(block.get("handout"), block.title, page.path, int(block.get("sides") or 0) or None)
        for page, block in sessions(book)
        if block.get("handout")
    ]


def sessions(book: Book) -> Iterator[tuple[Page, Block]]:
    """Yield the sessions of a course, each with its page."""
    for page in book.pages:
        for block in blocks(page.tree, "session"):
            yield page, block


def pages_of_handouts(made: Mapping[str, Path]) -> dict[str, dict[str, int]]:
    """Return the page of each place in each handout, by the handout's name."""
    end = f"-{Edition.sizes[0]}.pdf"
    return {
        name.removeprefix(PREFIX).removesuffix(end): pages_of_anchors(file)
        for name, file in sorted(made.items())
        if name.startswith(PREFIX) and name.endswith(end)
    }


def row_id(number: int) -> str:
    """Return the id of what a handout has for a row of its plan, by the number of the row."""
    return f"row-{number}"


def handout(book: Book, layout: Layout) -> str:
    """Return a handout; nothing, if its plan leads to nothing to read or to write."""
    page, block = next(
        found for found in sessions(book) if found[1].get("handout") == layout.edition.handout
    )
    source = Source(book, layout)
    section = E.section({"class": "chapter handout", "id": "handout"}, band(book, layout, block))
    beginning = len(section)
    for number, row in enumerate(rows(block), 1):
        own = list(source.contents(page, row))
        if own:
            section.append(E.div({"id": row_id(number)}, *own))
    if len(section) == beginning:
        return ""
    for heading in section.xpath(".//h3"):
        heading.tag = "h2"
    for decision in blocks(section, "decision"):
        decision.element.append(fact(book, layout, decision))
    if book.address:
        at = f"{book.course.words('print.at')} {book.address}"
        section.append(E.p({"class": "at"}, at))
    return fill(book, layout, [section])


def band(book: Book, layout: Layout, block: Block) -> HtmlElement:
    """Return the head of a handout, with a place for name and date."""
    words = book.course.words
    writing = Pen(layout.fit.room)
    lines = [
        E.span({"class": "owner"}, f"{label} ", writing.words(name, label))
        for name in ("name", "date")
        for label in [words(f"print.{name}")]
    ]
    session = E.p({"data-part": "summary"}, block.title)
    opening = {"data-part": "opening", "class": "band"}
    return E.div(opening, E.h1(book.course.title), session, E.p(*lines))


def fact(book: Book, layout: Layout, decision: Block) -> HtmlElement:
    """Return the line on which a person notes what decided a case, before the group votes."""
    label = book.course.words("print.fact")
    line = Pen(layout.fit.room).words(f"{decision.id}-fact", label)
    return E.p({"class": "fact"}, f"{label} ", line)


class Source:
    """The pages of a course, as a handout takes pieces of them; each piece is taken once."""

    def __init__(self, book: Book, layout: Layout) -> None:
        self.book = book
        self.layout = layout
        self.chapters: dict[str, HtmlElement] = {}

    def contents(self, page: Page, row: HtmlElement) -> Iterator[HtmlElement]:
        """Yield what a handout has for a row of a plan on a page."""
        paper = Paper(self.book, page, Pen(self.layout.fit.room))
        for address in addresses(row):
            other = paper.find(address)
            place = address.partition("#")[2]
            if other is not None and not self.is_apart(other) and other is not page:
                yield from self.pieces(other, place)

    def is_apart(self, page: Page) -> bool:
        """Tell whether a page is one for trainers."""
        folder = self.book.course.kit.pages
        return bool(folder) and page.path.startswith(folder)

    def pieces(self, page: Page, place: str) -> Iterator[HtmlElement]:
        """Yield what stands at a place of a page: a block, or what a heading leads."""
        chapter = self.chapter(page)
        found = chapter.xpath(".//*[@id=$id]", id=f"{chapter.get('id')}--{anchor(place)}")
        for element in found[:1] if place else ():
            if element.tag in HEADINGS:
                yield from self.part(chapter, element)
            else:
                yield element

    def part(self, chapter: HtmlElement, heading: HtmlElement) -> Iterator[HtmlElement]:
        """Yield what a handout has of what a heading leads; a story needs all its text."""
        own = led_by(heading)
        tells = any(element.xpath(SCENE) for element in own)
        if tells:
            yield from (E.h3(text_of(title)) for title in chapter.iter("h1"))
            yield from before_headings(chapter)
        for element in own:
            if element.tag in HEADINGS:
                element.tag = "h3"
            if tells or (element.tag not in HEADINGS and element.xpath(LEFT)):
                yield element

    def chapter(self, page: Page) -> HtmlElement:
        """Return a page as a chapter, made once."""
        if slug(page.name) not in self.chapters:
            paper = Paper(self.book, page, Pen(self.layout.fit.room))
            self.chapters[slug(page.name)] = chapter_to_write(paper)
        return self.chapters[slug(page.name)]


def before_headings(chapter: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the text of a chapter before its first part."""
    for element in list(chapter):
        if element.tag in ("h2", "h3"):
            return
        if element.tag != "h1" and element.get("data-part") != "head":
            yield element
