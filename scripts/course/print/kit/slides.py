"""Makes the slides of a course into decks: to show, with what is said, and to change."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import Block, blocks, text_of
from course.print.kit.handout import sessions
from course.print.text.book import Book, Paper, anchor, slug
from course.print.text.chapter import chapter_to_write, remove
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.site.agenda import cell, rows
from course.words import Words


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

    Each is a chapter, and shown once. A session is named by its handout; what is said to its slides
    begins with the part of the plan.
    """
    found = {slide.get("id"): slide for slide in all_slides(book)}
    if not session:
        return list(found.values())
    shown = [(found[id_], row) for id_, row in planned(book, session).items() if id_ in found]
    for slide, row in shown:
        for said in slide.xpath("*[@data-part='said']"):
            said.insert(0, E.p({"class": "when"}, when(row, book.course.words)))
    return [slide for slide, _ in shown]


def planned(book: Book, session: str) -> dict[str, HtmlElement]:
    """Return the rows of the plan of a session by the ids of what they lead to, in order."""
    page, plan = next(found for found in sessions(book) if found[1].get("handout") == session)
    paper = Paper(book, page, Pen())
    found: dict[str, HtmlElement] = {}
    for row in rows(plan):
        for address in row.xpath(".//a/@href"):
            if other := paper.find(address):
                found.setdefault(f"{slug(other.name)}--{anchor(address.partition('#')[2])}", row)
    return found


def when(row: HtmlElement, words: Words) -> str:
    """Return when a part of a plan begins, what it is, and how long it takes."""
    start, part, length = (text_of(cell(row, name)) for name in ("start", "doing", "length"))
    return f"{start} · {part} · {words.count('minutes', int(length))}"


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
