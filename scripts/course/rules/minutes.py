"""The minutes at the head of a page agree with what is on it.

Readers plan by them, and trainers build agendas on them.

Source: Brysbaert, M. (2019), 238 words a minute for silent reading of non-fiction,
https://doi.org/10.1016/j.jml.2019.104047
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.problems import Problem
from course.rules.prose import blocks, count_words, text_of
from course.site.page import Page

WORDS_A_MINUTE = 238
RE_STATED = re.compile(r"(\d+) to read, (\d+) to do")


def check_minutes(pages: list[Page]) -> Iterator[Problem]:
    """Check each page that states its minutes."""
    for page in pages:
        stated = RE_STATED.search(str(page.tree.xpath("string(//p[@class='minutes'])")))
        if stated is None:
            continue
        read, do = int(stated[1]), int(stated[2])
        words = sum(len(count_words(text_of(block))) for block in blocks(page))
        if abs(read - words / WORDS_A_MINUTE) > 1:
            what = f"{words} words take {words / WORDS_A_MINUTE:.0f} minutes, not {read}"
            yield page.problem(what, "correct minutes: read", page.tree, "read:")
        if do != doing(page):
            what = f"its exercises take {doing(page)} minutes, not {do}"
            yield page.problem(what, "correct minutes: do", page.tree, "do:")


def doing(page: Page) -> int:
    """Return the minutes of a page's exercises; reading counts questions and decisions."""
    return sum(int(minutes) for minutes in page.tree.xpath("//section/@data-minutes"))
