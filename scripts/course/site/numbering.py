"""Numbers the exercises, questions, tables and the like through the course.

The numbers are facts and not words: the printed editions show them, so that people can name a
block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from course.model import COPIED
from course.site.gather import reading_order
from course.site.page import Page


def number_blocks(pages: Sequence[Page]) -> None:
    """Give each element of a series its number, page after page; a copy has none.

    Arguments:
        pages: the pages of a site.
    """
    counts: Counter[str] = Counter()
    for page in reading_order(pages):
        for element in page.tree.xpath(f"//article//*[@data-series][not({COPIED})]"):
            series = element.get("data-series")
            counts[series] += 1
            element.set("data-number", str(counts[series]))
