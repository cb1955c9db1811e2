"""What is drawn of a table."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from course.charts import KINDS
from course.charts.svg import FONT, WIDTH, canvas
from course.charts.table import Table, read_table
from course.settings import Activity

ACTIVITIES = (Activity("manage", "■", "Manage", 1, "managing"),)
LINES = """state,Week,■ Done,Nothing kept
a,1,28,
a,2,19.5,
b,1,25,28
b,2,29,19
"""
DOTS = "state,Task,Ana,Ben\na,Till,1,2\na,Door,0,2\n"
GRID = "state,Group,Right,Wrong\na,In,12,8\n"


def table_of(folder: Path, text: str) -> Table:
    """Return the table of a text."""
    file = folder / "table.csv"
    file.write_text(text, "utf-8")
    return read_table(file, "table.csv")


def drawn(kind: str, table: Table, state: str) -> Element:
    """Return the picture of a state."""
    picture = canvas(Element("div"), "x", "Title", ACTIVITIES)
    KINDS[kind](picture, table, table.states[state], "Hours")
    return picture.svg


def texts(svg: Element) -> list[str]:
    """Return what is written in a picture."""
    return [each.text or "" for each in svg.iter("text")]


def test_states_have_one_scale_and_each_line_its_name(tmp_path: Path) -> None:
    table = table_of(tmp_path, LINES)
    first, second = (drawn("lines", table, state) for state in "ab")
    scale = ["Hours", "0", "10", "20", "30", "Week 1", "2"]
    assert texts(first) == [*scale, "■ Done"]
    assert texts(second) == [*scale, "■ Done", "Nothing kept"]
    assert second.get("viewBox") == first.get("viewBox")


def test_a_series_with_a_sign_has_its_hue_and_the_next_is_broken(tmp_path: Path) -> None:
    svg = drawn("lines", table_of(tmp_path, LINES), "b")
    done, kept = svg.findall("g")
    assert [group.get("data-hue") for group in (done, kept)] == ["1", None]
    assert [group[0].get("class") for group in (done, kept)] == ["exit", "flow"]
    assert [group[0].get("stroke-dasharray") is None for group in (done, kept)] == [True, False]


def test_ranks_have_no_numbers(tmp_path: Path) -> None:
    svg = drawn("ranks", table_of(tmp_path, LINES), "b")
    assert texts(svg) == ["Hours", "Week 1", "2", "■ Done", "Nothing kept"]


def test_the_line_that_ends_higher_has_its_name_above(tmp_path: Path) -> None:
    svg = drawn("lines", table_of(tmp_path, LINES), "b")
    ends = [float((group[0].get("d") or "").split()[-1]) for group in svg.findall("g")]
    names = [float(group.findall("text")[0].get("y") or 0) for group in svg.findall("g")]
    assert names[0] < ends[0] < ends[1] < names[1]


def test_no_line_of_the_scale_runs_through_a_name(tmp_path: Path) -> None:
    table = table_of(tmp_path, "state,Week,High,Low\na,1,50,50\na,2,94,6\n")
    svg = drawn("lines", table, "a")
    ticks = [float(each.get("y", "")) - 5 for each in svg.iter("text") if each.text == "100"]
    names = [float(each.get("y", "")) for each in svg.iter("text") if each.text in ("High", "Low")]
    assert ticks
    assert len(names) == 2
    assert [y for y in names for tick in ticks if y - 15 < tick < y + 5] == []


def test_dots_count_and_frame_what_nobody_does(tmp_path: Path) -> None:
    svg = drawn("dots", table_of(tmp_path, DOTS), "a")
    assert texts(svg) == ["Ana", "Ben", "Till", "1", "Door", "0"]
    assert len(svg.findall("rect")) == 1
    broken = [each for each in svg.iter("circle") if each.get("stroke-dasharray")]
    assert len(broken) == 2
    assert next(svg.iter("desc")).text == "Till: Ana, (Ben), 1; Door: (Ben), 0."


def test_a_grid_has_a_mark_for_each(tmp_path: Path) -> None:
    svg = drawn("grid", table_of(tmp_path, GRID), "a")
    marks = [(each.get("d") or "").count("z") for each in svg.findall("path")]
    # The last two say what the marks mean.
    assert marks == [12, 8, 1, 1]
    assert texts(svg) == ["In", "12", "8", "Right", "Wrong"]


@pytest.mark.parametrize(("kind", "text"), [("lines", LINES), ("dots", DOTS), ("grid", GRID)])
def test_no_letter_is_small_and_nothing_leaves_the_picture(
    kind: str, text: str, tmp_path: Path
) -> None:
    svg = drawn(kind, table_of(tmp_path, text), "a")
    # The text of a page is 328 px wide on a phone of 360.
    assert FONT * 328 / WIDTH >= 14
    left, top, width, height = map(float, (svg.get("viewBox") or "").split())
    for each in svg.iter():
        for name, end in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(each.get(name, 0)) <= end
    assert (left, top) == (0, 0)
    assert svg.get("font-size") == str(FONT)
    assert {each.get("font-size") for each in svg.iter("text")} == {None}


def test_numbers_are_those_that_are_seen_and_their_sums(tmp_path: Path) -> None:
    assert {"12", "8", "20"} <= table_of(tmp_path, GRID).numbers()
    assert {"19.5", "20", "28"} <= table_of(tmp_path, LINES).numbers()
    assert "7" not in table_of(tmp_path, GRID).numbers()
