"""Comparison tables: what each activity of the course puts first.

A table is one where head cells have the words of the columns of all activities, which `mkdocs.yml`
names. It gets row headers and facts on its columns. A narrow screen shows each row as a card; it
needs no roles for that, as browsers tell a table as one however its parts are laid out.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.marks.page import current
from course.settings import Course


class ComparisonTreeprocessor(Treeprocessor):
    """Mark up the tables that compare the activities."""

    def run(self, root: Element) -> None:
        """Find the tables by their head cells."""
        course = current(self.md).course
        columns = {activity.column for activity in course.activities}
        for table in root.iter("table"):
            if table.get("data-part"):
                continue  # a table to fill in compares nothing yet
            heads = [(cell.text or "").strip() for cell in table.iter("th")]
            if columns and columns <= set(heads):
                mark_up(table, heads, course)


def mark_up(table: Element, heads: list[str], course: Course) -> None:
    """Give a comparison table its facts and labels."""
    # The theme's script wraps every table that has no class.
    table.set("class", "own")
    table.set("data-block", "comparison")
    facts = [facts_of(head, course) for head in heads]
    for row in table.iter("tr"):
        for cell, head, fact in zip(row, heads, facts, strict=False):
            mark_up_cell(cell, head, fact)
            if cell.get("scope") == "row":
                mark_beyond(cell, *course.beyond)


def facts_of(head: str, course: Course) -> dict[str, str]:
    """Return what the cells of a column say of it: what it is about, its hue and its sign."""
    for activity in course.activities:
        if activity.column == head:
            facts = {"data-column": "activity", "data-hue": str(activity.hue)}
            return {**facts, "data-sign": activity.sign}
    if head not in course.columns:
        return {"data-column": "criterion"}
    sign = course.columns[head]
    return {"data-column": "both", "data-sign": sign} if sign else {"data-column": "note"}


def mark_up_cell(cell: Element, head: str, facts: dict[str, str]) -> None:
    """Give a cell the facts of its column, and its part in the table."""
    for name, value in facts.items():
        cell.set(name, value)
    if cell.tag == "th":
        cell.set("scope", "col")
    elif facts["data-column"] == "criterion":
        cell.tag = "th"
        cell.set("scope", "row")
    else:
        cell.set("data-label", head)


def mark_beyond(cell: Element, sign: str, words: str) -> None:
    """Say in words, for who hears the page, that the course adds this criterion to its origin."""
    text = (cell.text or "").rstrip()
    if sign and text.endswith(sign):
        cell.text = f"{text.removesuffix(sign).rstrip()}\N{NO-BREAK SPACE}"
        # Heard as a picture is, by its label; on paper the caption of a table explains the sign.
        facts = {"data-part": "beyond", "role": "img", "aria-label": words}
        SubElement(cell, "span", facts).text = AtomicString(sign)
