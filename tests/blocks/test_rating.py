"""The rating block."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import RATING, block_of
from tests.markdown_page import Pages


def test_each_statement_says_its_unit_and_activity(pages: Pages) -> None:
    (listed,) = block_of(pages, RATING).parts("statements")
    assert [dict(statement.attrib) for statement in listed] == [
        {"data-statement": "", "data-unit": "focus", "data-activity": activity}
        for activity in ("manage", "lead")
    ]
    assert listed.find("li/fieldset/legend/em").text == "it"


@pytest.mark.parametrize(
    ("label", "message"),
    [
        (
            "focus manage",
            'two statements are marked "[focus manage]": write one for each activity',
        ),
        (
            "focus leading",
            'a statement is marked "[focus leading]": '
            "write the page name of a unit, then manage or lead, as in [focus lead]",
        ),
        (
            "detail lead",
            'a statement is about "detail", which is no page in dimensions/: write focus',
        ),
    ],
)
def test_wrong_labels_are_told(pages: Pages, label: str, message: str) -> None:
    block_of(pages, RATING)
    told = pages.messages(RATING.replace("focus lead", label))
    assert [line.partition(": ")[2] for line in told] == [f'rating "a-rating": {message}']
    assert not told[0].startswith("docs/text.md:1:")


def test_the_scale_has_words_for_each_step_above_the_statements(pages: Pages) -> None:
    (scale,) = block_of(pages, RATING).parts("scale")
    steps = [text_of(step) for step in scale]
    assert (steps[0], len(steps), steps[4]) == ("1 almost never", 5, "5 almost always")
    assert scale.getnext().get("data-part") == "statements"
