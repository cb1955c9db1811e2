"""A process that builds again and again makes the same bytes as one that builds once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from markdown import Markdown

from course.again import begin
from course.commands.build import render
from course.kept import KEPT
from tests.courses.build import BALCONY, Courses

OPTIONS = "minutes: 1\n    lines: 2\n    objective: salat-folge"
EXERCISE = f"/// exercise | Noch etwas\n    id: noch-etwas\n    {OPTIONS}\n\nSchreib.\n///"
PLAN = "/// plan | Noch eines\n    id: noch-eines\n    minutes: 3\n\nWähl.\n///"
# What an author changes, and how many pages are then read again.
CHANGES = {
    "a word": ("docs/kapitel/salat.md", "wächst schnell", "wächst sehr schnell", 1),
    "a word that another page includes": ("docs/start/standort.md", "title: ", "title: Neu ", 2),
    "a title in the menu and in lists": ("docs/kapitel/salat.md", "title: Salat", "title: Kopf", 1),
    "a heading with a new address": ("docs/praxis/plan.md", "\n## ", "\n## Neu und ", 1),
    "a comparison that another page gathers": ("docs/kapitel/salat.md", "Zu tief", "Zu flach", 1),
    "a link without words": (
        "docs/lehrende/index.md",
        "\n## ",
        "\nSieh [](../kapitel/salat.md#salat-raten).\n\n## ",
        1,
    ),
    "a block before others, whose numbers change, and what such links show": (
        "docs/kapitel/tomaten.md",
        "## Der Gedanke\n",
        f"{EXERCISE}\n\n## Der Gedanke\n",
        1,
    ),
    "a date that a calendar has": ("docs/kapitel/salat.md", "## Der Gedanke\n", f"{PLAN}\n", 1),
    "the title of a case": ("docs/kapitel/salat.md", "Der heiße Mittag", "Die Mittagshitze", 1),
    "the minutes of a part of a plan": (
        "docs/lehrende/aktivitaeten.md",
        "id: samen\n    minutes: ",
        "id: samen\n    minutes: 1",
        1,
    ),
    "the minutes that a map says": ("docs/kapitel/salat.md", "{read: 1, do", "{read: 3, do", 1),
    "a page that moved": (
        "docs/kapitel/salat.md",
        "summary: ",
        "moved_from: kapitel/kopfsalat.md\nsummary: ",
        1,
    ),
    "the order of the pages": (
        "mkdocs.yml",
        "      - Tomaten: kapitel/tomaten.md\n      - Salat: kapitel/salat.md\n",
        "      - Salat: kapitel/salat.md\n      - Tomaten: kapitel/tomaten.md\n",
        0,
    ),
}
GLOSSARY = "docs/nachschlagen/begriffe.md"


@pytest.fixture
def root(courses: Courses, tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a course that may be changed; nothing is kept before or afterwards."""
    root = tmp_path / "course"
    shutil.copytree(courses.build("balcony", BALCONY).root, root)
    shutil.rmtree(root / "site")
    KEPT.clear()
    with chdir(root):
        yield root
    KEPT.clear()


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what receives the text of each page that is converted."""
    found: list[str] = []
    convert = Markdown.convert

    def noting(md: Markdown, source: str) -> str:
        found.append(source)
        return convert(md, source)

    monkeypatch.setattr(Markdown, "convert", noting)
    return found


def site_of(root: Path, name: str) -> dict[str, bytes]:
    """Build the site, and return its files."""
    folder = root.parent / name
    assert render(folder, root / "mkdocs.yml")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def again(root: Path) -> dict[str, bytes]:
    """Build the site in the process that has built it before."""
    begin()
    return site_of(root, "again")


def whole(root: Path) -> dict[str, bytes]:
    """Build the site as if this process had never built it."""
    before = KEPT[:]
    KEPT.clear()
    files = site_of(root, "whole")
    KEPT.extend(before)
    return files


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def test_a_site_that_is_built_again_is_that_which_is_built_whole(
    root: Path, converted: list[str]
) -> None:
    first = again(root)
    converted.clear()
    assert again(root) == first
    assert converted == []
    for what, (name, old, new, number) in CHANGES.items():
        change(root, name, old, new)
        converted.clear()
        files = again(root)
        assert (what, len(converted)) == (what, number)
        assert files == whole(root), what
    # The meaning of a term is shown wherever it is linked.
    change(root, GLOSSARY, "\n:   ", "\n:   Genau ")
    converted.clear()
    files = again(root)
    assert len(converted) == len(list((root / "docs").rglob("*.md")))
    assert files == whole(root)


def test_a_mistake_is_told_each_time_until_it_is_mended(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = again(root)
    page = "docs/kapitel/salat.md"
    change(root, page, "## Der Gedanke\n", "## Der Gedanke\n\n![](licht.png)\n")
    for _ in range(2):
        begin()
        capsys.readouterr()
        assert not render(root.parent / "again", root / "mkdocs.yml")
        assert f"{page}:" in capsys.readouterr().err
    change(root, page, "\n![](licht.png)\n", "")
    assert again(root) == first
