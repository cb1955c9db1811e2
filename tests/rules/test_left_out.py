"""What MkDocs does not build is not checked."""

from __future__ import annotations

import pytest
import yaml

from course.rules.links import check_navigation
from course.rules.registry import run
from tests.rules.small import SmallCourse


@pytest.mark.parametrize(
    "path", [".#focus.md", "._focus.md", ".obsidian/note.md", "drafts/a.md", "later.md", "a/old.md"]
)
def test_a_file_that_is_not_built_is_not_checked(small: SmallCourse, path: str) -> None:
    small.config |= {"exclude_docs": "drafts/\nold.md\n", "draft_docs": "/later.md"}
    small.write("mkdocs.yml", yaml.safe_dump(small.config, allow_unicode=True))
    small.write(f"docs/{path}", b"\xff no head")
    assert run("source", small.material) == []


def test_a_link_of_an_editor_that_leads_nowhere_is_left_alone(small: SmallCourse) -> None:
    (small.root / "docs/.#focus.md").symlink_to("somebody@host.1234")
    assert run("source", small.material) == []


def test_what_need_not_be_in_the_navigation_is_not_missed(small: SmallCourse) -> None:
    for name in ("", "a/", "b/"):
        small.html(f"{name}index.html", "", "# A\n", '</head><nav><a href="/a/">A</a></nav>')
    assert [each.file for each in small.problems(check_navigation)] == ["docs/b.md"]
    small.write("mkdocs.yml", yaml.safe_dump({**small.config, "not_in_nav": "b.md"}))
    assert small.problems(check_navigation) == []
