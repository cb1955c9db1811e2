"""How well a trait sorts people into those who lead better and those who do not.

Of a hundred people the half with more of a trait is picked. If trait and leading are bivariate
normal with correlation r, the chance that somebody is on one side of the middle in the one and on
the other side in the other is arccos(r) / π (the orthant probability of two normal variables; see
Stigler, S. M. (1989). Normal orthant probabilities. The American Statistician, 43). A correlation
is all that is needed; no study is repeated.
"""

from __future__ import annotations

from math import acos, pi

FILE = "personality-sorting.csv"

LINKS = (0.1, 0.3, 0.5, 0.8)
PEOPLE = 100


def wrong(link: float) -> int:
    """Return how many of the people are sorted wrongly."""
    return round(PEOPLE * acos(link) / pi)


def rows() -> list[list[str]]:
    """Return both halves: how many are sorted rightly, and how many wrongly."""
    half = PEOPLE // 2
    made = []
    for link in LINKS:
        # An odd number does not divide into two halves.
        picked, passed = (wrong(link) + 1) // 2, wrong(link) // 2
        state = f"{link:.1f}".removeprefix("0")
        made.append([state, "Picked", str(half - picked), str(picked)])
        made.append([state, "Passed over", str(half - passed), str(passed)])
    return [["state", "Group", "Sorted rightly", "Sorted wrongly"], *made]
