"""Rules on the source files."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.rules.source_files import check_sources

DIMENSION = """---
title: Focus
summary: Today and later.
minutes: {read: 8, do: 17}
objectives:
  - {id: focus-sort, text: Sort what people do.}
  - {id: focus-cause, text: Tell a fix from a cure.}
---

Text.
"""


def check(tmp_path: Path, text: str | bytes, name: str = "dimensions/focus.md") -> list[str]:
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem) for problem in check_sources(tmp_path / "docs")]


def test_right_page(tmp_path: Path) -> None:
    assert check(tmp_path, DIMENSION) == []


def test_other_pages_need_a_title_and_a_summary_only(tmp_path: Path) -> None:
    assert check(tmp_path, "---\ntitle: A\nsummary: B\n---\n", "index.md") == []


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    assert check(tmp_path, b"---\ntitle: A\nsummary: caf\xe9\n---\n") == [
        "docs/dimensions/focus.md:3: byte 0xe9 is not UTF-8: save the file in the encoding UTF-8"
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("---\ntitle", "title"),
            "1: the front matter is missing: begin the page with ---, title: …, summary: … and ---",
        ),
        (("title: Focus\n", ""), '1: the front matter has no "title": add title: …'),
        (
            ("summary: Today and", "summary: Today: and"),
            "3: the front matter cannot be read: mapping values are not allowed here: "
            'write name: text, with "…" around a text with a colon',
        ),
        (
            ("  - {id: focus-cause", "\t- {id: focus-cause"),
            "7: the front matter cannot be read: found character '\\t' that cannot start any "
            "token: put spaces where a tab stands",
        ),
        (
            ("  - {id: focus-cause", " - {id: focus-cause"),
            "7: the front matter cannot be read: expected <block end>, but found "
            "'<block sequence start>': indent this line, or the one above it, like its neighbours",
        ),
        (
            ("minutes: {read: 8, do: 17}\n", ""),
            '1: the front matter has no "minutes": write minutes: {read: 5, do: 20}',
        ),
        (
            ("do: 17", "do: long"),
            '1: "minutes" needs whole numbers for "read" and "do": '
            "write minutes: {read: 5, do: 20}",
        ),
        (
            ("  - {id: focus-cause, text: Tell a fix from a cure.}\n", ""),
            "1: there are 1 objectives: write two or three entries {id: …, text: …}",
        ),
        (
            ("{id: focus-cause, text", "{text"),
            "1: objective {'text': 'Tell a fix from a cure.'} has no id and text: "
            "write two or three entries {id: …, text: …}",
        ),
    ],
)
def test_front_matter(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    assert check(tmp_path, DIMENSION.replace(*change)) == [f"docs/dimensions/focus.md:{message}"]


@pytest.mark.parametrize(
    ("snippet", "message"),
    [
        (
            "docs/figures/none.svg",
            "12: there is no file docs/figures/none.svg to include: "
            "correct its path, which begins with docs/",
        ),
        (
            "docs/dimensions/focus.md:rows",
            "12: docs/dimensions/focus.md has no section rows: "
            "mark it there with --8<-- [start:rows]",
        ),
    ],
)
def test_snippets(tmp_path: Path, snippet: str, message: str) -> None:
    text = DIMENSION + f'\n--8<-- "{snippet}"\n'
    assert check(tmp_path, text) == [f"docs/dimensions/focus.md:{message}"]
