"""The options of every question without what they answer, for a test with people.

Whoever has not read the course should guess right no more often than by chance. Who writes options
gives the right one away without noticing, by its tone, length or balance, and a guess of somebody
else tells that better than a count of words (`course.rules.cues`).

Source: Haladyna, T. M., Downing, S. M., & Rodriguez, M. C. (2002), on clues in options,
https://doi.org/10.1207/S15324818AME1503_5
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from string import ascii_uppercase

from course.model import Block, Choice, blocks, text_of
from course.site.gather import reading_order
from course.site.page import Page

# With two options, such as the two activities of a course, they tell nothing without the stem.
FEWEST = 3


@dataclass(frozen=True)
class Case:
    """One stem: its words, the letter of its right option, and the name of its answer."""

    stem: str
    letter: str
    name: str


@dataclass(frozen=True)
class Task:
    """One list of options, and every stem that it is for.

    Attributes:
        page: the path of its page.
        case: what leads to the stems, each title and paragraph in a line.
        options: the words of the options, in their new order.
        cases: its stems; a question to sort has one for each item.
    """

    page: str
    case: list[str]
    options: list[str]
    cases: list[Case]


def tasks(pages: Sequence[Page], seed: int) -> list[Task]:
    """Return every list of options of a course, in an order of its own that the seed gives.

    A question to match has none: each of its partners is right once.
    """
    chance = Random(seed)
    found = [
        task(page, block, list(shared), chance)
        for page in reading_order(pages)
        for block in blocks(page.tree)
        if block.kind != "match"
        for shared in lists(block)
    ]
    chance.shuffle(found)
    return found


def lists(block: Block) -> Iterator[list[Choice]]:
    """Yield the choices of a block, those together that have the same options."""
    same: dict[tuple[str, ...], list[Choice]] = {}
    for choice in block.choices:
        same.setdefault(tuple(choice.options.values()), []).append(choice)
    yield from (choices for options, choices in same.items() if len(options) >= FEWEST)


def task(page: Page, block: Block, choices: list[Choice], chance: Random) -> Task:
    """Return the task of some choices that have the same options."""
    values = list(choices[0].options)
    chance.shuffle(values)
    letters = dict(zip(values, ascii_uppercase, strict=False))
    cases = [Case(each.stem, letters[each.right], each.name) for each in choices]
    told = [block.title] if block.title != choices[0].stem else []
    told += [text_of(part) for content in block.parts("content") for part in content]
    return Task(page.path, told, [choices[0].options[value] for value in values], cases)


def sheet(found: Sequence[Task], stems: bool) -> Iterator[str]:
    """Yield the lines of the sheet for those who guess.

    Arguments:
        found: the tasks.
        stems: whether to print what each asks.
    """
    number = 0
    for each in found:
        first, number = number + 1, number + len(each.cases)
        yield ""
        if stems:
            yield from each.case
            yield from (f"{n}. {case.stem}" for n, case in enumerate(each.cases, first))
        elif len(each.cases) > 1:
            yield f"{first}–{number}. {len(each.cases)} cases with these options: a letter for each"
        else:
            yield f"{number}."
        for letter, option in zip(ascii_uppercase, each.options, strict=False):
            yield f"   {letter}  {option}"


def key(found: Sequence[Task]) -> Iterator[str]:
    """Yield the lines of the key: number, letter, name of the answer, page; tabs between them."""
    cases = [(case, each.page) for each in found for case in each.cases]
    for number, (case, page) in enumerate(cases, 1):
        yield f"{number}\t{case.letter}\t{case.name}\t{page}"
