"""Questions test the idea and not the reader's eye for a pattern.

Sources: Rodriguez, M. C. (2005), three options are enough,
https://doi.org/10.1111/j.1745-3992.2005.00006.x; Haladyna, T. M., Downing, S. M., &
Rodriguez, M. C. (2002), guidelines for items, https://doi.org/10.1207/S15324818AME1503_5
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from course.model import Block, Choice
from course.problems import Problem
from course.rules.material import Material
from course.site.page import Page
from course.site.prose import count_words

OPTIONS = 3
# Below this number of choices, a pattern says nothing.
ENOUGH = 12

Found = tuple[Page, Block, Choice]


def check_options(material: Material) -> Iterator[Problem]:
    """Check the number of options of every choice."""
    for page, block, choice in material.each("choice", choices(material)):
        if len(choice.options) != OPTIONS:
            what = f"has {len(choice.options)} options"
            yield problem(page, block, what, f"write {OPTIONS}")


def check_wording(material: Material) -> Iterator[Problem]:
    """Check that no choice is one of reading closely: of options about others, of a “not”."""
    negative, others = material.of_language("negative"), material.of_language("about_others")
    for page, block, choice in material.each("choice", choices(material)):
        if any(map(others.search, choice.options.values())):
            remedy = "write an option that stands for itself"
            yield problem(page, block, "has an option about the others", remedy)
        # A decision asks what to do; what a quoted person says is not asked.
        asked = material.language.unquoted(choice.stem) if block.series == "question" else ""
        if negative.search(asked):
            remedy = "ask for what is so: a “not” is read over"
            yield problem(page, block, "asks for what is not so", remedy)


def check_patterns(material: Material) -> Iterator[Problem]:
    """Check that neither the length nor the place of an option gives the answer away."""
    found = [each for each in choices(material) if len(each[2].options) == OPTIONS]
    found = list(material.each("dozen of choices", found if len(found) >= ENOUGH else ()))
    for is_so, length, remedy in (
        (right_is_longest, "longest", "shorten it in some"),
        (right_is_shortest, "shortest", "shorten another in some"),
    ):
        such = [each for each in found if is_so(each[2])]
        if len(such) > len(found) / OPTIONS:
            what = f"the right option is the {length} in {len(such)} of {len(found)} choices"
            yield problem_of_all(such[-1], what, remedy)
    for place in range(OPTIONS):
        there = [each for each in found if list(each[2].options).index(each[2].right) == place]
        if abs(len(there) - len(found) / OPTIONS) > len(found) / 10:
            what = f"{ascii_uppercase[place]} is right in {len(there)} of {len(found)} choices"
            yield problem_of_all(found[-1], what, "change the order in some")


def choices(material: Material) -> Iterator[Found]:
    """Yield every choice of one in several options, each with its page and its block."""
    for page, block in material.blocks:
        for choice in block.choices:
            # The items of a question to sort have groups, which are those of all items.
            if choice.element.xpath("ol[@data-part='options']"):
                yield page, block, choice


def problem(page: Page, block: Block, what: str, remedy: str) -> Problem:
    """Return a problem of a block."""
    name = f'{block.kind} "{block.id}"'
    return page.problem(f"{name} {what}", remedy, block.element, f"id: {block.id}")


def problem_of_all(found: Found, what: str, remedy: str) -> Problem:
    """Return a problem of all choices together, placed at one of them."""
    page, block, _ = found
    return page.problem(what, remedy, block.element, f"id: {block.id}")


def right_is_longest(choice: Choice) -> bool:
    """Tell whether the right option has more words than each of the others."""
    right, others = lengths(choice)
    return right > max(others)


def right_is_shortest(choice: Choice) -> bool:
    """Tell whether the right option has fewer words than each of the others."""
    right, others = lengths(choice)
    return right < min(others)


def lengths(choice: Choice) -> tuple[int, list[int]]:
    """Return the number of words of the right option, and of each other."""
    found = {value: len(count_words(words)) for value, words in choice.options.items()}
    return found.pop(choice.right), list(found.values())
