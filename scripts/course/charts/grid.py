"""Grid: people or things, one mark each, in groups; the marks of the second series are full."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from course.charts.svg import LETTER, Canvas, short, write
from course.charts.table import Point, Table, value_of

ROW, PITCH, RADIUS = 10, 27, 10
LEFT = RADIUS + 2


def grid(picture: Canvas, table: Table, points: list[Point], up: str) -> None:
    """Draw the groups below each other, and what the marks mean under them."""
    y = 16.0
    heard = []
    for point in points:
        write(picture.svg, 0, y, point.name, font_weight=700)
        counts = [int(value_of(point, number)) for number in range(len(table.series))]
        marks = [number for number, count in enumerate(counts) for _ in range(count)]
        for number in range(len(counts)):
            where = [divmod(place, ROW) for place, each in enumerate(marks) if each == number]
            spots = [(LEFT + PITCH * column, y + 22 + PITCH * row) for row, column in where]
            mark(picture.svg, number, spots)
        for number, count in enumerate(counts):
            # Beside the rows, in the middle of those that have the mark.
            middle = (marks.index(number) + count / 2) / ROW if count else 0
            at = y + 22 + PITCH * (middle - 0.5) + 5
            weight = 700 if number else 400
            write(picture.svg, LEFT + PITCH * ROW, at, str(count), font_weight=weight)
        said = ", ".join(f"{c} {name}" for c, name in zip(counts, table.series, strict=True))
        heard.append(f"{point.name}: {said}")
        y += 22 + PITCH * -(-len(marks) // ROW) + 18
    x = 0.0
    for number, name in enumerate(table.series):
        mark(picture.svg, number, [(x + LEFT, y - 2)])
        write(picture.svg, x + LEFT + 18, y + 3, name)
        x += LEFT + 34 + LETTER * len(name)
    picture.end(y + 14, f"{'; '.join(heard)}.")


def mark(parent: Element, number: int, spots: Sequence[tuple[float, float]]) -> None:
    """Draw the marks of a series as one shape; what is told apart is full or empty, of no hue."""
    size = RADIUS if number else RADIUS - 0.7
    half = f"a{size} {size} 0 1 0 "
    circle = f"{half}{short(2 * size)} 0{half}-{short(2 * size)} 0z"
    # Each from where the one before began: what is said alike again and again is sent once.
    before = [(size, 0.0), *spots]
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(spots, before, strict=False)]
    way = "".join(f"m{short(x)} {short(y)}{circle}" for x, y in steps)
    facts = {} if number else {"class": "node", "stroke-width": "1.5"}
    if way:
        SubElement(parent, "path", {**facts, "d": way})
