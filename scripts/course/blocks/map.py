"""Map: a place for every stop of the course, in order, with the minutes that it takes.

The block only marks the place, since an extension knows one page; `course.site.map` fills it on the
built site.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from course.blocks.block import CourseBlock, Paper
from course.model import Block


class Map(CourseBlock):
    """
    Map.

    Arguments: none.

    Options: none.

    Content: none.
    """

    NAME = "map"

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        return self.element(parent, "div")

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Take the map away: a book has contents."""
        block.element.drop_tree()

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Take the map away here too."""
        block.element.drop_tree()
