"""The models behind the figures of this course: each is one short module that makes one CSV file.

A module has `FILE`, the name of its file in the folder of the figures, and `rows`, which returns
what stands in it: the head first, then a row for each point of each state. What is drawn, and in
which words, is decided on the page.
"""

from __future__ import annotations

from pathlib import Path

from models import cover, focus, innovation, levels, sorting

FOLDER = Path(__file__).parents[2] / "docs" / "dimensions" / "figures"
MODELS = (focus, innovation, cover, sorting, levels)

Rows = list[list[str]]


def text_of(rows: Rows) -> str:
    """Return rows as the text of a CSV file; no cell has a comma."""
    return "".join(f"{','.join(row)}\n" for row in rows)
