"""Answer: one answer to what the text above asks, behind a disclosure."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from course.blocks.block import CourseBlock


class Answer(CourseBlock):
    """
    Answer.

    Arguments (1 required):
    - What the disclosure is called.

    Options: none.

    Content:
    The answer. The workbook has lines in its place, unless an exercise above has its own.
    """

    NAME = "answer"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Create the disclosure."""
        details = self.element(parent, "details")
        details.set("data-answers", "")
        SubElement(details, "summary").text = self.argument
        return details


class AnswersTreeprocessor(Treeprocessor):
    """Give each answer of a page an id, so that the printed answers can lead back to it."""

    def run(self, root: Element) -> None:
        """Number the answers in their order."""
        found = (e for e in root.iter("details") if e.get("data-block") == Answer.NAME)
        for number, details in enumerate(found, 1):
            details.set("id", f"{Answer.NAME}-{number}")


TREEPROCESSORS = (AnswersTreeprocessor,)
