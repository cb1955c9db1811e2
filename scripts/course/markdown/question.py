"""Question: a formative question with a reason for every option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, options
from course.markdown.items import (
    Item,
    ItemsTreeprocessor,
    Mistake,
    add_buttons,
    add_tools,
    is_marked,
    one_marked,
    register,
    unknown_marks,
    without_body,
)


class Question(CourseBlock):
    """
    Question.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer hangs on it.
    - `objective` (string): the id of the objective that it checks.

    Content:
    A scene, if the question needs one; then a task list of the options, `[x]` for the right one,
    the reason indented under each.
    """

    NAME = "question"
    ARGUMENT = True
    REQUIRED = ("id", "objective")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the content; the options are read later."""
        section = self.section(parent, "Question")
        self.add_place(section, "content")
        SubElement(SubElement(section, "fieldset"), "legend").text = self.argument
        return section


class QuestionTreeprocessor(ItemsTreeprocessor):
    """Give each question its options, and its answer with the reasons."""

    name = Question.NAME
    plural = "options"
    pattern = "- [ ] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the options."""
        yield from unknown_marks(items)
        yield from one_marked(items, "right")
        yield from without_body(items, "option", "reason")

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the options, and the reasons behind one disclosure."""
        fieldset = next(section.iter("fieldset"))
        add_buttons(fieldset, section.get("id", ""), [item.text for item in items])
        add_tools(section, "Check")
        details = SubElement(section, "details", {"class": "reasons"})
        SubElement(details, "summary").text = "Answer and reasons"
        reasons = SubElement(details, "ol", {"type": "A"})
        for number, item in enumerate(items, 1):
            item.begin_body("Right." if is_marked(item) else "Not this one.")
            kind = "reason right" if is_marked(item) else "reason"
            reason = SubElement(reasons, "li", {"class": kind, "data-option": str(number)})
            reason.extend(item.body)


class QuestionExtension(BlocksExtension):
    """Question Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Question, self.getConfigs())
        register(md, QuestionTreeprocessor)


def makeExtension(*args: Any, **kwargs: Any) -> QuestionExtension:
    """Return extension."""
    return QuestionExtension(*args, **kwargs)
