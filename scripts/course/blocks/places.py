"""Blocks that stand for something of another page: one of its cases, or the map of its story.

The block marks the place, since an extension knows one page; `course.site.copies` fills it on the
built site.
"""

from __future__ import annotations

import posixpath
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks.block import type_string

from course.blocks.block import CourseBlock
from course.blocks.values import RE_ID, RE_PAGE
from course.marks.page import current


def type_place(value: object) -> str:
    """Ensure the path of a page from this one, and the id of a block there."""
    page, _, id_ = str(type_string(value)).partition("#")
    if not RE_PAGE.fullmatch(page) or not RE_ID.fullmatch(id_):
        raise ValueError(f"{value} is not a block of a page")
    return f"{page}#{id_}"


class Case(CourseBlock):
    """
    Case.

    Arguments: none.

    Options:
    - `page` (string, required): a page, and the id of a decision or question there.

    Content:
    What a trainer wants to know of it. The guide has the whole case above it.
    """

    NAME = "case"
    REQUIRED = ("page",)
    OWN: ClassVar = {
        "page": (type_place, "a page and the id of a block there, such as cases.md#my-case")
    }

    def on_create(self, parent: Element) -> Element:
        """Create the place of the title, and that of the content."""
        page, _, id_ = self.options["page"].partition("#")
        section = self.element(parent, **{"data-page": page_of(self.md, page), "data-id": id_})
        title = f"case-{id_}"
        SubElement(section, "h3", {"id": title, "data-part": "case"})
        section.set("aria-labelledby", title)
        self.add_place(section, "content")
        return section


class StoryMap(CourseBlock):
    """
    Story map.

    Arguments: none.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `page` (string, required): the page that tells the story.

    Content: none.
    """

    NAME = "story-map"
    REQUIRED = ("id", "page")

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        page = page_of(self.md, self.options["page"])
        return self.element(parent, "div", **{"data-page": page})


def page_of(md: Markdown, path: str) -> str:
    """Return the path below `docs` of the page that an option names; report one that is missing."""
    page = current(md)
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if not (page.docs / found).is_file():
        line = page.line_of(f"page: {path}")
        page.report(line, f'there is no page "{path}"', "correct the path, from this page on")
    return found
