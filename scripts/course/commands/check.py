"""Checks a course without keeping its site."""

from __future__ import annotations

from course.commands.built import built
from course.commands.report import report
from course.rules.reading import lines_of_grades
from course.rules.registry import RULES, examine
from course.settings import Course


def check(course: Course) -> int:
    """Build the course for its problems alone, run the rules that a whole course keeps, and report.

    Returns:
        The exit status: 0 if no rule found anything. A rule that had nothing to look at is named,
        which is no mistake: another course may have no such thing.
    """
    with built(course) as material:
        if material is None:
            return 1
        found = examine([rule for rules in RULES.values() for rule in rules], material)
    if grades := lines_of_grades(material):
        print("Reading grade of each page, in years of school:", *grades, sep="\n", flush=True)
    for line in found.unproved:
        print(line, flush=True)
    return report(found.problems)
