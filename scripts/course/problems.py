"""A mistake in the course, told to the person who can correct it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake.

    Arguments:
        file: the file to correct, from the root of the project.
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


class Refused(Exception):
    """Something cannot be made because of mistakes in the course.

    Attributes:
        problems: the mistakes, in order.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
