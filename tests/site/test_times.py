"""Times that are counted from all pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.model import text_of
from course.site.page import Page
from course.site.times import duration, fill_times
from course.words import Words
from tests.rules.small import SmallCourse

TEXT = (
    "In all [=time], to read [=time-reading], in a group [=time-group]; parts of [=time-parts].\n"
)


def paragraph(pages: list[Page]) -> str:
    """Return what the first page says."""
    page = next(page for page in pages if page.path == "index.md")
    return text_of(page.tree.xpath("//p[span]")[0])


def test_places_are_filled_once(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.page("index.md", TEXT)
    small.page("a.md", "word " * 8000, minutes={"read": 40, "do": 3})
    small.page("b.md", "word " * 8000, minutes={"read": 40, "do": 17})
    small.build()
    course = small.course
    filled = fill_times(small.material.pages, course)
    assert paragraph(filled) == (
        "In all 1½ hours, to read 1½ hours, in a group 40 minutes; parts of 40 to 60 minutes."
    )
    assert [page.text for page in fill_times(filled, course)] == [page.text for page in filled]


def test_the_first_time_is_that_of_the_first_page_that_has_one(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.page("index.md", "Start: [=time-first].\n")
    small.page("a.md", "Words.", minutes={"read": 3, "do": 8})
    small.page("b.md", "Words.", minutes={"read": 1, "do": 1})
    small.build()
    assert paragraph(fill_times(small.material.pages, small.course)) == "Start: 11 minutes."


def test_a_course_without_minutes_is_built_too(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.page("index.md", TEXT)
    small.build()
    assert "parts of 5 to 5 minutes" in paragraph(fill_times(small.material.pages, small.course))


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(1, "5 minutes"), (57, "55 minutes"), (58, "1 hour"), (80, "1½ hours"), (206, "3½ hours")],
)
def test_a_duration_is_round(minutes: int, expected: str) -> None:
    forms = {
        "minutes": {"one": "{number} minute", "other": "{number} minutes"},
        "times": {"hours": {"one": "{number} hour", "other": "{number} hours"}},
    }
    assert duration(minutes, Words("en", {"locale": "en_GB", **forms})) == expected
