"""A mistake in the course, told to the person who can correct it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake.

    Arguments:
        file: the file to correct, from the root of the project.
        line: the number of its line, from 1.
        what: what is wrong.
        remedy: what to do.
        missing: the path, below `docs`, of the file or folder that is not there, if that is wrong.
    """

    file: str
    line: int
    what: str
    remedy: str
    missing: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the message, on one line."""
        return " ".join(f"{self.file}:{self.line}: {self.what}: {self.remedy}".split())


def in_order(*stages: Iterable[Problem]) -> list[Problem]:
    """Return problems by file and line, each once, without those that follow from others.

    What an earlier stage told of a line explains what a later one finds there. Line 1 also stands
    for a place that is not known, so nothing is hidden there.

    Arguments:
        *stages: the problems of each stage, in the order of the stages.
    """
    found: set[Problem] = set()
    for stage in stages:
        explained = {(each.file, each.line) for each in found if each.line > 1}
        found.update(each for each in stage if (each.file, each.line) not in explained)
    return sorted(found)


def nearest(name: str, names: Iterable[str], all_of_them: int = 8, likeness: float = 0.7) -> str:
    """Return what to write in the place of a name that there is not.

    Arguments:
        name: what was written.
        names: what there is.
        all_of_them: the most names that are listed where none is near.
        likeness: how like a name must be, from 0 to 1.
    """
    known = list(dict.fromkeys(names))
    by_form = {plain(each): each for each in reversed(known)}
    # Two letters in each other's place are the commonest slip, and count for much in a short word.
    mixed = [form for form in by_form if sorted(form) == sorted(plain(name))]
    near = mixed or get_close_matches(plain(name), by_form, 1, likeness)
    if near:
        return by_form[near[0]]
    return " or ".join(known) if len(known) <= all_of_them else ""


def plain(name: str) -> str:
    """Return a name as it is compared: case, spaces and hyphens are easily mistaken."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or name


# The lines that Git leaves where two changes meet, and what to tell of them.
RE_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
CONFLICT = (
    "Git left two versions of a text here",
    "keep one, and remove the lines <<<<<<<, ======= and >>>>>>>",
)


def conflict_in(text: str) -> int:
    """Return the line of the first mark of a conflict that Git left; 0 if there is none."""
    found = RE_CONFLICT.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def not_utf8(label: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file in another encoding."""
    line = data.count(b"\n", 0, error.start) + 1
    what = f"byte {data[error.start]:#04x} is not UTF-8"
    return Problem(label, line, what, "save the file in the encoding UTF-8")


class Refused(Exception):
    """Something cannot be made because of mistakes in the course.

    Attributes:
        problems: the mistakes, in order.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
