"""Makes the signs for the walls of a room: each activity on a page, and one for both."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import blocks
from course.print.text.book import Book
from course.print.text.signs import picture_of_signs
from course.print.text.templates import fill
from course.settings import Activity


def wall_sign(book: Book, layout: Layout) -> str:
    """Return the signs; nothing, if a course compares nothing or has no sessions."""
    activities = book.course.activities
    if not activities or not any(any(blocks(page.tree, "session")) for page in book.pages):
        return ""
    found = [sign(book, (activity,), activity.noun) for activity in activities]
    if len(activities) > 1:
        found.append(sign(book, activities, book.course.words("blocks.cards.both")))
    return fill(book, layout, found)


def sign(book: Book, activities: tuple[Activity, ...], name: str) -> HtmlElement:
    """Return the page of some activities, with their signs in its ground."""
    style = f"background-image: url({picture_of_signs(book.course, activities)})"
    id_ = "-".join(each.name for each in activities)
    return E.section({"class": "wall", "id": id_, "style": style}, E.h1(name))
