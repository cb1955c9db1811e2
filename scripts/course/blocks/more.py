"""More: what a phone folds, so that a long page can be seen over; a desk and paper show it open."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from course.blocks.block import CourseBlock


class More(CourseBlock):
    """
    More.

    Arguments (1 required):
    - What is folded.

    Options: none.

    Content:
    What a reader may leave out: further findings, never something to do.
    """

    NAME = "more"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Create the fold; it is no block of its own to any rule, since its text runs on."""
        details = SubElement(parent, "details", {"data-fold": ""})
        SubElement(details, "summary").text = self.argument
        return details
