"""Fills the maps of a course: every stop on its way, with mark and minutes, under its section.

A stop is a page that says how long it takes, and what stands beside such a page in its section.
Pages to look something up in are no stops. All of it comes from the pages and their navigation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from course.model import Block, blocks, section_of
from course.settings import Course
from course.site.facts import fact, stated, title
from course.site.gather import mark_on, reading_order, relative
from course.site.minutes import stated_minutes
from course.site.page import Page
from course.words import Words


def fill_maps(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every empty map filled."""
    order = reading_order(pages)
    return [fill(page, order, course.words) if places(page) else page for page in pages]


def places(page: Page) -> list[Block]:
    """Return the maps of a page that are still empty."""
    has_any = any(block.kind == "map" for block in stated(page))
    found = blocks(page.tree, "map") if has_any else ()
    return [block for block in found if len(block.element) == 0]


def fill(page: Page, order: Sequence[Page], words: Words) -> Page:
    """Return a page with its maps filled."""
    for number, place in enumerate(places(page), 1):
        page.insert_after(place.element, drawn(page, order, words, f"map-{number}"))
    return page.reread()


def drawn(page: Page, order: Sequence[Page], words: Words, prefix: str) -> str:
    """Return a map as HTML; its ids begin with `prefix`."""
    pieces = []
    for number, (section, stops) in enumerate(legs(page, order), 1):
        items = "".join(stop(page, other, words) for other in stops)
        if section:
            id_ = f"{prefix}-{number}"
            name = f'<p data-part="section" id="{id_}">{escape(section)}</p>'
            pieces.append(f'<div>{name}<ol aria-labelledby="{id_}">{items}</ol></div>')
        else:
            pieces.append(f"<div><ol>{items}</ol></div>")
    return "".join(pieces)


def legs(page: Page, order: Sequence[Page]) -> Iterator[tuple[str, list[Page]]]:
    """Yield each section that has a stop, with its stops; pages outside of one have no name."""
    for name, found in groupby(order, section):
        beside = [other for other in found if other is not page]
        timed = [other for other in beside if stated_minutes(other)]
        if timed:
            yield name, beside if name else timed


@fact
def section(page: Page) -> str:
    """Return the section of the navigation that a page is in."""
    return section_of(page.tree)


def stop(page: Page, other: Page, words: Words) -> str:
    """Return the entry of a page: its mark, its title and its minutes.

    The script writes behind the link what is due there.
    """
    name = f'<span data-part="stop">{escape(title(other))}</span>'
    is_due = any(block.kind == "review" and not block.copied for block in stated(other))
    due = ' class="due"' if is_due else ""
    link = f'<a href="{escape(relative(page, other.name))}"{due}>{mark_on(other)}{name}</a>'
    length = ""
    if times := stated_minutes(other):
        minutes = escape(words.count("minutes", times.total))
        length = f' <span data-part="minutes">{minutes}</span>'
    return f"<li>{link}{length}</li>"
