"""A figure has its source in the same sentence, and stands in what the course says of that source.

So no figure is passed on from memory, and a reader can look it up in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.problems import Problem
from course.rules.prose import Sentence, part_of, sentences
from course.site.page import Page

HEADINGS = ("h1", "h2", "h3")
SOURCES = "reference/sources/index.html"
# Where every number is one of research: elsewhere a scene may count vans or minutes.
RESEARCH_PAGE = "reference/article/index.html"
RESEARCH_PART = "What research says"
RE_NUMBER = re.compile(r"(?<![\w.])-?\.?\d(?:[\d.,]*\d)?")
RE_STATISTIC = re.compile(r"\d ?%|\b[dgrRN] = ")
# A number that only counts the course's own parts.
RE_LABEL = re.compile(
    r"\b(?:readings?|claims?|dimensions?|scenes?|steps?) \d[\d.ab]*(?:(?:,| and) \d[\d.ab]*)*",
    re.IGNORECASE,
)


def check_figures(pages: list[Page]) -> Iterator[Problem]:
    """Check every sentence that states a figure of research."""
    known = entries(pages)
    for page in pages:
        for sentence in sentences(page):
            numbers = figures(sentence)
            if not numbers or page.name == SOURCES or sentence.element.tag in HEADINGS:
                continue
            if not sentence.keys:
                yield sentence.problem("a figure without its source", "cite it in this sentence")
                continue
            stated = {number for key in sentence.keys for number in known.get(key, set())}
            for number in numbers:
                if number not in stated:
                    what = f"{number} is not in the entry of {', '.join(sentence.keys)}"
                    remedy = "correct the figure, or add it to finding or limits of the source"
                    yield sentence.problem(what, remedy)


def figures(sentence: Sentence) -> list[str]:
    """Return the figures of a sentence, if it is one that states research."""
    text = RE_LABEL.sub("", sentence.text)
    research = sentence.page.name == RESEARCH_PAGE or part_of(sentence.element) == RESEARCH_PART
    return numbers(text) if research or RE_STATISTIC.search(text) else []


def numbers(text: str) -> list[str]:
    """Return the numbers of a text in one form: 1,114 as 1114, 0.51 as .51."""
    return [
        re.sub(r"^(-?)0\.", r"\1.", number.replace(",", "")) for number in RE_NUMBER.findall(text)
    ]


def entries(pages: list[Page]) -> dict[str, set[str]]:
    """Return the numbers in each source's entry on the sources page, by key."""
    return {
        str(section.get("id")): set(numbers(str(section.text_content())))
        for page in pages
        if page.name == SOURCES
        for section in page.tree.xpath("//section[@class='source']")
    }
