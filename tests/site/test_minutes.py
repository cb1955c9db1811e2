"""How many minutes a page takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.measures import ALONE, GROUP
from course.site.minutes import Times, counted, longest_path, table, words_to_read
from tests.rules.small import SmallCourse
from tests.rules.test_units import DECISION, EXERCISE, question

SORT = """
/// sort | Where?
    id: s
    objective: hem
    into: hat, scarf

- [hat] Felt

    So.

- [scarf] Silk

    So.
///
"""
TEXT = "word " * 396 + EXERCISE.format(id="e", objective="hem") + question("q") + SORT
TEXT += DECISION.format(id="d", objective="hem")

STORY = """
/// story
    after: debrief
///

//// scene | Start
    id: start

{ten}

- [short] Stay.
- [long] Go.
////

//// scene | Short
    id: short
    ending: true

Home.
////

//// scene | Long
    id: long

{ten}

- [end] On.
////

//// scene | End
    id: end
    ending: true

{ten}
////

## Debrief

/// debrief | start
Now.
///

/// debrief | short
{ten}
///
"""


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """Return a course with a page of each kind of block, and one without minutes."""
    small = SmallCourse(tmp_path)
    small.page("a.md", TEXT, minutes={"read": 3, "do": 8})
    small.page("b.md", "word " * 1000)
    small.build()
    return small


def test_what_has_a_time_of_its_own_is_not_read(small: SmallCourse) -> None:
    page = next(page for page in small.material.pages if page.path == "a.md")
    # The title and the summary are read.
    assert words_to_read(page) == 400
    assert counted(page, ALONE) == Times(2, 4 + 1 + 1 + 2)
    assert counted(page, GROUP) == Times(1, 8 + 2 + 2 + 6)


def test_of_a_story_the_longest_path_counts(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.page("a.md", STORY.format(ten="word " * 1000))
    small.build()
    page = next(page for page in small.material.pages if page.path == "a.md")
    assert list(longest_path(page)) == ["start", "long", "end"]
    assert 3000 < words_to_read(page, longest_path(page)) < 3050, (
        "without the short ending, and what is said of it"
    )
    assert counted(page, ALONE) == Times(15, 2), "a minute for each choice"


def test_a_table_has_the_pages_that_state_their_minutes(small: SmallCourse) -> None:
    course, pages = small.course, small.material.pages
    assert list(table(pages, course)) == [("a.md", Times(3, 8), Times(1, 18))]
