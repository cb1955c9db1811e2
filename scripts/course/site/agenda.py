"""Fills the plans of sessions: when each part begins, and how long it takes.

A part that leads somewhere takes as long as what is there, at the pace of a group; so no time is
typed twice. That the rows add up is a rule (`course.rules.kit`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from lxml.html import HtmlElement

from course.measures import Pace
from course.model import Block, blocks
from course.settings import Course
from course.site.facts import remade, stated
from course.site.links import base_path, find_file, target
from course.site.minutes import counted_at
from course.site.page import Page

ROWS = ".//table[@data-part='agenda']/tbody/tr"


def fill_agendas(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every plan of a session filled that is not yet."""
    finder = Finder(pages, course.group_pace)
    step = partial(fill, finder=finder)
    return [
        remade("fill_agendas", page, finder.digests(page), step) if plans(page) else page
        for page in pages
    ]


class Finder:
    """Finds what the links of pages lead to, and how long that takes a group."""

    def __init__(self, pages: Sequence[Page], pace: Pace) -> None:
        self.pages: Mapping[str, Page] = {page.name: page for page in pages}
        self.base = base_path(pages)
        self.pace = pace

    def place(self, page: Page, address: str) -> tuple[Page, str] | None:
        """Return the page and the id that an address leads to; none, if it is none of a page."""
        path, _, place = address.partition("#")
        name = find_file(target(page, path, self.base), self.pages)
        return (self.pages[name], place) if name else None

    def places(self, page: Page) -> list[tuple[Page, str]]:
        """Return the places that the parts of the plans of a page lead to."""
        found = (
            self.place(page, each) for b in plans(page) for r in rows(b) for each in addresses(r)
        )
        return list(filter(None, found))

    def digests(self, page: Page) -> list[str]:
        """Return the digests of the pages that the parts of the plans of a page lead to."""
        return [other.digest for other, _ in self.places(page)]

    def count(self, page: Page) -> None:
        """Count the minutes of the places that a page leads to, with one tree at a time."""
        for other, places in groupby(sorted(self.places(page), key=name_of), key=itemgetter(0)):
            for _, place in places:
                counted_at(other, place, self.pace)
            if other is not page:
                other.let_go()

    def minutes(self, page: Page, address: str) -> int:
        """Return the minutes of what an address leads to; 0 if it leads to nothing with a time."""
        found = self.place(page, address)
        return counted_at(*found, self.pace).total if found else 0


def name_of(place: tuple[Page, str]) -> str:
    """Return the name of the page of a place."""
    return place[0].name


def plans(page: Page) -> list[Block]:
    """Return the sessions of a page whose plans are not filled yet."""
    has_any = any(block.kind == "session" for block in stated(page))
    found = blocks(page.tree, "session") if has_any else ()
    return [block for block in found if block.element.xpath(f"{ROWS}[not(@data-start)]")]


def fill(page: Page, digests: Sequence[str], finder: Finder) -> Page:
    """Return a page with its plans filled from the pages that have these digests."""
    finder.count(page)
    for block in plans(page):
        start = 0
        for row in rows(block):
            stated = row.get("data-length")
            length = (
                int(stated)
                if stated
                else sum(finder.minutes(page, address) for address in addresses(row))
            )
            row.set("data-length", str(length))
            row.set("data-start", str(start))
            page.fill(cell(row, "start"), clock(start))
            page.fill(cell(row, "length"), str(length))
            start += length
    return page.reread()


def rows(block: Block) -> list[HtmlElement]:
    """Return the rows of the plan of a session."""
    return list(block.element.xpath(ROWS))


def addresses(row: HtmlElement) -> Iterator[str]:
    """Yield the addresses that the part of a row leads to, in order."""
    for link in row.xpath("*[@data-part='doing']//a[@href]"):
        yield str(link.get("href"))


def cell(row: HtmlElement, part: str) -> HtmlElement:
    """Return the cell of a row that is a part."""
    found: HtmlElement = row.xpath("*[@data-part=$part]", part=part)[0]
    return found


def clock(minutes: int) -> str:
    """Return minutes as hours and minutes, such as `1:05`."""
    return f"{minutes // 60}:{minutes % 60:02}"
