"""The table that a chart is drawn from: a CSV file with a row for each point of each state.

Its first column names the state, the second the point, and each further one is a series. The
states are in the order in which they first appear, and a cell may be empty.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from course.problems import Problem, nearest

RE_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")


class Wrong(Exception):
    """A mistake in the file: what is wrong, and what to do.

    Attributes:
        what: what is wrong.
        remedy: what to do.
        problem: the same with its place, if it is in the file.
    """

    def __init__(self, what: str, remedy: str, file: str = "", line: int = 1) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.problem = Problem(file, line, what, remedy) if file else None


@dataclass(frozen=True)
class Point:
    """A point of a state: its name, and its value in each series, if it has one."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Table:
    """What a file says.

    Attributes:
        across: what the points are, such as `Week`.
        series: the name of each series.
        states: the points of each state.
    """

    across: str
    series: tuple[str, ...]
    states: dict[str, list[Point]]

    @property
    def greatest(self) -> Decimal:
        """The greatest value of all states, since they have one scale."""
        return max((value for point in self.points for value in known(point)), default=Decimal(0))

    @property
    def points(self) -> list[Point]:
        """The points of all states."""
        return [point for points in self.states.values() for point in points]

    def numbers(self) -> set[str]:
        """Return every number that the pictures show: values, as written and rounded, and sums."""
        found = {str(round(value)) for point in self.points for value in known(point)}
        found |= {str(value) for point in self.points for value in known(point)}
        for points in self.states.values():
            for series in range(len(self.series)):
                found.add(str(sum(value_of(point, series) for point in points)))
            sums = [sum(known(point)) for point in points]
            found |= {str(each) for each in (*sums, sum(sums))}
        texts = [self.across, *self.series, *self.states, *(point.name for point in self.points)]
        return found | {number for text in texts for number in RE_NUMBER.findall(text)}


def known(point: Point) -> Iterator[Decimal]:
    """Yield the values that a point has."""
    return (value for value in point.values if value is not None)


def value_of(point: Point, series: int) -> Decimal:
    """Return the value of a point in a series; nought where it has none."""
    return point.values[series] or Decimal(0)


def read_table(file: Path, label: str) -> Table:
    """Return what a file says.

    Arguments:
        file: the file.
        label: what messages call it.

    Raises:
        Wrong: if it is missing, or no such table.
    """
    if not file.is_file():
        near = nearest(file.name, sorted(each.name for each in file.parent.glob("*.csv")), 1)
        remedy = f"write data: {near}" if near else "correct the name under data, or add the file"
        raise Wrong(f"there is no file {label}", remedy)
    rows = list(csv.reader(file.read_text("utf-8-sig", "replace").splitlines()))
    if rows and len(rows[0]) == 1 and ";" in rows[0][0]:
        remedy = "save it as CSV with commas, and a point in numbers"
        raise Wrong("semicolons divide the cells", remedy, label)
    if len(rows) < 2 or len(rows[0]) < 3:
        remedy = "write a head of state, point and series, and a row for each point"
        raise Wrong("the file has no table", remedy, label)
    states: dict[str, list[Point]] = {}
    for line, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            what = f"the row has {len(row)} cells, and the head has {len(rows[0])}"
            raise Wrong(what, "write one for each", label, line)
        state, name, *cells = row
        values = tuple(number(cell, label, line) for cell in cells)
        states.setdefault(state, []).append(Point(name, values))
    return Table(rows[0][1], tuple(rows[0][2:]), states)


def number(cell: str, label: str, line: int) -> Decimal | None:
    """Return the number in a cell; nothing where it is empty.

    Raises:
        Wrong: if it is something else.
    """
    if cell and not RE_NUMBER.fullmatch(cell):
        raise Wrong(f'"{cell}" is no number', "write digits, such as 7 or 0.5", label, line)
    return Decimal(cell) if cell else None


def spread(points: Sequence[Point], most: int) -> list[Point]:
    """Return at most so many points, from the first one to the last."""
    if len(points) <= most:
        return list(points)
    steps = [round(place * (len(points) - 1) / (most - 1)) for place in range(most)]
    return [points[step] for step in steps]
