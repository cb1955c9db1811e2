"""Numbers the exercises, questions, tables and the like through the course.

The numbers are facts and not words: the printed editions show them, so that people can name a
block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from course.model import COPIED
from course.site.facts import fact
from course.site.gather import reading_order
from course.site.page import Page

COUNTED = f"//article//*[@data-series][not({COPIED})]"


@fact
def counted(page: Page) -> list[tuple[str, str]]:
    """Return the series and the id of each element of a page that is counted."""
    found = page.tree.xpath(COUNTED) if page.mentions("data-series") else ()
    return [(element.get("data-series"), element.get("id", "")) for element in found]


def numbers_of(pages: Sequence[Page]) -> dict[Page, list[int]]:
    """Return the number of each element of a series, page after page; a copy has none.

    Arguments:
        pages: the pages of a site.
    """
    counts: Counter[str] = Counter()
    numbers: dict[Page, list[int]] = {}
    for page in reading_order(pages):
        numbers[page] = []
        for series, _ in counted(page):
            counts[series] += 1
            numbers[page].append(counts[series])
    return numbers


def number_blocks(page: Page, numbers: Sequence[int]) -> None:
    """Give each element of a series its number, in order; a page that is not counted has none."""
    for element, number in zip(page.tree.xpath(COUNTED), numbers, strict=False):
        element.set("data-number", str(number))
