"""All rules on the finished course, which `course check` runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from course.problems import Problem
from course.rules.dimension_parts import check_parts
from course.rules.figures import check_figures
from course.rules.minutes import check_minutes
from course.rules.objectives import check_served
from course.rules.pronouns import check_pronouns
from course.rules.question_quality import check_earlier, check_options, check_patterns
from course.rules.readability import check_grades, check_sentences, grade
from course.rules.spelling import check_spelling
from course.rules.term_use import check_term_use
from course.site.page import Page, read_pages

RULES: tuple[Callable[[list[Page]], Iterator[Problem]], ...] = (
    check_parts,
    check_served,
    check_figures,
    check_minutes,
    check_grades,
    check_sentences,
    check_term_use,
    check_pronouns,
    check_spelling,
    check_options,
    check_patterns,
    check_earlier,
)


def check_course(site: Path, docs: Path) -> tuple[list[Problem], list[str]]:
    """Run every rule on a finished site.

    Arguments:
        site: the folder of the built site.
        docs: the folder of the Markdown sources.

    Returns:
        The problems, by file and line, and a line on the reading grade of each page.
    """
    pages = read_pages(site, docs)
    problems = {problem for rule in RULES for problem in rule(pages)}
    return sorted(problems), list(grades(pages))


def grades(pages: list[Page]) -> Iterator[str]:
    """Yield a line for each page that has prose."""
    for page in pages:
        found = grade(page) if page.source else None
        if page.source and found is not None:
            yield f"{found:5.1f}  {page.source.files[0][0]}"
