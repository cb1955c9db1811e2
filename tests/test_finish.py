"""Finishing a built site: all or nothing, and once is enough."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.finish import finish
from course.model import blocks
from course.problems import Problem
from course.site.page import Page, read_pages
from course.site.policy import uncovered_scripts
from tests.blocks.samples import EMPTY, EXERCISE, PLAN, PROFILE, QUESTION, STORY
from tests.built_site import BuiltSite, html
from tests.markdown_page import Pages
from tests.site.linked import linked

SCRIPT = '<script>a < b && "</b>"</script>“é” 𝒳'
THEME = f'<div class="md-search" role="dialog"></div>{SCRIPT}'
BROKEN = '<p style="x:y">b</p><a href="none/">x</a><a href="none/">x</a>'


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
        assert SCRIPT in built.read(name)
    pages = read_pages(built.site, built.course.docs)
    assert [page.name for page in pages if uncovered_scripts(page.tree)] == []


@pytest.fixture
def linking(pages: Pages, tmp_path: Path) -> BuiltSite:
    """A site whose pages show what others hold."""
    built = BuiltSite(tmp_path)
    head = (
        '<p data-part="summary">In brief.</p><ul data-part="objectives"><li id="a-one">x</li></ul>'
    )
    head = f'<header data-part="head">{head}</header>'
    texts = {
        "": f"# Start\n\n{head}\n\n{EXERCISE}\n{QUESTION}\n{PLAN}",
        "dimensions/focus/": f"# Focus\n\n{STORY}\n{PROFILE}",
        "review/": f"# Review\n\n{EMPTY['review']}",
        "notebook/": f"# Notebook\n\n{EMPTY['notebook']}",
    }
    summary = '<meta name="description" content="All."></head>'
    for page in linked(pages, texts):
        built.write(f"site/{page.name}", page.text.replace("</head>", summary))
        built.write(f"docs/{(page.folder or 'index/').removesuffix('/')}.md", "")
    built.write("site/assets/css/a.css", "a {}")
    return built


def test_each_step_is_taken_and_finishing_twice_changes_nothing(linking: BuiltSite) -> None:
    built = linking
    assert built.problems() == []
    once = contents(built.site)
    found = {page.folder: page.tree for page in read_pages(built.site, built.course.docs)}
    assert [block.number for block in blocks(found[""])] == [1, 1, 1]
    assert found["review/"].xpath("//li[@data-page]/@data-ids") == ["a-q"]
    assert found["review/"].xpath("//@data-dates") == ["a-plan-date"]
    assert found["dimensions/focus/"].xpath("//tbody/tr")
    assert found["notebook/"].xpath("//@data-ids") == ["a-write a-q a-plan", "mon"]
    assert found["notebook/"].xpath("//@data-prefix") == ["index"]
    assert found[""].xpath("//meta[@name='description']/@content") == ["In brief."]
    assert found[""].get("data-page-of") == built.course.words("page.of")
    assert "assets/course.css" in once
    assert built.problems() == []
    assert contents(built.site) == once


def test_no_step_leaves_the_trees_of_pages(
    linking: BuiltSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees: list[object] = []

    def noting(pages: list[Page]) -> dict[str, Any]:
        trees.extend(vars(page)["_tree"] for page in pages)
        return {}

    monkeypatch.setattr("course.finish.settings_of", noting)
    assert linking.problems() == []
    assert len(trees) == len(read_pages(linking.site, linking.course.docs))
    assert set(trees) == {None}


def test_a_problem_leaves_every_page_as_it_was(built: BuiltSite) -> None:
    built.add("a/index.html", f"{BROKEN}\n<p>///</p>", "text\n\n[x](none.md)\n")
    before = contents(built.root)
    assert built.problems()
    assert contents(built.root).items() >= before.items()


def test_problems_come_in_order_and_once(built: BuiltSite) -> None:
    for name in ("b", "a"):
        built.add(f"{name}/index.html", BROKEN, "one\n[x](none.md)\n<p style='x:y'>\n")
    places = [message.partition(": ")[0] for message in built.problems()]
    assert places == ["docs/a.md:2", "docs/a.md:3", "docs/b.md:2", "docs/b.md:3"]


def test_the_paths_of_messages_do_not_depend_on_the_folder(built: BuiltSite) -> None:
    built.write("site/index.html", html('<p style="x:y">b</p>'))
    (problem,) = finish(built.site, built.course)
    assert problem.file == "docs/index.md"


def test_a_message_is_one_line() -> None:
    assert str(Problem("a.md", 2, "two\nlines", "do\n this")) == "a.md:2: two lines: do this"


def test_a_script_that_the_policy_misses_stops_it(
    built: BuiltSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.site.shown.apply_policy", lambda page, policy: None)
    before = contents(built.site)
    with pytest.raises(RuntimeError, match=r"site/404\.html: the policy does not cover"):
        built.problems()
    assert contents(built.site) == before


def test_what_was_told_in_a_page_is_told_whatever_built_the_site(built: BuiltSite) -> None:
    told = '<template data-mistake="it is so" data-remedy="do so" data-file="docs/a.md"'
    built.add("a/index.html", f'{told} data-line="7"></template>', "# A\n")
    assert built.problems() == ["docs/a.md:7: it is so: do so"]
    assert "Content-Security-Policy" not in built.read("a/index.html")


def test_what_sources_explain_is_told_once_and_in_order(built: BuiltSite) -> None:
    built.add("a/index.html", BROKEN, "one\n[x](none.md)\n<p style='x:y'>\n")
    sources = [Problem("docs/a.md", 2, "it is so", "do so"), Problem("docs/b.md", 1, "so", "so")]
    found = finish(built.site, built.course, sources)
    assert [(each.file, each.line) for each in found] == [
        ("docs/a.md", 2),
        ("docs/a.md", 3),
        ("docs/b.md", 1),
    ]
