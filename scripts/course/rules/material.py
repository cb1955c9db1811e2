"""What the rules look at: a course, its source files and, once it is built, its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pathspec.gitignore import GitIgnoreSpec

from course.mark import FOLDER
from course.marks.lines import Text, read_text
from course.model import Block, blocks
from course.rules.languages import Language, language_of
from course.settings import Course
from course.site.facts import Stated, stated
from course.site.page import Page
from course.site.prose import Sentence, sentences


def patterns(text: str) -> GitIgnoreSpec:
    """Return what finds the files that some patterns of Git's ignore files name."""
    return GitIgnoreSpec.from_lines(text.splitlines())


Thing = TypeVar("Thing")


class Unknown(Exception):
    """A rule cannot run, since it needs what is not known of the language of the course."""


@dataclass(frozen=True)
class SourceFile:
    """A file of the folder `docs`: its path there, where it is, and the name of the folder."""

    path: str
    file: Path
    folder: str

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"{self.folder}/{self.path}"

    @cached_property
    def text(self) -> str:
        """Its text; what is not UTF-8 is replaced."""
        return self.file.read_text("utf-8-sig", "replace")

    @cached_property
    def read(self) -> Text:
        """What is text in it: nobody changes it."""
        return read_text(self.text.splitlines())


@dataclass
class Material:
    """A course, as far as it is made when a rule runs.

    A rule takes what it checks through `each`: one that looked at nothing has proved nothing, and
    `course check` says so.

    Arguments:
        course: what is true of it.
        pages: the pages of the built site; none before the build.
        site: the folder of the built site.

    Attributes:
        looked_for: what the last rule that ran looked for.
        looked_at: how many of it there were.
    """

    course: Course
    pages: Sequence[Page] = ()
    site: Path | None = None
    looked_for: str = field(default="", init=False)
    looked_at: int = field(default=0, init=False)

    def each(self, what: str, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield what a rule looks at, and count it."""
        self.looked_for = what
        for thing in things:
            self.looked_at += 1
            yield thing

    @cached_property
    def sources(self) -> list[SourceFile]:
        """The files of the folder `docs`, by their path."""
        docs = self.course.docs
        left_out = [*map(patterns, self.course.excluded)]
        files = [
            SourceFile(path.relative_to(docs).as_posix(), path, docs.name)
            for path in sorted(docs.rglob("*"))
            if path.is_file()
        ]
        # MkDocs leaves out what is hidden, too; marks are drawn into pages.
        return [
            file
            for file in files
            if file.path.startswith(f"{FOLDER}/")
            or (
                not any(part.startswith(".") for part in file.path.split("/"))
                and not any(each.match_file(file.path) for each in left_out)
            )
        ]

    def sources_of(self, *suffixes: str) -> list[SourceFile]:
        """Return the source files of a kind, such as `.md`."""
        return [file for file in self.sources if file.path.endswith(suffixes)]

    @cached_property
    def files(self) -> set[str]:
        """The paths of all files of the site."""
        found = self.site.rglob("*") if self.site else ()
        return {path.relative_to(str(self.site)).as_posix() for path in found if path.is_file()}

    @property
    def units(self) -> list[Page]:
        """The pages of the course's pattern."""
        return [page for page in self.pages if self.course.units.has(page.path)]

    @property
    def blocks(self) -> Iterator[tuple[Page, Block]]:
        """Every block of every page, without copies of those of other pages."""
        return ((page, block) for page in self.pages for block in blocks(page.tree))

    @property
    def stated(self) -> Iterator[tuple[Page, Stated]]:
        """The same, by what they state: so no page is parsed again."""
        found = ((page, block) for page in self.pages for block in stated(page))
        return ((page, block) for page, block in found if not block.copied)

    def of_language(self, name: str) -> Any:
        """Return what a rule needs to know of the language, an attribute of `Language`.

        Raises:
            Unknown: if it is not known.
        """
        code = self.course.words.language
        if not getattr(self.language, name):
            raise Unknown(f"scripts/course/rules/languages has no {name} for {code}")
        return getattr(self.language, name)

    @cached_property
    def language(self) -> Language:
        """The language of the course."""
        return language_of(self.course.words.language)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of every page, in order."""
        return [each for page in self.pages for each in sentences(page, self.language.unended)]
