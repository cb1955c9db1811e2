"""Prints how many minutes each page takes, for one reader and for a group."""

from __future__ import annotations

from course.commands.built import built
from course.settings import Course
from course.site.minutes import Times, table

HEAD = f"{'':34}{'alone':^18}{'in a group':^18}"
UNITS = f"{'page':34}{'read':>6}{'do':>6}{'all':>6}{'read':>6}{'do':>6}{'all':>6}"


def minutes(course: Course) -> int:
    """Build the course, print a line for each page with minutes and the sums; return the status."""
    with built(course) as material:
        if material is None:
            return 1
        found = list(table(material.pages, course))
    alone = sum((times for _, times, _ in found), Times())
    group = sum((times for _, _, times in found), Times())
    found.append(("the course", alone, group))
    print(HEAD.rstrip(), UNITS, sep="\n")
    for name, *times in found:
        print(f"{name:34}{''.join(map(line, times))}")
    return 0


def line(times: Times) -> str:
    """Return the minutes in three columns."""
    return f"{times.read:6}{times.do:6}{times.total:6}"
