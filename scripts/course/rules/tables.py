"""The tables of a page: every row has as many cells as the head, and no row is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from course.kept import kept
from course.marks.lines import without_code
from course.problems import Problem, nearest
from course.rules.material import Material, SourceFile

RE_UNDER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
RE_BAR = re.compile(r"(?<!\\)\|")
# The bar of a term, [[term|words]], divides no cells for whoever writes it.
RE_TERM = re.compile(r"\[\[[^\]|]*\|[^\]]*\]\]")


def check_tables(material: Material) -> Iterator[Problem]:
    """Each row of a table has the cells of its head, and each table has the line under its head."""
    columns = repr((material.course.activities, material.course.columns))
    for file in material.each("page", material.sources_of(".md")):
        depends_on = ("check_tables", file.label, file.text, columns)
        yield from kept(depends_on, partial(mistakes_in, file, material))


def mistakes_in(file: SourceFile, material: Material) -> list[Problem]:
    """Return what is wrong with the tables of a page."""
    found: list[Problem] = []
    rows: list[tuple[int, str]] = []
    for number, text in [*file.read.lines, (0, "")]:
        follows = not rows or number == rows[-1][0] + 1
        if text.lstrip().startswith("|") and follows:
            rows.append((number, text))
            continue
        found += (Problem(file.label, *each) for each in wrong(rows, material))
        rows = [(number, text)] if text.lstrip().startswith("|") else []
    return found


def wrong(rows: list[tuple[int, str]], material: Material) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with lines that begin with a bar."""
    if len(rows) < 2:
        return
    (first, head), (second, under) = rows[:2]
    if not RE_UNDER.match(under):
        remedy = f"write {'|---' * len(cells(head))}| below this line"
        yield first, "the line under the head of the table is missing", remedy
        return
    size = len(cells(head))
    if len(cells(under)) != size:
        what = f"the line under the head has {len(cells(under))} parts, and the head has {size}"
        yield second, what, "write --- for each cell of the head"
    for number, text in rows[2:]:
        if len(cells(text)) != size:
            what = f"the row has {len(cells(text))} cells, and the head has {size}"
            yield number, what, "write one for each, and \\| for a bar that divides nothing"
    yield from reworded(first, cells(head), material)


def cells(row: str) -> list[str]:
    """Return the cells of a row."""
    text = RE_TERM.sub(lambda term: term[0].replace("|", " "), without_code(row)).strip()
    return RE_BAR.split(text.removeprefix("|").removesuffix("|") or " ")


def reworded(line: int, head: list[str], material: Material) -> Iterator[tuple[int, str, str]]:
    """Yield each cell of a head that was probably meant to be a column of a comparison."""
    course = material.course
    columns = [activity.column for activity in course.activities]
    known = [*columns, *course.columns]
    names = [name.strip() for name in head]
    missing = [each for each in columns if each not in names]
    for name in names:
        near = nearest(name, missing, 0, 0.72)
        if near and name not in known:
            what = f"the column “{name}” is none of a comparison"
            yield line, what, f"write {near}, or other words for each column"
