"""Sort: a formative question in which each item belongs to one of several groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.blocks.block import CourseBlock, Paper, add_buttons, add_option, add_status
from course.blocks.items import (
    Item,
    ItemsTreeprocessor,
    Mistake,
    add_reasons,
    all_distinct,
    without_body,
)
from course.blocks.keys import keep, keys_of
from course.model import Block, replace, text_of
from course.problems import nearest


class Sort(CourseBlock):
    """
    Sort.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer is kept under it.
    - `objective` (string): the id of the objective that it checks.
    - `into` (string): the groups, divided by commas.

    Content:
    A list; each item begins with its group in square brackets, the reason indented under it.
    """

    NAME = "sort"
    SERIES = "question"
    ARGUMENT = True
    REQUIRED: ClassVar[tuple[str, ...]] = ("id", "objective", "into")

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the content; the items are read later."""
        section = self.section(parent)
        if "into" in self.REQUIRED:
            section.set("data-into", ",".join(self.options["into"]))
        self.add_place(section, "content")
        self.stem(section)
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Set the items as a grid: one in each row, a column for each group."""
        drop_heads(block)
        (items,) = block.element.xpath(".//ol[@data-part='items']")
        groups = [name_of(label) for label in items.xpath("li[1]//*[@data-option]/label")]
        heads = [E.th({"scope": "col"}, shown) for shown, _ in groups]
        body = E.tbody()
        for number, item in enumerate(items, 1):
            stem = text_of(item.xpath(".//legend")[0])
            row = E.tr(E.th({"scope": "row"}, f"{number}. {stem}"))
            for button, (_, heard) in zip(item.xpath(".//input"), groups, strict=True):
                name, value = button.get("name"), button.get("value")
                row.append(E.td(paper.writing.choice(name, stem, value, heard)))
            body.append(row)
        head = E.thead(E.tr(E.td(), *heads))
        table = E.table({"data-part": "grid"}, head, body)
        replace(items, table)

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave out the heads of the columns: the groups are told once, in a list."""
        drop_heads(block)


def name_of(label: HtmlElement) -> tuple[str, str]:
    """Return how a group is shown, which may be a letter, and what a listener hears of it."""
    seen = [text_of(part) for part in label.xpath("*[@aria-hidden]")]
    heard = text_of(label)
    return (seen[0] if seen else heard, heard)


def drop_heads(block: Block) -> None:
    """Take away the heads under which a wide screen shows the buttons of each item."""
    for part in block.parts("groups"):
        part.drop_tree()


class SortTreeprocessor(ItemsTreeprocessor):
    """Give each question its items, and the answers with their reasons."""

    name = Sort.NAME
    plural = "items"
    pattern = "- [Group] …"

    def groups(self, section: Element, items: list[Item]) -> list[str]:
        """Return the groups, in the order in which they are shown."""
        return section.get("data-into", "").split(",")

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the items."""
        groups = self.groups(section, items)
        for label in dict.fromkeys(item.label for item in items if item.label not in groups):
            near = nearest(label, groups, 1)
            remedy = f"write {near}" if near else f"use one of {', '.join(groups)}"
            yield f'an item belongs to "{label}", which is no group', remedy, f"[{label}]"
        yield from all_distinct(items, self.plural)
        yield from without_body(items, "item", "reason")

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add each item with its groups, and the answers behind one disclosure."""
        groups = self.groups(section, items)
        section.attrib.pop("data-into", None)
        names = [f"{section.get('id')}-{key}" for key in keys_of([item.text for item in items])]
        keep(section, names, [str(number) for number in range(1, len(items) + 1)])
        fieldset = next(section.iter("fieldset"))
        self.add_heads(fieldset, groups)
        listed = SubElement(fieldset, "ol", {"data-part": "items"})
        for number, (name, item) in enumerate(zip(names, items, strict=True), 1):
            element = SubElement(listed, "li", {"data-item": str(number)})
            self.add_item(element, name, item, groups)
        add_status(section, "kept")
        add_buttons(section, self.words, "check", "tryAgain")
        reasons = add_reasons(section, self.words("blocks.sort.reasons"))
        for name, item in zip(names, items, strict=True):
            answer = self.answer(groups, item)
            item.begin_body(answer if answer.endswith((".", "?", "!")) else f"{answer}.")
            # Whatever the reader chose, the item has one reason, and it names the right group.
            facts = {"data-reason": "right", "data-for": name, "data-key": self.key(groups, item)}
            SubElement(reasons, "li", facts).extend(item.body)

    def add_heads(self, fieldset: Element, groups: list[str]) -> None:
        """Add the heads of the columns; who hears the page hears the group of each button."""
        heads = SubElement(fieldset, "div", {"data-part": "groups", "aria-hidden": "true"})
        for group in groups:
            SubElement(heads, "span").text = group

    def add_item(self, parent: Element, name: str, item: Item, groups: list[str]) -> None:
        """Add the buttons that put an item into a group."""
        keys = keys_of(groups)
        facts = {"data-right": keys[groups.index(item.label)]}
        fieldset = SubElement(parent, "fieldset", facts)
        SubElement(fieldset, "legend").text = item.text
        for number, (key, group) in enumerate(zip(keys, groups, strict=True), 1):
            self.add_label(add_option(fieldset, "span", name, key), number, group)
        add_status(parent, "feedback")

    def add_label(self, label: Element, number: int, group: str) -> None:
        """Name a group beside its button."""
        label.text = group

    def answer(self, groups: list[str], item: Item) -> str:
        """Return how the answer names the group of an item."""
        return item.label

    def key(self, groups: list[str], item: Item) -> str:
        """Return how a key to all questions names the group of an item."""
        return item.label.rstrip(".")


TREEPROCESSORS = (SortTreeprocessor,)
