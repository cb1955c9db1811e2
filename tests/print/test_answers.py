"""The answers: every question, decision and hidden answer, with what is right and why."""

from __future__ import annotations

from lxml.html import HtmlElement

from course.print.text.answers import Answered, answers_of, chapter_of_answers
from course.print.text.book import Paper
from course.print.text.writing import Pen
from tests.markdown_page import text_of
from tests.print.small_course import (
    ANSWER,
    DECISION,
    EXERCISE,
    GATHER,
    MATCH,
    QUESTION,
    SORT,
    SmallCourse,
)


def answered(
    course: SmallCourse, text: str, pages: dict[str, int] | None = None
) -> tuple[Paper, list[Answered]]:
    """Return a page of Markdown `a`, and its answers."""
    course.add("a", f"# Title\n\n## Part\n\n{text}")
    course.add("b", "# B")
    book = course.book()
    paper = Paper(book, book.page("a.md"), Pen())
    return paper, answers_of(paper, pages or {})


def answers(course: SmallCourse, text: str, pages: dict[str, int] | None = None) -> HtmlElement:
    """Return the chapter of the answers of a page of Markdown."""
    return chapter_of_answers(*answered(course, text, pages))


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
        ("a--answer-1", "Part"),
        ("a--a-late", "Decision 1. A late call"),
        ("a--a-match", "Question 1"),
        ("a--a-q", "Question 2"),
    ]
    assert [each.tag for each in article] == ["h1", *["section"] * 4]


def test_a_page_may_have_no_answer(small_course: SmallCourse) -> None:
    assert answered(small_course, EXERCISE)[1] == []


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
        [text_of(place) for place in each.xpath("*[1][self::p][@class='place']")]
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
    paper, own = answered(small_course, QUESTION)
    assert [each.element.get("id") for each in own] == ["a-q"]
    review = Paper(paper.book, paper.book.page("review.md"), Pen())
    assert answers_of(review, {}) == []


def test_a_key_says_what_is_right_and_where(small_course: SmallCourse) -> None:
    text = QUESTION + SORT + MATCH + DECISION + EXERCISE + ANSWER
    _, own = answered(small_course, text, {"a--a-q": 7})
    assert [(each.number, each.right, each.page) for each in own] == [
        ("Question 1", "B", 7),
        ("Question 2", "1 Now, 2 Later", 0),
        ("Question 3", "1 B, 2 A", 0),
        ("Decision 1", "A", 0),
        ("Exercise 1", "", 0),
    ]


def test_each_leads_back_in_words(small_course: SmallCourse) -> None:
    _, own = answered(small_course, ANSWER + QUESTION + DECISION + EXERCISE + ANSWER)
    assert [each.back for each in own] == [
        "Back to “Part”",
        "Back to question 1",
        "Back to decision 1",
        "Back to “Exercise 1. Write”",
    ]


def test_a_kind_of_the_course_has_its_answer(small_course: SmallCourse) -> None:
    own = (
        '<section data-block="letter" id="x"><p data-part="kind"><span data-part="name">Letter'
        '</span></p><h3 data-part="title">Write home</h3>'
        "<details data-answers><summary>Show</summary><p>Dear all</p></details></section>"
    )
    article = answers(small_course, own)
    assert found(article) == [("a--x", "Letter. Write home")]
    assert texts(article.xpath("section")[0]) == ["Letter. Write home", "Dear all"]


def test_an_answer_after_an_exercise_has_its_name(small_course: SmallCourse) -> None:
    article = answers(small_course, EXERCISE + ANSWER)
    assert found(article) == [("a--answer-1", "Exercise 1. Write")]
