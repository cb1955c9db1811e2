"""Questions test the idea and not the reader's eye for a pattern.

Sources: Rodriguez, M. C. (2005), three options are enough,
https://doi.org/10.1111/j.1745-3992.2005.00006.x; Haladyna, T. M., Downing, S. M., &
Rodriguez, M. C. (2002), guidelines for items, https://doi.org/10.1207/S15324818AME1503_5
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from course.problems import Problem
from course.rules.objectives import objectives
from course.rules.prose import count_words, is_dimension
from course.site.gather import reading_order
from course.site.page import Page

OPTIONS = 3
# Below this number of questions, a pattern says nothing.
ENOUGH = 12
CHOICE = "//section[@id and (@class='question' or @class='decision')]"
ANY = "//section[@id and contains(concat(' ', @class, ' '), ' question ')]"
RE_ALL = re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)
# What a quoted person says is not asked.
RE_QUOTED = re.compile(r"“[^”]*”")
RE_NEGATIVE = re.compile(r"\b(?:not|never|except|least|n’t|isn’t|doesn’t|won’t)\b", re.IGNORECASE)


def check_options(pages: list[Page]) -> Iterator[Problem]:
    """Check the options and the stem of every choice."""
    for page, block in choices(pages):
        id_ = f"id: {block.get('id')}"
        name = f'{block.get("class")} "{block.get("id")}"'
        options = labels(block)
        if len(options) != OPTIONS:
            yield page.problem(f"{name} has {len(options)} options", "write three", block, id_)
        if any(RE_ALL.search(option) for option in options):
            remedy = "write an option that stands for itself"
            yield page.problem(f"{name} has an option about the others", remedy, block, id_)
        if block.get("class") == "question" and RE_NEGATIVE.search(RE_QUOTED.sub("", stem(block))):
            remedy = "ask for what is so: a “not” is read over"
            yield page.problem(f"{name} asks for what is not so", remedy, block, id_)


def check_patterns(pages: list[Page]) -> Iterator[Problem]:
    """Check that neither the length nor the place of an option gives the answer away."""
    found = [(page, block) for page, block in choices(pages) if len(labels(block)) == OPTIONS]
    if len(found) < ENOUGH:
        return
    longest = [pair for pair in found if right_is_longest(pair[1])]
    page, block = found[-1]
    if len(longest) > len(found) / OPTIONS:
        page, block = longest[-1]
        what = f"the right option is the longest in {len(longest)} of {len(found)} choices"
        yield page.problem(what, "shorten it in some", block, f"id: {block.get('id')}")
    for place in range(OPTIONS):
        there = [pair for pair in found if right_place(pair[1]) == place]
        if abs(len(there) - len(found) / OPTIONS) > len(found) / 10:
            letter = "ABC"[place]
            what = f"{letter} is right in {len(there)} of {len(found)} choices"
            yield page.problem(what, "change the order in some", block, f"id: {block.get('id')}")


def check_earlier(pages: list[Page]) -> Iterator[Problem]:
    """Check that each dimension page but the first goes back to an earlier one."""
    earlier: set[str] = set()
    for page in filter(is_dimension, reading_order(pages)):
        asked = {str(block.get("data-objective")) for block in page.tree.xpath(ANY)}
        if earlier and not asked & earlier:
            what = "no question goes back to an earlier dimension"
            remedy = "ask one with the objective of an earlier page"
            yield page.problem(what, remedy, page.tree, "## Check yourself")
        earlier |= set(objectives(page))


def choices(pages: list[Page]) -> Iterator[tuple[Page, HtmlElement]]:
    """Yield every choice of one in several, with its page."""
    for page in pages:
        for block in page.tree.xpath(f"{CHOICE}[not(ancestor::div[@class='gather'])]"):
            yield page, block


def stem(block: HtmlElement) -> str:
    """Return what a block asks."""
    return str(block.xpath("string(./fieldset/legend)"))


def labels(block: HtmlElement) -> list[str]:
    """Return the options of a choice."""
    return [str(label.text_content()) for label in block.xpath("./fieldset/ol/li/label")]


def right_place(block: HtmlElement) -> int:
    """Return the place of the right option, from 0."""
    right = "contains(@class, 'right') or contains(@class, 'best')"
    return int(block.xpath(f"string(.//*[@data-option and ({right})]/@data-option)")) - 1


def right_is_longest(block: HtmlElement) -> bool:
    """Tell whether the right option has more words than each of the others."""
    lengths = [len(count_words(label)) for label in labels(block)]
    place = right_place(block)
    return all(lengths[place] > n for i, n in enumerate(lengths) if i != place)
