"""A course with every kind of mistake: one build names them all, and leaves no site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HEAD = "---\ntitle: {}\nsummary: A page.\n---\n"
OBJECTIVES = (
    "---\ntitle: Broken\nsummary: A page.\nminutes: {read: 5, do: 5}\nobjectives:\n"
    "  - {id: broken-one, text: Sort.}\n  - {id: broken-two, text: Tell.}\n---\n"
)
# Each page: what it says, and the messages that it deserves.
PAGES = {
    "dimensions/term.md": (
        HEAD.format("Term") + "\nA [[nonsuch]].\n",
        ['docs/dimensions/term.md:6: term "nonsuch" is not in the glossary: '],
    ),
    "reference/key.md": (
        HEAD.format("Key") + "\nSo [@nobody1999].\n",
        ['docs/reference/key.md:6: source "nobody1999" is not in the bibliography: '],
    ),
    "dimensions/question.md": (
        OBJECTIVES
        + "\n/// question | Which?\n    id: broken-q-none\n    objective: broken-one\n\n"
        + "- [ ] A\n\n    No.\n\n- [ ] B\n\n    No.\n///\n"
        + "\n/// question | Which?\n    id: broken-q-reason\n    objective: broken-six\n\n"
        + "- [x] A\n\n    Yes.\n\n- [ ] B\n///\n",
        [
            'docs/dimensions/question.md:10: question "broken-q-none": no option is marked right: ',
            'docs/dimensions/question.md:23: question "broken-q-reason": option B has no reason: ',
            'docs/dimensions/question.md:25: objective "broken-six" is at the head of no page: ',
        ],
    ),
    "reference/twice.md": (
        HEAD.format("Twice") + '\n<p id="one">A</p>\n\n<p id="one">B</p>\n',
        ["docs/reference/twice.md:6: the id “one” is on this page 2 times: "],
    ),
    "reference/option.md": (
        HEAD.format("Option")
        + "\n/// exercise | Write\n    id: opt-a\n    minute: 3\n    lines: 2\n"
        + "    objective: broken-one\n\nWrite.\n///\n",
        ['docs/reference/option.md:6: exercise "Write": there is no option "minute": '],
    ),
    "reference/unclosed.md": (
        HEAD.format("Unclosed") + "\n/// details | More\n\nText.\n",
        ['docs/reference/unclosed.md:6: details "More": the block is not closed: '],
    ),
    "reference/head.md": (
        "Text.\n",
        ["docs/reference/head.md:1: the front matter is missing: "],
    ),
    "reference/link.md": (
        HEAD.format("Link") + "\n[Gone](nowhere.md), [lost](../index.md#nowhere-else).\n",
        [
            "docs/reference/link.md:6: the link “nowhere.md” leads to no file of the site: ",
            "docs/reference/link.md:6: the link “../../#nowhere-else” leads to “nowhere-else”",
        ],
    ),
    "reference/foreign.md": (
        HEAD.format("Foreign") + "\n![A](https://example.org/a.png)\n",
        ["docs/reference/foreign.md:6: the browser would load “https://example.org/a.png”"],
    ),
    "reference/literal.md": (
        HEAD.format("Literal") + "\nText\n/// exercize | Title\n///\n",
        ['docs/reference/literal.md:7: there is no block "exercize": write exercise'],
    ),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with a mistake on each of some pages."""
    root = tmp_path_factory.mktemp("broken")
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, (text, _) in PAGES.items():
        (root / "docs" / name).write_text(text, "utf-8")
    (root / "docs/reference/latin.md").write_bytes(b"---\ntitle: Caf\xe9\nsummary: A page.\n---\n")
    bibliography = root / "docs/reference/sources.bib"
    entry = "@article{broken2000,\n  author = {A, B.}\n  year = {2000}\n}\n"
    bibliography.write_text(bibliography.read_text("utf-8") + entry, "utf-8")
    return root


@pytest.fixture(scope="module")
def built(broken: Path) -> subprocess.CompletedProcess[str]:
    """Build the broken copy once."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=broken,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", PAGES)
def test_each_mistake_is_named(built: subprocess.CompletedProcess[str], name: str) -> None:
    for message in PAGES[name][1]:
        assert sum(message in line for line in built.stderr.splitlines()) == 1, built.stderr


def test_a_file_that_is_not_utf8_is_named(built: subprocess.CompletedProcess[str]) -> None:
    assert "docs/reference/latin.md:2: byte 0xe9 is not UTF-8: " in built.stderr


def test_a_malformed_entry_is_named(broken: Path, built: subprocess.CompletedProcess[str]) -> None:
    number = len((broken / "docs/reference/sources.bib").read_text("utf-8").splitlines()) - 1
    assert f"docs/reference/sources.bib:{number}: syntax error" in built.stderr


def test_the_build_fails_without_a_traceback(built: subprocess.CompletedProcess[str]) -> None:
    assert built.returncode == 1
    assert "Traceback" not in built.stdout + built.stderr


def test_no_half_made_site_is_left(broken: Path, built: subprocess.CompletedProcess[str]) -> None:
    assert list((broken / "site").iterdir()) == []
