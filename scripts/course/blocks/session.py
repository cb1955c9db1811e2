"""Session: the plan of a meeting of a group, as a table.

The author writes its parts, each as a link to what is done there. When each begins, how long it
takes and where it is in the handout are filled in on the built site (`course.site.agenda`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import type_ranged_integer

from course.blocks.block import CourseBlock
from course.blocks.exercise import add_scopes
from course.blocks.items import Told, block_line, part_of
from course.marks.page import current

# The two columns that every plan begins with.
PART, LENGTH = range(2)
LINK = "]("


class Session(CourseBlock):
    """
    Session.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `minutes` (integer, required): how long it is; its rows must add up to that.
    - `handout` (string): what its handout is called by; without it, there is none.
    - `sides` (integer): how many sides the handout may have.

    Content:
    A table whose first column has the parts and whose second column their minutes, and text. A part
    that links to a block, to a heading or to a page has no minutes of its own.
    """

    NAME = "session"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")
    OPTIONAL = ("handout", "sides")
    OWN: ClassVar = {"minutes": (type_ranged_integer(5, 480), "a whole number from 5 to 480")}

    def on_create(self, parent: Element) -> Element:
        """Create the head, and a place for the plan."""
        section = self.section(parent)
        section.set("data-paced", "group")
        for name in ("handout", "sides"):
            if self.options[name]:
                section.set(f"data-{name}", str(self.options[name]))
        self.heading(section)
        self.add_place(section, "content")
        return section


class SessionsTreeprocessor(Treeprocessor):
    """Give each plan its columns for what is filled in."""

    def run(self, root: Element) -> None:
        """Complete the plans of a page, or report what is wrong with them."""
        page = current(self.md)
        for section in root.iter("section"):
            if section.get("data-block") == Session.NAME:
                for what, remedy in self.complete(section):
                    id_ = section.get("id", "")
                    page.report(block_line(page, id_), f'session "{id_}": {what}', remedy)

    def complete(self, section: Element) -> Iterator[Told]:
        """Mark up the table of a plan, or yield the mistakes in it."""
        table = part_of(section, "content").find("table")
        heads = [] if table is None else [(head.text or "").strip() for head in table.iter("th")]
        if table is None or len(heads) <= LENGTH:
            yield (
                "it has no table",
                "write one that begins with the columns of parts and of minutes",
            )
            return
        for number, row in enumerate(table.iterfind("tbody/tr"), 1):
            yield from mistakes(number, row)
        table.set("data-part", "agenda")
        # The theme's script wraps every table that has no class.
        table.set("class", "own")
        words = current(self.md).course.words
        for row in table.iter("tr"):
            is_head = row[0].tag == "th"
            for cell, label in zip(row, heads, strict=True):
                cell.set("data-label", label)
            add_facts(row, is_head)
            self.add_cell(row, 0, "start", words("blocks.session.start"), is_head)
            if section.get("data-handout"):
                label = words("blocks.session.page")
                # It is shown when there is a handout.
                self.add_cell(row, len(row), "sheet", label, is_head).set("hidden", "")
        add_scopes(table)

    def add_cell(self, row: Element, place: int, part: str, label: str, is_head: bool) -> Element:
        """Add an empty cell, or the head of its column."""
        cell = Element("th" if is_head else "td", {"data-part": part, "data-label": label})
        if is_head:
            cell.text = AtomicString(label)
        row.insert(place, cell)
        return cell


def mistakes(number: int, row: Element) -> Iterator[Told]:
    """Yield what is wrong with a row of a plan."""
    part, length = ((cell.text or "").strip() for cell in row[: LENGTH + 1])
    if LINK in part and length:
        remedy = "leave the cell empty, since what the part leads to says how long it takes"
        yield f"row {number} states minutes, and leads to something with a time", remedy
    if LINK not in part and not (length.isdigit() and int(length)):
        remedy = "write a whole number, or let the part lead to a block, a heading or a page"
        yield f'row {number} has "{length}" minutes', remedy


def add_facts(row: Element, is_head: bool) -> None:
    """Say what the two first cells of a row are, and the minutes that it states."""
    row[PART].set("data-part", "doing")
    row[LENGTH].set("data-part", "length")
    if not is_head:
        row[PART].tag = "th"
        row[PART].set("scope", "row")
        if stated := (row[LENGTH].text or "").strip():
            row.set("data-length", stated)


TREEPROCESSORS = (SessionsTreeprocessor,)
