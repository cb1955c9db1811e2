"""The block that holds the states of one chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.blocks.frames import Frames
from course.model import Block, text_of
from tests.blocks.samples import FRAMES, HOURS, block_of
from tests.markdown_page import Pages


@pytest.fixture
def hours(pages: Pages) -> Path:
    """The file of the chart."""
    file = pages.root / "docs" / "figures" / "hours.csv"
    file.parent.mkdir(parents=True)
    file.write_text(HOURS, "utf-8")
    return file


@pytest.fixture
def block(pages: Pages, hours: Path) -> Block:
    """The block, as it is built."""
    return block_of(pages, FRAMES)


def test_each_state_has_a_button_that_its_sentence_describes(block: Block) -> None:
    frames = block.element.xpath(".//*[@data-frame]")
    assert [text_of(frame.find(".//label")) for frame in frames] == ["None", "4", "8"]
    buttons = block.element.xpath(".//input")
    assert {(each.get("type"), each.get("name")) for each in buttons} == {("radio", "a-chart")}
    assert [each.get("checked") is not None for each in buttons] == [True, False, False]
    for button, frame in zip(buttons, frames, strict=True):
        (says,) = frame.xpath(".//*[@data-part='says']")
        assert button.get("aria-describedby") == says.get("id")
        assert button.get("id") == frame.find(".//label").get("for")
    assert text_of(block.parts("says")[1]) == "They do 25 hours at first, and 29 at the end."


def test_it_is_a_group_named_by_its_title_and_keeps_no_answer(block: Block) -> None:
    (group,) = block.element
    assert (group.tag, text_of(group[0])) == ("fieldset", "How many hours?")
    assert [text_of(part) for part in block.parts("content")] == ["A week has 40 hours."]
    assert (block.keeps, block.get("chart"), block.get("file")) == ([], "lines", "")


def test_each_state_has_a_picture_that_is_heard(block: Block) -> None:
    pictures = block.element.xpath(".//svg")
    assert len(pictures) == 3
    (title, description) = pictures[1].findall("title") + pictures[1].findall("desc")
    assert title.text == "How many hours? 4"
    assert description.text == ("Hours done. Week. ■ Done: 1 25, 26 29; Nothing kept: 1 28, 26 19.")
    named = [f"a-chart-2-{part}" for part in ("title", "desc")]
    assert pictures[1].get("aria-labelledby").split() == named
    assert [title.get("id"), description.get("id")] == named


def test_paper_has_the_states_that_teach(block: Block) -> None:
    paper: Any = None
    Frames.on_paper(block, paper)
    stills = block.element.xpath(".//*[@data-part='still']")
    assert [text_of(still[0]) for still in stills] == [
        "None: They do 28 hours at first.",
        "8: They do 22.5 hours at first.",
    ]
    assert [len(still.xpath("svg")) for still in stills] == [1, 1]
    assert block.element.xpath(".//input | .//label") == []


# What to change in a right block or in its file, and what its author is told.
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("data: hours.csv", "data: days.csv", "there is no file docs/figures/days.csv: write"),
        ("    data: hours.csv\n", "", 'option "data" is missing: write the name of a CSV file'),
        ("kind: lines", "kind: cake", 'option "kind" is "cake": write one of lines, ranks'),
        ("paper: 1, 3", "paper: some", "paper is to show state some: write numbers from 1 to 3"),
        ("paper: 1, 3", "paper: 1, 4", "paper is to show state 4: write numbers from 1 to 3"),
        ("- [None] They do 28 hours at first.\n", "", "it has 2 states: write 3 to 7"),
        ("[None]", "[]", "a state has no name: write it in the square brackets"),
        ("- [None] They do 28 hours at first.", "- [None]", "one of the states has no brackets"),
        (" 22.5 ", " 23.5 ", '23.5 in the sentence of "8" is not in its file: correct the sent'),
        ("eight,1,22.5", "eight,1,few", '"few" is no number: write digits'),
        ("eight,1,22.5,28", "eight,1,22.5", "the row has 3 cells, and the head has 4: write"),
        (HOURS, "", "the file has no table: write a head of state, point and series"),
        ("eight,", "four,", "it has 3 states, and its file has 2: write a sentence for each"),
    ],
)
def test_each_mistake_is_told_in_one_line(
    pages: Pages, hours: Path, old: str, new: str, message: str
) -> None:
    assert (old in FRAMES) != (old in HOURS)
    hours.write_text(HOURS.replace(old, new), "utf-8")
    told = pages.messages(f"Before.\n\n{FRAMES.replace(old, new)}")
    assert told
    place, _, said = told[0].partition(": ")
    in_file = old in HOURS and "its file" not in said
    assert place.startswith("docs/figures/hours.csv" if in_file else "docs/text.md")
    assert message in said


def test_a_number_that_cites_its_source_need_not_be_drawn(pages: Pages, hours: Path) -> None:
    assert pages.messages(FRAMES.replace("22.5 hours", "23.5 hours [@zhu2018]")) == []
