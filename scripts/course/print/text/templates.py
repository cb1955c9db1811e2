"""Fills the template of an edition with its chapters."""

from __future__ import annotations

from typing import Any

from lxml.html import HtmlElement, fromstring, tostring
from markupsafe import Markup

from course.editions import Layout
from course.model import blocks, minutes_of, text_of
from course.print.pdf.repairs.spacing import free_spaces
from course.print.text.book import Book, numbered
from course.print.text.links import naming, settle_links
from course.print.text.pictures import hang_marks
from course.print.text.signs import TEMPLATES, picture_of_signs
from course.print.tokens import css_string
from course.words import Words

TEMPLATES.filters["html"] = lambda element: Markup(tostring(element, encoding="unicode"))
TEMPLATES.filters["place"] = lambda id_: Markup('href="{0}" style="{1}"').format(
    f"#{id_}", naming(f"#{id_}")
)


def fill(book: Book, layout: Layout, chapters: list[HtmlElement], **values: Any) -> str:
    """Return the document of an edition as HTML.

    Elements among the further values that its template needs come before the chapters.
    """
    elements = [value for value in values.values() if isinstance(value, HtmlElement)]
    course, edition = book.course, layout.edition
    paged = edition.kind != "epub"
    settle_links([*elements, *chapters], paged)
    for element in [*elements, *chapters] if paged else ():
        free_spaces(element)
        hang_marks(element, book.tokens)
    licence = fromstring(f"<p>{course.copyright}</p>")
    named = text_of(next(licence.iter("a"), licence))
    released = course.words.date(course.released)
    numbered = course.words("print.version", version=course.version)
    name = edition.document.replace("_", "-")
    return TEMPLATES.get_template(f"{name}.html").render(
        book=book,
        course=course,
        words=course.words,
        title=edition.title(course.words),
        edition=edition,
        layout=layout,
        released=released,
        licence=text_of(licence),
        version=" · ".join(filter(None, (numbered, released, named))),
        spoken=spoken(course.words),
        signs=picture_of_signs(course),
        chapters=[entry(chapter, course.words) for chapter in chapters],
        **values,
    )


def spoken(words: Words) -> dict[str, str]:
    """Return the words of stylesheets by their property, as values of CSS.

    That of the numbers of pages is the whole content, since a language may have the last one first.
    """
    # Its every other piece is the name of a number.
    pieces = words("print.page", page="\npage\n", pages="\npages\n").split("\n")
    opening, closing = words("print.reference", page="\n").split("\n")
    return {
        "page": " ".join(
            f"counter({piece})" if number % 2 else css_string(piece)
            for number, piece in enumerate(pieces)
        ),
        "reference-before": css_string(f" {opening}"),
        "reference-after": css_string(closing),
        "online": css_string(f" {words('print.online')}"),
        "notes": css_string(words("print.notes")),
    }


def entry(chapter: HtmlElement, words: Words) -> dict[str, Any]:
    """Return what a template needs of a chapter: its id, title, exercises and HTML."""
    minutes = minutes_of(chapter)
    return {
        "id": chapter.get("id"),
        "title": text_of(chapter.xpath(".//h1 | .//h2")[0]),
        "minutes": words.count("print.minutes", sum(minutes)) if minutes else "",
        "exercises": [
            {
                "id": block.id,
                "number": numbered(block, words),
                "title": block.title,
                "minutes": words.count("minutes", block.minutes),
            }
            for block in blocks(chapter)
            if block.number and block.minutes
        ],
        "html": Markup(tostring(chapter, encoding="unicode")),
    }
