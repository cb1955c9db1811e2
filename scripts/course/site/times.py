"""Fills the places for times that are counted from all pages, such as that of the whole course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from course.settings import Course
from course.site.facts import remade
from course.site.minutes import Times, table
from course.site.page import Page
from course.words import Words

# Nobody plans by the minute.
ROUND = 5


def fill_times(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with each empty place filled whose mark stands for a time."""
    if not any(page.mentions("data-time") for page in pages):
        return list(pages)
    known = times(pages, course)
    return [
        remade("fill_times", page, known, fill) if page.mentions("data-time") else page
        for page in pages
    ]


def fill(page: Page, known: Mapping[str, str]) -> Page:
    """Return a page with its empty places for times filled."""
    page.take_up()
    places = page.tree.xpath("//article//span[@data-time][not(node())]")
    for place in places:
        page.insert_after(place, escape(known[str(place.get("data-time"))]))
    return page.reread() if places else page


def times(pages: Sequence[Page], course: Course) -> dict[str, str]:
    """Return the words of each time."""
    rows = list(table(pages, course))
    alone = sum((each for _, each, _ in rows), Times())
    group = sum((each for _, _, each in rows), Times())
    parts = [each.total for _, each, _ in rows] or [ROUND]
    least = max(ROUND, min(parts) // ROUND * ROUND)
    words = course.words
    return {
        "time": duration(alone.total, words),
        "time-reading": duration(alone.read, words),
        "time-group": duration(group.total, words),
        "time-first": words.count("minutes", parts[0]),
        "time-parts": words("times.parts", least=least, most=-(-max(parts) // ROUND) * ROUND),
    }


def duration(minutes: int, words: Words) -> str:
    """Return a duration in words: in minutes below an hour, and in half hours above."""
    if minutes < 58:
        return words.count("minutes", max(ROUND, round(minutes / ROUND) * ROUND))
    halves = round(minutes / 30)
    return words.count("times.hours", halves / 2, f"{halves // 2}{'½' if halves % 2 else ''}")
