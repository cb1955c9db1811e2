"""Fills the places that list units, dates or titles of the course, and describes each page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import cast

from lxml import etree

from course.blocks import kinds
from course.blocks.block import CourseBlock
from course.mark import drawn
from course.model import Unit, blocks, summary_of
from course.settings import Course
from course.site.facts import fact, remade, stated, title
from course.site.gather import reading_order, slug
from course.site.page import Page, escaped
from course.words import Words

SVG = "http://www.w3.org/2000/svg"
# The place of a mark, as the template writes it.
RE_MARK = re.compile(r'<svg(?P<facts> [^<>]*data-emblem="(?P<name>[^"]*)"[^<>]*)>(?=</svg>)')


def draw_marks(pages: Iterable[Page], course: Course) -> Iterator[Page]:
    """Yield the pages with their marks in the places that the template has for them."""
    draw = partial(draw_mark, course.docs)
    for page in pages:
        marked = page.mentions("data-emblem")
        yield page.anew(RE_MARK.sub(draw, page.text)) if marked else page


def draw_mark(docs: Path, place: re.Match[str]) -> str:
    """Return the drawing for an empty place of a mark; the place itself where there is none."""
    picture = drawn(docs, unescape(place["name"]))
    if picture is None:
        return place[0]
    facts = "".join(
        f' {name}="{escaped(value)}"'
        for name, value in cast(Mapping[str, str], picture.attrib).items()
        if f" {name}=" not in place["facts"]
    )
    parts = "".join(etree.tostring(part, encoding="unicode") for part in picture)
    # In a page of HTML, a drawing is one without being named so.
    return f"<svg{place['facts']}{facts}>" + parts.replace(f' xmlns="{SVG}"', "")


def fill_places(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every block filled whose kind lists the units of the course.

    Arguments:
        pages: the pages of a site.
        course: the course.
    """
    units = units_of(pages, course)
    fill = partial(filled, course=course)
    return [remade("fill_places", page, units, fill) for page in pages]


def units_of(pages: Sequence[Page], course: Course) -> list[Unit]:
    """Return the units of a course, in the order of its pages."""
    found = [page for page in reading_order(pages) if course.units.has(page.path)]
    return [Unit(slug(page), title(page)) for page in found]


def filled(page: Page, units: Sequence[Unit], course: Course) -> Page:
    """Return a page with its empty blocks filled that list the units."""
    known = kinds(course)
    listing = {name for name, kind in known.items() if kind.on_site is not CourseBlock.on_site}
    if listing.union({"scene"}).isdisjoint(block.kind for block in stated(page)):
        return page
    page.take_up()
    changed = name_steps(page)
    for block in blocks(page.tree, *listing):
        if len(block.element) == 0:
            content = known[block.kind].on_site(block, course, units)
            if content:
                page.insert_after(block.element, content)
                changed = True
    return page.reread() if changed else page


def name_steps(page: Page) -> bool:
    """Tell the scene that keeps the reader's path the titles of all scenes, as they are shown.

    Returns:
        Whether there is such a scene that did not know them yet.
    """
    scenes = list(blocks(page.tree, "scene"))
    titles = json.dumps({scene.id: f"{scene.title} →" for scene in scenes}, ensure_ascii=False)
    untold = [scene for scene in scenes[:1] if scene.get("values") != titles]
    for scene in untold:
        scene.element.set("data-values", titles)
    return bool(untold)


@fact
def dates(page: Page) -> list[str]:
    """Return the names under which a page keeps dates of its reader."""
    # Not `//*[@data-keeps]//input`, whose time grows with the square of the page.
    kept = "//article//input[@type='date'][ancestor::*[@data-keeps]]/@name"
    return list(map(str, page.tree.xpath(kept)))


def name_dates(page: Page, names: str) -> None:
    """Tell each button for a calendar under which names the reader's dates are kept."""
    for button in page.tree.xpath("//button[@data-do='calendar']"):
        button.set("data-dates", names)


def describe(page: Page) -> None:
    """Describe a page to search engines by its summary; the theme says the same of every page."""
    summary = summary_of(page.tree)
    for element in page.tree.xpath("//head/meta[@name='description']"):
        if summary:
            element.set("content", summary)


def name_sheets(page: Page, words: Words) -> None:
    """Give the style sheet the word between the number of a printed sheet and how many there are.

    In the margins of a sheet, a browser reads attributes of the root element alone.
    """
    page.tree.set("data-page-of", words("page.of"))
