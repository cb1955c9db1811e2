"""A mistake, and the small course in which it is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.finish import check_built, check_sources
from tests.rules.small import SmallCourse

HEAD = "---\ntitle: A page\nsummary: In brief.\n---\n\n"
UNIT = """---
title: Base
summary: In brief.
minutes: {read: 1, do: 3}
objectives:
  - {id: base-cut, text: Cut a line.}
  - {id: base-sew, text: Sew a line.}
---

## Guess

Text.
"""
CHART = "State,Week,Hours\nnone,1,5\nnone,2,4\nsome,1,3\nsome,2,2\nall,1,2\nall,2,1\n"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="{id}">'
    '<title id="{id}">A line</title><path d="M0 0h9"/></svg>\n'
)
FOUND = "\n  finding = {{F.}},\n  limits = {{L.}},\n  checked = {{C.}}\n}}\n"


@dataclass(frozen=True)
class Row:
    """A mistake.

    Attributes:
        name: what it is.
        text: what the author wrote.
        sign: what the line has that is told; nothing for the first one.
        message: what is told of it, from its beginning.
        file: the file that it is in, below the course.
    """

    name: str
    text: str
    sign: str
    message: str
    file: str = ""

    @property
    def path(self) -> str:
        """The file: a page of its own, unless the row says another one."""
        return self.file or f"docs/rows/{self.name}.md"

    @property
    def content(self) -> str:
        """What stands in the file."""
        is_body = self.path.endswith(".md") and not self.text.startswith(("---", "\n---", "﻿"))
        return HEAD + self.text if is_body and "head-" not in self.path else self.text

    @property
    def line(self) -> int:
        """The line that is told."""
        place = self.content.index(self.sign) if self.sign else 0
        return self.content.count("\n", 0, place) + 1


def course_of(root: Path, rows: list[Row], beside: dict[str, str] | None = None) -> SmallCourse:
    """Return a course in which nothing is wrong but the rows.

    Arguments:
        root: its folder.
        rows: the mistakes.
        beside: pages that are right, and need files of the rows.
    """
    small = SmallCourse(root, verdicts={"Supported": "+", "Mixed": "±"})
    small.write("docs/index.md", HEAD.replace("A page", "Start") + "See [x](a.md#a-part).\n")
    small.write("docs/a.md", HEAD + "## A part\n\nText.\n")
    small.write("docs/units/base.md", UNIT)
    small.write("docs/rows/figures/weeks.csv", CHART)
    small.write("docs/rows/figures/line.svg", DRAWING.format(id="line"))
    for row in rows:
        small.write(row.path, row.content)
    for path, text in (beside or {}).items():
        small.write(path, HEAD + text)
    return small


def told(small: SmallCourse) -> list[str]:
    """Build the course, and return what its author is told."""
    small.build()
    for file in (small.root / "docs").rglob("*.*"):
        if file.suffix not in (".md", ".bib"):
            path = file.relative_to(small.root / "docs").as_posix()
            small.write(f"site/{path}", file.read_bytes())
    return list(map(str, check_built(small.material, check_sources(small.course))))
