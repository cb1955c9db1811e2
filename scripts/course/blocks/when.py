"""When: a part of a scene for those readers only who have some words, or lack them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper
from course.marks.page import current
from course.model import Block, text_of
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

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Let the condition begin the paragraph after it, as it begins the words of a way."""
        for said in block.element.xpath(BEFORE_A_PARAGRAPH):
            first = said.getnext()
            run_in = E.span({"data-part": "condition"}, text_of(said))
            run_in.tail = f" {(first.text or '').lstrip()}"
            first.text = None
            first.insert(0, run_in)
            said.drop_tree()

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Say the condition as on paper."""
        When.on_paper(block, paper)


# A condition right before a paragraph.
BEFORE_A_PARAGRAPH = "p[@data-part='condition'][following-sibling::*[1][self::p]]"
# How an author writes a condition.
PATTERN = "write words in capital letters, such as KEY, not LAMP"


def add_condition(element: Element, condition: Condition, words: Words) -> None:
    """Say a condition in words, for those who read on paper or without a script."""
    said = [words("blocks.when.has", word=word) for word in sorted(condition.needs)]
    said += [words("blocks.when.lacks", word=word) for word in sorted(condition.excludes)]
    element.set("data-part", "condition")
    element.text = AtomicString(words("blocks.when.if", what=words.list(said)))
