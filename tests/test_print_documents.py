"""The combined document of each edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fragment_fromstring, fromstring

from course.print.book import Book, IncompletePage, read_book
from course.print.combine import Order, long_date, public_address
from course.print.documents import (
    answers,
    comparison,
    heading,
    one_page,
    part,
    sheet,
    sources,
    workbook,
)
from course.print.editions import ANSWERS, FILLABLE, ONE_PAGE, SHEET, WORKBOOK, editions
from tests.conftest import ROOT
from tests.markdown_page import text_of
from tests.small_course import SmallCourse, whole_course

FOCUS = "dimensions/focus/index.html"


@pytest.fixture
def book(small_course: SmallCourse) -> Book:
    """A course with every page that an edition asks for."""
    whole_course(small_course)
    return small_course.book()


@pytest.fixture
def small_workbook(book: Book) -> HtmlElement:
    """Its workbook as a tree."""
    return tree(workbook(book, Order(WORKBOOK, "a4")))


def tree(document: str) -> HtmlElement:
    """Return a document as a tree."""
    return fromstring(document)


def names(document: HtmlElement) -> list[str]:
    """Return the id of each chapter of a document."""
    return list(map(str, document.xpath("//section[starts-with(@class, 'chapter')]/@id")))


# 1. The workbook


def test_a_workbook_has_the_pages_to_work_with(small_workbook: HtmlElement) -> None:
    assert names(small_workbook) == [
        *("downloads--how-to-use-the-workbook", "start-baseline"),
        *("dimensions-focus", "dimensions-detail", "practice-plan"),
        *("reference-about--how-claims-were-checked", "reference-glossary", "reference-sources"),
    ]


def test_each_chapter_has_one_heading_of_the_first_level(small_workbook: HtmlElement) -> None:
    chapters = small_workbook.xpath("//section[starts-with(@class, 'chapter')]")
    assert [len(chapter.xpath(".//h1")) for chapter in chapters] == [1] * len(chapters)


def test_contents_lead_to_every_chapter_and_exercise(small_workbook: HtmlElement) -> None:
    chapters, *exercises = small_workbook.xpath("//nav[@class='contents']/ol")
    assert [link[1:] for link in chapters.xpath("li/a/@href")] == names(small_workbook)
    assert [text_of(link) for each in exercises for link in each.xpath("li/a")] == [
        "Exercise 1. Write · 3 minutes",
        "Exercise 2. Write · 3 minutes",
        "Exercise 3. Write · 3 minutes",
        "Exercise 4. Write · 3 minutes",
        "Plan 1. My plan · 3 minutes",
    ]
    ids = set(small_workbook.xpath("//@id"))
    links = small_workbook.xpath("//a/@href[starts-with(., '#')]")
    assert {link[1:] for link in links} <= ids


def test_a_document_says_what_it_is(small_workbook: HtmlElement) -> None:
    assert small_workbook.get("lang") == "en"
    assert small_workbook.xpath("string(//title)") == "Small course: Workbook"
    meta = {each.get("name"): each.get("content") for each in small_workbook.xpath("//meta[@name]")}
    assert meta == {
        "description": "A course in brief.",
        "author": "The authors of “Small course”",
        "dcterms.rights": "Text: CC BY 4.0",
        "dcterms.modified": "2026-11-03",
        "course:version": "1.2",
    }
    imprint = text_of(small_workbook.xpath("//section[@class='imprint']")[0])
    assert "Version 1.2, 3 November 2026." in imprint
    assert "Online: https://example.org/course/" in imprint


def test_ids_and_names_of_fields_are_unique(site: Path) -> None:
    book = read_book(site, ROOT / "docs")
    document = tree(workbook(book, Order(FILLABLE, "a4")))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    # The buttons of a group have one name.
    groups = {each.get("name"): each for each in document.xpath("//input[@type='radio']")}
    others = document.xpath("//textarea | //input[not(@type='radio')]")
    names = [*groups, *(each.get("name") for each in others)]
    assert len(names) == len(set(names)) > 100


def test_text_is_escaped(small_course: SmallCourse) -> None:
    whole_course(small_course)
    book = small_course.book()
    book.title = 'This & "that" <b>'
    document = tree(workbook(book, Order(WORKBOOK, "a4")))
    assert document.xpath("string(//title)") == 'This & "that" <b>: Workbook'
    assert document.xpath("string(//body/@data-course)") == 'This & "that" <b>'


# 2. The other editions


def test_answers_have_the_pages_with_answers(book: Book) -> None:
    order = Order(ANSWERS, "a4", {"dimensions-focus--focus-q": 7})
    document = tree(answers(book, order))
    chapters = ["key", "dimensions-focus", "dimensions-detail", "reference-sources"]
    assert names(document) == chapters
    places = document.xpath("//p[@class='place']")
    assert [(each.getparent().get("id"), text_of(each)) for each in places] == [
        ("dimensions-focus--focus-q", "Workbook, page 7")
    ]


def test_one_page_has_the_first_rows_of_each_comparison(book: Book) -> None:
    document = tree(one_page(book, Order(ONE_PAGE, "a4")))
    assert document.xpath("//section[@class='dimension']/@id") == [
        "dimensions-focus",
        "dimensions-detail",
    ]
    assert [len(table.xpath("tbody/tr")) for table in document.xpath("//table")] == [2, 2]
    assert not document.xpath("//caption | //span[@class='origin']")
    assert [text_of(each) for each in document.xpath("//p[@class='summary']")] == ["In brief."] * 2


def test_a_sheet_has_table_key_points_and_exercises(book: Book) -> None:
    edition = next(each for each in editions(book) if each.page == FOCUS and each.make is sheet)
    assert edition.name == "sheet-focus"
    document = tree(sheet(book, Order(edition, "a4")))
    (section,) = document.xpath("//section[@class='chapter']")
    assert [each.get("class") or text_of(each) for each in section] == [
        *("Focus", "summary", "captioned", "Key points", "Points.", "exercise")
    ]


def test_exercises_about_the_text_of_the_page_are_not_on_its_sheet(book: Book) -> None:
    document = tree(sheet(book, Order(editions(book)[5], "a4")))
    assert document.xpath("//section[@class='exercise']/@id") == ["dimensions-focus--focus-write"]


def test_a_sheet_gives_less_room_when_told(book: Book) -> None:
    rows = [
        len(
            tree(sheet(book, Order(editions(book)[5], "a4", room=room))).xpath("//*[@class='line']")
        )
        for room in SHEET.rooms
    ]
    assert rows == sorted(rows, reverse=True)
    assert rows[0] > rows[-1]


def test_there_is_a_sheet_for_each_dimension(book: Book) -> None:
    assert [each.name for each in editions(book)] == [
        *("workbook", "workbook-fillable", "workbook-large-print", "answers", "one-page"),
        *("sheet-focus", "sheet-detail", "managing-and-leading"),
    ]


# 3. Parts of documents


def test_a_part_is_a_chapter_of_its_own(book: Book) -> None:
    chapter = fragment_fromstring(
        '<section id="p"><h1>P</h1><h2 id="p--one">One</h2><p>a</p>'
        '<h2 id="p--two">Two</h2><p>b</p><h3>Deep</h3><div><h3>Deeper</h3></div>'
        '<h2 id="p--three">Three</h2><p>c</p></section>'
    )
    section = part(book, ("index.html", "two"), lambda name: chapter)
    assert dict(section.attrib) == {"class": "chapter", "id": "p--two"}
    assert [(each.tag, text_of(each)) for each in section] == [
        *(("h1", "Two"), ("p", "b"), ("h2", "Deep"), ("div", "Deeper"))
    ]
    assert not section.xpath(".//h3 | .//h1[@id]")


def test_what_is_missing_is_told_to_its_author(book: Book) -> None:
    with pytest.raises(IncompletePage, match=r'^docs/index\.md:1: no heading has the id "two"'):
        heading(book, "index.html", "two", fragment_fromstring('<section id="p"/>'))
    with pytest.raises(IncompletePage, match=r"^docs/index\.md:1: .* without a comparison"):
        comparison(book, "index.html", fragment_fromstring("<section/>"))
    with pytest.raises(IncompletePage, match=r"^docs/no/page\.md:1: .*add it to mkdocs\.yml$"):
        book.chapter("no/page/index.html")


def test_sources_are_those_cited_and_each_once(book: Book) -> None:
    chapter = fragment_fromstring(
        "<section>"
        + '<a href="#reference-sources--zhu2018">x</a>' * 2
        + '<a href="#reference-sources--kotter1990hbr">x</a></section>'
    )
    section = sources(book, [chapter, chapter])
    assert section.get("class") == "chapter sources"
    assert section.xpath("p/@id") == [
        "reference-sources--kotter1990hbr",
        "reference-sources--zhu2018",
    ]
    assert "Small stakes" not in section.text_content()


@pytest.mark.parametrize(
    ("written", "words"),
    [("2026-11-23", "23 November 2026"), ("2027-01-01", "1 January 2027")],
)
def test_long_date(written: str, words: str) -> None:
    assert long_date(written) == words


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://example.org/course/", "https://example.org/course/"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/", ""),
        ("", ""),
    ],
)
def test_an_address_that_others_cannot_reach_is_not_printed(address: str, printed: str) -> None:
    assert public_address(address) == printed
