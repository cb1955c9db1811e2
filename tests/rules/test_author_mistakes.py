"""A course with every kind of mistake: one build names them all, and leaves no site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.rules.small import ROOT, SmallCourse

pytestmark = pytest.mark.slow

EXERCISE = (
    "/// exercise | Write\n    id: {}\n    minutes: 3\n    lines: 2\n    objective: hem\n\n"
    "Write.\n///\n"
)
HEAD = "---\ntitle: {}\nsummary: A page.\n---\n\n"
UNIT = (
    "---\ntitle: Broken\nsummary: A page.\nminutes: {read: 5, do: 5}\nobjectives:\n"
    "  - {id: hem, text: Sort.}\n  - {id: seam, text: Tell.}\n---\n\n"
)
# Each page: what it says, and the messages that it deserves.
PAGES: dict[str, tuple[str, list[str]]] = {
    "index.md": (f"{HEAD}Text.\n", []),
    "units/question.md": (
        f"{UNIT}/// question | Which?\n    id: q-none\n    objective: hem\n\n"
        "- [ ] A\n\n    No.\n\n- [ ] B\n\n    No.\n///\n\n"
        "/// question | Which?\n    id: q-reason\n    objective: helm\n\n"
        "- [x] A\n\n    Yes.\n\n- [ ] B\n///\n",
        [
            'docs/units/question.md:10: question "q-none": no option is marked right: ',
            'docs/units/question.md:31: question "q-reason": option B has no reason: ',
            'docs/units/question.md:25: objective "helm" is at the head of no page: ',
        ],
    ),
    "term.md": (
        f"{HEAD}A [[nonsuch]].\n",
        ['docs/term.md:6: term "nonsuch" is not in the glossary: '],
    ),
    "key.md": (
        f"{HEAD}So [@nobody1999].\n",
        ['docs/key.md:6: source "nobody1999" is not in the bibliography: '],
    ),
    "twice.md": (
        f'{HEAD}<p id="one">A</p>\n\n<p id="one">B</p>\n',
        ["docs/twice.md:6: the id “one” is on this page 2 times: "],
    ),
    "first.md": (HEAD + EXERCISE.format("same"), []),
    "second.md": (
        f"{HEAD}Text.\n\n{EXERCISE.format('same')}",
        ["docs/second.md:9: the id “same” is also used at docs/first.md:7: "],
    ),
    "option.md": (
        HEAD + EXERCISE.format("opt").replace("minutes:", "minute:"),
        ['docs/option.md:8: exercise "Write": there is no option "minute": write minutes'],
    ),
    "unclosed.md": (
        f"{HEAD}/// details | More\n\nText.\n",
        ['docs/unclosed.md:6: details "More": the block is not closed: '],
    ),
    "head.md": ("Text.\n", ["docs/head.md:1: the front matter is missing: "]),
    "link.md": (
        f"{HEAD}[Gone](nowhere.md), [lost](first.md#nowhere-else).\n",
        [
            "docs/link.md:6: the link “nowhere.md” leads to no file of the site: ",
            "docs/link.md:6: the link “first.md#nowhere-else” leads to a place that is not there: ",
        ],
    ),
    "foreign.md": (
        f"{HEAD}![A](https://example.org/a.png)\n",
        ["docs/foreign.md:6: the browser would load “https://example.org/a.png”"],
    ),
    "literal.md": (
        f"{HEAD}Text\n/// exercize | Title\n///\n",
        ['docs/literal.md:7: there is no block "exercize": write exercise'],
    ),
    "listed.md": (
        f"{HEAD}- One\n\n    /// exercize | Title\n    ///\n",
        ['docs/listed.md:8: there is no block "exercize": write exercise'],
    ),
    "end.md": (f"{HEAD}Text.\n\n///\n", ["docs/end.md:8: /// closes no block: "]),
    "button.md": (
        f"{HEAD}<button>Check</button>\n",
        ["docs/button.md:6: the element <button> stands in the text: "],
    ),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with a mistake on each of some pages."""
    root = tmp_path_factory.mktemp("broken")
    small = SmallCourse(root)
    shutil.copytree(ROOT / "overrides", root / "overrides", dirs_exist_ok=True)
    theme = {"name": "material", "custom_dir": "overrides", "font": False}
    hooks = [str(ROOT / "scripts" / "course" / "hook.py")]
    config = {**small.config, "theme": theme, "hooks": hooks, "strict": True, "plugins": []}
    small.write("mkdocs.yml", yaml.safe_dump(config, allow_unicode=True))
    for name, (text, _) in PAGES.items():
        small.write(f"docs/{name}", text.replace("{}", "A page"))
    small.write("docs/latin.md", b"---\ntitle: Caf\xe9\nsummary: A page.\n---\n")
    entry = "@article{broken2000,\n  author = {A, B.}\n  year = {2000}\n}\n"
    small.write("docs/sources.bib", entry)
    return root


@pytest.fixture(scope="module")
def built(broken: Path) -> subprocess.CompletedProcess[str]:
    """Build the broken course once."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=broken,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", PAGES)
def test_each_mistake_is_named_once(built: subprocess.CompletedProcess[str], name: str) -> None:
    told = [line for line in built.stderr.splitlines() if f"-  docs/{name}:" in line]
    for message in PAGES[name][1]:
        assert sum(message in line for line in told) == 1, built.stderr
    assert len(told) == len(PAGES[name][1]), told


def test_a_file_that_is_not_utf8_is_named(built: subprocess.CompletedProcess[str]) -> None:
    assert "docs/latin.md:2: byte 0xe9 is not UTF-8: " in built.stderr


def test_a_malformed_entry_is_named(built: subprocess.CompletedProcess[str]) -> None:
    assert "docs/sources.bib:2: a comma is missing: write one at the end" in built.stderr


def test_the_build_fails_without_a_traceback(built: subprocess.CompletedProcess[str]) -> None:
    assert built.returncode == 1
    assert "Traceback" not in built.stdout + built.stderr


def test_no_half_made_site_is_left(broken: Path, built: subprocess.CompletedProcess[str]) -> None:
    assert list((broken / "site").iterdir()) == []
