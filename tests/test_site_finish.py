"""Finishing a built site: all or nothing, and once is enough."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.problems import Problem
from course.site.finish import finish
from course.site.page import read_pages
from course.site.policy import uncovered_scripts
from tests.built_site import BuiltSite, html

THEME = '<div class="md-search" role="dialog"></div><script>a < b && "</b>"</script>“é” 𝒳'


@pytest.fixture
def built(tmp_path: Path) -> BuiltSite:
    """A site of two pages, one of them of the theme alone."""
    built = BuiltSite(tmp_path)
    built.add("index.html", THEME, "# Start\n")
    built.add("404.html", THEME)
    return built


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_page_is_finished(built: BuiltSite) -> None:
    assert built.problems() == []
    for name in ("index.html", "404.html"):
        assert "Content-Security-Policy" in built.read(name)
        assert 'aria-label="Search"' in built.read(name)
        assert '<script>a < b && "</b>"</script>“é” 𝒳' in built.read(name)


def test_finishing_twice_changes_nothing(built: BuiltSite) -> None:
    built.problems()
    once = contents(built.site)
    assert built.problems() == []
    assert contents(built.site) == once


def test_a_problem_leaves_everything_as_it_was(built: BuiltSite) -> None:
    built.add("a/index.html", '<a href="none/">x</a>\n<p>///</p>', "text\n\n[x](none.md)\n")
    before = contents(built.root)
    assert len(built.problems()) == 2
    assert contents(built.root) == before


def test_problems_come_in_order_and_once(built: BuiltSite) -> None:
    body = '<p style="x:y">b</p><a href="none/">x</a><a href="none/">x</a>'
    for name in ("b", "a"):
        built.add(f"{name}/index.html", body, "one\n[x](none.md)\n<p style='x:y'>\n")
    places = [message.partition(": ")[0] for message in built.problems()]
    assert places == ["docs/a.md:2", "docs/a.md:3", "docs/b.md:2", "docs/b.md:3"]


def test_the_paths_of_messages_do_not_depend_on_the_folder(built: BuiltSite) -> None:
    built.write("site/index.html", html('<p style="x:y">b</p>'))
    (problem,) = finish(built.site, built.root / "docs")
    assert problem.file == "docs/index.md"


def test_a_message_is_one_line() -> None:
    assert str(Problem("a.md", 2, "two\nlines", "do\n this")) == "a.md:2: two lines: do this"


def test_the_site_of_the_course_is_finished(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    docs = Path(__file__).parents[1] / "docs"
    assert finish(copy, docs) == []
    assert contents(copy) == contents(site)
    for page in read_pages(copy, docs):
        assert not any(uncovered_scripts(page)), page.name
