"""Comparison tables: what managing and leading each put first.

A table is one where a head cell says so in the words of `COLUMNS`. It gets row headers, classes for
the two hues, and the roles of a table, which would otherwise be lost where a narrow screen shows
each row as a card.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

COLUMNS = {
    "When you manage": "managing",
    "When you lead": "leading",
    "Where they meet": "both",
    "Origin": "origin",
}


class ComparisonTreeprocessor(Treeprocessor):
    """Mark up the tables that compare the two activities."""

    def run(self, root: Element) -> None:
        """Find the tables by their head cells."""
        for table in root.iter("table"):
            heads = [(cell.text or "").strip() for cell in table.iter("th")]
            if {"When you manage", "When you lead"} <= set(heads):
                mark_up(table, heads)


def mark_up(table: Element, heads: list[str]) -> None:
    """Give a comparison table its classes, roles and labels."""
    table.set("class", "comparison")
    table.set("role", "table")
    for group in table:
        group.set("role", "rowgroup")
    for row in table.iter("tr"):
        row.set("role", "row")
        for cell, head in zip(row, heads, strict=False):
            mark_up_cell(cell, head)


def mark_up_cell(cell: Element, head: str) -> None:
    """Give a cell the class of its column, and its part in the table."""
    column = COLUMNS.get(head, "criterion")
    cell.set("class", column)
    if cell.tag == "th":
        cell.set("scope", "col")
        cell.set("role", "columnheader")
    elif column == "criterion":
        cell.tag = "th"
        cell.set("scope", "row")
        cell.set("role", "rowheader")
    else:
        cell.set("role", "cell")
        cell.set("data-label", head)


class ComparisonExtension(Extension):
    """Comparison tables."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register ahead of inline patterns (priority 20), which change the head cells."""
        md.treeprocessors.register(ComparisonTreeprocessor(md), "comparison", 25)


def makeExtension(*args: Any, **kwargs: Any) -> ComparisonExtension:
    """Return extension."""
    return ComparisonExtension(*args, **kwargs)
