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

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import add_option, add_status
from course.blocks.keys import is_distinct, keys_of
from course.marks.page import Page, current
from course.problems import Problem

RE_ITEM = re.compile(r"\[(?P<label>[^\]]*)\][ ]+(?P<text>.+)", re.DOTALL)

LISTS = ("ul", "ol")
# Raw HTML, while Python-Markdown keeps it apart.
RE_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")

# What is wrong, and what to do; and what its line has, if that is below the line of the block. In
# another file, a problem with its place.
Told = tuple[str, ...]
Mistake = Told | Problem


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
                for mistake in mistakes:
                    if isinstance(mistake, Problem):
                        page.mistakes.problems.append(mistake)
                        continue
                    what, remedy, *signs = mistake
                    place = line_below(page, line, *signs)
                    what = f'{self.name} "{section.get("id")}": {what}'
                    page.report_block(place, what, remedy)

    def build(self, section: Element) -> Iterator[Mistake]:
        """Build a block from its content, or yield the mistakes in it."""
        content = part_of(section, "content")
        drop_comments(content, self.md)
        items = take_items(content)
        if not items:
            yield loose_text(content, self.plural, self.pattern) or self.without_items()
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
    last = content[-1] if len(content) else None
    if last is None or last.tag not in LISTS or any(map(labelled, list(content)[:-1])):
        return []
    items = labelled(last)
    if len(items) != len(last):
        return []
    content.remove(last)
    return items


def labelled(element: Element) -> list[Item]:
    """Return the items of a list that begin with a label; none of what is no list."""
    return [item for each in element for item in read_item(each)] if element.tag in LISTS else []


def drop_comments(content: Element, md: Markdown) -> None:
    """Take an author's comments out of a block, and join the list that one of them divided."""
    stashed = md.htmlStash.rawHtmlBlocks
    before = None
    for element in list(content):
        found = RE_STASHED.fullmatch((element.text or "").strip())
        if found and not len(element) and str(stashed[int(found[1])]).startswith("<!--"):
            content.remove(element)
        elif before is not None and labelled(before) and labelled(element):
            before.extend(list(element))
            content.remove(element)
        else:
            before = element


def loose_text(content: Element, plural: str, pattern: str) -> Told | None:
    """Return what keeps a list of items from being one: a text that belongs to none of them."""
    lists = [place for place, element in enumerate(content) if labelled(element)]
    if not lists:
        return None
    for element in content[lists[0] + 1 :]:
        if not labelled(element):
            what = f"a text between or below the {plural} belongs to none of them"
            return what, "indent it by four spaces", first_line(element)
    for element in content[lists[0]]:
        if not list(read_item(element)):
            remedy = f'begin it as "{pattern}"'
            return f"one of the {plural} has no brackets", remedy, first_line(element)
    return None


def first_line(element: Element) -> str:
    """Return the first line of a text."""
    texts = (text.strip() for text in element.itertext())
    return next(filter(None, texts), "").partition("\n")[0]


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
            yield f"{what} {letter} has no {body}", remedy, item.text.partition("\n")[0]


def one_right(items: list[Item], right: str) -> Iterator[Mistake]:
    """Yield a mistake unless exactly one of two or more options is marked `[x]`."""
    wrong = [item.label for item in items if item.label.lower() not in ("", "x")]
    for label in dict.fromkeys(wrong):
        yield f'an option is marked "[{label}]"', "write [ ] or [x]", f"[{label}]"
    yield from all_distinct(items, "options")
    marked = sum(item.is_right for item in items)
    if len(items) < 2:
        yield "it has fewer than two options", "write three"
    if marked == 0 and not wrong:
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


def line_below(page: Page, line: int, sign: str = "") -> int:
    """Return the first line from a line on that has a sign; that line itself if none has it."""
    found = (n for n, text in enumerate(page.lines[line:], line + 1) if sign and sign in text)
    return next(found, line)


def block_line(page: Page, id_: str) -> int:
    """Return the line on which the block with this id opens; those of included files count on."""
    opened = 1
    for number, line in enumerate(page.all_lines, 1):
        if line.lstrip().startswith("///"):
            opened = number
        elif line.startswith("    ") and line.split() == ["id:", id_]:
            return opened
    return 1
