"""A mistake in the course, told to the person who can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake.

    Arguments:
        file: the file to mend, from the root of the project.
        line: the number of its line, from 1.
        what: what is wrong.
        remedy: what to do.
    """

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return the message, on one line."""
        return " ".join(f"{self.file}:{self.line}: {self.what}: {self.remedy}".split())
