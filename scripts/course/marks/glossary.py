"""The terms of the course, read from the glossary page, which alone defines them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown.extensions.toc import slugify

from course.settings import Course

# A term on a line of its own and, under it, its meaning: the syntax of Markdown's definition lists.
RE_ENTRY = re.compile(
    r"^(?P<name>\S.*)\n(?:[ \t]*\n)?:[ ]{1,3}(?P<meaning>\S.*(?:\n    \S.*)*)", re.MULTILINE
)
# What a tooltip leaves out: where a meaning comes from, a citation or a last remark in brackets.
RE_SOURCE = re.compile(r"\s*(?:\[[^\]\[]*@\w[^\]]*\]|\([^()]*\)(?=\s*$))")


@dataclass(frozen=True)
class Term:
    """A glossary entry: its name and its meaning, in plain text."""

    name: str
    meaning: str

    @property
    def anchor(self) -> str:
        """The entry's address on the glossary page."""
        return anchor(self.name)


def anchor(name: str) -> str:
    """Return the address of a term on the glossary page."""
    return slugify(name, "-")


def read_glossary(course: Course) -> dict[str, Term]:
    """Return the terms by name in lower case; none where there is no glossary."""
    path = course.docs / course.glossary
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else {}


@cache
def _read(path: Path, changed: int) -> dict[str, Term]:
    terms = {}
    for entry in RE_ENTRY.finditer(path.read_text("utf-8-sig", "replace")):
        meaning = RE_SOURCE.sub("", " ".join(entry["meaning"].split()))
        terms[entry["name"].strip().lower()] = Term(entry["name"].strip(), meaning)
    return terms
