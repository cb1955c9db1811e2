"""What a file includes: lines such as `--8<-- "docs/drawn/line.svg"`.

pymdownx.snippets puts the files in, and leaves out in silence what it does not find.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pymdownx.snippets import SnippetPreprocessor

# Both are its own: of a line, and of what stands in its quotes.
RE_LINE = SnippetPreprocessor.RE_ALL_SNIPPETS
RE_PATH = SnippetPreprocessor.RE_SNIPPET_FILE
SIGN = "8<"
# What is meant to include something, and does not begin or end a section.
RE_MEANT = re.compile(r"[ \t]*-+8<-+(?!-|[ \t]*\[)")


@dataclass(frozen=True)
class Include:
    """A line that includes a file, or a section of one.

    Attributes:
        line: its number.
        path: the path of the file from the folder of the course; nothing, if it is not in the line.
        section: the name of the section; nothing, if the line names none.
    """

    line: int
    path: str = ""
    section: str = ""

    def file(self, root: Path) -> Path | None:
        """Return the file, which may not be there; none if it lies outside of the course.

        Arguments:
            root: the folder of the course.
        """
        file = Path(os.path.normpath(root / self.path))
        return file if file.is_relative_to(root) else None


def includes(text: str) -> Iterator[Include]:
    """Yield what a text includes; a list of files between two signs is not read."""
    in_list = False
    for number, line in enumerate(text.splitlines(), 1) if SIGN in text else ():
        if not RE_MEANT.match(line):
            continue
        found = RE_LINE.match(line)
        if found and found["block_marker"]:
            in_list = not in_list
        elif found:
            path, _, section = RE_PATH.findall(found["snippet"][1:-1].strip())[0]
            # What begins with a semicolon is set aside.
            if not path.startswith(";"):
                yield Include(number, path, section.removeprefix(":"))
            continue
        if in_list or not found:
            yield Include(number)
