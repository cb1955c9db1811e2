"""Where readers write, a chapter has room for it, and it leaves out what answers them."""

from __future__ import annotations

import pytest

from course.print.text.writing import Pen
from tests.markdown_page import text_of
from tests.print.chapters import chapter, fields
from tests.print.small_course import (
    ANSWER,
    DECISION,
    EXERCISE,
    GATHER,
    PLAN,
    QUESTION,
    RATING,
    SORT,
    SmallCourse,
)


def test_a_question_on_paper_has_circles(small_course: SmallCourse) -> None:
    question = chapter(small_course, QUESTION).xpath("section")[0]
    assert len(question.xpath(".//ol[@type='A']/li/span[@class='circle']")) == 2
    assert text_of(question) == "Question 1 Which one? The first The second"


def test_a_question_on_screen_has_buttons(small_course: SmallCourse) -> None:
    section = chapter(small_course, QUESTION + SORT)
    assert fields(section) == [
        ("circle", "a-q", "Which one?: The first"),
        ("circle", "a-q", "Which one?: The second"),
        ("circle", "a-sort-gyji7h", "The rent: Now"),
        ("circle", "a-sort-gyji7h", "The rent: Later"),
        ("circle", "a-sort-rj57jb", "The plan: Now"),
        ("circle", "a-sort-rj57jb", "The plan: Later"),
    ]
    groups = section.xpath(".//*/@data-group")
    assert groups == ["Which one?"] * 2 + ["The rent"] * 2 + ["The plan"] * 2
    assert section.xpath(".//*/@value")[:2] == ["g7ulow", "uik5lu"]


def test_an_exercise_has_its_lines(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE)
    assert len(section.xpath(".//div[@class='ruled']/div[@class='line']")) == 5
    assert text_of(section.xpath("section")[0]) == "Exercise 1 · 3 minutes Write Write it."


@pytest.mark.parametrize(("room", "rows"), [(1.2, 6), (0.7, 4), (0.1, 2)])
def test_room_is_given_as_asked_but_never_one_line(room: float, rows: int) -> None:
    assert len(Pen(room).lines("x", "X", 5)) == rows


def test_an_exercise_on_screen_has_a_field(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE)
    assert fields(section) == [("ruled", "a-write", "Exercise 1: Write")]
    assert not section.xpath(".//p[@class='label']")


def test_each_field_of_a_plan_is_named(small_course: SmallCourse) -> None:
    section = chapter(small_course, PLAN)
    assert fields(section) == [
        ("ruled", "my-if", "Plan 1: My plan: If this happens"),
        ("ruled", "my-then", "Plan 1: My plan: I will"),
        ("ruled", "my-tell", "Plan 1: My plan: Whom I tell"),
        ("blank", "my-date", "Plan 1: My plan: When I look back"),
    ]
    labels = [text_of(each) for each in section.xpath(".//p[@class='label']")]
    assert labels == ["If this happens", "I will", "Whom I tell", "When I look back"]


def test_a_date_on_paper_is_a_short_line(small_course: SmallCourse) -> None:
    assert len(chapter(small_course, PLAN).xpath(".//span[@class='blank']")) == 1


def test_a_rating_is_a_table(small_course: SmallCourse) -> None:
    section = chapter(small_course, RATING)
    (table,) = section.xpath(".//table[@data-part='statements']")
    heads = [text_of(each) for each in table.xpath("thead//th[@scope='col']")]
    assert heads == ["Statement", "1 almost never", "2", "3", "4", "5 almost always"]
    rows = [text_of(each) for each in table.xpath("tbody/tr/th[@scope='row']")]
    assert rows == ["1. I write it down.", "2. I tell them."]
    assert len(table.xpath("tbody/tr/td[count(*)=1]")) == 10
    assert not section.xpath(".//ol")


