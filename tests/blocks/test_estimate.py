"""The block that asks for a number before it tells what was found."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import ESTIMATE, block_of, line_of_change
from tests.markdown_page import Pages


def test_its_field_says_what_can_be_written(pages: Pages) -> None:
    (field,) = block_of(pages, ESTIMATE).element.iter("input")
    facts = {name: field.get(name) for name in ("type", "min", "max", "step", "data-right")}
    assert list(facts.values()) == ["number", "0", "1000", "0.1", "7.5"]


def test_a_whole_number_has_whole_steps(pages: Pages) -> None:
    (field,) = block_of(pages, ESTIMATE.replace("[7.5]", "[7]")).element.iter("input")
    assert field.get("step") == "1"


def test_what_was_found_is_behind_a_disclosure(pages: Pages) -> None:
    block = block_of(pages, ESTIMATE)
    (finding,) = block.parts("finding")
    assert (finding.tag, finding.get("data-key")) == ("details", "7.5 of 1000 nurses")
    assert [text_of(each) for each in finding] == [
        "What was found",
        "Found: 7.5 of 1000 nurses.",
        "Few told somebody.",
        "It was one town.",
    ]
    assert [text_of(each) for each in block.parts("content")] == ["They found a fault."]


def test_a_script_compares_the_guess_with_it(pages: Pages) -> None:
    block = block_of(pages, ESTIMATE)
    assert block.parts("tools")[0].xpath("button/@data-do") == ["showFinding"]
    assert [place.get("role") for place in block.parts("compared")] == ["status"]
    (line,) = block.parts("range")
    assert line.get("hidden") is not None
    assert [text_of(part) for part in line] == ["0", "1,000", "Your guess", "Found"]


LAST = "it does not say what was found: write it last, as"


# What to change in a right block, and how the message to its author begins.
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- [7.5] Few", "- Few", f'"a-guess": {LAST}'),
        ("[7.5] Few *told* somebody.\n\n    It was one town.", "[7.5]", f'"a-guess": {LAST}'),
        ("[7.5]", "[seven]", '"a-guess": "seven" is no number: write what was found in digits'),
        ("[7.5]", "[]", '"a-guess": "" is no number: write what was found in digits'),
        ("[7.5]", "[1001]", '"a-guess": 1001 is not in the range 0 to 1000: correct the one'),
        ("[7.5]", "[-1]", '"a-guess": -1 is not in the range 0 to 1000: correct the one'),
        ("    It was", "- [8] It was", '"a-guess": it has 2 findings: leave one, and indent'),
        ("0 to 1000", "up to 1000", 'option "range" is "up to 1000": write two numbers, the sm'),
        ("0 to 1000", "1000 to 0", 'option "range" is "1000 to 0": write two numbers, the small'),
        ("    unit: of 1000 nurses\n", "", 'option "unit" is missing: write what the number'),
        ("    range: 0 to 1000\n", "", 'option "range" is missing: write two numbers, the small'),
    ],
)
def test_wrong_use_names_the_line_of_the_block(
    pages: Pages, old: str, new: str, message: str
) -> None:
    assert old in ESTIMATE
    (told,) = pages.messages(f"Before.\n\n{ESTIMATE.replace(old, new, 1)}")
    about = message if message.startswith('"') else f'"How *many* told somebody?": {message}'
    place, _, said = told.partition(": ")
    assert said.startswith(f"estimate {about}")
    line = line_of_change(ESTIMATE, old, new) if "option" in message else 1
    assert place == f"docs/text.md:{line + 2}"
