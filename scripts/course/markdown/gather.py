"""Gather: a place for what other pages hold, such as every comparison of the course.

The block only marks the place, since an extension knows one page; `course.site.gather` fills it on
the built site.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, options


class Gather(CourseBlock):
    """
    Gather.

    Arguments: none.

    Options:
    - `of` (string, required): what to gather, by its class in the built pages: `comparison` or
      `question`.
    - `from` (string): the folder of the pages to gather from; without it, from all.
    - `mixed` (boolean): whether to take one element of each page in turn.

    Content: none.
    """

    NAME = "gather"
    REQUIRED = ("of",)
    OPTIONS = options("of", "from", "mixed")

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        place = SubElement(parent, "div", {"class": "gather", "data-of": self.options["of"]})
        if self.options["from"]:
            place.set("data-from", self.options["from"])
        if self.options["mixed"]:
            place.set("data-mixed", "true")
        return place


class GatherExtension(BlocksExtension):
    """Gather Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Gather, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> GatherExtension:
    """Return extension."""
    return GatherExtension(*args, **kwargs)
