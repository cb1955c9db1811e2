"""Every block is understood, and every id is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.rules.markup import check_block_ids, check_fences, check_ids
from tests.rules.small import SmallCourse

EXERCISE = """/// exercise | Sew
    id: {}
    minutes: 4
    lines: 2
    objective: hem

Sew it.
///
"""
SORT = """/// sort | Which?
    id: {}
    objective: hem
    into: hat, scarf

- [hat] Felt

    It is one.

- [scarf] Silk

    It is one.
///
"""
SCENES = """/// scene | The end
    id: {}
    ending: true

It ends.
///
"""
KIND = '''"""Letter: something to write to oneself."""

from course.blocks.block import CourseBlock, add_field


class Letter(CourseBlock):
    NAME = "letter"
    REQUIRED = ("id",)
    KEEPS = True

    def on_create(self, parent):
        section = self.element(parent)
        add_field(section, self.options["id"], "Write", 3)
        return section
'''


def test_a_block_in_a_list_that_was_not_understood(small: SmallCourse) -> None:
    source = "- One\n\n    /// exercize | Sew\n        id: x\n"
    small.html("a/index.html", "<ul><li>One<p>/// exercize | Sew id: x</p></li></ul>", source)
    (problem,) = small.problems(check_fences)
    assert (problem.line, problem.what) == (
        3,
        "the block “/// exercize | Sew id: x” was not understood",
    )


def test_an_end_in_a_list_that_ends_nothing(small: SmallCourse) -> None:
    small.html("a/index.html", "<ul><li>One<p>///</p></li></ul>", "- One\n\n    ///\n")
    (problem,) = small.problems(check_fences)
    assert (problem.line, problem.what) == (3, "“///” ends no block")


def test_slashes_that_are_no_block_mark(small: SmallCourse) -> None:
    small.page("a.md", "file:///x a//b `/// x`\n\n    /// code\n")
    assert small.found(check_fences) == []


def test_an_id_that_is_on_a_page_twice(small: SmallCourse) -> None:
    small.page("a.md", "One\n{ #x }\n\nTwo\n{ #x }\n\n## Three\n")
    small.page("b.md", "## Three\n")
    assert small.found(check_ids) == ["docs/a.md:7: the id “x” is on this page 2 times"]


@pytest.mark.parametrize("block", [EXERCISE, SORT, SCENES])
def test_a_block_has_an_id_of_its_own_in_the_course(small: SmallCourse, block: str) -> None:
    small.page("a.md", block.format("x"))
    small.page("b.md", f"Text.\n\n{EXERCISE.format('x')}")
    assert small.found(check_block_ids) == [
        "docs/b.md:9: the id “x” is also used at docs/a.md:7",
    ]


def test_an_answer_is_kept_under_a_name_of_its_own(small: SmallCourse) -> None:
    small.page("a.md", SORT.format("x"))
    small.page("b.md", EXERCISE.format("x-6lebtn"))
    assert small.found(check_block_ids) == [
        "docs/b.md:7: the id “x-6lebtn” is also used at docs/a.md:7",
    ]


def test_on_one_page_an_id_is_told_of_once(small: SmallCourse) -> None:
    small.page(
        "a.md", f"{SORT.format('x')}\n{EXERCISE.format('x-awlq4m')}\n{EXERCISE.format('x-awlq4m')}"
    )
    assert small.found(check_block_ids) == [
        "docs/a.md:21: the id “x-awlq4m” is also used at docs/a.md:7"
    ]
    assert "docs/a.md:30: the id “x-awlq4m” is on this page 2 times" in small.found(check_ids)


def test_what_is_no_block_may_have_any_id(small: SmallCourse) -> None:
    small.page("a.md", f"## Sew\n\n{EXERCISE.format('x')}\n/// answer | One\nIt holds.\n///\n")
    small.page("b.md", "## Sew\n\n/// answer | One\nIt frays.\n///\n")
    assert small.found(check_block_ids) == []


def test_a_kind_of_the_course_has_ids_of_its_own_too(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, kinds=["kinds/letter.py"])
    small.write("kinds/letter.py", KIND)
    for name in "ab":
        small.page(f"{name}.md", "/// letter\n    id: x\n///\n")
    assert small.found(check_block_ids) == ["docs/b.md:7: the id “x” is also used at docs/a.md:7"]
