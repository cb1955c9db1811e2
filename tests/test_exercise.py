"""The exercise block."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages, text_of

EXERCISE = """/// exercise | Sort *two* days
    id: focus-week
    minutes: 4
    lines: 8
    objective: focus-sort

Write **five** things.

- one
///
"""


def test_html(pages: Pages) -> None:
    article = pages.html(EXERCISE)
    section = article.find("section")
    assert section.attrib == {
        "class": "exercise",
        "id": "focus-week",
        "data-objective": "focus-sort",
        "data-minutes": "4",
        "aria-labelledby": "focus-week-title",
    }
    assert text_of(section.find("p[@class='kind']")) == "Exercise · 4 minutes"
    assert section.find("h3").get("id") == "focus-week-title"
    assert section.find("h3/em").text == "two"
    assert section.find("div[@class='prompt']/p/strong").text == "five"
    assert section.find("div[@class='prompt']/ul/li").text.strip() == "one"
    field = section.find("textarea")
    assert (field.get("name"), field.get("rows")) == ("focus-week", "8")
    assert section.find("label").get("for") == field.get("id")


def test_one_minute_is_singular(pages: Pages) -> None:
    article = pages.html(EXERCISE.replace("minutes: 4", "minutes: 1"))
    assert text_of(article.find(".//p[@class='kind']")) == "Exercise · 1 minute"


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(EXERCISE) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("    lines: 8\n", ""),
            'docs/text.md:1: exercise "Sort *two* days": option "lines" is missing: '
            "write a whole number of lines to write on, from 1 to 40",
        ),
        (
            ("minutes: 4", "minutes: soon"),
            'docs/text.md:1: exercise "Sort *two* days": option "minutes" is "soon": '
            "write a whole number from 1 to 90",
        ),
        (
            ("id: focus-week", "id: Focus Week"),
            'docs/text.md:1: exercise "Sort *two* days": option "id" is "Focus Week": '
            "write lower-case words joined by hyphens, such as focus-week",
        ),
        (
            ("lines: 8", "line: 8\n    lines: 8"),
            'docs/text.md:1: exercise "Sort *two* days": there is no option "line": write lines',
        ),
        (
            (" | Sort *two* days", ""),
            "docs/text.md:1: exercise: it has no title: write /// exercise | Title",
        ),
        (
            ("id: focus-week", "id: [focus"),
            'docs/text.md:1: exercise "Sort *two* days": the options cannot be read: '
            "write each on its own line as name: value",
        ),
        (
            ("    id:", "  id:"),
            'docs/text.md:1: exercise "Sort *two* days": the options are not indented by four '
            "spaces: put four spaces before each",
        ),
        (
            ("days\n", "days\n\n"),
            'docs/text.md:1: exercise "Sort *two* days": a blank line stands before the options: '
            "remove it",
        ),
    ],
)
def test_wrong_use_is_told_once(pages: Pages, change: tuple[str, str], message: str) -> None:
    assert pages.messages(EXERCISE.replace(*change)) == [message]


def test_wrong_use_stays_literal_text(pages: Pages) -> None:
    article = pages.html(EXERCISE.replace("minutes: 4", "minutes: soon"))
    assert "/// exercise" in article.text_content()
