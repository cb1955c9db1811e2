"""Objectives: every block serves one, and every one is checked and practised.

An objective without a question is a promise that nobody checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.problems import Problem
from course.rules.prose import is_dimension
from course.site.page import Page

QUESTION = "contains(concat(' ', @class, ' '), ' question ')"
PRACTICE = "@class='exercise' or @class='decision'"


def check_known(pages: list[Page]) -> Iterator[Problem]:
    """Check that each objective that a block names stands at the head of a page.

    It may be that of another page: a question can go back to an earlier one.

    Arguments:
        pages: the pages of the built site.
    """
    known = {id_ for page in pages for id_ in objectives(page)}
    for page in pages:
        for block in page.tree.xpath("//section[@data-objective and @id]"):
            objective = block.get("data-objective", "")
            if objective not in known:
                what = f'objective "{objective}" is at the head of no page'
                remedy = "use the id of one, or add it to the front matter"
                yield page.problem(what, remedy, block, f"objective: {objective}")


def check_served(pages: list[Page]) -> Iterator[Problem]:
    """Check that each objective of a dimension has a question, and an exercise or decision."""
    for page in filter(is_dimension, pages):
        for objective in objectives(page):
            for kind, condition in (("question", QUESTION), ("exercise or decision", PRACTICE)):
                blocks = page.tree.xpath(f"//section[{condition}][@data-objective='{objective}']")
                if not blocks:
                    what = f'objective "{objective}" has no {kind}'
                    remedy = f"write one with the option objective: {objective}"
                    yield page.problem(what, remedy, page.tree, f"id: {objective}")


def objectives(page: Page) -> list[str]:
    """Return the ids of a page's objectives."""
    return [str(id_) for id_ in page.tree.xpath("//ul[@class='objectives']/li/@id")]
