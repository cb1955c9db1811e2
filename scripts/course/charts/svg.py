"""What the kinds of chart share: their size, their parts, and what is heard of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.settings import Activity

# In the picture's own units, which are pixels on a phone: no letter is smaller than 14 there.
WIDTH, FONT, LETTER = 336, 15, 9.0


@dataclass
class Canvas:
    """A picture in the making.

    Arguments:
        svg: its element.
        activities: those of the course; a series that begins with the sign of one has its hue.
    """

    svg: Element
    activities: Sequence[Activity]

    def end(self, height: float, heard: str) -> None:
        """Set its height, and what is heard of its values."""
        self.svg.set("viewBox", f"0 0 {WIDTH} {short(height)}")
        next(self.svg.iter("desc")).text = AtomicString(heard)

    def group(self, series: str = "") -> Element:
        """Add a group, which has the hue of an activity if the name of a series begins with it."""
        hues = [str(a.hue) for a in self.activities if series.startswith(a.sign)]
        return SubElement(self.svg, "g", {"data-hue": hues[0]} if hues else {})


def part(parent: Element, tag: str, **facts: str | float) -> Element:
    """Add a part; the numbers of its attributes have at most one decimal."""
    given = {name.rstrip("_").replace("_", "-"): value for name, value in facts.items()}
    return SubElement(
        parent, tag, {n: v if isinstance(v, str) else short(v) for n, v in given.items()}
    )


def write(parent: Element, x: float, y: float, text: str, **facts: str | float) -> Element:
    """Add a text."""
    added = part(parent, "text", x=x, y=y, **facts)
    added.text = AtomicString(text)
    return added


def short(value: float) -> str:
    """Return a number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def canvas(parent: Element, id_: str, title: str, activities: Sequence[Activity]) -> Canvas:
    """Add a picture with a title.

    Arguments:
        parent: what it stands in.
        id_: what the ids of its parts begin with.
        title: what is heard first.
        activities: those of the course.
    """
    facts = {"class": "diagram", "role": "img", "direction": "ltr", "font-size": str(FONT)}
    named = {"aria-labelledby": f"{id_}-title {id_}-desc", "fill": "currentColor"}
    svg = SubElement(parent, "svg", {**facts, **named})
    SubElement(svg, "title", {"id": f"{id_}-title"}).text = AtomicString(title)
    SubElement(svg, "desc", {"id": f"{id_}-desc"})
    return Canvas(svg, activities)
