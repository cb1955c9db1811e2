"""The trainer's kit: what each of its editions is made of."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml.html import HtmlElement, fromstring
from pptx import Presentation

from course.editions import KIT, Edition, Layout, editions
from course.print.kit.documents import document
from course.print.kit.handout import handouts
from course.print.kit.pptx import write_slides
from course.print.kit.trainer_kit import trainer_kit
from course.print.text.book import Book, read_book
from tests.markdown_page import COURSE, text_of
from tests.print.small_course import DECISION, EXERCISE, SmallCourse

SETTINGS = """    kit:
      pages: trainers/
      start: trainers/index.md#start
      evaluation: [trainers/index.md#form, trainers/index.md#later]
"""
START = "# Train\n\n## Start\n\nRead.\n\n## Form\n\nTick.\n\n## Later\n\nWrite.\n"
SCENES = """/// scene | Monday
    id: mon

Red.

- [calm] Call.
- [rush] Move.
///

/// scene | Calm
    id: calm
    ending: true

They talk.
///

/// scene | Rush
    id: rush
    ending: true

You run.
///
"""
SESSION = """# Sessions

//// slide | Two *ways*
    id: a-slide
    mark: hem

- Cut **it**
- Sew it

/// say
Say both. Then wait.
///
////

//// slide | A table
    id: b-slide

| One | Two |
|---|---|
| a | b |

/// say
Point at it.
///
////

/// session | An hour
    id: hour
    minutes: 60
    handout: 60
    sides: 4

| Part | Minutes | Slides |
|---|---|---|
| [A line](#line) | | [](#a-slide) |
| [A case](/course/practice/cases/#a-late) and [the same](/course/practice/cases/#a-late) | | |
| [Write](/course/practice/cases/#told) | | |
| [The week](/course/practice/week/#the-week) | | |
| Break | 10 | |
///

/// activity | A line
    id: line
    minutes: 7
    goal: See it.

Stand.
///

/// cards | Statements
    id: statements

- [manage] Writes it down.
- [lead] Says why.
- [both] Writes down why.

    Both halves.
///

/// cards | Cases
    id: deck
    page: practice/cases.md
///

/// case
    page: practice/cases.md#a-late

What did you see?
///
"""
HEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M2 2h44v44H2z"/></svg>'


@pytest.fixture
def book(small_course: SmallCourse) -> Book:
    """A course with a session."""
    (small_course.docs / "marks").mkdir()
    (small_course.docs / "marks" / "hem.svg").write_text(HEM, "utf-8")
    small_course.add("index", "# Start")
    told = f"## Told\n\nTell them.\n\n{EXERCISE}\n\n## Not told\n\n/// more | X\nNo.\n///\n"
    small_course.add("practice/cases", f"# Cases\n\n{DECISION}\n\n{told}")
    week = f"# Week\n\nYou work at a theatre.\n\n## The week\n\nGo on.\n\n{SCENES}"
    small_course.add("practice/week", week)
    small_course.add("trainers/index", START)
    small_course.add("trainers/sessions", SESSION)
    small_course.add("reference/glossary", "# Glossary")
    small_course.add("reference/sources", "# Sources\n\n/// bibliography\n///\n")
    settings = COURSE.replace("    pages:\n", f"{SETTINGS}    pages:\n")
    (small_course.root / "mkdocs.yml").write_text(settings, "utf-8")
    return small_course.book()


def edition(book: Book, name: str) -> Edition:
    """Return an edition of a book by its name."""
    found = editions(book.course, book.units, handouts(book))
    return next(each for each in found if each.name == name)


def tree(book: Book, name: str, **facts: dict[str, int] | dict[str, dict[str, int]]) -> HtmlElement:
    """Return the document of an edition as a tree."""
    layout = Layout(edition(book, name), **facts)  # type: ignore[arg-type]
    return fromstring(document(book, layout))


def body(tree: HtmlElement) -> str:
    """Return the text of a document."""
    return text_of(tree.xpath("//body")[0])


# 1. Handouts


def test_each_session_with_a_handout_has_one(book: Book) -> None:
    (found,) = handouts(book)
    assert (found.name, found.title, found.sides) == ("60", "An hour", 4)
    made = edition(book, "handout-60")
    assert [made.file(size) for size in made.sizes] == [
        "handout-60-a4.pdf",
        "handout-60-letter.pdf",
    ]


def test_a_handout_has_what_its_plan_leads_to_once_and_in_order(book: Book) -> None:
    page = tree(book, "handout-60")
    titles = [text_of(title) for title in page.xpath("//h2")]
    assert titles == ["A late call", "Write", "Week", "Monday", "Calm", "Rush"]
    # The activity is the trainer's, and what is told is not written down.
    assert not page.xpath("//*[@data-block='activity' or @data-block='slide']")
    assert "Tell them." not in body(page)
    # A story begins with its title and its situation.
    assert "You work at a theatre." in body(page)
    assert page.xpath("//*[starts-with(@id, 'row-')]/@id") == ["row-2", "row-3", "row-4"]


def test_a_handout_asks_for_a_name_and_has_no_answer(book: Book) -> None:
    page = tree(book, "handout-60")
    assert [text_of(each) for each in page.xpath("//*[@class='owner']")] == ["Name", "Date"]
    assert "You sleep." not in body(page)
    assert page.xpath("//*[@class='line']")


# 2. The guide


def test_the_guide_has_each_case_with_its_reasons_and_notes(book: Book) -> None:
    page = tree(book, "facilitator")
    (case,) = page.xpath("//*[@data-block='case']")
    told = text_of(case)
    parts = ("A late call", "It is late.", "What now?", "Go", "You sleep.", "You yawn.", "What did")
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_a_plan_leads_to_where_the_guide_tells_its_case(book: Book) -> None:
    page = tree(book, "facilitator")
    (link,) = page.xpath("//table[@data-part='agenda']//a[.='A case']")
    (case,) = page.xpath("//*[@data-block='case']")
    assert case.xpath(".//h3/@id") == [link.get("href")[1:]]


def test_the_guide_names_pages_of_the_workbook_and_of_handouts(book: Book) -> None:
    pages = {"practice-cases--a-late": 12}
    page = tree(book, "facilitator", pages=pages, sheets={"60": {"row-2": 3}})
    rows = page.xpath("//table[@data-part='agenda']//tr")
    told = [text_of(row) for row in rows]
    assert told[0] == "Start Part Minutes Slides Page"
    assert text_of(page.xpath("//*[@data-block='case']/h3")[0]) == "A late call (workbook, page 12)"
    assert [text_of(row[-1]) for row in rows][1:4] == ["", "3", ""]


def test_without_a_handout_the_plan_has_no_column_for_it(book: Book) -> None:
    page = tree(book, "facilitator")
    assert not page.xpath("//*[@data-part='sheet']")


# 3. Cards


def test_each_back_is_behind_its_front(book: Book) -> None:
    page = tree(book, "cards")
    sides = page.xpath("//section[starts-with(@class, 'side')]")
    assert [side.get("class") for side in sides] == [
        *("side statements", "side statements back", "side cases", "side cases back"),
        *("side signs", "side blanks"),
    ]
    fronts, backs = ([text_of(card) for card in side] for side in sides[:2])
    assert fronts[:3] == ["Writes it down.1", "Says why.2", "Writes down why.3"]
    # Paper is turned on its long edge, which changes left and right.
    assert backs[:4] == ["▲ lead2", "■ manage1", "", "■▲ bothBoth halves. 3"]
    assert len(fronts) == len(backs) == 8


def test_a_case_has_its_options_in_front_and_its_reasons_behind(book: Book) -> None:
    page = tree(book, "cards")
    front = text_of(page.xpath("//section[@class='side cases']/div")[0])
    back = text_of(page.xpath("//section[@class='side cases back']/div")[1])
    assert ("It is late." in front, "Stay" in front, "You sleep." in front) == (True, True, False)
    assert ("It is late." in back, "Stay" in back, "You sleep." in back) == (False, True, True)


# 4. Slides


def test_the_decks_have_every_slide_in_order(book: Book) -> None:
    shown, noted = tree(book, "slides-show"), tree(book, "slides-notes")
    for page in (shown, noted):
        assert [text_of(title) for title in page.xpath("//h1")] == ["Two ways", "A table"]
        assert [text_of(each) for each in page.xpath("//*[@data-part='place']")] == ["1", "2"]
    assert "Say both." not in body(shown)
    assert "Say both. Then wait." in body(noted)


def test_the_decks_of_a_session_have_what_its_plan_shows(book: Book) -> None:
    for name in ("slides-show-60", "slides-notes-60", "slides-pptx-60"):
        page = tree(book, name)
        assert [text_of(title) for title in page.xpath("//h1")] == ["Two ways"]
        assert text_of(page.xpath("//title")[0]).startswith("Small course: An hour: Slides")
        whens = [text_of(each) for each in page.xpath("//p[@class='when']")]
        assert whens == ([] if name == "slides-show-60" else ["0:00 · A line · 7 minutes"])
    assert edition(book, "slides-pptx-60").pictured == edition(book, "slides-show-60").file("")


def test_a_handout_has_a_line_for_the_fact_that_decides_a_case(book: Book) -> None:
    (case,) = tree(book, "handout-60").xpath("//section[@data-block='decision']")
    assert text_of(case.xpath("p[@class='fact']")[0]) == "The fact that decides it:"


@pytest.mark.print
def test_slides_to_change_have_text_notes_and_names(book: Book) -> None:
    text = document(book, Layout(edition(book, "slides-pptx")))
    data = write_slides(text, book.course)
    assert write_slides(text, book.course) == data
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    deck = Presentation(BytesIO(data))
    assert [layout.name for layout in deck.slide_layouts] == ["Title and Content", "Title Only"]
    first, second = deck.slides
    assert (first.shapes.title.text, second.shapes.title.text) == ("Two ways", "A table")
    assert first.placeholders[1].text_frame.text == "Cut it\nSew it"
    assert first.notes_slide.notes_text_frame.text == "Say both. Then wait."
    (table,) = [shape for shape in second.shapes if shape.has_table]
    assert [cell.text for row in table.table.rows for cell in row.cells] == ["One", "Two", "a", "b"]
    names = [name for slide in deck.slides for name in slide._element.xpath(".//p:cNvPr/@descr")]
    assert names == ["A drawing for “Two ways”", "A table"]


# 5. The rest


def test_the_wall_has_a_sign_for_each_activity_and_one_for_both(book: Book) -> None:
    page = tree(book, "wall-sign")
    assert [text_of(title) for title in page.xpath("//h1")] == ["manage", "lead", "both"]


def test_forms_and_the_first_page_are_parts_that_the_settings_name(book: Book) -> None:
    assert [text_of(each) for each in tree(book, "evaluation").xpath("//h1")] == ["Form", "Later"]
    assert [text_of(each) for each in tree(book, "start-here").xpath("//h1")] == ["Start"]


def test_a_course_without_sessions_has_no_kit(small_course: SmallCourse) -> None:
    small_course.add("index", f"# Start\n\n{DECISION}")
    small_course.add("reference/glossary", "# Glossary")
    small_course.add("reference/sources", "# Sources\n\n/// bibliography\n///\n")
    small_course.build()
    book = read_book(small_course.site, small_course.course)
    found = editions(book.course, book.units, handouts(book))
    documents = {each.document for each in KIT}
    kit = [each for each in found if each.document in documents and each.kind != "zip"]
    assert [document(book, Layout(each)) for each in kit] == [""] * len(kit)
    assert trainer_kit(found, book.course, small_course.root, {}) == {}


def test_the_kit_has_every_file_with_the_page_to_begin_with_first(
    book: Book, tmp_path: Path
) -> None:
    found = editions(book.course, book.units, handouts(book))
    made = {}
    for each in found:
        for size in each.sizes if each.in_kit else ():
            made[each.file(size)] = tmp_path / each.file(size)
            made[each.file(size)].write_text(each.name, "utf-8")
    packed = trainer_kit(found, book.course, tmp_path, made)
    assert trainer_kit(found, book.course, tmp_path, made) == packed
    with ZipFile(packed["trainer-kit.zip"]) as archive:
        names = archive.namelist()
        assert archive.read("A4/cards-a4.pdf") == b"cards"
    assert names[0] == "start-here.pdf"
    assert {"A4/handout-60-a4.pdf", "Letter/facilitator-letter.pdf", "slides.pptx"} < set(names)
    assert len(names) == len(made)
