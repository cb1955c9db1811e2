"""The prose can be read: its grade is low and its sentences are short.

Source: Kincaid, J. P., Fishburne, R. P., Rogers, R. L., & Chissom, B. S. (1975), grade level.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it tells its own authors what to replace
    import textstat

from course.problems import Problem
from course.rules.prose import sentences
from course.site.page import Page

HIGHEST_GRADE = 10
LONGEST_SENTENCE = 30


def check_sentences(pages: list[Page]) -> Iterator[Problem]:
    """Name every sentence that is too long."""
    for page in pages:
        for sentence in sentences(page):
            if sentence.words > LONGEST_SENTENCE:
                what = f"the sentence has {sentence.words} words"
                yield sentence.problem(what, f"make it {LONGEST_SENTENCE} or fewer, or two")


def check_grades(pages: list[Page]) -> Iterator[Problem]:
    """Name every page that is too hard to read."""
    for page in pages:
        found = grade(page)
        if found is not None and found > HIGHEST_GRADE:
            what = f"the reading grade is {found:.1f}"
            yield page.problem(what, "use shorter words and sentences", page.tree, "title:")


def grade(page: Page) -> float | None:
    """Return the reading grade of a page in years of school; none without prose."""
    whole = [s.text for s in sentences(page) if s.text.endswith((".", "!", "?", "”"))]
    return float(textstat.flesch_kincaid_grade(" ".join(whole))) if whole else None
