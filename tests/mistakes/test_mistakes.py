"""Each mistake of an author gives one line: its file, its line, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mistakes.blocks import BLOCKS
from tests.mistakes.heads import HEADS
from tests.mistakes.links import LINKS
from tests.mistakes.marks import MARKS
from tests.mistakes.other_files import CHARTS, FILES, INCLUDING
from tests.mistakes.row import Row, course_of, told

# They are made at once: each is in a file of its own. Where a head cannot be read, some of what
# pages say of each other is not looked at, so that heads are in a course of their own.
TEXTS = [*MARKS, *BLOCKS, *LINKS, *FILES]
ROWS = [*TEXTS, *HEADS]


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is told of courses that have all of them."""
    beside = {"docs/drawn.md": INCLUDING, "docs/charts/charts.md": CHARTS}
    texts = told(course_of(tmp_path_factory.mktemp("texts"), TEXTS, beside))
    return [*texts, *told(course_of(tmp_path_factory.mktemp("heads"), HEADS))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_mistake_gives_its_one_line(messages: list[str], row: Row) -> None:
    own = [line for line in messages if line.startswith(f"{row.path}:")]
    assert len(own) == 1, own or "nothing is told"
    place, _, said = own[0].partition(": ")
    assert (place, said[: len(row.message)]) == (f"{row.path}:{row.line}", row.message)
    # What is wrong, and what to do.
    assert ": " in said


def test_nothing_else_is_told(messages: list[str]) -> None:
    paths = tuple(f"{row.path}:" for row in ROWS)
    assert [line for line in messages if not line.startswith(paths)] == []


def test_messages_are_sorted_by_file_and_line(messages: list[str]) -> None:
    places = [(path, int(line)) for path, line, _ in (each.split(":", 2) for each in messages)]
    heads = [place for place in places if "/head-" in place[0]]
    texts = [place for place in places if place not in heads]
    assert places == [*sorted(texts), *sorted(heads)]


def test_a_right_course_has_none(tmp_path: Path) -> None:
    assert told(course_of(tmp_path, [])) == []


def test_each_mistake_has_a_name_of_its_own() -> None:
    assert len({row.path for row in ROWS}) == len(ROWS)
