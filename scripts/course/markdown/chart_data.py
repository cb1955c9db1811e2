"""The data of a chart: a CSV file with a row for each bar, read with the line of every mistake."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course.problems import Problem

COLUMNS = (
    *("label", "value", "shown", "low", "high"),
    *("open", "mark", "mark_shown", "note", "source"),
)

# What is wrong, and what to do.
Mistake = tuple[str, str]


@dataclass(frozen=True)
class Bar:
    """One row; every number is a percentage from 0 to 100.

    Arguments:
        label: what the bar is about.
        value: how far the bar goes.
        shown: the value in words, such as `about 40%`.
        low, high: the ends of a range around the value, or None.
        open: whether the value is a lower bound without an upper end.
        mark: a second value inside the bar, or None.
        mark_shown: the second value in words.
        note: words below the bar.
        source: the key of the source.
    """

    label: str
    value: float
    shown: str
    low: float | None
    high: float | None
    open: bool
    mark: float | None
    mark_shown: str
    note: str
    source: str


def read_bars(path: Path, name: str) -> tuple[list[Bar], list[Problem]]:
    """Return the bars of a CSV file, and the mistakes in it; `name` is the file's name in them."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return [], [Problem(name, 1, "it is not UTF-8", "save the file in the encoding UTF-8")]
    rows = csv.DictReader(lines)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or [])]
    if missing:
        head = ",".join(COLUMNS)
        what = f"{', '.join(missing)} missing in the head"
        return [], [Problem(name, 1, what, f"write {head}")]
    bars: list[Bar] = []
    problems: list[Problem] = []
    for row in rows:
        mistakes = list(check_row(row))
        problems += [Problem(name, rows.line_num, what, remedy) for what, remedy in mistakes]
        if not mistakes:
            bars.append(read_row(row))
    if not bars and not problems:
        problems.append(
            Problem(name, 1, "there is no row below the head", "write one for each bar")
        )
    return bars, problems


def check_row(row: dict[str, str | None]) -> Iterator[Mistake]:
    """Yield what is wrong with a row."""
    if None in row:
        yield "there are more cells than in the head", 'write "…" around a text with a comma'
        return
    for column in ("label", "value", "source"):
        if not cell(row, column):
            yield f"{column} is empty", "fill it in"
    wrong = [column for column in ("value", "low", "high", "mark") if not is_share(row, column)]
    for column in wrong:
        yield f'{column} is "{cell(row, column)}"', "write a number from 0 to 100, without %"
    if cell(row, "open") not in ("", "yes"):
        yield f'open is "{cell(row, "open")}"', "write yes, or leave it empty"
    if bool(cell(row, "mark")) != bool(cell(row, "mark_shown")):
        yield "mark and mark_shown do not go together", "fill in both or neither"
    if not wrong and cell(row, "value"):
        yield from check_range(row)


def check_range(row: dict[str, str | None]) -> Iterator[Mistake]:
    """Yield what is wrong with the ends of a row whose numbers can be read."""
    low, high = share(row, "low"), share(row, "high")
    if (low is None) != (high is None):
        yield "low and high do not go together", "fill in both or neither"
    elif low is not None and high is not None:
        if cell(row, "open"):
            yield "it is open and has a range", "leave open, or low and high, empty"
        if not low <= float(cell(row, "value")) <= high:
            yield "value is not between low and high", "correct one of them"


def read_row(row: dict[str, str | None]) -> Bar:
    """Return the bar of a row without mistakes."""
    value = float(cell(row, "value"))
    return Bar(
        label=cell(row, "label"),
        value=value,
        shown=cell(row, "shown") or f"{value:g}%",
        low=share(row, "low"),
        high=share(row, "high"),
        open=cell(row, "open") == "yes",
        mark=share(row, "mark"),
        mark_shown=cell(row, "mark_shown"),
        note=cell(row, "note"),
        source=cell(row, "source"),
    )


def cell(row: dict[str, str | None], column: str) -> str:
    """Return the text of a cell; a cell left out at the end of a row is empty."""
    return (row[column] or "").strip()


def share(row: dict[str, str | None], column: str) -> float | None:
    """Return the number in a cell; None where it is empty."""
    text = cell(row, column)
    return float(text) if text else None


def is_share(row: dict[str, str | None], column: str) -> bool:
    """Tell whether a cell is empty or holds a number from 0 to 100."""
    try:
        number = share(row, column)
    except ValueError:
        return False
    return number is None or 0 <= number <= 100
