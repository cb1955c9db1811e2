"""Fills the reader's notebook with a hidden part for every page that keeps an answer.

A script fills and shows the part of a page that has one: what was asked, it reads on that page. So
the notebook repeats nothing, and says no more than which ids the blocks of each page have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from lxml.html import HtmlElement
from markdown.extensions.toc import slugify

from course.published import Published, read_published
from course.settings import Course
from course.site.facts import stated, title
from course.site.gather import reading_order, relative
from course.site.page import Page
from course.words import Words


def add_notebook(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every notebook filled that is empty.

    Arguments:
        pages: the pages of a site, of which those that gather are filled.
        course: the course.
    """
    order = reading_order(pages)
    return [fill(page, order, course) if place_of(page) else page for page in pages]


def place_of(page: Page) -> list[HtmlElement]:
    """Return the places for answers that are still empty."""
    if not page.mentions('"answers"'):
        return []
    return list(page.tree.xpath("//*[@data-part='answers'][not(*)]"))


def fill(page: Page, order: Sequence[Page], course: Course) -> Page:
    """Return the page of the notebook with a part for each page, and the ids that are gone."""
    asked_again = prefixes(order)
    parts = [page_part(page, other, asked_again) for other in order]
    published = read_published(course) or Published()
    for place in place_of(page):
        place.set("data-gone", " ".join(published.named("gone")))
        page.insert_after(place, "".join([*parts, removed_part(course.words)]))
    return page.reread()


def prefixes(order: Sequence[Page]) -> dict[str, str]:
    """Return what goes before the ids of copies in a review, by the folders of their pages."""
    listing = [page for page in order if page.mentions("data-prefix")]
    lines = (line for page in listing for line in page.tree.xpath("//*[@data-page][@data-prefix]"))
    return {line.get("data-page"): line.get("data-prefix") for line in lines}


def page_part(page: Page, other: Page, asked_again: Mapping[str, str]) -> str:
    """Return the part of the notebook for one page, as HTML; nothing if it keeps nothing."""
    ids = [block.id for block in stated(other) if block.keeps and block.id]
    facts = {"ids": " ".join(ids), "prefix": asked_again.get(other.folder, "")}
    written = "".join(f' data-{name}="{escape(fact)}"' for name, fact in facts.items() if fact)
    link = escape(relative(page, other.name))
    heading = f'<h2><a href="{link}">{escape(title(other))}</a></h2>'
    return f"<section{written} hidden>{heading}</section>" if ids else ""


def removed_part(words: Words) -> str:
    """Return the place of answers whose blocks the course has no longer, as HTML."""
    title, why = (escape(words(f"blocks.notebook.removed.{name}")) for name in ("title", "why"))
    heading = f'<h2 id="{slugify(title, "-")}">{title}</h2>'
    return f'<section data-part="removed" hidden>{heading}<p>{why}</p></section>'
