"""Prints the options of every question without what they answer, and writes their key."""

from __future__ import annotations

from pathlib import Path

from course.blind import key, sheet, tasks
from course.commands.built import built
from course.files import write_file
from course.settings import Course


def blind(course: Course, seed: int, stems: bool, key_file: Path | None) -> int:
    """Build the course and print the sheet of the test; return the exit status.

    Arguments:
        course: the course.
        seed: gives the order; the same for the sheets without stems, with them, and the key.
        stems: whether to print what is asked too.
        key_file: the file that the key is written to, if any: whoever guesses must not see it.
    """
    with built(course) as material:
        if material is None:
            return 1
        found = tasks(material.pages, seed)
    number = sum(len(each.cases) for each in found)
    print(f"{course.title}: {number} questions, order {seed}. Write a letter for each number.")
    print(*sheet(found, stems), sep="\n")
    if key_file:
        write_file(key_file, "".join(f"{line}\n" for line in key(found)))
    return 0
