"""What an estimate and the forms of an exercise become on paper, in fields and in the e-book."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from course.print.text.answers import answers_of
from course.print.text.book import Paper
from course.print.text.chapter import chapter_to_write
from course.print.text.reading import chapter_to_read
from course.print.text.writing import Pen
from tests.blocks.samples import BOXES, CHECKS, ESTIMATE, SKETCH, TABLE, WHEN
from tests.markdown_page import text_of
from tests.print.small_course import SmallCourse

WHO = "Exercise 1: Who can do what?"
GUESS = "Question 1: How many told somebody?: Your guess of 1000 nurses"


def paper(course: SmallCourse, text: str) -> Paper:
    """Return a page of Markdown to write on."""
    course.add("a", f"# Title\n\n{text}")
    course.add("b", "# B")
    book = course.book()
    return Paper(book, book.page("a.md"), Pen())


def to_write(course: SmallCourse, text: str) -> HtmlElement:
    """Return a block of a chapter to write in."""
    return chapter_to_write(paper(course, text)).find("section")


def to_read(course: SmallCourse, text: str) -> HtmlElement:
    """Return a block of a chapter to read."""
    return chapter_to_read(paper(course, text)).find("section")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            TABLE,
            [
                ("blank", "a-table-vzjns5-jydubb", f"{WHO}: Close the till"),
                ("blank", "a-table-2rzv4o-b25ufh", f"{WHO}: Row 2 – Task"),
                ("blank", "a-table-2rzv4o-n3idg4", f"{WHO}: Row 2 – Who"),
                ("blank", "a-table-2rzv4o-jydubb", f"{WHO}: Row 2"),
            ],
        ),
        (
            CHECKS,
            [
                ("square", "a-checks-uxba7j", "Exercise 1: Before you go: The door"),
                ("square", "a-checks-6ahepl", "Exercise 1: Before you go: The till"),
            ],
        ),
        (
            BOXES,
            [
                ("ruled", "a-boxes-k5c2at", "Exercise 1: What if?: If it …"),
                ("ruled", "a-boxes-ufi6gg", "Exercise 1: What if?: I will …"),
            ],
        ),
        (SKETCH, [("ruled", "a-sketch", "Exercise 1: Who talks to whom?")]),
        (ESTIMATE, [("blank", "a-guess", GUESS)]),
    ],
)
def test_each_field_is_one_of_the_form_and_says_what_it_is_for(
    small_course: SmallCourse, text: str, fields: list[tuple[str, str, str]]
) -> None:
    found = to_write(small_course, text).xpath(".//*[@name]")
    assert [(f.get("class"), f.get("name"), f.get("title")) for f in found] == fields


def test_cells_of_several_lines_have_them(small_course: SmallCourse) -> None:
    text = TABLE.replace("form: table", "form: table\n    lines: 3")
    places = to_write(small_course, text).xpath(".//td/*[@name]")
    assert [(place.get("class"), len(place)) for place in places] == [("ruled", 3)] * 4


def test_a_table_on_paper_has_room_in_its_cells(small_course: SmallCourse) -> None:
    rows = to_write(small_course, TABLE).xpath(".//tbody/tr")
    assert [[text_of(cell) for cell in row] for row in rows] == [
        ["Close the till", "Amal", ""],
        ["", "", ""],
    ]
    assert [len(row.xpath("td/span[@class='blank']")) for row in rows] == [1, 3]


def test_boxes_on_paper_are_squares_and_lines(small_course: SmallCourse) -> None:
    checks = to_write(small_course, CHECKS)
    items = checks.xpath(".//li[span[@class='square']]")
    assert [text_of(item) for item in items] == ["The door", "The till"]
    boxes = to_write(small_course, BOXES)
    assert [text_of(label) for label in boxes.xpath(".//p[@class='label']")] == [
        "If it …",
        "I will …",
    ]
    assert [len(ruled) for ruled in boxes.xpath(".//div[@class='ruled']")] == [3, 3]


def test_a_sketch_on_paper_is_a_frame_without_a_word(small_course: SmallCourse) -> None:
    sketch = to_write(small_course, SKETCH)
    assert sketch.get("data-form") == "sketch"
    assert [len(ruled) for ruled in sketch.xpath(".//div[@class='ruled']")] == [9]
    assert text_of(sketch).endswith("Draw your team.")


def test_an_estimate_on_paper_has_a_place_for_the_number(small_course: SmallCourse) -> None:
    estimate = to_write(small_course, ESTIMATE)
    (guess,) = estimate.xpath(".//*[@data-part='guess']")
    assert text_of(guess) == "Your guess of 1000 nurses"
    assert [each.get("class") for each in guess] == ["blank"]
    assert "Few told" not in text_of(estimate)
    assert text_of(estimate).endswith("nurses")


def test_what_was_found_is_in_the_answers_and_in_their_key(small_course: SmallCourse) -> None:
    (answer,) = answers_of(paper(small_course, ESTIMATE), {})
    assert (answer.number, answer.right) == ("Question 1", "7.5 of 1000 nurses")
    assert [text_of(each) for each in answer.element] == [
        "Question 1. How many told somebody?",
        "Found: 7.5 of 1000 nurses.",
        "Few told somebody.",
        "It was one town.",
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (TABLE, "Fill it in. Task Who Close the till Amal"),
        (CHECKS, "Tick them. The door The till"),
        (BOXES, "If it …I will …"),
        (SKETCH, "Draw your team."),
        (ESTIMATE, "They found a fault. Answer to question 1"),
    ],
)
def test_the_book_to_read_has_no_field(small_course: SmallCourse, text: str, end: str) -> None:
    block = to_read(small_course, text)
    assert text_of(block).endswith(end)
    assert not block.xpath(".//input | .//textarea | .//label")


def test_a_condition_begins_the_paragraph_after_it(small_course: SmallCourse) -> None:
    said = "If you have the word CABLE and you do not have the word VAN: You have it."
    page = paper(small_course, WHEN)
    for chapter in (chapter_to_write(page), chapter_to_read(page)):
        (part,) = chapter.xpath("div[@data-block='when']")
        assert [text_of(each) for each in part] == [said]
        assert [each.tag for each in part[0]] == ["span", "em"]


def test_a_condition_before_a_list_is_a_line_of_its_own(small_course: SmallCourse) -> None:
    text = WHEN.replace("You *have* it.", "- Tea\n- Milk")
    (part,) = chapter_to_write(paper(small_course, text)).xpath("div[@data-block='when']")
    assert [each.tag for each in part] == ["p", "ul"]
