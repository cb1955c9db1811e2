"""The page that an extension is working on.

MkDocs and Zensical both hand their page to the Markdown instance under a private name. Those
names are used in `current` and nowhere else, so this file is the one to mend when they change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import relpath
from typing import Any

from markdown import Markdown

from course.problems import Problem
from course.settings import Course, read_course
from course.site.sources import Source


@dataclass
class Mistakes:
    """What an author is told of the page that is being converted.

    Attributes:
        problems: the mistakes so far.
        tangled: whether it is not known where the blocks of the page begin and end, so that what
            is wrong inside of them only follows from that.
    """

    problems: list[Problem] = field(default_factory=list)
    tangled: bool = False


@dataclass(frozen=True)
class Page:
    """A source page.

    Arguments:
        path: the page below `docs`, such as `dimensions/focus.md`.
        docs: the folder that `path` starts from.
        meta: the front matter.
        lines: the lines of the file, front matter included.
        mistakes: receives what is wrong with the page.
    """

    path: str
    docs: Path
    meta: Mapping[str, Any]
    lines: list[str]
    mistakes: Mistakes = field(default_factory=Mistakes)

    @cached_property
    def course(self) -> Course:
        """The course that it belongs to."""
        return read_course(self.docs.parent / "mkdocs.yml")

    @property
    def label(self) -> str:
        """The path that an author sees in a message, such as `docs/dimensions/focus.md`."""
        return f"{self.docs.name}/{self.path}"

    def link(self, target: str, anchor: str) -> str:
        """Return the address of an anchor on another page, relative to this source file."""
        folder = str(PurePosixPath(self.path).parent)
        return f"{relpath(target, folder)}#{anchor}"

    def line_of(self, text: str, occurrence: int = 1) -> int:
        """Return the number of the line that holds `text` for the given time, or else 1.

        The lines of files that the page includes are counted on after its own.
        """
        found = places_of(text, self.lines)
        if not found:
            found = places_of(text, self.all_lines)
        return found[min(occurrence, len(found)) - 1] if found else 1

    def report(self, line: int, what: str, remedy: str) -> None:
        """Note a mistake on this page: it goes with the page, and `course.finish` tells it.

        One in an included file is told there, once for all pages that include it.
        """
        for label, lines in ((self.label, tuple(self.lines)), *self.included):
            if line <= max(len(lines), 1):
                self.mistakes.problems.append(Problem(label, line, what, remedy))
                return
            line -= len(lines)

    @property
    def all_lines(self) -> list[str]:
        """Its own lines, and then those of the files that it includes."""
        return [*self.lines, *(line for _, lines in self.included for line in lines)]

    @cached_property
    def included(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The files that it includes: their names, and their lines."""
        return Source(self.path, self.docs).files[1:]

    def report_block(self, line: int, what: str, remedy: str) -> None:
        """Note a mistake inside of a block, unless blocks are not closed or not known."""
        if not self.mistakes.tangled:
            self.report(line, what, remedy)


def places_of(text: str, lines: Sequence[str]) -> list[int]:
    """Return the number of each line that holds a text, as often as it does."""
    return [number for number, line in enumerate(lines, 1) for _ in range(line.count(text))]


def current(md: Markdown) -> Page:
    """Return the page that `md` is converting now.

    Known at run time only: both engines register their context after the extensions.
    Outside an engine (a test, a script) the text itself is the page.
    """
    if "relpath" in md.treeprocessors:  # MkDocs
        file = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
        docs = Path(file.abs_src_path.removesuffix(str(Path(file.src_uri))))
        return _read(md, file.src_uri, docs, file.page.meta)
    if "rendering_context" in md.preprocessors:  # Zensical
        context = md.preprocessors["rendering_context"].page  # type: ignore[attr-defined]
        return _read(md, context.path, Path("docs").resolve(), context.meta)
    return Page("text.md", Path("docs"), {}, list(getattr(md, "lines", [])), mistakes_of(md))


def _read(md: Markdown, path: str, docs: Path, meta: Mapping[str, Any]) -> Page:
    """Return a page; while it is converted, which it is with its mistakes, it is read once."""
    known: Page | None = getattr(md, "page_of_course", None)
    mistakes = mistakes_of(md)
    if known is None or known.path != path or known.mistakes is not mistakes:
        lines = (docs / path).read_text("utf-8-sig").splitlines()
        known = Page(path, docs, meta, lines, mistakes)
        md.page_of_course = known  # type: ignore[attr-defined]
    return known


def mistakes_of(md: Markdown) -> Mistakes:
    """Return what is wrong with the page that `md` is converting now."""
    if not hasattr(md, "mistakes"):
        md.mistakes = Mistakes()  # type: ignore[attr-defined]
    found: Mistakes = md.mistakes  # type: ignore[attr-defined]
    return found


class Occurrences:
    """Counts pieces of text on one page after another, to tell the line of each occurrence."""

    def __init__(self) -> None:
        self.path = ""
        self.seen: Counter[str] = Counter()

    def line(self, page: Page, text: str) -> int:
        """Return the line of the next occurrence of a text on a page."""
        if page.path != self.path:
            self.path, self.seen = page.path, Counter()
        self.seen[text] += 1
        return page.line_of(text, self.seen[text])
