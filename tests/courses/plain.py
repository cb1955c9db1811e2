"""Courses of any size, in English, for the tests of what an edition or a rule does with them."""

from __future__ import annotations

CONFIG = """INHERIT: overrides/words/en.yml
site_name: Plain course
site_url: https://plain.example/
theme: {name: material, custom_dir: overrides, font: false}
plugins: []
hooks: [scripts/course/hook.py]
extra:
  generator: false
  course:
    name: plain
    release: {version: "1", date: "2027-03-01"}
"""
UNITS = """    activities:
      - {name: bake, sign: ■, column: When you bake}
      - {name: cook, sign: ●, column: When you cook}
    units: {folder: units, points: points, exercises: tasks, parts: [Side by side, Tasks, Points]}
"""
REST = """extra_css: [assets/course.css]
extra_javascript: [{path: assets/course.js, defer: true}]
strict: true
markdown_extensions: [attr_list, def_list, md_in_html, tables, toc, pymdownx.snippets, course]
"""
HEAD = """---
title: {title}
summary: A page in short.
minutes: {{read: 1, do: {do}}}
objectives:
  - id: {id}-one
    text: Do one thing.
  - id: {id}-two
    text: Do two things.
---
"""
EXERCISE = """
/// exercise | Write
    id: {id}
    minutes: 2
    lines: {lines}
    objective: {page}-one

Write what you see.
///
"""
QUESTION = """
/// question | Which one?
    id: {id}
    objective: {page}-one

- [ ] The first

    No.

- [x] The second

    Yes.

- [ ] The third

    No.
///
"""


def config(*, units: bool = True, extra: str = "") -> str:
    """Return a `mkdocs.yml`."""
    return CONFIG + (UNITS if units else "") + extra + REST


def one_page() -> dict[str, str]:
    """Return a course of one page."""
    text = HEAD.format(title="Bread", id="bread", do=2)
    text += EXERCISE.format(id="bread-write", page="bread", lines=4)
    text += QUESTION.format(id="bread-ask", page="bread")
    text += "\n/// answer | One answer\nIt rises.\n///\n"
    return {"mkdocs.yml": config(units=False), "docs/index.md": text}


def course(names: list[str], *, rows: int = 3, words: int = 4, lines: list[int]) -> dict[str, str]:
    """Return a course of units.

    Arguments:
        names: the names of the units.
        rows: the rows of each comparison.
        words: the words of each of its cells.
        lines: the lines to write on of each exercise.
    """
    files = {f"docs/units/{name}.md": unit(name, rows, words, lines) for name in names}
    start = "---\ntitle: Start\nsummary: It starts.\n---\n\nRead on.\n"
    return {"mkdocs.yml": config(), "docs/index.md": start, **files}


def unit(name: str, rows: int, words: int, lines: list[int]) -> str:
    """Return a page of a unit."""
    cells = " | ".join([" ".join(["word"] * words)] * 2)
    exercises = "".join(
        EXERCISE.format(id=f"{name}-{number}", page=name, lines=count)
        for number, count in enumerate(lines, 1)
    )
    return (
        HEAD.format(title=name.title(), id=name, do=2 * len(lines))
        + "\n## Side by side\n\nRead each row.\n\n| Case | When you bake | When you cook |\n"
        + "|---|---|---|\n"
        + "".join(f"| Row {number} | {cells} |\n" for number in range(1, rows + 1))
        + f"\n## Tasks\n{exercises}{QUESTION.format(id=f'{name}-ask', page=name)}\n"
        + "## Points\n\n- One point.\n- Another point.\n"
    )
