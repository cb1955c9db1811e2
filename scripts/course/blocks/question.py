"""Question: a formative question with a reason for every option."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from course.blocks.block import CourseBlock, add_buttons, add_status
from course.blocks.items import (
    Item,
    ItemsTreeprocessor,
    Mistake,
    add_options,
    add_reasons,
    one_right,
    reasons_of,
    without_body,
)


class Question(CourseBlock):
    """
    Question.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer is kept under it.
    - `objective` (string): the id of the objective that it checks.

    Content:
    A scene, if the question needs one; then a task list of the options, `[x]` for the right one,
    the reason indented under each.
    """

    NAME = "question"
    SERIES = "question"
    ARGUMENT = True
    REQUIRED = ("id", "objective")
    KEEPS = True

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the content; the options are read later."""
        section = self.section(parent)
        self.add_place(section, "content")
        self.stem(section)
        return section


class QuestionTreeprocessor(ItemsTreeprocessor):
    """Give each question its options, and its answer with the reasons."""

    name = Question.NAME
    plural = "options"
    pattern = "- [ ] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the options."""
        yield from one_right(items, "right")
        yield from without_body(items, "option", "reason")

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the options, and the reasons behind one disclosure."""
        name = section.get("id", "")
        add_options(next(section.iter("fieldset")), name, items)
        add_status(section, "kept")
        add_buttons(section, self.words, "check", "tryAgain")
        reasons = add_reasons(section, self.words("blocks.question.reasons"))
        reasons.set("type", "A")
        for facts, item in zip(reasons_of(items, name), items, strict=True):
            item.begin_body(self.words("verdict.right" if item.is_right else "verdict.wrong"))
            SubElement(reasons, "li", facts).extend(item.body)


TREEPROCESSORS = (QuestionTreeprocessor,)
