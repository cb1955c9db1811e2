"""Finds the Markdown source of a built page, and the line in it that a message should name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from course.includes import includes


@dataclass(frozen=True)
class Source:
    """A Markdown file, with the files that it includes.

    What is in them is read when somebody asks for it, which is for a problem.

    Attributes:
        path: the path of the page's own file below the folder of the sources.
        docs: the folder of the sources; messages and includes start from the folder that it is in.
    """

    path: str
    docs: Path

    @property
    def files(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each file's path, from the folder that has the sources, and its lines; its own first."""
        root = self.docs.parent
        files: dict[str, tuple[str, ...]] = {}
        waiting = [self.docs / self.path]
        while waiting:
            file = waiting.pop(0)
            key = file.relative_to(root).as_posix()
            if key in files or not file.is_file():
                continue
            text = file.read_text(encoding="utf-8", errors="replace")
            files[key] = tuple(text.splitlines())
            waiting += filter(None, (each.file(root) for each in includes(text)))
        return tuple(files.items())

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the page's own file."""
        return self.files[0][1]

    def place(self, signs: tuple[str, ...]) -> tuple[str, int]:
        """Return the file and the line of the first sign that is found; or line 1.

        Arguments:
            signs: pieces of text, the best first.
        """
        files = self.files
        for sign in filter(None, signs):
            # The whole of an id comes before one that begins like it.
            for pattern in (rf"{re.escape(sign)}(?![\w-])", re.escape(sign)):
                for file, lines in files:
                    for number, line in enumerate(lines, 1):
                        if re.search(pattern, line):
                            return file, number
        return files[0][0], 1


def find_source(name: str, docs: Path) -> Source | None:
    """Return the source of a page, or none if the theme made the page.

    Arguments:
        name: the path of the built page in the site, such as `dimensions/focus/index.html`.
        docs: the folder of the Markdown sources.
    """
    stem = name.removesuffix(".html")
    stems = [stem]
    if stem.endswith("index"):
        folder = stem.removesuffix("index")
        stems += [f"{folder}README", folder.rstrip("/")]
    for candidate in stems:
        path = docs / f"{candidate}.md"
        if candidate and path.is_file():
            return Source(path.relative_to(docs).as_posix(), docs)
    return None
