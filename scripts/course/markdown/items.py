"""Labelled items: the list at the end of a block, each item with a label in square brackets.

    - [x] An option, as in a task list

        What belongs to it, indented.

The label says what the item is: right or not, of which group, leading where. What it may be, each
block decides for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from course.markdown.block import add_status
from course.markdown.page import Page, current

RE_ITEM = re.compile(r"\[(?P<label>[^\]]*)\][ ]+(?P<text>.+)", re.DOTALL)

# What is wrong, and what to do.
Mistake = tuple[str, str]


@dataclass
class Item:
    """One item: its label, its Markdown text, and the elements below it."""

    label: str
    text: str
    body: list[Element]

    def begin_body(self, verdict: str) -> None:
        """Open the first paragraph below the item with a verdict, such as “Right.”."""
        if self.body[0].tag != "p":
            self.body.insert(0, Element("p"))
        first = self.body[0]
        mark = Element("strong", {"class": "mark"})
        mark.text = verdict
        mark.tail = f" {first.text or ''}".rstrip(" ")
        first.text = None
        first.insert(0, mark)


class ItemsTreeprocessor(Treeprocessor):
    """Finish the blocks of one kind from the items that they end with.

    It runs before inline patterns, while an item still begins with its label.
    """

    # The name of the block, what its items are called, and how an author writes one.
    name: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    pattern: ClassVar[str] = ""

    def run(self, root: Element) -> None:
        """Find the blocks; finish each, or report what is wrong with it."""
        for section in list(root.iter("section")):
            if section.get("class", "").split()[-1:] == [self.name]:
                page = current(self.md)
                mistakes = list(self.build(page, section))
                line = block_line(page, section.get("id", ""))
                for what, remedy in mistakes:
                    page.report(line, f'{self.name} "{section.get("id")}": {what}', remedy)

    def build(self, page: Page, section: Element) -> Iterator[Mistake]:
        """Build a block from its content, or yield the mistakes in it."""
        content = next(e for e in section if e.get("class") == "content")
        items = take_items(content)
        if not items:
            remedy = f'write each as "{self.pattern}", its text indented below'
            yield f"it does not end with one list of {self.plural}", remedy
            return
        mistakes = list(self.mistakes(section, content, items))
        if mistakes:
            yield from mistakes
            return
        self.finish(section, content, items)
        if len(content) == 0:
            section.remove(content)

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the items."""
        raise NotImplementedError

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add what the items make; `content` holds what stands above them."""
        raise NotImplementedError


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


def without_body(items: list[Item], what: str, body: str) -> Iterator[Mistake]:
    """Yield a mistake for each item with nothing below it."""
    for letter, item in zip(ascii_uppercase, items, strict=False):
        if not item.body:
            remedy = f"write the {body} below it, indented by four spaces"
            yield f"{what} {letter} has no {body}", remedy


def one_marked(items: list[Item], right: str) -> Iterator[Mistake]:
    """Yield a mistake unless exactly one of two or more items is marked `[x]`."""
    marked = sum(is_marked(item) for item in items)
    if len(items) < 2:
        yield "it has fewer than two options", "write three"
    if marked == 0:
        yield f"no option is marked {right}", "mark one with [x]"
    if marked > 1:
        yield f"{marked} options are marked {right}", "leave [x] on one"


def is_marked(item: Item) -> bool:
    """Tell whether an option is marked as in a task list."""
    return item.label.lower() == "x"


def unknown_marks(items: list[Item]) -> Iterator[Mistake]:
    """Yield a mistake for each option whose label is not that of a task list."""
    for item in items:
        if item.label.lower() not in ("", "x"):
            yield f'an option is marked "[{item.label}]"', "write [ ] or [x]"


def add_buttons(parent: Element, name: str, labels: list[str]) -> None:
    """Add one of a group of radio buttons for each label, lettered."""
    options = SubElement(parent, "ol", {"class": "options", "type": "A"})
    for number, label in enumerate(labels, 1):
        option = SubElement(options, "li", {"class": "option"})
        button = {"type": "radio", "name": name, "id": f"{name}-{number}", "value": str(number)}
        SubElement(option, "input", button).tail = " "
        SubElement(option, "label", {"for": f"{name}-{number}"}).text = label
        add_status(option, "feedback")


def add_tools(parent: Element, check: str) -> None:
    """Add what a script shows: a status, and buttons to check the choice and to begin anew.

    Arguments:
        parent: the element of the block.
        check: the words on the first button.
    """
    add_status(parent, "kept")
    line = SubElement(parent, "p", {"class": "tools", "hidden": ""})
    for action, words in (("check", check), ("tryAgain", "Try again")):
        attributes = {"type": "button", "class": "md-button", "data-do": action}
        button = SubElement(line, "button", attributes)
        button.text = words
        button.tail = " "
    SubElement(line, "output")


def block_line(page: Page, id_: str) -> int:
    """Return the line on which the block with this id opens."""
    line = page.line_of(f"id: {id_}")
    while line > 1 and not page.lines[line - 1].lstrip().startswith("///"):
        line -= 1
    return line


def register(md: Markdown, processor: type[ItemsTreeprocessor]) -> None:
    """Register a treeprocessor ahead of inline patterns (priority 20)."""
    md.treeprocessors.register(processor(md), processor.name, 30)
