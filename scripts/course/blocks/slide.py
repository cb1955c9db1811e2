"""Slide: what is shown on a wall, with what the trainer says to it.

The decks are made from these blocks, in the order of the pages; each slide has a number, by which
session plans name it. On the site both stand where they are spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, add_kind
from course.blocks.items import Told, block_line, part_of
from course.mark import mark_names
from course.marks.page import current

# What can stand on a slide; a letter of it must be read from the last row.
SHOWN = ("p", "ul", "ol", "table")


class Slide(CourseBlock):
    """
    Slide.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `mark` (string): the name of a drawing in the folder `marks`.

    Content:
    A paragraph, a list or a table, and a block `say`.
    """

    NAME = "slide"
    SERIES = "slide"
    ARGUMENT = True
    REQUIRED = ("id",)
    OPTIONAL = ("mark",)

    def on_create(self, parent: Element) -> Element:
        """Create the frame, and a place for what it shows."""
        section = self.element(parent)
        add_kind(section, self.course.words("blocks.slide.name"), "")
        self.heading(section)
        if self.options["mark"]:
            # The drawing comes when the site is complete.
            section.set("data-emblem", self.options["mark"])
        self.add_place(section, "shown")
        return section


class Say(CourseBlock):
    """
    Say.

    Arguments: none.

    Options: none.

    Content:
    What the trainer says to a slide, and does. It stands in the slide.
    """

    NAME = "say"

    def on_create(self, parent: Element) -> Element:
        """Create the part, led by a word."""
        part = self.element(parent, "div")
        label = SubElement(part, "p", {"data-part": "label"})
        label.text = AtomicString(self.course.words("blocks.say.name"))
        return part


class SlidesTreeprocessor(Treeprocessor):
    """Put what is said below what is shown, and check both."""

    def run(self, root: Element) -> None:
        """Complete each slide of a page, or report what is wrong with it."""
        page = current(self.md)
        inside = set()
        for slide in root.iter("section"):
            if slide.get("data-block") == Slide.NAME:
                shown = part_of(slide, "shown")
                said = [part for part in shown if part.get("data-block") == Say.NAME]
                for part in said:
                    shown.remove(part)
                    slide.append(part)
                    inside.add(part)
                for what, remedy in self.mistakes(slide, shown, said):
                    id_ = slide.get("id", "")
                    page.report(block_line(page, id_), f'slide "{id_}": {what}', remedy)
        for part in root.iter("div"):
            if part.get("data-block") == Say.NAME and part not in inside:
                line = page.line_of("/// say")
                page.report(
                    line, "say stands in no slide", "put it into the slide, as its last part"
                )

    def mistakes(self, slide: Element, shown: Element, said: list[Element]) -> Iterator[Told]:
        """Yield what is wrong with a slide."""
        if len(said) != 1:
            yield f"it has {len(said)} blocks say", "write one, with what the trainer says to it"
        for element in shown:
            if element.tag not in SHOWN:
                remedy = "write a paragraph, a list or a table, and leave the rest to what is said"
                yield "it shows something that a slide cannot show", remedy
                break
        names = mark_names(current(self.md).docs)
        mark = slide.get("data-emblem")
        if mark and mark not in names:
            yield f'there is no mark "{mark}"', f"use one of {', '.join(names) or 'none'}"


TREEPROCESSORS = (SlidesTreeprocessor,)
