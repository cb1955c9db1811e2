"""Makes the slides of a course into decks: to show, with what is said, and to change."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import Block, blocks, text_of
from course.print.text.book import Book, Paper
from course.print.text.chapter import chapter_to_write, remove
from course.print.text.templates import fill
from course.print.text.writing import Pen


def slides(book: Book, layout: Layout) -> str:
    """Return every slide, in the order of the pages; nothing, if there is none."""
    found = all_slides(book)
    for slide in found:
        remove(slide, "*[@data-part='said']")
    return fill(book, layout, found) if found else ""


def slides_notes(book: Book, layout: Layout) -> str:
    """Return every slide with what the trainer says to it."""
    found = all_slides(book)
    return fill(book, layout, found) if found else ""


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
