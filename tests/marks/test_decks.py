"""Decks of questions and cases."""

from __future__ import annotations

from tests.blocks.samples import DECISION, MATCH, QUESTION, SORT
from tests.markdown_page import Pages


def test_questions_that_follow_one_another_are_in_a_deck(pages: Pages) -> None:
    html = pages.html("\n\n".join([SORT, MATCH, DECISION, "Between.", QUESTION]))
    assert [element.get("data-part") or element.get("data-block") for element in html] == [
        *("deck", "decision", None, "question")
    ]
    assert [card.get("data-block") for card in html.find("div")] == ["sort", "match"]
