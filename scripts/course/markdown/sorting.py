"""Sort and match: formative questions in which each item belongs to one of several groups.

A question of the kind `sort` names its groups once, in an option. One of the kind `match` has one
item for each group, so its groups are the labels of its items.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, add_status, options
from course.markdown.items import (
    Item,
    ItemsTreeprocessor,
    Mistake,
    add_tools,
    register,
    without_body,
)


class Sort(CourseBlock):
    """
    Sort.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer hangs on it.
    - `objective` (string): the id of the objective that it checks.
    - `into` (string): the groups, divided by commas.

    Content:
    A list; each item begins with its group in square brackets, the reason indented under it.
    """

    NAME = "sort"
    ARGUMENT = True
    REQUIRED: ClassVar[tuple[str, ...]] = ("id", "objective", "into")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the content; the items are read later."""
        section = self.section(parent, f"Question · {self.NAME}")
        section.set("class", f"question {self.NAME}")
        if "into" in self.REQUIRED:
            section.set("data-into", ",".join(self.options["into"]))
        self.add_place(section, "content")
        SubElement(SubElement(section, "fieldset"), "legend").text = self.argument
        return section


class Match(Sort):
    """
    Match.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer hangs on it.
    - `objective` (string): the id of the objective that it checks.

    Content:
    A list of pairs; each item begins with its partner in square brackets, the reason indented
    under it. The partners are shown in alphabetical order, with letters.
    """

    NAME = "match"
    REQUIRED = ("id", "objective")
    OPTIONS = options(*REQUIRED)


class SortTreeprocessor(ItemsTreeprocessor):
    """Give each question of the kind `sort` its items, and the answers with their reasons."""

    name = Sort.NAME
    plural = "items"
    pattern = "- [Group] …"

    def groups(self, section: Element, items: list[Item]) -> list[str]:
        """Return the groups, in the order in which they are shown."""
        return section.get("data-into", "").split(",")

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the items."""
        groups = self.groups(section, items)
        for item in items:
            if item.label not in groups:
                what = f'an item belongs to "{item.label}", which is no group'
                yield what, f"use one of {', '.join(groups)}"
        yield from without_body(items, "item", "reason")

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add each item with its groups, and the answers behind one disclosure."""
        groups = self.groups(section, items)
        fieldset = next(section.iter("fieldset"))
        listed = SubElement(fieldset, "ol", {"class": "items"})
        for number, item in enumerate(items, 1):
            element = SubElement(listed, "li", {"class": "item"})
            self.add_item(element, f"{section.get('id')}-{number}", item, groups)
        add_tools(section, "Check")
        add_answers(section, items, groups, [self.answer(groups, item) for item in items])

    def add_item(self, parent: Element, name: str, item: Item, groups: list[str]) -> None:
        """Add the buttons that put an item into a group."""
        fieldset = SubElement(parent, "fieldset")
        SubElement(fieldset, "legend").text = item.text
        for number, group in enumerate(groups, 1):
            option = SubElement(fieldset, "span", {"class": "option"})
            button = {"type": "radio", "name": name, "id": f"{name}-{number}", "value": str(number)}
            SubElement(option, "input", button).tail = " "
            label = SubElement(option, "label", {"for": f"{name}-{number}"})
            self.add_label(label, number, group)
        add_status(parent, "feedback")

    def add_label(self, label: Element, number: int, group: str) -> None:
        """Name a group."""
        label.text = group

    def answer(self, groups: list[str], item: Item) -> str:
        """Return how the answer names the group of an item."""
        return item.label


class MatchTreeprocessor(SortTreeprocessor):
    """Give each question of the kind `match` its pairs, and the answers with their reasons."""

    name = Match.NAME
    plural = "pairs"
    pattern = "- [Partner] …"

    def groups(self, section: Element, items: list[Item]) -> list[str]:
        """Return the partners in alphabetical order, so that their order gives nothing away."""
        return sorted((item.label for item in items), key=str.casefold)

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the pairs."""
        if len({item.label for item in items}) < len(items):
            yield "two items have the same partner", "use sort, or give each its own"
        yield from super().mistakes(section, content, items)

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Show the partners once, with letters, above the items."""
        fieldset = next(section.iter("fieldset"))
        partners = SubElement(fieldset, "ol", {"class": "partners", "type": "A"})
        for group in self.groups(section, items):
            SubElement(partners, "li").text = group
        super().finish(section, content, items)

    def add_label(self, label: Element, number: int, group: str) -> None:
        """Show the letter of a partner, and say its words to who cannot see both."""
        letter = SubElement(label, "span", {"aria-hidden": "true"})
        letter.text = ascii_uppercase[number - 1]
        letter.tail = " "
        SubElement(label, "span", {"class": "visually-hidden"}).text = group

    def answer(self, groups: list[str], item: Item) -> str:
        """Return the letter and the words of an item's partner."""
        return f"{ascii_uppercase[groups.index(item.label)]}: {item.label}"


def add_answers(section: Element, items: list[Item], groups: list[str], answers: list[str]) -> None:
    """Add the right group and the reason of each item, behind one disclosure."""
    details = SubElement(section, "details", {"class": "reasons"})
    SubElement(details, "summary").text = "Answers and reasons"
    reasons = SubElement(details, "ol")
    for number, (item, answer) in enumerate(zip(items, answers, strict=True), 1):
        item.begin_body(answer if answer.endswith((".", "?", "!")) else f"{answer}.")
        attributes = {
            "class": "reason right",
            "data-item": str(number),
            "data-answer": str(groups.index(item.label) + 1),
        }
        reason = SubElement(reasons, "li", attributes)
        reason.extend(item.body)


class SortingExtension(BlocksExtension):
    """Sort and Match Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        for block, processor in ((Sort, SortTreeprocessor), (Match, MatchTreeprocessor)):
            block_mgr.register(block, self.getConfigs())
            register(md, processor)


def makeExtension(*args: Any, **kwargs: Any) -> SortingExtension:
    """Return extension."""
    return SortingExtension(*args, **kwargs)
