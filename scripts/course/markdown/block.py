"""What the blocks of this course share: options that name themselves, and their mistakes."""

from __future__ import annotations

import re
from typing import Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import (
    Block,
    type_boolean,
    type_ranged_integer,
    type_string,
    type_string_in,
)

RE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def type_id(value: Any) -> str:
    """Ensure an id: lower-case words and numbers joined by hyphens."""
    value = type_string(value)
    if not RE_ID.fullmatch(value):
        raise ValueError(f"{value} is not an id")
    return str(value)


def type_groups(value: Any) -> list[str]:
    """Ensure two or more names, divided by commas."""
    names = [name.strip() for name in type_string(value).split(",")]
    if len(names) < 2 or not all(names):
        raise ValueError(f"{value} does not name two groups")
    return names


def type_ratings(value: Any) -> list[str]:
    """Ensure ids of ratings with their titles, divided by commas."""
    ratings = [rating.strip() for rating in type_string(value).split(",")]
    if not all(" " in rating for rating in ratings):
        raise ValueError(f"{value} has a rating without a title")
    return ratings


# Each option once: what it must be, for the parser and in words for the author.
TYPES = {
    "id": type_id,
    "objective": type_id,
    "minutes": type_ranged_integer(1, 90),
    "lines": type_ranged_integer(1, 40),
    "data": type_string,
    "unit": type_string,
    "rest": type_string,
    "from": type_id,
    "into": type_groups,
    "ratings": type_ratings,
    "mixed": type_boolean,
    "of": type_string_in(["comparison", "question"]),
    "edition": type_id,
}
EXPECTED = {
    "id": "lower-case words joined by hyphens, such as focus-week",
    "objective": "the id of an objective in the front matter",
    "minutes": "a whole number from 1 to 90",
    "lines": "a whole number of lines to write on, from 1 to 40",
    "data": "the path of a CSV file below docs",
    "unit": "what the percentages are shares of",
    "rest": "what the empty part of a bar is",
    "from": "the name of a folder of pages",
    "into": "two or more groups, divided by commas",
    "ratings": "the id of each rating, a space and its title, divided by commas",
    "mixed": "true or false",
    "of": "comparison or question",
    "edition": "the name of a printed edition, such as workbook",
}


class CourseBlock(Block):
    """A block of this course, which needs all the options in `REQUIRED`.

    A mistake in them is told by `course.fences`, which can name its line.
    """

    REQUIRED: ClassVar[tuple[str, ...]] = ()
    place: Element | None = None

    def on_validate(self, parent: Element) -> bool:
        """Refuse the block where an option is missing."""
        return all(self.options[name] is not None for name in self.REQUIRED)

    def section(self, parent: Element, kind: str) -> Element:
        """Create the block's element, with the line that tells its kind."""
        section = SubElement(parent, "section", {"class": self.NAME, "id": self.options["id"]})
        for name in ("objective", "minutes"):
            if name in self.REQUIRED:
                section.set(f"data-{name}", str(self.options[name]))
        SubElement(section, "p", {"class": "kind"}).text = AtomicString(kind)
        return section

    def add_place(self, section: Element, name: str) -> None:
        """Add a place, of this class, that receives the content of the block."""
        self.place = SubElement(section, "div", {"class": name})

    def on_add(self, block: Element) -> Element:
        """Put the content into its place."""
        return block if self.place is None else self.place

    def heading(self, section: Element) -> None:
        """Give the block a heading and let it name the element."""
        title = f"{self.options['id']}-title"
        SubElement(section, "h3", {"id": title}).text = self.argument
        section.set("aria-labelledby", title)


def add_status(parent: Element, kind: str) -> None:
    """Add an empty place, in which a script says aloud what happened."""
    tag = "p" if kind == "kept" else "div"
    SubElement(parent, tag, {"class": kind, "role": "status"})


def options(*names: str) -> dict[str, tuple[Any, Any]]:
    """Return the `OPTIONS` of a block, in the form that pymdownx.blocks wants."""
    return {name: (None, TYPES[name]) for name in names}


def minutes_of(number: int) -> str:
    """Return a number of minutes in words."""
    return f"{number} minute{'s' if number > 1 else ''}"
