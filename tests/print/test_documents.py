"""The document of each edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement, fragment_fromstring, fromstring

from course.editions import KIT, Edition, Fit, Layout, editions
from course.print.kit.documents import document
from course.print.text.book import Book, read_book
from course.print.text.documents import part, sources
from course.print.text.templates import spoken
from course.problems import Refused
from course.settings import Place, read_course
from course.words import Words
from tests.courses.build import ROOT
from tests.markdown_page import text_of
from tests.print.small_course import (
    EXERCISE,
    QUESTION,
    SmallCourse,
    whole_course,
)


@pytest.fixture
def book(small_course: SmallCourse) -> Book:
    """A course with every page that an edition asks for."""
    whole_course(small_course)
    return small_course.book()


def edition(book: Book, name: str) -> Edition:
    """Return an edition of a book by its name."""
    return next(each for each in editions(book.course, book.units) if each.name == name)


def tree(
    book: Book, name: str, fit: Fit | None = None, pages: dict[str, int] | None = None
) -> HtmlElement:
    """Return the document of an edition as a tree."""
    made = edition(book, name)
    return fromstring(document(book, Layout(made, fit or made.fits[0], pages or {})))


def names(document: HtmlElement) -> list[str]:
    """Return the id of each chapter of a document."""
    return list(map(str, document.xpath("//section[starts-with(@class, 'chapter')]/@id")))


# 1. The workbook


def test_a_workbook_has_the_pages_to_work_with(book: Book) -> None:
    assert names(tree(book, "workbook")) == [
        *("downloads--how-to-use-the-workbook", "start-baseline"),
        *("dimensions-focus", "dimensions-detail", "practice-plan"),
        *("reference-about--how-claims-were-checked", "reference-glossary", "reference-sources"),
    ]


def test_each_chapter_has_one_heading_of_the_first_level(book: Book) -> None:
    chapters = tree(book, "workbook").xpath("//section[starts-with(@class, 'chapter')]")
    assert [len(chapter.xpath(".//h1")) for chapter in chapters] == [1] * len(chapters)


def test_contents_lead_to_every_chapter_and_exercise(book: Book) -> None:
    workbook = tree(book, "workbook")
    chapters, *exercises = workbook.xpath("//nav[@class='contents']//ol")
    assert [link[1:] for link in chapters.xpath("li/a/@href")] == names(workbook)
    titles = [text_of(link) for link in chapters.xpath("li/a")]
    assert titles[2:4] == ["Focus · about 10 minutes", "Detail · about 10 minutes"]
    assert [text_of(link) for each in exercises for link in each.xpath("li/a")] == [
        "Exercise 1. Write · 3 minutes",
        "Exercise 2. Write · 3 minutes",
        "Exercise 3. Write · 3 minutes",
        "Exercise 4. Write · 3 minutes",
        "Plan 1. My plan · 3 minutes",
    ]
    ids = set(workbook.xpath("//@id"))
    links = workbook.xpath("//a/@href[starts-with(., '#')]")
    assert {link[1:] for link in links} <= ids


def test_a_document_says_what_it_is(book: Book) -> None:
    workbook = tree(book, "workbook")
    assert workbook.get("lang") == "en"
    assert workbook.xpath("string(//title)") == "Small course: Workbook"
    meta = {each.get("name"): each.get("content") for each in workbook.xpath("//meta[@name]")}
    assert meta == {
        "description": "A course in brief.",
        "author": "The authors of “Small course”",
        "dcterms.rights": "Text CC BY 4.0",
        "dcterms.modified": "2026-11-03",
    }
    imprint = text_of(workbook.xpath("//section[@class='imprint']")[0])
    assert imprint == (
        "Small course: Workbook. Version 1.2, 3 November 2026. By the authors of “Small course”. "
        "Short. Free. Online: https://example.org/course/"
    )
    line = "Version 1.2 · 3 November 2026 · Text CC BY 4.0"
    assert workbook.xpath("string(//body/@data-imprint)") == line


def test_stylesheets_have_their_words_from_the_document(book: Book) -> None:
    style = tree(book, "workbook").xpath("string(//style)")
    assert r'--word-reference-before: "\20 \28 page\a0 ";' in style
    assert r'--word-online: "\20 \28 online\29 ";' in style


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("{page} of {pages} p.", r'"" counter(page) "\20 of\20 " counter(pages) "\20 p\2e "'),
        ("{pages}: {page}", r'"" counter(pages) "\3a \20 " counter(page) ""'),
        ("p. {page}", r'"p\2e \20 " counter(page) ""'),
    ],
)
def test_words_stand_around_the_numbers_of_pages(sentence: str, content: str) -> None:
    texts = {"print": {"page": sentence, "reference": "[{page}]", "online": "net"}}
    texts["print"]["notes"] = "my notes"
    assert spoken(Words("en", texts)) == {
        "page": content,
        "reference-before": r'"\20 \5b "',
        "reference-after": r'"\5d "',
        "online": r'"\20 net"',
        "notes": r'"my\20 notes"',
    }


def test_the_signs_of_the_activities_are_on_the_cover(book: Book) -> None:
    style = tree(book, "workbook").xpath("string(//*[@class='cover']/@style)")
    assert style.startswith("background-image: url(data:image/svg+xml,")
    assert style.count(book.tokens["hue-1"].replace("#", "%23")) == 1


def test_ids_and_names_of_fields_are_unique(site: Path) -> None:
    book = read_book(site, read_course(ROOT / "mkdocs.yml"))
    workbook = tree(book, "workbook")
    ids = workbook.xpath("//@id")
    assert len(ids) == len(set(ids))
    # The buttons of a group have one name.
    groups = {each.get("name"): each for each in workbook.xpath("//*[@type='radio']")}
    others = workbook.xpath("//body//*[@name][not(@type='radio')]")
    names = [*groups, *(each.get("name") for each in others)]
    assert len(names) == len(set(names)) > 100


def test_text_is_escaped(small_course: SmallCourse) -> None:
    whole_course(small_course)
    settings = small_course.root / "mkdocs.yml"
    named = settings.read_text("utf-8").replace("Small course", "'This & \"that\" <b>'")
    settings.write_text(named, "utf-8")
    workbook = tree(small_course.book(), "workbook")
    assert workbook.xpath("string(//title)") == 'This & "that" <b>: Workbook'
    assert workbook.xpath("string(//body/@data-course)") == 'This & "that" <b>'


# 2. The other editions


def test_answers_have_the_pages_with_answers_and_a_key(book: Book) -> None:
    answers = tree(book, "answers", pages={"dimensions-focus--focus-q": 7})
    chapters = ["key", "dimensions-focus", "dimensions-detail"]
    assert names(answers) == chapters
    places = answers.xpath("//p[@class='place']")
    assert [(each.getparent().get("id"), text_of(each)) for each in places] == [
        ("dimensions-focus--focus-q", "Workbook, page 7")
    ]
    rows = [[text_of(cell) for cell in row] for row in answers.xpath("//tbody/tr")]
    assert rows[:2] == [["Decision 1", "A", ""], ["Question 1", "B", "7"]]


def test_one_page_has_the_first_rows_of_each_comparison(book: Book) -> None:
    one_page = tree(book, "one-page")
    sections = one_page.xpath("//section[@class='unit']")
    assert [each.get("id") for each in sections] == ["dimensions-focus", "dimensions-detail"]
    assert [len(table.xpath("tbody/tr")) for table in one_page.xpath("//table")] == [2, 2]
    assert not one_page.xpath("//caption | //span[@class='origin']")
    summaries = one_page.xpath("//*[@data-part='summary']")
    assert [text_of(each) for each in summaries] == ["In brief."] * 2


def test_one_page_holds_less_until_it_fits(book: Book) -> None:
    fits = edition(book, "one-page").fits
    rows = [len(tree(book, "one-page", fit).xpath("//tbody/tr")) for fit in fits]
    assert rows == [4, 4, 2, 0, 0, 0, 0]
    styles = [tree(book, "one-page", fit).get("style", "") for fit in fits]
    assert [style.removeprefix("font-size: ") for style in styles] == [
        *("", "10pt", "", "", "9.5pt", "8.5pt", "7.5pt"),
    ]


def test_a_sheet_has_table_key_points_and_exercises(book: Book) -> None:
    sheet = tree(book, "sheet-focus")
    assert sheet.xpath("string(//title)") == "Small course: Focus"
    opening = "//section[@class='chapter']/header/*[@data-part='opening']/*"
    found = sheet.xpath(f"{opening} | //section[@class='chapter']/*[not(self::header)]")
    assert [each.get("class") or each.get("data-block") or text_of(each) for each in found] == [
        *("Focus", "In brief.", "captioned", "Key points", "Points.", "exercise")
    ]


def test_exercises_about_the_text_of_the_page_are_not_on_its_sheet(book: Book) -> None:
    exercises = tree(book, "sheet-focus").xpath("//section[@data-block='exercise']/@id")
    assert exercises == ["dimensions-focus--focus-write"]


def test_a_sheet_gives_less_room_when_asked(book: Book) -> None:
    fits = edition(book, "sheet-focus").fits
    rows = [len(tree(book, "sheet-focus", fit).xpath("//*[@class='line']")) for fit in fits]
    assert rows == sorted(rows, reverse=True)
    assert rows[0] > rows[-1]


def test_a_book_to_read_ends_with_answers_terms_and_sources(book: Book) -> None:
    reading = tree(book, "reading")
    assert names(reading) == [
        *("downloads--how-to-read-the-e-book", "start-baseline"),
        *("dimensions-focus", "dimensions-detail", "practice-plan", "reference-article"),
        *("reference-about--how-claims-were-checked", "answers"),
        *("reference-glossary", "reference-sources"),
    ]
    assert not reading.xpath("//input | //textarea | //label | //details | //*[@data-answers]")


def test_each_question_to_read_leads_to_its_answer_and_back(book: Book) -> None:
    reading = tree(book, "reading")
    links = reading.xpath("//p[@class='to-answer']/a")
    assert [text_of(link) for link in links][:3] == [
        "Compare with one answer",
        "Answer to decision 1",
        "Answer to question 1",
    ]
    for link in links:
        answer = reading.get_element_by_id(link.get("href")[1:])
        (back,) = answer.xpath("p[@class='to-place']/a/@href")
        assert reading.get_element_by_id(back[1:]) in link.iterancestors()


def test_there_is_a_sheet_for_each_unit(book: Book) -> None:
    found = editions(book.course, book.units)
    assert [each.name for each in found if each.unit is not None] == [
        *("sheet-focus", "sheet-detail"),
        *("sheet-focus-large-print", "sheet-detail-large-print"),
    ]
    assert [each.name for each in found if each.unit is None][:7] == [
        *("workbook", "workbook-fillable", "workbook-large-print"),
        *("answers", "answers-large-print", "one-page", "one-page-large-print"),
    ]


# 3. A course that has less


def test_what_a_course_has_nothing_for_is_left_out(small_course: SmallCourse) -> None:
    settings = small_course.root / "mkdocs.yml"
    less = settings.read_text("utf-8").partition("    activities")[0]
    settings.write_text(less.replace("copyright: Text CC BY 4.0\n", ""), "utf-8")
    small_course.add("index", f"# Start\n\n{EXERCISE}")
    book = small_course.book()
    made = [each for each in editions(book.course, book.units) if each.document]
    documents = {each.name: document(book, Layout(each)) for each in made}
    empty = {name for name, text in documents.items() if not text}
    # It has no session, so that its trainers have nothing either.
    kit = {each.name for each in KIT if each.document and each.document != "handout"}
    others = {"answers", "answers-large-print", "one-page", "one-page-large-print"}
    assert empty == others | kit
    workbook = fromstring(documents["workbook"])
    assert names(workbook) == ["index"]
    assert not workbook.xpath("//*[@class='cover']/@style")
    assert workbook.xpath("string(//body/@data-imprint)") == "Version 1.2 · 3 November 2026"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Text.", []),
        ("## Key points { #key-points }\n\n- One", ["Key points", "ul"]),
        (f"## Reflect and plan\n\n{EXERCISE}", ["exercise"]),
    ],
)
def test_a_sheet_has_what_its_unit_has(
    small_course: SmallCourse, text: str, parts: list[str]
) -> None:
    whole_course(small_course)
    small_course.add("dimensions/focus", f"# Focus\n\n{text}")
    book = small_course.book()
    made = document(book, Layout(edition(book, "sheet-focus")))
    path = "//section[@class='chapter']/*[not(self::header)]"
    section: Any = fromstring(made).xpath(path) if made else []
    assert [
        each.get("data-block") or (text_of(each) if each.tag == "h2" else each.tag)
        for each in section
    ] == parts


def test_a_unit_without_a_comparison_is_on_the_one_page(small_course: SmallCourse) -> None:
    whole_course(small_course)
    small_course.add("dimensions/focus", f"# Focus\n\n{QUESTION}")
    one_page = tree(small_course.book(), "one-page")
    first, second = one_page.xpath("//section[@class='unit']")
    assert (len(first.xpath(".//table")), len(second.xpath(".//table"))) == (0, 1)


# 4. Parts of documents


def test_a_part_is_a_chapter_of_its_own(book: Book) -> None:
    chapter = fragment_fromstring(
        '<section id="p"><h1>P</h1><h2 id="p--one">One</h2><p>a</p>'
        '<h2 id="p--two">Two</h2><p>b</p><h3>Deep</h3><div><h3>Deeper</h3></div>'
        '<h2 id="p--three">Three</h2><p>c</p></section>'
    )
    section = part(book, Place("index.md", "two"), chapter)
    assert dict(section.attrib) == {"class": "chapter", "id": "p--two"}
    assert [(each.tag, text_of(each)) for each in section] == [
        *(("h1", "Two"), ("p", "b"), ("h2", "Deep"), ("div", "Deeper"))
    ]
    assert not section.xpath(".//h3 | .//h1[@id]")


def test_a_missing_heading_is_reported_to_its_author(small_course: SmallCourse) -> None:
    whole_course(small_course)
    small_course.add("downloads", "# Downloads")
    book = small_course.book()
    message = (
        r'^docs/downloads\.md:1: no heading has the id "how-to-use-the-workbook", '
        r"which the printed editions need: add it to its heading: "
        r"\{ #how-to-use-the-workbook \}, or correct mkdocs\.yml$"
    )
    with pytest.raises(Refused, match=message):
        tree(book, "workbook")


def test_sources_are_those_cited_and_each_once(book: Book) -> None:
    chapter = fragment_fromstring(
        "<section>"
        + '<a href="#reference-sources--zhu2018">x</a>' * 2
        + '<a href="#reference-sources--kotter1990hbr">x</a></section>'
    )
    (section,) = sources(book, [chapter, chapter])
    assert section.get("class") == "chapter sources"
    assert section.xpath("p/@id") == [
        "reference-sources--kotter1990hbr",
        "reference-sources--zhu2018",
    ]
    assert "Small stakes" not in section.text_content()