def test_a_profile_has_room_for_each_number(small_course: SmallCourse) -> None:
    for name in ("focus", "detail"):
        small_course.add(f"dimensions/{name}", f"# {name.title()}")
    profile = "/// profile\n    id: p\n    ratings: base First time, today Today\n///\n"
    section = chapter(small_course, profile)
    found = fields(section)
    assert [name for _, name, _ in found][:2] == ["p-base-focus-manage", "p-today-focus-manage"]
    assert len(found) == len({name for _, name, _ in found}) == 8
    assert found[-1][2] == "4. ▲ Detail, Today"


def test_a_kind_of_the_course_has_its_places_to_write(small_course: SmallCourse) -> None:
    own = (
        '<section data-block="letter" data-series="letter" data-keeps="x-to x-ok" id="x">'
        '<p data-part="kind"><span data-part="name">Letter</span></p>'
        '<h3 data-part="title">Write home</h3>'
        '<label for="x-to-answer">To</label> <input type="text" name="x-to" id="x-to-answer">'
        '<fieldset><legend>Sent?</legend><span data-option="1"><input type="radio" name="x-ok"'
        ' id="x-ok-1" value="1"> <label for="x-ok-1">Yes</label></span></fieldset></section>'
    )
    section = chapter(small_course, own)
    assert fields(section) == [
        ("blank", "x-to", "Letter: Write home"),
        ("circle", "x-ok", "Sent?: Yes"),
    ]


# Answers


def test_reasons_and_consequences_go(small_course: SmallCourse) -> None:
    text = text_of(chapter(small_course, QUESTION + DECISION))
    assert "Stay" in text
    assert not [word for word in ("No,", "Yes,", "sleep", "yawn", "Best fit") if word in text]


def test_an_answer_leaves_lines_where_the_text_asked(small_course: SmallCourse) -> None:
    section = chapter(small_course, f"## Why\n\nWhy did this work?\n\n{ANSWER}")
    assert fields(section) == [("ruled", "a-answer-1", "Your answer: Why")]
    assert section.xpath("div[div[@class='ruled']]/@id") == ["a--answer-1"]


def test_an_answer_after_an_exercise_leaves_nothing(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE + ANSWER)
    assert [name for _, name, _ in fields(section)] == ["a-write"]
    assert "This is it" not in section.text_content()


def test_gathered_questions_become_rounds(small_course: SmallCourse) -> None:
    small_course.add("dimensions/x", f"# X\n\n{QUESTION.replace('a-', 'x-')}")
    small_course.add("dimensions/y", f"# Y\n\n{QUESTION.replace('a-', 'y-')}")
    small_course.add("other", f"# Z\n\n{QUESTION.replace('a-', 'z-')}")
    gather = GATHER.replace("mixed", "from: dimensions\n    mixed")
    section = chapter(small_course, gather)
    # Two tables side by side, with half of the questions each.
    halves = section.xpath("div/div[@class='sides halves']/div/table[@data-part='rounds']")
    for half in halves:
        heads = [text_of(each) for each in half.xpath("thead//th")]
        assert heads == ["Question", "After one week", "After four weeks"]
    rows = [
        (text_of(each), each.xpath("string(a/@href)"))
        for half in halves
        for each in half.xpath("tbody/tr/th")
    ]
    assert rows == [("Question 1", "#dimensions-x--x-q"), ("Question 2", "#dimensions-y--y-q")]
    assert "Which" not in section.text_content()
    assert "Turn to the page of each question" in section.text_content()
    assert fields(section)[:2] == [
        ("blank", "a-x-q-1", "Question 1, After one week"),
        ("blank", "a-x-q-2", "Question 1, After four weeks"),
    ]


def test_gathered_questions_are_one_table_in_large_print(small_course: SmallCourse) -> None:
    small_course.add("dimensions/x", f"# X\n\n{QUESTION.replace('a-', 'x-')}")
    small_course.add("dimensions/y", f"# Y\n\n{QUESTION.replace('a-', 'y-')}")
    gather = GATHER.replace("mixed", "from: dimensions\n    mixed")
    section = chapter(small_course, gather, cards=True)
    (table,) = section.xpath(".//table[@data-part='rounds']")
    assert len(table.xpath("thead/tr")) == 1
    assert [text_of(row) for row in table.xpath("tbody/tr/th")] == ["Question 1", "Question 2"]
