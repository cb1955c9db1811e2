"""Objectives that blocks name."""

from __future__ import annotations

from course.rules.objectives import check_known
from course.site.page import Page

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><article>
<ul class="objectives"><li id="focus-sort">Sort.</li></ul>
<section class="exercise" id="focus-week" data-objective="{}"></section></article></body></html>"""


def problems(objective: str, other: str = "") -> list[str]:
    pages = [Page("focus/index.html", PAGE.format(objective))]
    pages += [Page("detail/index.html", other)] if other else []
    return [problem.what for problem in check_known(pages)]


def test_objective_of_the_page() -> None:
    assert problems("focus-sort") == []


def test_objective_of_another_page() -> None:
    other = PAGE.replace('id="focus-sort"', 'id="detail-zoom"').format("focus-sort")
    assert problems("detail-zoom", other) == []


def test_unknown_objective() -> None:
    assert problems("focus-sorting") == ['objective "focus-sorting" is at the head of no page']
