"""Estimate: a number to guess, and then what was found, with its limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import (
    CourseBlock,
    Paper,
    add_buttons,
    add_status,
    title_of_field,
)
from course.blocks.items import Item, ItemsTreeprocessor, Mistake
from course.blocks.values import NUMBER
from course.model import Block, replace


class Estimate(CourseBlock):
    """
    Estimate.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's guess is kept under it.
    - `objective` (string): the id of the objective that it serves.
    - `unit` (string): what the number counts; it is read after the number.
    - `range` (string): the least and the greatest guess, such as `0 to 100`.

    Content:
    What is asked; then a list of one item, which begins with the number that was found, in square
    brackets. Its text, and what is indented under it, is the finding and its limit.
    """

    NAME = "estimate"
    SERIES = "question"
    ARGUMENT = True
    REQUIRED = ("id", "objective", "unit", "range")
    KEEPS = True

    def on_create(self, parent: Element) -> Element:
        """Create the head, a place for the content and the field; the finding follows later."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "content")
        words = self.course.words
        name = self.options["id"]
        least, most = self.options["range"]
        guess = SubElement(section, "p", {"data-part": "guess"})
        labels = [{"for": f"{name}-answer"}, {"for": f"{name}-answer", "data-part": "unit"}]
        asking = SubElement(guess, "label", labels[0])
        asking.text = AtomicString(words("blocks.estimate.guess"))
        asking.tail = " "
        field = {"type": "number", "id": f"{name}-answer", "name": name, "min": least, "max": most}
        SubElement(guess, "input", field).tail = " "
        SubElement(guess, "label", labels[1]).text = AtomicString(self.options["unit"])
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Leave a place for the number between the words around it."""
        for guess in block.parts("guess"):
            (field,) = guess.xpath("input")
            replace(field, paper.writing.words(block.id, title_of_field(block, field)))
            for label in guess.xpath("label"):
                label.drop_tag()

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave what is asked."""
        for guess in block.parts("guess"):
            guess.drop_tree()


class EstimateTreeprocessor(ItemsTreeprocessor):
    """Give each estimate what was found, behind a disclosure."""

    name = Estimate.NAME

    def without_items(self) -> Mistake:
        """Return what is wrong with an estimate that ends with no finding."""
        remedy = 'write it last, as "- [7] …", the number in brackets before the text'
        return "it does not say what was found", remedy

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the finding."""
        if len(items) > 1:
            yield f"it has {len(items)} findings", "leave one, and indent its text below it"
            return
        found = items[0].label
        field = next(section.iter("input"))
        least, most = field.get("min", ""), field.get("max", "")
        if not re.fullmatch(NUMBER, found):
            yield f'"{found}" is no number', "write what was found in digits, such as [7] or [0.5]"
        elif not Decimal(least) <= Decimal(found) <= Decimal(most):
            yield f"{found} is not in the range {least} to {most}", "correct the one or the other"

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the finding, and the line that a script marks the guess on."""
        (item,) = items
        field = next(section.iter("input"))
        field.set("data-right", item.label)
        # As many decimal places as what was found.
        field.set("step", str(Decimal(1).scaleb(-len(item.label.partition(".")[2]))))
        add_status(section, "kept")
        add_buttons(section, self.words, "showFinding")
        add_status(section, "compared")
        self.add_line(section, field)
        unit = next(label for label in section.iter("label") if label.get("data-part") == "unit")
        found = f"{self.words.number(item.label)} {unit.text}"
        facts = {"data-part": "finding", "data-answers": "", "data-key": found}
        finding = SubElement(section, "details", facts)
        summary = SubElement(finding, "summary")
        summary.text = AtomicString(self.words("blocks.estimate.finding"))
        paragraph = SubElement(finding, "p", {"data-part": "found"})
        text = self.words("blocks.estimate.found", found=found)
        SubElement(paragraph, "strong").text = AtomicString(text)
        SubElement(finding, "p").text = item.text
        finding.extend(item.body)

    def add_line(self, section: Element, field: Element) -> None:
        """Add the line from the least to the greatest guess, with a mark for each number."""
        line = SubElement(section, "div", {"data-part": "range", "aria-hidden": "true"})
        line.set("hidden", "")
        for name in ("min", "max"):
            end = SubElement(line, "span", {"data-end": name})
            end.text = AtomicString(self.words.number(field.get(name, "")))
        for name in ("guessed", "right"):
            mark = SubElement(line, "span", {"data-mark": name})
            label = SubElement(mark, "span")
            label.text = AtomicString(self.words(f"blocks.estimate.marks.{name}"))


TREEPROCESSORS = (EstimateTreeprocessor,)
