"""The rating block."""

from __future__ import annotations

from tests.markdown_page import Pages, text_of

RATING = """/// rating | Where you stand
    id: baseline
    minutes: 3

- [focus manage] I set the order of the day.
- [focus lead] I say what the work is *for*.
///
"""


def test_each_statement_has_five_steps(pages: Pages) -> None:
    statements = pages.html(RATING).findall("section/ol/li")
    assert [s.get("data-activity") for s in statements] == ["manage", "lead"]
    assert text_of(statements[1].find("fieldset/legend")) == "I say what the work is for."
    buttons = statements[0].findall(".//input")
    assert [button.get("value") for button in buttons] == ["1", "2", "3", "4", "5"]
    assert {button.get("name") for button in buttons} == {"baseline-focus-manage"}
    assert text_of(statements[0].find(".//label")) == "1, almost never"


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(RATING) == []


def test_wrong_labels_are_told(pages: Pages) -> None:
    assert pages.messages(RATING.replace("[focus lead]", "[focus manage]")) == [
        'docs/text.md:1: rating "baseline": two statements are marked "[focus manage]": '
        "write one for each activity"
    ]
    assert pages.messages(RATING.replace("[focus lead]", "[focus leading]")) == [
        'docs/text.md:1: rating "baseline": a statement is marked "[focus leading]": '
        "write the page name of a dimension, then manage or lead"
    ]
