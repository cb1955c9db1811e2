"""When: a part of a scene for those readers only who have some words, or lack them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock
from course.marks.page import current
from course.story import Condition, read_condition
from course.words import Words


class When(CourseBlock):
    """
    When.

    Arguments (1 required):
    - The words that the reader must have, divided by commas; `not` stands before one that must be
      missing.

    Options: none.

    Content:
    The part. It stands in a scene.
    """

    NAME = "when"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Create the element, which says its condition as a fact and in words."""
        page = current(self.md)
        condition = read_condition(self.argument)
        if condition is None:
            what = f'when "{self.argument}": the condition cannot be read'
            page.report(page.line_of(f"when | {self.argument}"), what, PATTERN)
        part = self.element(parent, "div")
        if condition is not None:
            part.set("data-if", condition.fact)
            add_condition(SubElement(part, "p"), condition, self.course.words)
        return part


# How an author writes a condition.
PATTERN = "write words in capital letters, such as CABLE, not VAN"


def add_condition(element: Element, condition: Condition, words: Words) -> None:
    """Say a condition in words, for those who read on paper or without a script."""
    said = [words("blocks.when.has", word=word) for word in sorted(condition.needs)]
    said += [words("blocks.when.lacks", word=word) for word in sorted(condition.excludes)]
    element.set("data-part", "condition")
    element.text = AtomicString(words("blocks.when.if", what=words.list(said)))
