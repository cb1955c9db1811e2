"""The blocks that a trainer prepares a session with."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import ACTIVITY, CARDS, CASE, EMPTY, SESSION, SLIDE, block_of
from tests.markdown_page import Pages


def test_an_activity_says_what_has_to_be_prepared(pages: Pages) -> None:
    block = block_of(pages, ACTIVITY)
    (facts,) = block.parts("facts")
    told = [text_of(each) for each in facts]
    assert told == ["Goal", "See both.", "People", "6 to 24", "Material", "tape"]
    # Its minutes are those of a group already.
    assert block.get("paced") == "group"


def test_what_is_said_stands_below_what_a_slide_shows(pages: Pages) -> None:
    block = block_of(pages, SLIDE)
    (shown,) = block.parts("shown")
    assert [each.tag for each in shown] == ["ul"]
    assert [text_of(each) for each in block.element[-1]] == ["Say", "Say it. Then wait."]


def test_a_plan_has_places_for_what_is_counted(pages: Pages) -> None:
    block = block_of(pages, SESSION)
    (table,) = block.element.iter("table")
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Start", "Part", "Minutes", "Slides", "Page"],
        ["", "Opener", "", "", ""],
        ["", "Break", "10", "", ""],
    ]
    assert [row.get("data-length") for row in table.iterfind("tbody/tr")] == [None, "10"]
    # There is no handout yet.
    assert [cell.get("data-part") for cell in table.xpath(".//*[@hidden]")] == ["sheet"] * 3
    assert (block.get("handout"), block.get("sides")) == ("60", "4")


def test_without_a_handout_there_is_no_column_for_its_pages(pages: Pages) -> None:
    block = block_of(pages, SESSION.replace("    handout: 60\n", ""))
    assert not block.element.xpath(".//*[@data-part='sheet']")


def test_a_statement_has_its_sign_its_name_and_its_reason(pages: Pages) -> None:
    (fronts,) = block_of(pages, CARDS).parts("fronts")
    keys = [(each.get("data-sign"), text_of(each)) for each in fronts.xpath("li/span[2]")]
    assert keys == [("■", "manage"), ("▲", "lead"), ("■▲", "both")]
    assert [text_of(each) for each in fronts.xpath("li/*[@data-part='back']")] == ["Both halves."]


# A block, what to change in it, and how the message to its author begins.
SLIDE_SHOWS = "it shows something that a slide cannot show: write a paragraph, a list or a table"


@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        (ACTIVITY, "    goal: See *both*.\n", "", "activity "),
        (SLIDE, "/// say\nSay *it*. Then wait.\n///\n", "", '"a-slide": it has 0 blocks say: '),
        (SLIDE, "- one", "> one\n\n- one", f'"a-slide": {SLIDE_SHOWS}'),
        (SLIDE, "    id: a-slide", "    id: a-slide\n    mark: owl", '"a-slide": there is no mark'),
        (SESSION, "| Part | Minutes | Slides |\n|---|---|---|\n", "", '"a-session": it has no tab'),
        (SESSION, "| 10 |", "| ten |", '"a-session": row 2 has "ten" minutes: write a whole num'),
        (SESSION, "line) | |", "line) | 5 |", '"a-session": row 1 states minutes, and leads to'),
        (SESSION, "minutes: 60", "minutes: 600", '"An *hour*": option "minutes" is "600": write'),
        (SESSION, "handout: 60", "handout: A 60", '"An *hour*": option "handout" is "A 60": wri'),
        (CARDS, "[lead]", "[led]", '"a-cards": statement 2 is marked "[led]": write manage, lead'),
        (CARDS, "- [manage] Writes *it* down.\n", "- Writes\n", '"a-cards": one of the statements'),
        (CASE, "#a-late", "", 'option "page" is "reference/sources.md": write a page and the id'),
        (CASE, "reference/so", "so", 'there is no page "sources.md": correct the path, from this'),
        (EMPTY["story-map"], "sources", "none", 'there is no page "reference/none.md": correct'),
    ],
)
def test_wrong_use_is_told_in_a_line(
    pages: Pages, text: str, old: str, new: str, message: str
) -> None:
    assert old in text
    block_of(pages, text)
    (told,) = pages.messages(f"Before.\n\n{text.replace(old, new, 1)}")
    assert message in told
    assert told.startswith("docs/text.md:")


def test_what_is_said_stands_in_a_slide(pages: Pages) -> None:
    (told,) = pages.messages("Text.\n\n/// say\nIt.\n///\n")
    assert told.startswith("docs/text.md:3: say stands in no slide: ")
