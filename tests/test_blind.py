"""The options of every question without what they answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.blind import key, sheet, tasks
from tests.rules.small import SmallCourse
from tests.rules.test_questions import choice, sort

SHARED = """
/// sort | What does each need?
    id: shared
    objective: hem
    into: Pins, Thread, Steam

- [Pins] The cloth slips.

    So.

- [Steam] The cloth is creased.

    So.
///
"""
MATCH = """
/// match | Which?
    id: m
    objective: hem

- [Hat] Head

    So.

- [Scarf] Neck

    So.

- [Glove] Hand

    So.
///
"""
DECISION = choice("d", 3).replace("/// question | Which?", "/// decision | The hem")
DECISION = DECISION.replace("hem\n\n-", "hem\n\nIt frays.\n\nWhat now?\n\n-", 1)


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """Return a course of a few words."""
    return SmallCourse(tmp_path)


def lines(small: SmallCourse, stems: bool) -> list[str]:
    """Return the sheet of a course, without empty lines."""
    return [line for line in sheet(tasks(small.material.pages, 1), stems) if line]


def test_one_list_for_several_stems_is_printed_once(small: SmallCourse) -> None:
    small.page("a.md", SHARED)
    small.build()
    first, *options = lines(small, stems=False)
    assert first == "1–2. 2 cases with these options: a letter for each"
    assert sorted(option.split()[1] for option in options) == ["Pins", "Steam", "Thread"]
    assert lines(small, stems=True)[:3] == [
        "What does each need?",
        "1. The cloth slips.",
        "2. The cloth is creased.",
    ]
    letters = {words: letter for letter, words in (option.split() for option in options)}
    assert list(key(tasks(small.material.pages, 1))) == [
        f"1\t{letters['Pins']}\tshared-osrrgy\ta.md",
        f"2\t{letters['Steam']}\tshared-zrcuog\ta.md",
    ]


def test_a_case_is_told_with_its_stem_alone(small: SmallCourse) -> None:
    small.page("a.md", DECISION)
    small.build()
    assert lines(small, stems=False)[0] == "1."
    assert lines(small, stems=True)[:3] == ["The hem", "It frays.", "1. What now?"]


def test_what_tells_nothing_without_a_stem_is_left_out(small: SmallCourse) -> None:
    small.page("a.md", sort("s") + MATCH)
    small.build()
    assert tasks(small.material.pages, 1) == []
