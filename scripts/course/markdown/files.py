"""Files: a place for the links to the files of a printed edition.

The block only marks the place, since the files are made from the built site; `course.print` fills
it. Where they were not made, the page says so.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, options

MISSING = "This copy of the site was made without its printed editions."


class Files(CourseBlock):
    """
    Files.

    Arguments: none.

    Options:
    - `edition` (string, required): the name of an edition, such as `workbook`.

    Content: none.
    """

    NAME = "files"
    REQUIRED = ("edition",)
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        place = SubElement(
            parent, "div", {"class": "files", "data-edition": self.options["edition"]}
        )
        SubElement(place, "p").text = MISSING
        return place


class FilesExtension(BlocksExtension):
    """Files Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Files, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> FilesExtension:
    """Return extension."""
    return FilesExtension(*args, **kwargs)
