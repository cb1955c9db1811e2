"""Calendar: a button that offers the reader's dates as a file for a calendar."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from course.blocks.block import CourseBlock, add_buttons


class Calendar(CourseBlock):
    """
    Calendar.

    Arguments: none.

    Options: none.

    Content: none.
    """

    NAME = "calendar"

    def on_create(self, parent: Element) -> Element:
        """Create the button, which a script shows."""
        division = self.element(parent, "div")
        add_buttons(division, self.course.words, "calendar")
        return division
