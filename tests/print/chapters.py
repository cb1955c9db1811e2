"""A page of Markdown as a chapter of a book, for the tests of chapters."""

from __future__ import annotations

from lxml.html import HtmlElement

from course.print.text.book import Paper
from course.print.text.chapter import chapter_to_write
from course.print.text.writing import Pen
from tests.print.small_course import SmallCourse

PEN = Pen()


def chapter(course: SmallCourse, text: str, cards: bool = False) -> HtmlElement:
    """Return a page of Markdown as a chapter `a`."""
    course.add("a", f"# Title\n\n{text}")
    course.add("reference/glossary", "# Glossary\n\n<p id='managing'>Managing</p>")
    book = course.book()
    return chapter_to_write(Paper(book, book.page("a.md"), PEN), cards)


def fields(element: HtmlElement) -> list[tuple[str, str, str]]:
    """Return what each place to write is, with its name and title."""
    found = element.xpath(".//*[@name]")
    return [(each.get("class"), each.get("name"), each.get("title")) for each in found]
