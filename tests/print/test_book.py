"""The built site read as a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.blocks.gather import gathered
from course.model import blocks, text_of
from course.print.text.book import Book, Paper, read_book, slug
from course.print.text.writing import Pen
from course.problems import Refused
from course.settings import read_course
from tests.courses.build import ROOT
from tests.print.small_course import DECISION, EXERCISE, GATHER, PLAN, QUESTION, TABLE, SmallCourse


@pytest.fixture
def book(small_course: SmallCourse) -> Book:
    """A book of four pages, the first of which gathers questions of the others."""
    small_course.add("index", f"# Start  *here*\n\n{GATHER}")
    small_course.add("z/b", f"# B\n\n{EXERCISE}{QUESTION}{TABLE}")
    small_course.add("z/a", f"# A\n\n{QUESTION.replace('a-', 'b-')}{PLAN}{EXERCISE}{TABLE}")
    small_course.add("z/index", f"# Z\n\n{EXERCISE}{DECISION}")
    return small_course.book()


def paper(book: Book, path: str) -> Paper:
    """Return a page of a book."""
    return Paper(book, book.page(path), Pen())


def test_pages_come_in_reading_order(book: Book) -> None:
    assert list(book.by_name) == ["index.html", "z/b/index.html", "z/a/index.html", "z/index.html"]


def test_a_page_outside_the_order_is_not_in_the_book(small_course: SmallCourse) -> None:
    small_course.add("index", "# Start")
    small_course.add("b", "# B")
    small_course.book()
    (small_course.site / "404.html").write_text("<html><body><article><h1>Lost</h1></article>")
    book = read_book(small_course.site, small_course.course)
    assert list(book.by_name) == ["index.html", "b/index.html"]


def test_a_course_of_one_page_is_a_book(small_course: SmallCourse) -> None:
    small_course.add("index", "# Start")
    assert [page.path for page in small_course.book().pages] == ["index.md"]


def test_the_book_says_what_it_is(small_course: SmallCourse) -> None:
    head = '<header data-part="head"><p data-part="summary">In brief.</p></header>'
    small_course.add("index", f"# Start\n\n{head}")
    small_course.add("b", "# B")
    book = small_course.book()
    assert (book.address, book.base) == ("https://example.org/course/", "/course/")
    assert book.description == "In brief."
    assert book.tokens["hue-1"].startswith("#")


def test_without_a_summary_the_settings_say_what_it_is(book: Book) -> None:
    assert book.description == "A course in brief."


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://example.org/course/", "https://example.org/course/"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/", ""),
        ("", ""),
    ],
)
def test_an_address_that_others_cannot_reach_is_not_printed(
    small_course: SmallCourse, address: str, printed: str
) -> None:
    small_course.add("index", "# Start")
    small_course.build()
    start = small_course.site / "index.html"
    start.write_text(start.read_text("utf-8").replace("https://example.org/course/", address))
    assert read_book(small_course.site, small_course.course).address == printed


def test_each_block_and_caption_shows_its_number(book: Book) -> None:
    articles = [Paper(book, page, Pen()).article() for page in book.pages[1:]]
    kinds = [text_of(kind) for each in articles for kind in each.xpath(".//*[@data-part='kind']")]
    assert kinds == [
        *("Exercise 1 · 3 minutes", "Question 1"),
        *("Question 2", "Plan 1 · 3 minutes", "Exercise 2 · 3 minutes"),
        *("Exercise 3 · 3 minutes", "Decision 1"),
    ]
    captions = [text_of(each) for article in articles for each in article.xpath(".//figcaption")]
    assert captions == ["Table 1. In short.", "Table 2. In short."]


def test_an_article_is_a_fresh_copy(book: Book) -> None:
    page = paper(book, "z/a.md")
    assert page.slug == "z-a"
    page.article().clear()
    assert len(page.article()) > 0


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("#x", "z/a.md"),
        ("../b/#b-q", "z/b.md"),
        ("../", "z/index.md"),
        ("/course/", "index.md"),
        ("../../none/", None),
        ("../../../", None),
        ("/elsewhere/", None),
    ],
)
def test_a_link_is_found(book: Book, address: str, path: str | None) -> None:
    found = paper(book, "z/a.md").find(address)
    assert (found.path if found else None) == path


def test_a_copy_leads_to_its_original(book: Book) -> None:
    start = paper(book, "index.md")
    (copied, _) = gathered(next(blocks(start.article(), "gather")))
    question = start.original(copied)
    assert (question.id, question.number, question.title) == ("a-q", 1, "Which one?")
    found = start.find(start.address(copied))
    assert found is not None
    assert found.path == "z/b.md"


def test_a_missing_page_is_reported(book: Book) -> None:
    with pytest.raises(Refused, match=r"^docs/no\.md:1: .*navigation: add it to mkdocs\.yml$"):
        book.page("no.md")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("index.html", "index"),
        ("z/index.html", "z"),
        ("dimensions/focus/index.html", "dimensions-focus"),
        ("a/b.html", "a-b"),
        # An address writes these otherwise than an id.
        ("Über uns/index.html", "_dc_ber_20_uns"),
        ("%C3%9Cber%20uns/index.html", "_dc_ber_20_uns"),
    ],
)
def test_slug(name: str, word: str) -> None:
    assert slug(name) == word


def test_this_course_is_a_book(site: Path) -> None:
    book = read_book(site, read_course(ROOT / "mkdocs.yml"))
    assert next(iter(book.by_name)) == "index.html"
    assert len(book.pages) == len(list((ROOT / "docs").rglob("*.md")))
    assert len(set(map(slug, book.by_name))) == len(book.pages)
    assert {unit.title for unit in book.units} >= {"Personalities"}
