"""Makes the slides of a course into decks: to show, with what is said, and to change."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import Block, blocks, text_of
from course.print.kit.handout import sessions
from course.print.text.book import Book, Paper, anchor, slug
from course.print.text.chapter import chapter_to_write, remove
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.site.agenda import ROWS


def slides(book: Book, layout: Layout) -> str:
    """Return the slides of an edition; nothing, if there is none."""
    found = slides_of(book, layout.edition.session)
    for slide in found:
        remove(slide, "*[@data-part='said']")
    return fill(book, layout, found) if found else ""


def slides_notes(book: Book, layout: Layout) -> str:
    """Return the slides of an edition with what the trainer says to each."""
    found = slides_of(book, layout.edition.session)
    return fill(book, layout, found) if found else ""


def slides_of(book: Book, session: str) -> list[HtmlElement]:
    """Return the slides of a course in the order of its pages, or of a session in that of its plan.

    Each is a chapter, and shown once. A session is named by its handout.
    """
    found = all_slides(book)
    if not session:
        return found
    by_id = {slide.get("id"): slide for slide in found}
    return [by_id[id_] for id_ in dict.fromkeys(planned(book, session)) if id_ in by_id]


def planned(book: Book, session: str) -> Iterator[str]:
    """Yield the ids of what the plan of a session leads to, as the chapters of a book have them."""
    page, plan = next(found for found in sessions(book) if found[1].get("handout") == session)
    paper = Paper(book, page, Pen())
    for address in plan.element.xpath(f"{ROWS}//a/@href"):
        if other := paper.find(address):
            yield f"{slug(other.name)}--{anchor(address.partition('#')[2])}"


def all_slides(book: Book) -> list[HtmlElement]:
    """Return the slides of a course, each as a chapter."""
    found = []
    for page in book.pages:
        if any(blocks(page.tree, "slide")):
            chapter = chapter_to_write(Paper(book, page, Pen()))
            found += [as_slide(block) for block in blocks(chapter, "slide")]
    return found


def as_slide(block: Block) -> HtmlElement:
    """Return a slide as a chapter: its title, what it shows, its number, and what is said."""
    for link in block.element.xpath(".//a"):
        link.drop_tag()
    (shown,) = block.parts("shown")
    marks = shown.xpath("*[@data-part='emblem']")
    number = {"data-part": "place"}
    slide = E.section({"class": "slide", "id": block.id})
    frame = E.div(
        {"class": "frame"},
        E.header(*marks, E.h1(text_of(block.parts("title")[0]))),
        E.div({"data-part": "shown"}, *shown),
        E.p(number, str(block.number)),
    )
    slide.append(frame)
    for said in block.element.xpath("*[@data-block='say']"):
        label = said.xpath("*[@data-part='label']")[0]
        slide.append(E.div({"data-part": "said"}, *said))
        label.tag = "h2"
    return slide
