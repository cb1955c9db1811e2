"""Labelled items: the list at the end of a block, each item with a label in square brackets.

    - [x] An option, as in a task list

        What belongs to it, indented.

The label says what the item is: right or not, of which group, leading where. What it may be, each
kind of block decides for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import add_option, add_status
from course.blocks.keys import is_distinct, keys_of
from course.marks.page import Page, current

RE_ITEM = re.compile(r"\[(?P<label>[^\]]*)\][ ]+(?P<text>.+)", re.DOTALL)

# What is wrong, and what to do.
Mistake = tuple[str, str]


@dataclass
class Item:
    """One item: its label, its Markdown text, and the elements below it."""

    label: str
    text: str
    body: list[Element]

    @property
    def is_right(self) -> bool:
        """Whether it is marked as in a task list."""
        return self.label.lower() == "x"

    def begin_body(self, verdict: str) -> None:
        """Open the first paragraph below the item with a verdict, such as “Right.”."""
        if self.body[0].tag != "p":
            self.body.insert(0, Element("p"))
        first = self.body[0]
        mark = Element("strong", {"data-part": "mark"})
        mark.text = AtomicString(verdict)
        mark.tail = f" {first.text or ''}".rstrip(" ")
        first.text = None
        first.insert(0, mark)


class ItemsTreeprocessor(Treeprocessor):
    """Complete the blocks of one kind from the items that they end with.

    It runs before inline patterns, while an item still begins with its label.

    Attributes:
        name: the kind of block.
        plural: what its items are called in messages.
        pattern: how an author writes one.
    """

    name: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    pattern: ClassVar[str] = ""

    def run(self, root: Element) -> None:
        """Find the blocks; complete each, or report what is wrong with it."""
        page = current(self.md)
        self.words = page.course.words
        for section in list(root.iter("section")):
            if section.get("data-block") == self.name:
                mistakes = list(self.build(section))
                line = block_line(page, section.get("id", ""))
                for what, remedy in mistakes:
                    page.report(line, f'{self.name} "{section.get("id")}": {what}', remedy)

    def build(self, section: Element) -> Iterator[Mistake]:
        """Build a block from its content, or yield the mistakes in it."""
        content = part_of(section, "content")
        items = take_items(content)
        if not items:
            yield self.without_items()
            return
        mistakes = list(self.mistakes(section, content, items))
        if mistakes:
            yield from mistakes
            return
        self.complete(section, content, items)
        if len(content) == 0 and content in section:
            section.remove(content)

    def without_items(self) -> Mistake:
        """Return what is wrong with a block that ends with no list of items."""
        remedy = f'write each as "{self.pattern}", its text indented below'
        return f"it does not end with one list of {self.plural}", remedy

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the items."""
        raise NotImplementedError

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add what the items make; `content` holds what stands above them."""
        raise NotImplementedError


def part_of(section: Element, name: str) -> Element:
    """Return the part of a block."""
    return next(element for element in section.iter() if element.get("data-part") == name)


def take_items(content: Element) -> list[Item]:
    """Take the list at the end of a block out of it; none if there is not one list of items."""
    lists = [element for element in content if element.tag in ("ul", "ol")]
    if len(lists) != 1 or content[-1] is not lists[0]:
        return []
    items = [item for element in lists[0] for item in read_item(element)]
    if len(items) != len(lists[0]):
        return []
    content.remove(lists[0])
    return items


def read_item(element: Element) -> Iterator[Item]:
    """Yield the item of a list element that begins with a label."""
    loose = len(element) and element[0].tag == "p" and not (element.text or "").strip()
    first = element[0] if loose else element
    match = RE_ITEM.match((first.text or "").strip())
    if match is None:
        return
    body = list(element)[1:] if loose else list(element)
    text, _, rest = match["text"].partition("\n")
    if rest.strip():
        # Without a blank line between them, the item and its text are one paragraph.
        paragraph = Element("p")
        paragraph.text = rest.strip()
        body.insert(0, paragraph)
    yield Item(match["label"].strip(), text.strip(), body)


def all_distinct(items: list[Item], plural: str) -> Iterator[Mistake]:
    """Yield a mistake if two items have the same words: an answer is kept by them."""
    if not is_distinct([item.text for item in items]):
        yield f"two {plural} have the same words", "write other words in one of them"


def without_body(items: list[Item], what: str, body: str) -> Iterator[Mistake]:
    """Yield a mistake for each item with nothing below it."""
    for letter, item in zip(ascii_uppercase, items, strict=False):
        if not item.body:
            remedy = f"write the {body} below it, indented by four spaces"
            yield f"{what} {letter} has no {body}", remedy


def one_right(items: list[Item], right: str) -> Iterator[Mistake]:
    """Yield a mistake unless exactly one of two or more options is marked `[x]`."""
    for item in items:
        if item.label.lower() not in ("", "x"):
            yield f'an option is marked "[{item.label}]"', "write [ ] or [x]"
    yield from all_distinct(items, "options")
    marked = sum(item.is_right for item in items)
    if len(items) < 2:
        yield "it has fewer than two options", "write three"
    if marked == 0:
        yield f"no option is marked {right}", "mark one with [x]"
    if marked > 1:
        yield f"{marked} options are marked {right}", "leave [x] on one"


def add_options(fieldset: Element, name: str, items: list[Item]) -> None:
    """Add the options of a choice, lettered, and say which is right."""
    keys = keys_of([item.text for item in items])
    fieldset.set("data-right", keys[[item.is_right for item in items].index(True)])
    listed = SubElement(fieldset, "ol", {"data-part": "options", "type": "A"})
    for key, item in zip(keys, items, strict=True):
        add_option(listed, "li", name, key).text = item.text
        add_status(listed[-1], "feedback")


def add_reasons(section: Element, summary: str) -> Element:
    """Add the disclosure that holds the reason of each option or item, and return their list."""
    details = SubElement(section, "details", {"data-part": "reasons", "data-answers": ""})
    SubElement(details, "summary").text = AtomicString(summary)
    return SubElement(details, "ol")


def reasons_of(items: list[Item], name: str) -> list[dict[str, str]]:
    """Return what the reason of each option says of itself."""
    keys = keys_of([item.text for item in items])
    return [
        {"data-reason": reason, "data-for": name, "data-value": key}
        for key, item in zip(keys, items, strict=True)
        for reason in ["right" if item.is_right else "wrong"]
    ]


def block_line(page: Page, id_: str) -> int:
    """Return the line on which the block with this id opens; 1 if it is in an included file."""
    opened = 1
    for number, line in enumerate(page.lines, 1):
        if line.lstrip().startswith("///"):
            opened = number
        elif line.startswith("    ") and line.split() == ["id:", id_]:
            return opened
    return 1
