"""Rating: statements about what one does, rated from 1 to 5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, add_status, minutes_of, options
from course.markdown.items import Item, ItemsTreeprocessor, Mistake, register

SCALE = {1: "almost never", 2: "seldom", 3: "sometimes", 4: "often", 5: "almost always"}
RE_LABEL = re.compile(r"(?P<dimension>[a-z][a-z0-9-]*) (?P<activity>manage|lead)")
SIGNS = {"manage": "managing", "lead": "leading"}


class Rating(CourseBlock):
    """
    Rating.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answers hang on it.
    - `minutes` (integer): the time that the rating takes.

    Content:
    A list of statements; each begins with the page name of its dimension and with `manage` or
    `lead`, in square brackets.
    """

    NAME = "rating"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head, the scale in words and a place for the statements."""
        section = self.section(parent, f"Rating · {minutes_of(self.options['minutes'])}")
        self.heading(section)
        words = ", ".join(f"{number} {text}" for number, text in SCALE.items())
        SubElement(section, "p", {"class": "scale"}).text = words.capitalize() + "."
        self.add_place(section, "content")
        return section


class RatingTreeprocessor(ItemsTreeprocessor):
    """Give each statement its scale."""

    name = Rating.NAME
    plural = "statements"
    pattern = "- [focus manage] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the statements."""
        labels = [item.label for item in items]
        for label in labels:
            if not RE_LABEL.fullmatch(label):
                remedy = "write the page name of a dimension, then manage or lead"
                yield f'a statement is marked "[{label}]"', remedy
        for label in sorted({label for label in labels if labels.count(label) > 1}):
            yield f'two statements are marked "[{label}]"', "write one for each activity"

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the statements, each with its five buttons."""
        listed = SubElement(section, "ol", {"class": "statements"})
        for item in items:
            dimension, activity = item.label.split()
            name = f"{section.get('id')}-{dimension}-{activity}"
            attributes = {
                "class": f"statement {SIGNS[activity]}",
                "data-dimension": dimension,
                "data-activity": activity,
            }
            fieldset = SubElement(SubElement(listed, "li", attributes), "fieldset")
            SubElement(fieldset, "legend").text = item.text
            for number, words in SCALE.items():
                add_step(fieldset, f"{name}", number, words)
        add_status(section, "kept")


def add_step(parent: Element, name: str, number: int, words: str) -> None:
    """Add one step of the scale; its words are said to who cannot see the line above."""
    option = SubElement(parent, "span", {"class": "option"})
    button = {"type": "radio", "name": name, "id": f"{name}-{number}", "value": str(number)}
    SubElement(option, "input", button).tail = " "
    label = SubElement(option, "label", {"for": f"{name}-{number}"})
    label.text = str(number)
    SubElement(label, "span", {"class": "visually-hidden"}).text = f", {words}"


class RatingExtension(BlocksExtension):
    """Rating Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Rating, self.getConfigs())
        register(md, RatingTreeprocessor)


def makeExtension(*args: Any, **kwargs: Any) -> RatingExtension:
    """Return extension."""
    return RatingExtension(*args, **kwargs)
