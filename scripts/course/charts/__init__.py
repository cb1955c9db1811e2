"""Charts of a table, drawn when the site is built: one picture for each state of the table.

A picture says what each of its parts is, as every drawing of the course does; style sheets and the
writer of the PDFs paint it.
"""

from __future__ import annotations

from course.charts.dots import dots
from course.charts.grid import grid
from course.charts.lines import lines, ranks

# What an author can choose, by its name.
KINDS = {"lines": lines, "ranks": ranks, "dots": dots, "grid": grid}
