"""Fills the places that list units, dates or titles of the course, and describes each page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lxml import etree

from course.blocks import kinds
from course.mark import drawn
from course.model import Unit, blocks, summary_of, title_of
from course.settings import Course
from course.site.gather import reading_order, slug
from course.site.page import Page
from course.words import Words

SVG = "http://www.w3.org/2000/svg"


def fill_places(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every block filled whose kind lists the units of the course.

    Arguments:
        pages: the pages of a site.
        course: the course.
    """
    units = units_of(pages, course)
    return [fill(page, course, units) for page in pages]


def units_of(pages: Sequence[Page], course: Course) -> list[Unit]:
    """Return the units of a course, in the order of its pages."""
    found = [page for page in reading_order(pages) if course.units.has(page.path)]
    return [Unit(slug(page), title_of(page.tree)) for page in found]


def fill(page: Page, course: Course, units: Sequence[Unit]) -> Page:
    """Return a page with its empty blocks filled that list the units."""
    known = kinds(course)
    changed = draw_mark(page, course)
    name_steps(page)
    for block in blocks(page.tree):
        if block.kind in known and len(block.element) == 0:
            content = known[block.kind].on_site(block, course, units)
            if content:
                page.insert_after(block.element, content)
                changed = True
    return page.reread() if changed else page


def draw_mark(page: Page, course: Course) -> bool:
    """Draw the mark of a page into its place, and tell whether there was an empty one."""
    places = [place for place in page.tree.xpath("//svg[@data-emblem]") if len(place) == 0]
    for place in places:
        picture = drawn(course.docs, place.get("data-emblem"))
        if picture is not None:
            for name, value in picture.attrib.items():
                place.set(name, value)
            parts = "".join(etree.tostring(part, encoding="unicode") for part in picture)
            # In a page of HTML, a drawing is one without being named so.
            page.fill(place, parts.replace(f' xmlns="{SVG}"', ""))
    return bool(places)


def name_steps(page: Page) -> None:
    """Tell the scene that keeps the reader's path the titles of all scenes, as they are shown."""
    scenes = list(blocks(page.tree, "scene"))
    titles = {scene.id: f"{scene.title} →" for scene in scenes}
    for scene in scenes[:1]:
        scene.element.set("data-values", json.dumps(titles, ensure_ascii=False))


def name_dates(pages: Sequence[Page]) -> None:
    """Tell each button for a calendar under which names the reader's dates are kept."""
    # Not `//*[@data-keeps]//input`, whose time grows with the square of the page.
    dates = "//article//input[@type='date'][ancestor::*[@data-keeps]]/@name"
    names = [str(name) for page in reading_order(pages) for name in page.tree.xpath(dates)]
    for page in pages:
        for button in page.tree.xpath("//button[@data-do='calendar']"):
            button.set("data-dates", " ".join(names))


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
