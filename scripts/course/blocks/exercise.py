"""Exercise: something to write, to fill in, to tick or to draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E

from course.blocks.block import CourseBlock, Paper, add_field, add_status, title_of_field
from course.blocks.items import ItemsTreeprocessor, Mistake, part_of
from course.blocks.keys import keep, keys_of
from course.model import Block, replace, text_of

# The forms with one field.
WHOLE = ("lines", "sketch")
# The lines of each field, if the author does not say and it is more than one.
LINES = {"boxes": 2}


class Exercise(CourseBlock):
    """
    Exercise.

    Arguments (1 required):
    - The title, an instruction in the imperative.

    Options:
    - `id` (string, required): permanent and unique in the course; a reader's answer is kept under
      it, or under names that begin with it.
    - `minutes` (integer, required): the time that the exercise takes.
    - `objective` (string, required): the id of the objective that it serves.
    - `form` (string): `lines`, if it says nothing; `table`, `checks`, `boxes` or `sketch`.
    - `lines` (integer): the lines of a field, on screen and on paper; required for `lines` and
      `sketch`.

    Content:
    The prompt. For `table` its last element is a table, and each empty cell becomes a field; for
    `checks` and `boxes` it is a list, and each item becomes the label of a field.
    """

    NAME = "exercise"
    SERIES = "exercise"
    ARGUMENT = True
    REQUIRED = ("id", "minutes", "objective")
    OPTIONAL = ("form", "lines")
    KEEPS = True

    @classmethod
    def required(cls, options: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the options that it must have: with one field, its lines too."""
        lines = ("lines",) if (options.get("form") or WHOLE[0]) in WHOLE else ()
        return (*cls.REQUIRED, *lines)

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the prompt; fields that it names follow later."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "prompt")
        form = self.options["form"] or WHOLE[0]
        section.set("data-form", form)
        if form in WHOLE:
            words = self.course.words
            label = words("answer") if form == "lines" else words("blocks.exercise.sketch")
            add_field(section, self.options["id"], label, self.options["lines"])
            add_status(section, "kept")
        else:
            section.set("data-lines", str(self.options["lines"] or LINES.get(form, 1)))
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Let a cell of one line be a place for a few words, in the table that it is in."""
        for field in block.element.xpath(".//td/textarea"):
            name, title = field.get("name"), title_of_field(block, field)
            if field.get("rows") == "1":
                replace(field, paper.writing.words(name, title))
            else:
                replace(field, paper.writing.lines(name, title, int(field.get("rows"))))

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave a table with empty cells, or what the boxes are for."""
        for field in block.element.xpath(".//td/label | .//td/textarea"):
            field.drop_tree()
        for boxes in block.parts("boxes"):
            labels = map(text_of, boxes.xpath(".//label"))
            replace(boxes, E.ul({"class": "parts"}, *map(E.li, labels)))


class ExerciseTreeprocessor(ItemsTreeprocessor):
    """Give each exercise the fields that its prompt names."""

    name = Exercise.NAME

    def build(self, section: Element) -> Iterator[Mistake]:
        """Add the fields of an exercise, or yield the mistakes in its prompt."""
        form = section.get("data-form", "")
        if form in WHOLE:
            return
        lines = int(section.attrib.pop("data-lines"))
        prompt = part_of(section, "prompt")
        what, tags = ("table", ("table",)) if form == "table" else ("list", ("ul", "ol"))
        if len(prompt) == 0 or prompt[-1].tag not in tags:
            yield f"its prompt does not end with a {what}", f"write the {what} last"
            return
        last = prompt[-1]
        prompt.remove(last)
        if len(prompt) == 0:
            section.remove(prompt)
        if form == "table":
            self.add_table(section, last, lines)
        else:
            yield from mistakes_in_items(last, form)
            self.add_list(section, last, form, lines)
        if not section.get("data-keeps"):
            yield "its table has no empty cell", "leave those empty that the reader fills in"
        add_status(section, "kept")

    def add_table(self, section: Element, table: Element, lines: int) -> None:
        """Add a table with a field in each empty cell."""
        names, places = [], []
        table.set("data-part", "cells")
        # The theme's script wraps every table that has no class.
        table.set("class", "own")
        section.append(table)
        heads = [(head.text or "").strip() for head in table.iter("th")]
        rows = [(row[0].text or "").strip() for row in table.iterfind("tbody/tr")]
        keys = [keys_of(numbered(texts)) for texts in (rows, heads)]
        for number, row in enumerate(table.iterfind("tbody/tr"), 1):
            named = rows[number - 1] or self.words("blocks.exercise.row", number=number)
            for column, (cell, head) in enumerate(zip(row, heads, strict=False), 1):
                # On a narrow screen, which shows each row as a card, a cell needs its head.
                cell.set("data-label", head)
                if not (cell.text or "").strip():
                    key = f"{keys[0][number - 1]}-{keys[1][column - 1]}"
                    names.append(f"{section.get('id')}-{key}")
                    places.append(f"{number}-{column}")
                    label = add_field(cell, names[-1], "", lines)
                    label.set("class", "visually-hidden")
                    both = self.words("blocks.exercise.cell", row=named, column=head)
                    label.text = both if head else named
        add_scopes(table)
        keep(section, names, places)

    def add_list(self, section: Element, items: Element, form: str, lines: int) -> None:
        """Add a box to tick or to write in for each item."""
        names = [f"{section.get('id')}-{key}" for key in keys_of(list(map(text_of_item, items)))]
        keep(section, names, [str(number) for number in range(1, len(items) + 1)])
        listed = SubElement(section, "ul" if form == "checks" else "div", {"data-part": form})
        for name, item in zip(names, items, strict=True):
            if form == "checks":
                label = add_check(SubElement(listed, "li", {"data-option": "1"}), name)
            else:
                label = add_field(listed, name, "", lines)
            label.text = text_of_item(item)


def numbered(texts: list[str]) -> list[str]:
    """Return texts, each that is empty being its number."""
    return [text or str(number) for number, text in enumerate(texts, 1)]


def mistakes_in_items(items: Element, form: str) -> Iterator[Mistake]:
    """Yield what is wrong with the items that become labels."""
    for number, item in enumerate(items, 1):
        if len(item) > is_loose(item):
            yield f"item {number} is more than a text", "write one text, without a list below it"
    if form == "boxes" and len(items) == 1:
        yield "it has one box", "write two or more, or form: lines"


def is_loose(item: Element) -> bool:
    """Tell whether blank lines stand between the items of a list, which makes them paragraphs."""
    return len(item) > 0 and item[0].tag == "p" and not (item.text or "").strip()


def text_of_item(item: Element) -> str:
    """Return the Markdown text of an item."""
    return ((item[0] if is_loose(item) else item).text or "").strip()


def add_check(parent: Element, name: str) -> Element:
    """Add a box to tick, and return its label, which has no words yet."""
    box = {"type": "checkbox", "name": name, "id": f"{name}-answer", "value": "1"}
    SubElement(parent, "input", box).tail = " "
    return SubElement(parent, "label", {"for": f"{name}-answer"})


def add_scopes(table: Element) -> None:
    """Say of each head of a table whether it is that of a column or of a row."""
    for path, scope in (("thead/tr/th", "col"), ("tbody/tr/th", "row")):
        for head in table.iterfind(path):
            head.set("scope", scope)


TREEPROCESSORS = (ExerciseTreeprocessor,)
