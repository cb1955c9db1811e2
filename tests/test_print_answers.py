"""The answers: every question, decision and hidden answer, with what is right and why."""

from __future__ import annotations

from lxml.html import HtmlElement

from course.print.answers import answers_of, key_of
from tests.markdown_page import text_of
from tests.small_course import (
    ANSWER,
    DECISION,
    EXERCISE,
    GATHER,
    MATCH,
    QUESTION,
    SORT,
    SmallCourse,
)


def answers(course: SmallCourse, text: str, pages: dict[str, int] | None = None) -> HtmlElement:
    """Return what is left of a page of Markdown `a`, all of which has answers."""
    course.add("a", f"# Title\n\n## Part\n\n{text}")
    course.add("b", "# B")
    chapter = course.book().chapter("a/index.html")
    assert answers_of(chapter, pages or {})
    return chapter.article


def found(article: HtmlElement) -> list[tuple[str, str]]:
    """Return the id and heading of each answer."""
    return [
        (each.get("id"), text_of(each.xpath("h2")[0]))
        for each in article.xpath("section[@class='answered']")
    ]


def texts(element: HtmlElement) -> list[str]:
    """Return the text of each element in an element."""
    return [text_of(each) for each in element]


def test_every_kind_is_there_in_the_order_of_the_page(small_course: SmallCourse) -> None:
    article = answers(small_course, ANSWER + DECISION + EXERCISE + MATCH + QUESTION)
    assert found(article) == [
        ("answer-1", "Part"),
        ("a-late", "Decision 1. A late call"),
        ("a-match", "Question 1"),
        ("a-q", "Question 2"),
    ]
    assert [each.tag for each in article] == ["h1", *["section"] * 4]


def test_a_page_without_answers_says_so(small_course: SmallCourse) -> None:
    small_course.add("a", f"# Title\n\n{EXERCISE}")
    small_course.add("b", "# B")
    assert not answers_of(small_course.book().chapter("a/index.html"), {})


def test_a_question_is_asked_again(small_course: SmallCourse) -> None:
    section = answers(small_course, QUESTION).xpath("section")[0]
    assert texts(section)[:2] == ["Question 1", "Which one?"]


def test_each_option_has_its_reason_and_the_right_one_is_marked(small_course: SmallCourse) -> None:
    reasons = answers(small_course, QUESTION).xpath("section/ol[@type='A']/li")
    assert [(each.get("class"), texts(each)) for each in reasons] == [
        (None, ["The first", "Not this one. No, not this."]),
        ("right", ["The second", "Right. Yes, this."]),
    ]


def test_each_option_of_a_case_has_its_consequence(small_course: SmallCourse) -> None:
    section = answers(small_course, DECISION).xpath("section")[0]
    assert text_of(section.xpath("p[@class='stem']")[0]) == "What now?"
    assert [(each.get("class"), texts(each)) for each in section.xpath("ol/li")] == [
        ("right", ["Go", "Best fit. You sleep."]),
        (None, ["Stay", "You yawn."]),
    ]


def test_each_item_to_match_has_its_reason(small_course: SmallCourse) -> None:
    section = answers(small_course, MATCH).xpath("section")[0]
    partners, reasons = section.xpath("ol")
    assert sorted(texts(partners)) == ["Later", "Now"]
    assert not reasons.get("type")
    assert [texts(each) for each in reasons] == [
        ["The rent", "B: Now. Due today."],
        ["The plan", "A: Later. Not due."],
    ]


def test_a_hidden_answer_is_whole_without_its_title(small_course: SmallCourse) -> None:
    section = answers(small_course, ANSWER).xpath("section")[0]
    assert texts(section) == ["Part", "It had a reason."]
    assert section.xpath("p/em")


def test_each_names_its_page_of_the_workbook(small_course: SmallCourse) -> None:
    pages = {"a--a-q": 7, "a--a-write": 8, "a--answer-2": 9}
    text = QUESTION + EXERCISE + ANSWER + "Between.\n\n" + ANSWER + DECISION
    article = answers(small_course, text, pages)
    places = [
        [text_of(place) for place in each.xpath("*[2][self::p][@class='place']")]
        for each in article.xpath("section")
    ]
    assert places == [
        ["Workbook, page 7"],
        # The lines to write on are those of the exercise before.
        ["Workbook, page 8"],
        ["Workbook, page 9"],
        [],
    ]


def test_gathered_questions_are_answered_once(small_course: SmallCourse) -> None:
    small_course.add("review", f"# Review\n\n{GATHER}")
    article = answers(small_course, QUESTION)
    assert [identifier for identifier, _ in found(article)] == ["a-q"]
    assert not answers_of(small_course.book().chapter("review/index.html"), {})


def test_the_key_has_a_line_for_each_question_and_decision(small_course: SmallCourse) -> None:
    text = QUESTION + SORT + MATCH + DECISION + EXERCISE + ANSWER
    article = answers(small_course, text, {"a--a-q": 7})
    lines = [key_of(each) for each in article.xpath("section")]
    assert [tuple(line.values()) for line in lines if line] == [
        ("a-q", "Question 1", "B", "7"),
        ("a-sort", "Question 2", "1 Now, 2 Later", ""),
        ("a-match", "Question 3", "1 B, 2 A", ""),
        ("a-late", "Decision 1", "A", ""),
    ]


def test_an_answer_after_an_exercise_has_its_name(small_course: SmallCourse) -> None:
    article = answers(small_course, EXERCISE + ANSWER)
    assert found(article) == [("answer-1", "Exercise 1. Write")]
