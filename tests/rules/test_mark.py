"""The marks that pages name, and their drawings."""

from __future__ import annotations

import pytest

from course.rules.registry import run
from tests.rules.small import SmallCourse

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M4 4h9v9H4z"/></svg>'
)


def check(small: SmallCourse, entry: str, drawing: str = DRAWING) -> list[str]:
    """Return the messages about a page that names a mark, where `near` and `far` can be drawn."""
    for each in ("near", "far"):
        small.write(f"docs/marks/{each}.svg", drawing)
    small.write("docs/index.md", f"---\ntitle: A\nsummary: B\n{entry}\n---\n\nText.\n")
    return list(map(str, run("source", small.material)))


@pytest.mark.parametrize(
    "entry", ["mark: near", "mark: far # a remark", "'mark' : \"near\"", "mark:\n  far"]
)
def test_mark_that_is_there(small: SmallCourse, entry: str) -> None:
    assert check(small, entry) == []


@pytest.mark.parametrize(
    ("entry", "name", "remedy"),
    [
        ("mark: nere", "nere", "near"),
        ("mark: wide", "wide", "far or near"),
        ('"mark": nere', "nere", "near"),
        ("mark: 'far # a remark'", "far # a remark", "far or near"),
        ("mark:", "", "far or near"),
    ],
)
def test_wrong_name_is_told_with_the_nearest(
    small: SmallCourse, entry: str, name: str, remedy: str
) -> None:
    what = f'there is no mark "{name}" in docs/marks'
    assert check(small, entry) == [f"docs/index.md:4: {what}: write mark: {remedy}"]


def test_a_list_of_marks_is_none(small: SmallCourse) -> None:
    assert check(small, "mark: [near, far]") == [
        "docs/index.md:4: mark: it is not a text: write mark: …, on one line"
    ]


def test_course_without_drawings_can_name_none(small: SmallCourse) -> None:
    small.page("index.md", "Text.\n", mark="near")
    assert list(map(str, run("source", small.material))) == [
        'docs/index.md:4: there is no mark "near" in docs/marks: remove the entry'
    ]


def test_drawing_without_its_size(small: SmallCourse) -> None:
    remedy = 'write viewBox="0 0 48 48", or what its size is'
    assert check(small, "mark: near", DRAWING.replace(' viewBox="0 0 48 48"', "")) == [
        f"docs/marks/{name}.svg:1: the drawing has no viewBox: {remedy}" for name in ("far", "near")
    ]


def test_drawing_that_is_no_svg(small: SmallCourse) -> None:
    messages = check(small, "mark: near", "\n<svg><path></svg>\n")
    assert [message.partition(": it cannot")[0] for message in messages] == [
        "docs/marks/far.svg:2",
        "docs/marks/near.svg:2",
    ]
