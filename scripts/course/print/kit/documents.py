"""Makes the document of each edition of the trainer's kit, and of every other one.

As in `course.print.text.documents`, one that has nothing to hold is empty.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from course.editions import Layout
from course.print.kit.cards import cards
from course.print.kit.guide import facilitator
from course.print.kit.handout import handout
from course.print.kit.slides import slides, slides_notes
from course.print.kit.wall import wall_sign
from course.print.text import documents
from course.print.text.book import Book, Paper
from course.print.text.chapter import chapter_to_write
from course.print.text.documents import parts
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.settings import Place
from course.site.page import Page


def document(book: Book, layout: Layout) -> str:
    """Return a document as HTML; nothing, if the course has nothing for it; or raise Refused."""
    make = DOCUMENTS.get(layout.edition.document)
    return make(book, layout) if make else documents.document(book, layout)


def evaluation(book: Book, layout: Layout) -> str:
    """Return the forms for the end of a session, each on pages of its own."""
    return of_parts(book, layout, book.course.kit.evaluation)


def start(book: Book, layout: Layout) -> str:
    """Return the page that a trainer begins with."""
    return of_parts(book, layout, book.course.kit.start)


def of_parts(book: Book, layout: Layout, places: tuple[Place, ...]) -> str:
    """Return a document of parts of pages; nothing, if there is none."""

    def chapter(page: Page) -> HtmlElement:
        return chapter_to_write(Paper(book, page, Pen()))

    chapters = list(parts(book, places, chapter))
    return fill(book, layout, chapters) if chapters else ""


DOCUMENTS: dict[str, Callable[[Book, Layout], str]] = {
    each.__name__: each
    for each in (
        *(handout, facilitator, cards, slides, slides_notes),
        *(evaluation, wall_sign, start),
    )
}
