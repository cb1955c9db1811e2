"""What `mkdocs.yml` says to MkDocs and its theme: each mistake is told in one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.problems import Refused
from course.settings import read_course
from tests.courses.build import BALCONY, ROOT

TEXT = (BALCONY / "mkdocs.yml").read_text("utf-8")
# What is replaced in a good file, by what, what the line has that is told, and the message.
MISTAKES = {
    "an entry misspelt": (
        "site_name:",
        "site_nmae:",
        "site_nmae",
        "there is no such entry: write site_name",
    ),
    "a folder of pages": (
        "site_name:",
        "docs_dir: text\nsite_name:",
        "docs_dir: text",
        "docs_dir: the pages are in docs: remove the entry",
    ),
    "a folder of the site": (
        "site_name:",
        "site_dir: public\nsite_name:",
        "site_dir: public",
        "site_dir: the site is built into the folder site: remove the entry",
    ),
    "an address to serve at": (
        "site_name:",
        "dev_addr: 127.0.0.1:8001\nsite_name:",
        "dev_addr: 127",
        "dev_addr: scripts/serve --port chooses the port: remove the entry",
    ),
    "what to watch": (
        "site_name:",
        "watch: [words]\nsite_name:",
        "watch: [words]",
        "watch: scripts/serve watches what the course is made from: remove the entry",
    ),
    "an entry twice": (
        "site_name:",
        "site_url: https://e.org/\nsite_name:",
        "site_url: https://balkon",
        "it is there twice: keep one",
    ),
    "a page misspelt": (
        "start/standort.md",
        "start/standrot.md",
        "standrot",
        "no page start/standrot.md in docs: write start/standort.md",
    ),
    "a page that is not there": (
        "start/standort.md",
        "start/zzz.md",
        "zzz",
        "there is no page start/zzz.md in docs: correct the path",
    ),
    "no colon after a title": (
        "- Tomaten: kap",
        "- Tomaten kap",
        "- Tomaten kap",
        "no colon after “Tomaten”: write Tomaten: kapitel/tomaten.md",
    ),
    "a page twice": (
        "- Salat: kapitel/salat.md",
        "- Salat: kapitel/tomaten.md",
        "- Salat",
        "nav: kapitel/tomaten.md is in line",
    ),
    "a theme misspelt": (
        "name: material\n",
        "name: materiel\n",
        "materiel",
        'there is no theme "materiel": write material',
    ),
    "a feature misspelt": (
        "- search.suggest",
        "- search.sugest",
        "sugest",
        'there is no "search.sugest": write search.suggest',
    ),
    "a plugin misspelt": (
        "  - search\n",
        "  - serach\n",
        "serach",
        'there is no plugin "serach": write search',
    ),
    "a logo misspelt": (
        "logo: assets/logo.svg",
        "logo: assets/lgoo.svg",
        "lgoo",
        "there is no file assets/lgoo.svg: write assets/logo.svg",
    ),
    "a script misspelt": (
        "assets/course.js",
        "assets/cours.js",
        "cours.js",
        "there is no file assets/cours.js: write assets/course.js",
    ),
    "a style misspelt": (
        "assets/course.css",
        "assets/cours.css",
        "cours.css",
        "there is no file assets/cours.css: write assets/course.css",
    ),
    "an extension misspelt": (
        "- attr_list",
        "- atr_list",
        "atr_list",
        'there is no extension "atr_list" of Markdown: write attr_list',
    ),
    "an extension left out": (
        "  - course\n",
        "",
        "markdown_extensions:",
        "course is missing: add - course",
    ),
    "a tab": (
        "  - Beginn: index.md",
        "\t- Beginn: index.md",
        "\t- Beginn",
        "a tab stands in the line: put spaces",
    ),
    "marks of Git": (
        "site_name:",
        "<<<<<<< HEAD\nsite_name:",
        "<<<<<<<",
        "Git left two versions of a text here",
    ),
    "a quote that is open": (
        "copyright: ",
        'copyright: "',
        "copyright",
        "the text does not end where",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a course with what every course has."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copytree(BALCONY, tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(folder: Path, text: str) -> list[str]:
    """Return what is told of a course that is described by a text."""
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    try:
        read_course(folder / "mkdocs.yml")
    except Refused as refused:
        return list(map(str, refused.problems))
    return []


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_in_one_line(folder: Path, name: str) -> None:
    old, new, sign, message = MISTAKES[name]
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    line = text.count("\n", 0, text.index(sign)) + 1
    (found,) = told(folder, text)
    assert found.startswith(f"mkdocs.yml:{line}: ")
    assert message in found


def test_a_page_that_is_named_in_several_places_is_told_once(folder: Path) -> None:
    (folder / "docs/nachschlagen/begriffe.md").rename(folder / "docs/nachschlagen/woerter.md")
    (line,) = told(folder, TEXT)
    assert "nav: there is no page nachschlagen/begriffe.md in docs" in line


def test_pages_whose_names_begin_alike_are_told_each(folder: Path) -> None:
    text = TEXT.replace("start/standort.md", "start/mein Ort.md")
    assert len(told(folder, text.replace("merkheft.md", "start/mein Heft.md"))) == 2


@pytest.mark.parametrize("text", ["plugins: []\n", ""])
def test_what_is_not_there_is_no_mistake(folder: Path, text: str) -> None:
    assert told(folder, TEXT.replace("plugins:\n  - search\n", text)) == []
