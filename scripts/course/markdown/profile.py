"""Profile: ratings of several dimensions as lines, and as a table that can be filled in by hand.

The lines are drawn by a script; the table is complete without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import RE_ID, CourseBlock, options
from course.markdown.items import Item, ItemsTreeprocessor, Mistake, register

# Each activity of a rating, with its class and its sign.
ACTIVITIES = (("manage", "managing", "■"), ("lead", "leading", "▲"))
# Sizes of a picture, in its own units: a dimension has its name and a line for each activity.
WIDTH, HEIGHT, NAME, LINES = 220, 50, 15, (24, 38)
# What a line ends in: a square or a triangle.
ENDS = {"managing": "M0 0h12v12H0z", "leading": "M6 0l6 12H0z"}


class Profile(CourseBlock):
    """
    Profile.

    Arguments: none.

    Options (all required):
    - `id` (string): permanent and unique in the course.
    - `ratings` (string): the ids of the ratings, each with its title, divided by commas.

    Content:
    A list of the dimensions; each begins with its page name in square brackets.
    """

    NAME = "profile"
    REQUIRED = ("id", "ratings")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create a place for the dimensions; they are read later."""
        attributes = {"class": self.NAME, "id": self.options["id"]}
        section = SubElement(parent, "section", attributes)
        section.set("data-ratings", ",".join(self.options["ratings"]))
        self.add_place(section, "content")
        return section


class ProfileTreeprocessor(ItemsTreeprocessor):
    """Give each profile its pictures and its table."""

    name = Profile.NAME
    plural = "dimensions"
    pattern = "- [focus] Focus and priorities"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the dimensions."""
        for item in items:
            if not RE_ID.fullmatch(item.label):
                remedy = "write the page name of a dimension"
                yield f'a dimension is marked "[{item.label}]"', remedy

    def finish(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add a picture for each rating, and a table for all."""
        ratings = [r.split(" ", 1) for r in section.attrib.pop("data-ratings").split(",")]
        lines = SubElement(section, "div", {"class": "lines", "hidden": ""})
        for rating, title in ratings:
            add_picture(lines, rating, title, items)
        add_table(section, ratings, items)


def add_picture(parent: Element, rating: str, title: str, items: list[Item]) -> None:
    """Add the picture of a rating; what it shows is in the table too."""
    figure = SubElement(parent, "figure")
    SubElement(figure, "figcaption").text = title
    size = f"0 -14 {WIDTH} {HEIGHT * len(items)}"
    picture = {"class": "diagram", "viewBox": size, "role": "img"}
    svg = SubElement(figure, "svg", picture)
    svg.set("aria-label", f"{title}: lines, given as numbers in the table below")
    for name, end in ENDS.items():
        marker = {"id": f"{rating}-{name}-end", "class": name, "markerUnits": "userSpaceOnUse"}
        box = {"markerWidth": "12", "markerHeight": "12", "refX": "0", "refY": "6"}
        SubElement(SubElement(svg, "marker", {**marker, **box}), "path", {"d": end})
    for row, item in enumerate(items):
        group = SubElement(svg, "g", {"transform": f"translate(0 {row * HEIGHT})"})
        SubElement(group, "text", {"font-size": str(NAME)}).text = item.text
        for (activity, name, _), height in zip(ACTIVITIES, LINES, strict=True):
            line = {
                "class": f"{name} rated",
                "data-rating": f"{rating}-{item.label}-{activity}",
                "transform": f"translate(0 {height - 12})",
                "stroke-width": "8",
                "marker-end": f"url(#{rating}-{name}-end)",
            }
            dashes = {"stroke-dasharray": "6 3"} if name == "leading" else {}
            SubElement(group, "path", {**line, **dashes})


def add_table(parent: Element, ratings: list[list[str]], items: list[Item]) -> None:
    """Add the table: a row for each statement, a column for each rating."""
    table = SubElement(parent, "table")
    head = SubElement(SubElement(table, "thead"), "tr")
    for title in ["Statement", *(title for _, title in ratings)]:
        SubElement(head, "th", {"scope": "col"}).text = title
    body = SubElement(table, "tbody")
    for item in items:
        for activity, _, sign in ACTIVITIES:
            row = SubElement(body, "tr")
            SubElement(row, "th", {"scope": "row"}).text = f"{sign} {item.text}"
            for rating, _ in ratings:
                SubElement(row, "td", {"data-rating": f"{rating}-{item.label}-{activity}"})


class ProfileExtension(BlocksExtension):
    """Profile Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Profile, self.getConfigs())
        register(md, ProfileTreeprocessor)


def makeExtension(*args: Any, **kwargs: Any) -> ProfileExtension:
    """Return extension."""
    return ProfileExtension(*args, **kwargs)
