"""Lines: how values go on from point to point, each line with its name beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import ceil

from course.charts.svg import LETTER, WIDTH, Canvas, part, write
from course.charts.table import Point, Table, spread

TOP, FOOT, RIGHT = 46, 236, WIDTH - 4
HEIGHT = FOOT + 26
HEARD = 5  # points of each line that are told to a listener
DASHES = "6 5"
# How far the letters of a name reach over and under their line.
ASCENT, DESCENT = 15, 5

Place = tuple[float, float]


def lines(picture: Canvas, table: Table, points: list[Point], up: str) -> None:
    """Draw amounts, on a scale from nought that all states share."""
    step = next(step for step in steps() if table.greatest <= 4 * step)
    ticks = [step * number for number in range(ceil(table.greatest / step) + 1)]
    left = 8 + LETTER * max(len(f"{tick.normalize():f}") for tick in ticks)
    draw(picture, table, points, up, left, float(ticks[-1] or 1), ticks)


def ranks(picture: Canvas, table: Table, points: list[Point], up: str) -> None:
    """Draw an order, without numbers: how far one rank is from another says nothing."""
    draw(picture, table, points, up, 4, float(table.greatest) + 0.8, [Decimal(0)])


def steps() -> list[Decimal]:
    """Return what the marks of a scale can be apart: 1, 2, 2.5, 5, 10, 20 and so on."""
    firsts = ("1", "2", "2.5", "5")
    return [Decimal(first) * 10**power for power in range(9) for first in firsts]


def draw(
    picture: Canvas,
    table: Table,
    points: list[Point],
    up: str,
    left: float,
    top: float,
    ticks: list[Decimal],
) -> None:
    """Draw the scale, the names of the points, and a line for each series that has values."""

    def height(value: Decimal | float) -> float:
        return FOOT - float(value) / top * (FOOT - TOP)

    write(picture.svg, 0, 15, up, class_="soft")
    for tick in ticks:
        y = height(tick)
        faint = {"stroke_opacity": "1" if not tick else "0.3"}
        part(picture.svg, "path", class_="flow", d=f"M{left:.0f} {y:.1f}H{RIGHT}", **faint)
        if len(ticks) > 1:
            write(
                picture.svg,
                left - 6,
                y + 5,
                f"{tick.normalize():f}",
                class_="soft",
                text_anchor="end",
            )
    places = across(points, left)
    name_points(picture, table.across, points, places)
    drawn = []
    for number in range(len(table.series)):
        path = [
            (place, height(value))
            for place, point in zip(places, points, strict=True)
            if (value := point.values[number]) is not None
        ]
        if path:
            drawn.append((number, path))
    for order, (number, path) in enumerate(drawn):
        ends = [other[-1][1] for _, other in drawn if other is not path]
        # Above the lines that end lower; of lines with one end, the first is above.
        is_above = all(path[-1][1] < end or (path[-1][1] == end and not order) for end in ends)
        name = table.series[number]
        at = height_of_name(name, path, is_above, list(map(height, ticks)))
        add_line(picture, name, number, path, at)
    told = spread(points, HEARD)
    heard = (
        f"{name}: " + ", ".join(f"{p.name} {p.values[n]}" for p in told if p.values[n] is not None)
        for n, name in enumerate(table.series)
        if n in dict(drawn)
    )
    picture.end(HEIGHT, f"{up}. {table.across}. {'; '.join(heard)}.")


def across(points: list[Point], left: float) -> list[float]:
    """Return where each point is: as far from the next as any other."""
    room = RIGHT - left
    return [left + room * place / max(1, len(points) - 1) for place in range(len(points))]


def name_points(picture: Canvas, name: str, points: list[Point], places: list[float]) -> None:
    """Write the names of some points under them; before a number stands what it counts."""
    named = set(map(id, spread(points, 3)))
    shown = [(x, point) for x, point in zip(places, points, strict=True) if id(point) in named]
    for order, (x, point) in enumerate(shown):
        anchor = "start" if order == 0 else "end" if order == len(shown) - 1 else "middle"
        text = f"{name} {point.name}" if order == 0 and point.name.isdecimal() else point.name
        write(picture.svg, x, FOOT + 20, text, class_="soft", text_anchor=anchor)


def add_line(picture: Canvas, name: str, number: int, path: list[Place], at: float) -> None:
    """Draw a line, with its name at a height: the first is full, the others broken and softer."""
    group = picture.group(name)
    stroke = {"class_": "exit" if group.get("data-hue") else "" if number == 0 else "flow"}
    facts = {name: value for name, value in stroke.items() if value}
    if number:
        facts["stroke_dasharray"] = DASHES
    elif not facts:
        facts["stroke"] = "currentColor"
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in path)
    part(group, "path", d=f"M{way}", fill="none", stroke_width=3, stroke_linejoin="round", **facts)
    if len(path) < 5:
        for x, y in path:
            part(group, "circle", cx=x, cy=y, r=4)
    soft = {"class_": "soft"} if number and not group.get("data-hue") else {}
    write(group, RIGHT, at, name, text_anchor="end", font_weight=700, **soft)


def height_of_name(name: str, path: list[Place], is_above: bool, ticks: Sequence[float]) -> float:
    """Return where the name of a line is, over or under its end and clear of the scale."""
    begin = max(path[0][0], path[-1][0] - LETTER * len(name))
    near = [height_at(path, begin), *(y for x, y in path if x >= begin)]
    y = min(near) - 10 if is_above else max(near) + 20
    for tick in ticks:
        if y - ASCENT < tick < y + DESCENT:
            y = tick - DESCENT if is_above else tick + ASCENT
    return y


def height_at(path: list[Place], x: float) -> float:
    """Return where a line is at a place between two of its points."""
    for (left, begin), (right, end) in pairwise(path):
        if left <= x <= right:
            return begin + (end - begin) * (x - left) / (right - left)
    return path[-1][1]
