"""Fills what stands for something of another page: titles of cases, lists of cases, story maps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from course.mark import drawing
from course.model import Block, blocks, title_of
from course.settings import Course
from course.site.facts import remade, stated
from course.site.gather import relative
from course.site.page import Page
from course.site.story_map import story_map

KINDS = ("case", "cards", "slide", "story-map")


def fill_copies(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every empty place filled."""
    by_path = {page.path: page for page in pages if page.path}
    filled = []
    for page in pages:
        found = [block for block in stated(page) if block.kind in KINDS]
        named = [by_path[block.get("page")] for block in found if block.get("page") in by_path]
        step = partial(fill, others=named, course=course)
        digests = [other.digest for other in named]
        filled.append(remade("fill_copies", page, digests, step) if found else page)
    return filled


def fill(page: Page, digests: Sequence[str], others: Sequence[Page], course: Course) -> Page:
    """Return a page with its empty places filled from others, which have these digests."""
    by_path = {other.path: other for other in others}
    changed = False
    page.take_up()
    for block in blocks(page.tree, *KINDS):
        other = by_path.get(block.get("page"))
        if block.kind == "slide":
            changed |= add_mark(page, block, course)
        elif other is not None and block.kind == "case":
            changed |= fill_title(page, block, other)
        elif other is not None and block.kind == "cards":
            changed |= fill_cases(page, block, other)
        elif other is not None and len(block.element) == 0:
            changed = True
            page.fill(block.element, story_map(block, page, other, course.words))
    for other in {*others} - {page}:
        other.let_go()
    return page.reread() if changed else page


def add_mark(page: Page, block: Block, course: Course) -> bool:
    """Put the drawing of a slide before what it shows, if it has one; tell whether it was added."""
    (shown,) = block.parts("shown")
    if not block.get("emblem") or shown.xpath("*[@data-part='emblem']"):
        return False
    page.insert_after(shown, drawing(course.docs, block.get("emblem")))
    return True


def fill_title(page: Page, block: Block, other: Page) -> bool:
    """Write the title of a case as a link to it, if it is there and not written yet."""
    (place,) = block.parts("case")
    found = {each.id: each for each in blocks(other.tree)}
    case = found.get(block.get("id"))
    if place.xpath("a[not(@class='headerlink')]") or case is None:
        return False
    page.fill(place, link(page, other, case))
    return True


def fill_cases(page: Page, block: Block, other: Page) -> bool:
    """List the cases of a page, if they are not listed yet."""
    (place,) = block.parts("cases")
    if len(place):
        return False
    items = "".join(f"<li>{link(page, other, case)}</li>" for case in cases(other))
    page.fill(place, f"<ol>{items}</ol>")
    return True


def cases(page: Page) -> list[Block]:
    """Return the cases of a page."""
    return [block for block in blocks(page.tree) if block.series == "decision"]


def link(page: Page, other: Page, block: Block) -> str:
    """Return a link from a page to a block of another, as HTML."""
    title = escape(block.title or title_of(other.tree))
    return f'<a href="{escape(relative(page, other.name))}#{block.id}">{title}</a>'
