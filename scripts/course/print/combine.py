"""Combines chapters into the document of an edition: settles their links, fills a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml.html import HtmlElement, tostring
from markupsafe import Markup, escape

from course.print.book import Book, words
from course.print.spacing import free_spaces
from course.print.writing import Form, Pen, Writing

if TYPE_CHECKING:
    from course.print.editions import Edition

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["html"] = lambda element: Markup(tostring(element, encoding="unicode"))


@dataclass(frozen=True)
class Order:
    """What to make.

    Attributes:
        edition: the edition.
        size: the size of the paper, such as `a4`.
        pages: the page of each place in the edition that this one refers to.
        room: how much of the writing space to give, 1 being what the exercises ask for.
    """

    edition: Edition
    size: str
    pages: Mapping[str, int] = field(default_factory=dict)
    room: float = 1

    @property
    def writing(self) -> Writing:
        """The way in which readers write."""
        return Form() if self.edition.form else Pen(self.room)


def document(
    template: str, book: Book, order: Order, chapters: list[HtmlElement], **parts: Any
) -> str:
    """Return the document of an edition as HTML.

    Arguments:
        template: the name of its template.
        book: the book.
        order: what is made.
        chapters: its chapters, in order.
        parts: what else the template needs; elements come before the chapters.
    """
    elements = [part for part in parts.values() if isinstance(part, HtmlElement)]
    settle_links([*elements, *chapters])
    for element in [*elements, *chapters]:
        free_spaces(element)
    return TEMPLATES.get_template(template).render(
        book=book,
        edition=order.edition,
        size=order.size,
        writing=order.writing,
        released=long_date(book.date),
        address=public_address(book.address),
        licence_name=words(book.licence, ".//a"),
        licence=Markup(inner_html(book.licence)),
        chapters=[entry(chapter) for chapter in chapters],
        **parts,
    )


def settle_links(chapters: list[HtmlElement]) -> None:
    """Decide what each link is on paper.

    A place in the document: a reference to its page. A place of the site that is not in it: words.
    An address elsewhere: printed, the first time.
    """
    known = {id_ for chapter in chapters for id_ in chapter.xpath("descendant-or-self::*/@id")}
    printed: set[str] = set()
    for link in (link for chapter in chapters for link in chapter.xpath(".//a[@href]")):
        address = link.get("href")
        if not address.startswith("#"):
            if address not in printed and link.text_content().strip() != address:
                link.classes.add("address")
            printed.add(address)
        elif address[1:] not in known:
            link.attrib.clear()
            link.tag = "span"
            link.set("class", "elsewhere")
        elif link.get("class") != "term" and not within_citation(link):
            link.classes.add("reference")


def within_citation(link: HtmlElement) -> bool:
    """Tell whether a link is a citation, which the list of sources explains by its order."""
    return bool(link.xpath("ancestor::span[@class='citation']"))


def entry(chapter: HtmlElement) -> dict[str, Any]:
    """Return what a template needs of a chapter: its id, title, exercises and HTML."""
    exercises = []
    for block in chapter.xpath(".//section[@class='exercise' or @class='plan']"):
        kind = words(block, "p[@class='kind']")
        number, _, minutes = kind.partition(" · ")
        title = words(block, "h3")
        exercises.append(
            {"id": block.get("id"), "number": number, "title": title, "minutes": minutes}
        )
    return {
        "id": chapter.get("id"),
        "title": words(chapter, ".//h1 | .//h2"),
        "minutes": words(chapter, ".//p[@class='minutes']").partition(":")[0].lower(),
        "exercises": exercises,
        "html": Markup(tostring(chapter, encoding="unicode")),
    }


def long_date(written: str) -> str:
    """Return a date such as `2026-11-23` as `23 November 2026`."""
    day = date.fromisoformat(written)
    return f"{day.day} {day:%B %Y}"


def public_address(address: str) -> str:
    """Return the address of the site, or nothing if only this computer can reach it."""
    return "" if urlsplit(address).hostname in ("127.0.0.1", "localhost", None) else address


def inner_html(element: HtmlElement) -> str:
    """Return the HTML inside an element."""
    inside = [tostring(child, encoding="unicode") for child in element]
    return "".join([escape(element.text or ""), *inside]).strip()
