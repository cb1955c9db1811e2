"""The options that several kinds of block have: what each must be, and how an author is told so."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pymdownx.blocks.block import (
    type_boolean,
    type_ranged_integer,
    type_string,
    type_string_in,
)

from course.charts import KINDS
from course.story import is_word

RE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NUMBER = r"-?\d+(?:\.\d+)?"
RE_RANGE = re.compile(rf"({NUMBER}) to ({NUMBER})")
RE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RE_PAGE = re.compile(r"[\w./-]+\.md")
FORMS = ("lines", "table", "checks", "boxes", "sketch")


def type_id(value: Any) -> str:
    """Ensure an id: lower-case words and numbers joined by hyphens."""
    value = type_string(value)
    if not RE_ID.fullmatch(value):
        raise ValueError(f"{value} is not an id")
    return str(value)


def type_name(value: Any) -> str:
    """Ensure a part of a file's name, which may be a number."""
    if not RE_NAME.fullmatch(str(value)):
        raise ValueError(f"{value} is not a part of a name")
    return str(value)


def type_page(value: Any) -> str:
    """Ensure the path of a page, from this one."""
    value = type_string(value)
    if not RE_PAGE.fullmatch(value):
        raise ValueError(f"{value} is not the path of a page")
    return str(value)


def type_groups(value: Any) -> list[str]:
    """Ensure two or more names, divided by commas."""
    names = [name.strip() for name in type_string(value).split(",")]
    if len(names) < 2 or not all(names):
        raise ValueError(f"{value} does not name two groups")
    return names


def type_words(value: Any) -> list[str]:
    """Ensure one or more words in capital letters, divided by commas."""
    words = [word.strip() for word in type_string(value).split(",")]
    if not all(map(is_word, words)):
        raise ValueError(f"{value} is not in capital letters")
    return words


def type_ratings(value: Any) -> list[str]:
    """Ensure ids of ratings with their titles, divided by commas."""
    ratings = [rating.strip() for rating in type_string(value).split(",")]
    if not all(" " in rating for rating in ratings):
        raise ValueError(f"{value} has a rating without a title")
    return ratings


def type_range(value: Any) -> tuple[str, str]:
    """Ensure two numbers, the smaller one first."""
    match = RE_RANGE.fullmatch(type_string(value))
    if match is None or Decimal(match[1]) >= Decimal(match[2]):
        raise ValueError(f"{value} is not a range")
    return match[1], match[2]


# Each option that several kinds have: what it must be, for the parser and in words for the author.
TYPES: dict[str, tuple[Any, str]] = {
    "id": (type_id, "lower-case words joined by hyphens, such as my-week"),
    "objective": (type_id, "the id of an objective in the front matter"),
    "minutes": (type_ranged_integer(1, 90), "a whole number from 1 to 90"),
    "lines": (type_ranged_integer(1, 40), "a whole number of lines to write on, from 1 to 40"),
    "form": (type_string_in(list(FORMS)), f"one of {', '.join(FORMS)}"),
    "range": (type_range, "two numbers, the smaller one first, such as 0 to 100"),
    "unit": (type_string, "what the number counts, such as of 100 people"),
    "from": (type_id, "the name of a folder of pages"),
    "into": (type_groups, "two or more groups, divided by commas"),
    "ratings": (type_ratings, "the id of each rating, a space and its title, divided by commas"),
    "gives": (type_words, "one or more words in capital letters, divided by commas"),
    "mixed": (type_boolean, "true or false"),
    "ending": (type_boolean, "true or false"),
    "after": (type_id, "the id of the heading that follows the story"),
    "of": (type_string_in(["comparison", "question"]), "comparison or question"),
    "data": (type_string, "the name of a CSV file in the folder figures beside the page"),
    "kind": (type_string_in(list(KINDS)), f"one of {', '.join(KINDS)}"),
    "up": (type_string, "what the lines count, such as hours a week"),
    "paper": (type_string, "the numbers of the states that paper shows, such as 1, 3, 5"),
    "edition": (type_id, "the name of a printed edition, such as workbook"),
    "goal": (type_string, "what it is for, in a sentence"),
    "people": (type_string, "for how many people it is, such as 6 to 24"),
    "material": (type_string, "what has to be there, such as tape on the floor"),
    "mark": (type_id, "the name of a drawing in the folder marks"),
    "handout": (type_name, "what its handout is called by, such as 90 or half-day"),
    "sides": (type_ranged_integer(1, 60), "how many sides its handout may have, from 1 to 60"),
    "page": (type_page, "the path of a page from this one, such as ../practice/cases.md"),
}
