"""Every question of the course as a card for Anki: what is asked, and behind it every reason.

A card is known by the id of its question, so that a newer file changes its words and leaves what a
learner's Anki knows of it. Anki takes a card anew where its time is later: that is the day of the
release in `mkdocs.yml`. The front is what the e-book asks, the back what the answers say.
"""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape

import genanki
from lxml import html
from lxml.html import HtmlElement

from course.archive import packed
from course.model import blocks, title_of
from course.print.text.answers import answers_of, chapter_of_answers
from course.print.text.book import Book, Paper
from course.print.text.chapter import remove
from course.print.text.reading import chapter_to_read
from course.print.text.writing import Pen
from course.settings import Course
from course.site.page import Page

SERIES = "question"
# The numbers of blocks in the course say nothing here, and what is asked stands on the front.
FRONT_APART = ".//*[@data-part='kind' or @class='to-answer']"
BACK_APART = "./h2 | ./p[@class='stem']"
# Attributes that a card has use for; those of drawings all stay.
KEPT = {"href", "type", "start", "class"}
STYLE = """.card { font: 18px/1.45 system-ui, sans-serif; margin: 1em auto; max-width: 36em; }
.card { padding: 0 1em; text-align: start; direction: %s; }
.right > .option { font-weight: bold; }
.page { font-size: smaller; }
"""
TEMPLATE = {
    "name": "1",
    "qfmt": "{{Question}}",
    "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}<p class="page">{{Page}}</p>',
}


@dataclass(frozen=True)
class Card:
    """A question: its id, what is asked, the reasons, and where it stands, each as HTML."""

    id: str
    front: str
    back: str
    page: str


def write_cards(book: Book) -> bytes:
    """Return the file for Anki; nothing, if the course has no question."""
    cards = list(cards_of(book))
    if not cards:
        return b""
    course = book.course
    deck = genanki.Deck(number(course, "deck"), course.title, escape(course.description))
    model = model_of(course)
    for place, card in enumerate(cards):
        guid = genanki.guid_for(course.name, card.id)
        deck.add_note(genanki.Note(model, [card.front, card.back, card.page], guid=guid, due=place))
    files = [("collection.anki2", database(deck, course)), ("media", b"{}")]
    return packed(files, course.released)


def model_of(course: Course) -> genanki.Model:
    """Return what all cards have in common."""
    direction = "rtl" if course.words.is_right_to_left else "ltr"
    fields = [{"name": name} for name in ("Question", "Answer", "Page")]
    style = STYLE % direction
    return genanki.Model(number(course, "model"), course.title, fields, [dict(TEMPLATE)], style)


def number(course: Course, what: str) -> int:
    """Return a number by which Anki knows something of a course, always the same."""
    digest = hashlib.sha256(f"{course.name}/{what}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4]) % (1 << 30)


def database(deck: genanki.Deck, course: Course) -> bytes:
    """Return the cards as the database that Anki reads."""
    released = datetime.combine(course.released, time(), UTC).timestamp()
    with closing(sqlite3.connect(":memory:")) as connection, warnings.catch_warnings():
        # It takes attributes on several lines for mistakes.
        warnings.filterwarnings("ignore", module="genanki")
        ids = itertools.count(int(released * 1000))
        genanki.Package(deck).write_to_db(connection.cursor(), released, ids)
        connection.commit()
        return connection.serialize()


def cards_of(book: Book) -> Iterator[Card]:
    """Yield the questions of a course, in order."""
    for page in book.pages:
        if any(block.series == SERIES for block in blocks(page.tree)):
            yield from cards_of_page(book, page)


def cards_of_page(book: Book, page: Page) -> Iterator[Card]:
    """Yield the questions of a page."""
    paper = Paper(book, page, Pen())
    asked = by_id(chapter_to_read(paper), paper)
    # In the book they stand after all chapters, with other ids.
    paper.slug = f"answers-{paper.slug}"
    answers = by_id(chapter_of_answers(paper, answers_of(paper, {})), paper)
    for block in blocks(page.tree):
        front, back = asked.get(block.id), answers.get(block.id)
        if block.series == SERIES and front is not None and back is not None:
            remove(front, FRONT_APART)
            remove(back, BACK_APART)
            yield Card(block.id, markup(front), markup(back), origin(book, page, block.id))


def by_id(chapter: HtmlElement, paper: Paper) -> dict[str, HtmlElement]:
    """Return the parts of a chapter by the ids that they have on the page."""
    found = chapter.xpath(".//*[@id]")
    return {each.get("id", "").removeprefix(f"{paper.slug}--"): each for each in found}


def origin(book: Book, page: Page, id_: str) -> str:
    """Return the title of a page, which leads to the question if the course is published."""
    title = escape(title_of(page.tree))
    address = f"{book.address}{page.folder}#{id_}"
    return f'<a href="{escape(address)}">{title}</a>' if book.address else title


def markup(element: HtmlElement) -> str:
    """Return what an element holds as HTML, without what only the course has use for."""
    for link in element.xpath(".//a[starts-with(@href, '#')]"):
        link.drop_tag()
    for each in element.iter("*"):
        if not each.xpath("ancestor-or-self::*[local-name()='svg']"):
            for name in set(each.attrib) - KEPT:
                del each.attrib[name]
    element.tail = None
    text = "".join(html.tostring(each, encoding="unicode") for each in element)
    return " ".join(f"{escape(element.text or '')}{text}".split())
