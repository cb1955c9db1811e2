"""Files: a place for the links to the files of a printed edition.

The block only marks the place, since the files are made from the built site; `course.print` fills
it. Where they were not made, the page says so.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock


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

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        place = self.element(parent, "div", **{"data-edition": self.options["edition"]})
        missing = self.course.words("blocks.files.missing")
        SubElement(place, "p").text = AtomicString(missing)
        return place
