"""Files: the card of a printed edition or a package, with a picture and links to its files.

The author writes what it is and for whom. The block marks the places of picture and links, since
the files are made from the built site; `course.print` and `course.pack` fill them. Where they were
not made, the card says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock
from course.editions import GROUPS, NAMES, PACKAGES
from course.problems import nearest
from course.settings import Course


class Files(CourseBlock):
    """
    Files.

    Arguments: the title (string, optional); by default, that of the edition.

    Options:
    - `edition` (string, required): the name of an edition or package, such as `workbook`.

    Content: what it is and for whom.
    """

    NAME = "files"
    ARGUMENT = None
    REQUIRED = ("edition",)

    @classmethod
    def unknown(cls, options: Mapping[str, Any], course: Course) -> Iterator[tuple[str, str]]:
        """Yield an edition or a package that there is not."""
        name, known = options["edition"], [*NAMES, *PACKAGES]
        if name not in known and not name.startswith(GROUPS):
            near = nearest(name, known, 1)
            yield "edition", f"write {near}" if near else f"write one of {', '.join(known)}"

    def on_create(self, parent: Element) -> Element:
        """Create the card."""
        card = self.element(parent, **{"data-edition": self.options["edition"]})
        self.add_place(card, "about")
        words, key = self.course.words, f"print.editions.{self.options['edition']}"
        if self.argument:
            SubElement(self.on_add(card), "h3").text = self.argument
        elif words.has(key):
            heading = SubElement(self.on_add(card), "h3", {"data-part": "edition"})
            heading.text = AtomicString(words(key))
        return card

    def on_end(self, block: Element) -> None:
        """Add the places, below the content and beside it."""
        files = SubElement(self.on_add(block), "div", {"data-part": "files"})
        SubElement(files, "p").text = AtomicString(self.course.words("blocks.files.missing"))
        SubElement(block, "div", {"data-part": "picture"})
