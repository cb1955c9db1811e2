"""Profile: ratings of all units as lines, and as a table that can be filled in by hand.

The lines are drawn by a script; the table is complete without one. The rows are the units of the
course in their order, so no page lists them.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from lxml.html import HtmlElement, tostring
from lxml.html.builder import E

from course.blocks.block import CourseBlock, Paper
from course.model import Block, Unit, text_of
from course.settings import SHAPES, Activity, Course

# Sizes of a picture, in its own units: a unit of the course has its name, and under it a line for
# each activity.
WIDTH, NAME, LINE, GAP = 220, 15, 14, 22


class Profile(CourseBlock):
    """
    Profile.

    Arguments: none.

    Options (all required):
    - `id` (string): permanent and unique in the course.
    - `ratings` (string): the ids of the ratings, each with its title, divided by commas.

    Content: none; it comes from the units of the course.
    """

    NAME = "profile"
    REQUIRED = ("id", "ratings")

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        return self.element(parent, **{"data-ratings": ",".join(self.options["ratings"])})

    @staticmethod
    def on_site(block: Block, course: Course, units: Sequence[Unit]) -> str:
        """Return a picture for each rating, and a table for all."""
        ratings = [rating.split(" ", 1) for rating in block.get("ratings").split(",")]
        pictures = [picture(course, rating, title, units) for rating, title in ratings]
        lines = E.div({"data-part": "lines", "hidden": ""}, *pictures)
        parts = (lines, table(course, ratings, units))
        return "".join(tostring(part, encoding="unicode") for part in parts)

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Number the rows as the statements of a rating, and give each cell room for a number."""
        block.element.insert(0, E.p(paper.words("blocks.profile.on-paper")))
        heads = block.element.xpath(".//thead//th")
        for number, row in enumerate(block.element.xpath(".//tbody/tr"), 1):
            statement, *cells = row
            title = text_of(statement)
            statement.text = f"{number}. {title}"
            for cell, head in zip(cells, heads[1:], strict=True):
                # The buttons of the rating have the name without that of the profile.
                name = f"{block.id}-{cell.get('data-rating')}"
                cell.append(paper.writing.words(name, f"{number}. {title}, {text_of(head)}"))


def picture(course: Course, rating: str, title: str, units: Sequence[Unit]) -> HtmlElement:
    """Return the picture of a rating; what it shows is in the table too."""
    height = GAP + LINE * len(course.activities)
    svg = E.svg(
        {"class": "diagram", "viewBox": f"0 -14 {WIDTH} {height * len(units)}", "role": "img"}
    )
    svg.set("aria-label", course.words("blocks.profile.picture", title=title))
    for activity in course.activities:
        svg.append(marker(rating, activity))
    for row, unit in enumerate(units):
        group = E.g({"transform": f"translate(0 {row * height})"})
        group.append(E.text({"font-size": str(NAME)}, unit.title))
        for place, activity in enumerate(course.activities):
            line = {
                "data-rated": "",
                "data-hue": str(activity.hue),
                "data-rating": f"{rating}-{unit.name}-{activity.name}",
                "transform": f"translate(0 {LINE * place + 12})",
                "stroke-width": "8",
                "marker-end": f"url(#{rating}-{activity.name}-end)",
            }
            # No line is told from another by its hue alone.
            dashes = {"stroke-dasharray": "6 3"} if place % 2 else {}
            group.append(E.path({**line, **dashes}))
        svg.append(group)
    return E.figure(E.figcaption(title), svg)


def marker(rating: str, activity: Activity) -> HtmlElement:
    """Return what the lines of an activity end in: its sign."""
    facts = {"id": f"{rating}-{activity.name}-end", "data-hue": str(activity.hue)}
    box = {"markerUnits": "userSpaceOnUse", "markerWidth": "12", "markerHeight": "12"}
    place = {"refX": "0", "refY": "6"}
    return E.marker({**facts, **box, **place}, E.path({"d": SHAPES[activity.sign]}))


def table(course: Course, ratings: list[list[str]], units: Sequence[Unit]) -> HtmlElement:
    """Return the table: a row for each statement, a column for each rating."""
    heads = [course.words("blocks.rating.statement"), *(title for _, title in ratings)]
    head = E.tr(*(E.th({"scope": "col"}, each) for each in heads))
    body = E.tbody()
    for unit in units:
        for activity in course.activities:
            row = E.tr(E.th({"scope": "row"}, f"{activity.sign} {unit.title}"))
            for rating, _ in ratings:
                row.append(E.td({"data-rating": f"{rating}-{unit.name}-{activity.name}"}))
            body.append(row)
    return E.table(E.thead(head), body)
