"""Checks a course without keeping its site."""

from __future__ import annotations

import sys
from pathlib import Path

from course.commands.built import built
from course.commands.report import report
from course.problems import Problem
from course.rules.material import Material
from course.rules.reading import lines_of_grades
from course.rules.registry import RULES, examine
from course.settings import Course
from course.site.page import read_pages


def remark(site: Path, course: Course) -> list[Problem]:
    """Say what is to be mended before a built course is published, and return it.

    It stops no build.
    """
    pages = read_pages(site, course.docs) if site.is_dir() else []
    material = Material(course, pages, site)
    problems = examine(RULES["course"] if pages else (), material).problems
    if problems:
        print("The site is built. Before you publish it, mend:", file=sys.stderr)
        report(problems)
    return problems


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
