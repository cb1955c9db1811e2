"""A dimension page has its parts, in their order.

A reader who knows one page finds their way on every other.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.problems import Problem
from course.rules.prose import heading, is_dimension
from course.site.page import Page

# The first of the eleven parts is the head, which the template prints.
PARTS = (
    "Guess first",
    "Same situation, two responses",
    "The idea",
    "Side by side",
    "What research says",
    "Worked example",
    "Decide",
    "Check yourself",
    "Reflect and plan",
    "Key points",
)


def check_parts(pages: list[Page]) -> Iterator[Problem]:
    """Check the headings of every dimension page."""
    for page in filter(is_dimension, pages):
        found = page.tree.xpath("//article//h2[not(ancestor::section)]")
        names = [heading(element) for element in found]
        if names == list(PARTS):
            continue
        for part in PARTS:
            if part not in names:
                what = f'the part "{part}" is missing'
                yield page.problem(what, f"add it as ## {part}", page.tree, "\n")
        for element, name in zip(found, names, strict=True):
            if name not in PARTS:
                what = f'"{name}" is not a part of a dimension page'
                yield page.problem(what, "make it ### inside a part", element, f"## {name}")
        known = [name for name in names if name in PARTS]
        if known != sorted(known, key=PARTS.index):
            remedy = f"use the order {', '.join(PARTS)}"
            yield page.problem("the parts are not in their order", remedy, page.tree, "## ")
