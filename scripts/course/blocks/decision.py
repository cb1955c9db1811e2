"""Decision: a case with options, and what follows from each."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper, add_buttons, add_status
from course.blocks.items import (
    Item,
    ItemsTreeprocessor,
    Mistake,
    add_options,
    one_right,
    reasons_of,
    without_body,
)
from course.blocks.marking import (
    add_marks,
    course_mark,
    drop_marks,
    take_marks,
    write_marks,
    wrong_signs,
)
from course.marks.page import current
from course.model import Block


class Decision(CourseBlock):
    """
    Decision.

    Arguments (1 required):
    - The title of the case.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer is kept under it.
    - `objective` (string): the id of the objective that it serves.

    Content:
    The case; its last paragraph asks for the decision; then a task list of the options, `[x]` for
    the best fit, the consequence indented under each. If the words of each option begin with the
    sign of an activity, or with those of all, the reader is asked to mark the options too.
    """

    NAME = "decision"
    SERIES = "decision"
    ARGUMENT = True
    REQUIRED = ("id", "objective")
    KEEPS = True

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the case; the options are read later."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "content")
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Let the reader mark the options in boxes."""
        write_marks(block, paper)

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave out the places for marks."""
        drop_marks(block)


class DecisionTreeprocessor(ItemsTreeprocessor):
    """Give each decision its options, and what follows from each."""

    name = Decision.NAME
    plural = "options"
    pattern = "- [ ] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the case and its options."""
        if len(content) == 0 or content[-1].tag != "p":
            yield "no paragraph asks for the decision", "write one right above the options"
        yield from one_right(items, "the best fit")
        yield from without_body(items, "option", "consequence")
        yield from wrong_signs(items, current(self.md).course)

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the options, and a disclosure for the consequence of each."""
        asking = content[-1]
        content.remove(asking)
        fieldset = SubElement(section, "fieldset")
        SubElement(fieldset, "legend", {"data-part": "stem"}).text = asking.text
        name = section.get("id", "")
        course = current(self.md).course
        marks = take_marks(items, course)
        add_options(fieldset, name, items)
        if marks:
            add_marks(section, marks, course)
        add_status(section, "kept")
        add_buttons(section, self.words, "showConsequence", "tryAgain")
        part = {"data-part": "consequences", "data-answers": ""}
        consequences = SubElement(section, "div", part)
        for number, (facts, item) in enumerate(zip(reasons_of(items, name), items, strict=True), 1):
            details = SubElement(consequences, "details", facts)
            summary = self.words("blocks.decision.if", letter=ascii_uppercase[number - 1])
            SubElement(details, "summary").text = AtomicString(summary)
            if marks:
                details.append(course_mark(marks[number - 1]))
            if item.is_right:
                item.begin_body(self.words("verdict.best"))
            details.extend(item.body)


TREEPROCESSORS = (DecisionTreeprocessor,)
