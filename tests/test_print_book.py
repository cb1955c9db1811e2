"""The built site read as a book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from course.print.book import Book, read_book, slug
from tests.conftest import ROOT
from tests.markdown_page import text_of
from tests.small_course import DECISION, EXERCISE, GATHER, PLAN, QUESTION, SmallCourse


@pytest.fixture
def book(small_course: SmallCourse) -> Book:
    """A book of four pages, the first of which gathers questions of the others."""
    small_course.add("index", f"# Start  *here*\n\n{GATHER}")
    small_course.add("z/b", f"# B\n\n{EXERCISE}{QUESTION}")
    small_course.add("z/a", f"# A\n\n{QUESTION}{PLAN}{EXERCISE}")
    small_course.add("z/index", f"# Z\n\n{EXERCISE}{DECISION}")
    return small_course.book()


def test_pages_come_in_reading_order(book: Book) -> None:
    assert list(book.pages) == ["index.html", "z/b/index.html", "z/a/index.html", "z/index.html"]


def test_a_page_outside_the_order_is_not_in_the_book(small_course: SmallCourse) -> None:
    small_course.add("index", "# Start")
    small_course.add("b", "# B")
    small_course.book()
    (small_course.site / "404.html").write_text("<html><body><article><h1>Lost</h1></article>")
    assert list(read_book(small_course.site, small_course.docs).pages) == [
        "index.html",
        "b/index.html",
    ]


def test_the_book_says_what_it_is(book: Book) -> None:
    assert (book.title, book.description, book.language) == (
        "Small course",
        "A course in brief.",
        "en",
    )
    assert (book.version, book.date) == ("1.2", "2026-11-03")
    assert text_of(book.licence) == "Text: CC BY 4.0"
    assert (book.address, book.base) == ("https://example.org/course/", "/course/")


def test_each_kind_of_block_is_numbered_through_the_course(book: Book) -> None:
    kinds = [
        text_of(kind)
        for page in book.pages.values()
        for kind in page.tree.xpath("//section[not(ancestor::div)]/p[@class='kind']")
    ]
    assert kinds == [
        *("Exercise 1 · 3 minutes", "Question 1"),
        *("Question 2", "Plan 1 · 3 minutes", "Exercise 2 · 3 minutes"),
        *("Exercise 3 · 3 minutes", "Decision 1"),
    ]


def test_a_chapter_is_a_fresh_copy(book: Book) -> None:
    first = book.chapter("z/a/index.html")
    assert (first.slug, first.title) == ("z-a", "A")
    first.article.clear()
    assert len(book.chapter("z/a/index.html").article) > 0


def test_titles_have_single_spaces(book: Book) -> None:
    assert book.chapter("index.html").title == "Start here"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("#x", "z/a/index.html"),
        ("../b/#b-q", "z/b/index.html"),
        ("../", "z/index.html"),
        ("/course/", "index.html"),
        ("../../none/", None),
        ("../../../", None),
        ("/elsewhere/", None),
    ],
)
def test_a_link_is_found(book: Book, address: str, name: str | None) -> None:
    assert book.find(book.chapter("z/a/index.html"), address) == name


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("index.html", "index"),
        ("z/index.html", "z"),
        ("dimensions/focus/index.html", "dimensions-focus"),
        ("a/b.html", "a-b"),
    ],
)
def test_slug(name: str, word: str) -> None:
    assert slug(name) == word


def test_this_course_is_a_book(site: Path) -> None:
    book = read_book(site, ROOT / "docs")
    assert book.title == "Managing and Leading"
    assert next(iter(book.pages)) == "index.html"
    assert len(book.pages) == len(list((ROOT / "docs").rglob("*.md")))
    assert len(set(map(slug, book.pages))) == len(book.pages)
    assert date.fromisoformat(book.date)
    assert book.version
    assert book.description
    assert text_of(book.licence)
