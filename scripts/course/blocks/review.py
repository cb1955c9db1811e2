"""Review: every question of the course again, in a mixed order, with what a script adds to it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from course.blocks.block import CourseBlock, add_buttons
from course.blocks.gather import Gather


class Review(CourseBlock):
    """
    Review.

    Arguments: none.

    Options: none.

    Content: none; `course.site.gather` fills it.
    """

    NAME = "review"

    def on_create(self, parent: Element) -> Element:
        """Create the buttons, what each question gets below it, and the list of their pages."""
        words = self.course.words
        division = self.element(parent, "div")
        add_buttons(division, words, "everyQuestion", "calendar")
        template = SubElement(division, "template", {"data-part": "review"})
        tools = add_buttons(template, words, "seen", "again", **{"data-review": ""})
        del tools.attrib["hidden"]
        place = {"data-block": Gather.NAME, "data-of": "question", "data-mixed": "true"}
        SubElement(division, "div", place)
        return division
