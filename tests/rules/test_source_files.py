"""The folder `docs`: its files can be read, their front matter is complete, and they are text."""

from __future__ import annotations

import pytest

from course.rules.registry import run
from tests.rules.small import SmallCourse

UNIT = """---
title: Focus
summary: Today and later.
minutes: {read: 8, do: 17}
objectives:
  - {id: focus-sort, text: Sort what people do.}
  - {id: focus-cause, text: Tell a fix from a cure.}
---

Text.
"""


def check(small: SmallCourse, text: str | bytes, name: str = "units/focus.md") -> list[str]:
    """Return the messages about a source file."""
    small.write(f"docs/{name}", text)
    return list(map(str, run("source", small.material)))


def test_complete_unit(small: SmallCourse) -> None:
    assert check(small, UNIT) == []


def test_other_pages_need_a_title_and_a_summary_only(small: SmallCourse) -> None:
    assert check(small, "---\ntitle: A\nsummary: B\n---\n", "units/index.md") == []


@pytest.mark.parametrize("name", ["units/focus.md", "other.bib"])
def test_file_that_is_not_utf8(small: SmallCourse, name: str) -> None:
    data = UNIT.replace("Today", "Caf\xe9").encode("latin-1")
    assert check(small, data, name) == [
        f"docs/{name}:3: byte 0xe9 is not UTF-8: save the file in the encoding UTF-8"
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
            '3: a colon stands inside of the text: put "…" around it',
        ),
        (
            ("  - {id: focus-cause", "\t- {id: focus-cause"),
            "7: a tab stands in the line: put spaces in its place",
        ),
        (
            ("  - {id: focus-cause", " - {id: focus-cause"),
            "7: the line does not stand below the one that it belongs to: "
            "indent this line, or the one above it, like its neighbours",
        ),
        (
            ("minutes: {read: 8, do: 17}\n", ""),
            '1: the front matter has no "minutes": write minutes: {read: 5, do: 20}',
        ),
        (
            ("do: 17", "do: long"),
            '4: minutes: do: it is "long": write a whole number of minutes',
        ),
        (
            ("  - {id: focus-cause, text: Tell a fix from a cure.}\n", ""),
            "5: objectives: there is 1: write two or three entries {id: …, text: …}",
        ),
        (
            ("{id: focus-cause, text", "{text"),
            "7: objectives: 2: id: it is missing: add id: …",
        ),
    ],
)
def test_front_matter(small: SmallCourse, change: tuple[str, str], message: str) -> None:
    assert check(small, UNIT.replace(*change)) == [f"docs/units/focus.md:{message}"]


def test_front_matter_without_entries(small: SmallCourse) -> None:
    assert check(small, "---\nnothing\n---\n", "a.md") == [
        "docs/a.md:2: there is no colon with a space after it: write name: text",
    ]


def test_included_file(small: SmallCourse) -> None:
    small.write("docs/rows.svg", "<!-- --8<-- [start:rows] -->")
    assert check(small, f'{UNIT}\n--8<-- "docs/rows.svg:rows"\n') == []


@pytest.mark.parametrize(
    ("snippet", "message"),
    [
        (
            "docs/figures/none.svg",
            "12: there is no file docs/figures/none.svg to include: "
            "correct its path, which begins with docs/",
        ),
        (
            "docs/units/focus.md:rows",
            "12: docs/units/focus.md has no section rows: mark it there with --8<-- [start:rows]",
        ),
    ],
)
def test_nothing_to_include(small: SmallCourse, snippet: str, message: str) -> None:
    assert check(small, f'{UNIT}\n--8<-- "{snippet}"\n') == [f"docs/units/focus.md:{message}"]


def test_a_mistake_in_the_bibliography(small: SmallCourse) -> None:
    (message,) = check(small, "@misc{x,\n  year = {2000}\n}\n", "sources.bib")
    assert message.startswith('docs/sources.bib:1: source "x": ')


@pytest.mark.parametrize(
    ("element", "remedy"),
    [
        ('<button type="button">Check</button>', "write a block of the course in its place"),
        ("<TEMPLATE>", "write a block of the course in its place"),
        ("Text. <script>run()</script>", "move what it holds to overrides/assets"),
        ('<link rel="stylesheet" href="a.css">', "move what it holds to overrides/assets"),
    ],
)
def test_a_page_that_is_not_text_only(small: SmallCourse, element: str, remedy: str) -> None:
    (message,) = check(small, f"{UNIT}\n{element}\n")
    assert message.startswith("docs/units/focus.md:12: the element <")
    assert message.endswith(f" stands in the text: {remedy}")


def test_what_is_shown_as_code_is_text(small: SmallCourse) -> None:
    code = "```html\n<button>\n```\n\nWrite `<style>` and ``<script> ` ``.\n"
    assert check(small, f"{UNIT}\n{code}\nA figure{{ .screen }}: <svg></svg>\n") == []


def test_a_style_sheet_is_no_text(small: SmallCourse) -> None:
    assert check(small, "a {}", "assets/a.css") == [
        "docs/assets/a.css:1: this file is no text of the course: move it to overrides/assets"
    ]
