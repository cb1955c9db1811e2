"""Dots: who or what counts in each row: 1 is a full circle, 2 a broken one, which does not count.

The sum of each row stands at its end, and a row in which nothing counts has a frame.
"""

from __future__ import annotations

from course.charts.svg import LETTER, WIDTH, Canvas, part, write
from course.charts.table import Point, Table

TOP, PITCH, RADIUS = 40, 32, 9
COUNTS, BROKEN = 1, 2


def dots(picture: Canvas, table: Table, points: list[Point], up: str) -> None:
    """Draw the heads of the columns, and a row for each point."""
    left = 12 + LETTER * max(len(point.name) for point in points)
    pitch = (WIDTH - 36 - left) / len(table.series)
    places = [left + pitch * (number + 0.5) for number in range(len(table.series))]
    for number, (x, name) in enumerate(zip(places, table.series, strict=True)):
        head = write(picture.svg, x, 18, name, text_anchor="middle", font_weight=700)
        if not any(point.values[number] for point in points):
            head.set("class", "soft")
            head.set("font-weight", "400")
            ends = LETTER * len(name) / 2
            strike = f"M{x - ends:.1f} 13H{x + ends:.1f}"
            part(picture.svg, "path", class_="flow", d=strike, stroke_width=1.5)
    heard = []
    for row, point in enumerate(points):
        y = TOP + PITCH * row + RADIUS
        for x, value in zip(places, point.values, strict=True):
            dot(picture, int(value or 0), x, y)
        total = sum(1 for value in point.values if value == COUNTS)
        weight = 400 if total else 700
        write(picture.svg, 8, y + 5, point.name, font_weight=weight)
        write(picture.svg, WIDTH - 10, y + 5, str(total), text_anchor="end", font_weight=700)
        if not total:
            frame = {"fill": "none", "stroke": "currentColor", "stroke_width": "2"}
            size = {"x": 1, "y": y - 15, "width": WIDTH - 2, "height": 30, "rx": 4}
            part(picture.svg, "rect", **frame, **size)
        names = zip(table.series, point.values, strict=True)
        said = [name if value == COUNTS else f"({name})" for name, value in names if value]
        heard.append(f"{point.name}: {', '.join([*said, str(total)])}")
    picture.end(TOP + PITCH * len(points) - 4, f"{'; '.join(heard)}.")


def dot(picture: Canvas, value: int, x: float, y: float) -> None:
    """Draw a circle: full, or broken, or nothing but a point that shows the place."""
    if value == COUNTS:
        part(picture.svg, "circle", cx=x, cy=y, r=RADIUS)
    elif value == BROKEN:
        facts = {"fill": "none", "stroke_width": "2", "stroke_dasharray": "3 3"}
        part(picture.svg, "circle", class_="flow", cx=x, cy=y, r=RADIUS - 1, **facts)
    else:
        part(picture.svg, "circle", class_="soft", cx=x, cy=y, r=1.5)
