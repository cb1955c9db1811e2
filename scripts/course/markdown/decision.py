"""Decision: a case with options, and what follows from each."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
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


class Decision(CourseBlock):
    """
    Decision.

    Arguments (1 required):
    - The title of the case.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer hangs on it.
    - `objective` (string): the id of the objective that it serves.

    Content:
    The case; its last paragraph asks for the decision; then a task list of the options, `[x]` for
    the best fit, the consequence indented under each.
    """

    NAME = "decision"
    ARGUMENT = True
    REQUIRED = ("id", "objective")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the case; the options are read later."""
        section = self.section(parent, "Decision")
        self.heading(section)
        self.add_place(section, "content")
        return section


class DecisionTreeprocessor(ItemsTreeprocessor):
    """Give each decision its options, and what follows from each."""

    name = Decision.NAME
    plural = "options"
    pattern = "- [ ] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the case and its options."""
        if len(content) == 0 or content[-1].tag != "p":
            yield "no paragraph asks for the decision", "write one right above the options"
        yield from unknown_marks(items)
        yield from one_marked(items, "the best fit")
        yield from without_body(items, "option", "consequence")

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the options, and a disclosure for the consequence of each."""
        asking = content[-1]
        content.remove(asking)
        fieldset = SubElement(section, "fieldset")
        SubElement(fieldset, "legend").text = asking.text
        add_buttons(fieldset, section.get("id", ""), [item.text for item in items])
        add_tools(section, "See what happens")
        consequences = SubElement(section, "div", {"class": "consequences"})
        for number, item in enumerate(items, 1):
            kind = "consequence best" if is_marked(item) else "consequence"
            attributes = {"class": kind, "data-option": str(number)}
            details = SubElement(consequences, "details", attributes)
            SubElement(details, "summary").text = f"If you choose {ascii_uppercase[number - 1]}"
            if is_marked(item):
                item.begin_body("Best fit.")
            details.extend(item.body)


class DecisionExtension(BlocksExtension):
    """Decision Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Decision, self.getConfigs())
        register(md, DecisionTreeprocessor)


def makeExtension(*args: Any, **kwargs: Any) -> DecisionExtension:
    """Return extension."""
    return DecisionExtension(*args, **kwargs)
