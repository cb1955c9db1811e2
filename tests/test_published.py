"""The list of what is published: what it has, and what is told when something of it vanishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.model import blocks
from course.published import NAME, read_published, take_along, update
from course.rules.published import check_published
from course.site.moved import check_moved, moved_pages, name_moved, names_of, old_paths
from course.site.policy import hashes_of
from tests.blocks.samples import EXERCISE, QUESTION, SORT
from tests.rules.small import SmallCourse

TEXT = f"{QUESTION}\n{SORT}\n"


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course with a question and a sort, whose list is written."""
    course = SmallCourse(tmp_path)
    course.page("index.md", "Start.")
    course.page("one.md", TEXT)
    course.build()
    update(course.course, course.material.pages)
    return course


def listed(small: SmallCourse) -> list[str]:
    """Return the lines of the list."""
    text = (small.root / "docs" / NAME).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def told(small: SmallCourse) -> list[str]:
    """Build the course, and return what the rule says."""
    small.build()
    return [str(problem) for problem in small.problems(check_published)]


def test_it_has_pages_blocks_and_how_answers_were_kept_by_place(small: SmallCourse) -> None:
    lines = listed(small)
    assert {"page /", "page /one/", "block a-q", "block a-sort"} <= set(lines)
    assert "place a-q a-q g7ulow uik5lu" in lines
    assert "place a-sort-1 a-sort-zuvzav 5vplti dwjihw" in lines


def test_without_a_list_the_rule_has_nothing_to_look_at(small: SmallCourse) -> None:
    (small.root / "docs" / NAME).unlink()
    assert told(small) == []
    assert small.material.looked_at == 0


def test_a_complete_list_is_right(small: SmallCourse) -> None:
    assert told(small) == []


def test_what_is_new_is_told_in_one_line_and_gets_no_places(small: SmallCourse) -> None:
    small.page("two.md", EXERCISE.replace("a-write", "b-write"))
    what = f"docs/{NAME}:1: it lacks “page /two/” and 1 more"
    assert told(small) == [f"{what}: run: .venv/bin/python -m course published"]
    new, gone = update(small.course, small.material.pages)
    assert (new, gone) == (["block b-write", "page /two/"], [])
    assert len([line for line in listed(small) if line.startswith("place")]) == 3


def test_an_address_that_vanishes_is_told_until_it_is_led_on(small: SmallCourse) -> None:
    (small.root / "docs/one.md").rename(small.root / "docs/other.md")
    new, lost = told(small)
    assert "it lacks “page /other/”" in new
    assert "published address /one/ leads to no page any more: write moved_from: one.md" in lost


def test_a_block_that_vanishes_is_told_and_its_id_is_never_used_again(small: SmallCourse) -> None:
    small.page("one.md", SORT)
    (line,) = told(small)
    assert 'the published block "a-q" is gone' in line
    assert update(small.course, small.material.pages) == ([], ["gone a-q"])
    assert told(small) == []
    small.page("one.md", TEXT)
    assert any('the id "a-q" was that of a block that is gone' in line for line in told(small))


def test_a_line_that_is_none_is_told(small: SmallCourse) -> None:
    file = small.root / "docs" / NAME
    file.write_text(file.read_text("utf-8") + "<<<<<<< HEAD\nplace x\n", "utf-8")
    lines = told(small)
    assert len(lines) == 2
    assert "“<<<<<<< HEAD” is no line of this list" in lines[0]


def test_fields_say_how_their_answers_were_kept(small: SmallCourse) -> None:
    small.page("one.md", TEXT)
    small.build()
    pages = take_along(small.material.pages, small.course)
    block = next(block for page in pages for block in blocks(page.tree) if block.id == "a-sort")
    assert not block.get("placed")
    assert [answer.was for answer in block.answers] == ["a-sort-1", "a-sort-2"]
    assert {answer.places for answer in block.answers} == {"5vplti dwjihw"}
    assert read_published(small.course) is not None


# Pages that moved


def test_an_old_address_leads_to_the_page_that_moved(small: SmallCourse) -> None:
    small.page("deep/new.md", "Text.", moved_from=["one.md", "old/index.md"])
    (small.root / "docs/one.md").unlink()
    small.build()
    pages = small.material.pages
    found = {page.name: page for page in moved_pages(pages)}
    assert set(found) == {"one/index.html", "old/index.html"}
    assert found["one/index.html"].tree.xpath("//a/@href") == ["../deep/new/"]
    assert list(check_moved(pages)) == []
    (moved,) = [page for page in pages if old_paths(page)]
    assert old_paths(moved) == ["one", "old"]


def test_all_old_addresses_have_one_script(small: SmallCourse) -> None:
    small.page("q&a.md", "Text.", moved_from=["two.md", "deep/three.md"])
    small.build()
    leading = moved_pages(small.material.pages)
    assert [each.tree.xpath("//a/@href") for each in leading] == [["../q&a/"], ["../../q&a/"]]
    assert len({script for each in leading for script in hashes_of(each)}) == 1


def test_every_page_tells_the_script_the_older_names(small: SmallCourse) -> None:
    words = '<template id="words"></template>'
    small.page("new.md", f"{words}\n", moved_from="one.md")
    (small.root / "docs/one.md").unlink()
    small.build()
    pages = small.material.pages
    for page in pages:
        name_moved(page, names_of(pages))
    assert [v for page in pages for v in page.tree.xpath("//template/@data-moved")] == [
        '{"one": "new"}'
    ]


def test_an_old_address_that_is_a_page_is_told(small: SmallCourse) -> None:
    small.page("new.md", "Text.", moved_from="one.md")
    small.build()
    (problem,) = check_moved(small.material.pages)
    assert problem.file == "docs/new.md"
    assert "moved_from names “one”, which is a page" in str(problem)
