"""Writes the numbers of slides, and of the blocks that links without words lead to.

A number that an author types is untrue as soon as a block is added before it. So a link to a slide
or an exercise may have no words: in a plan it gets the number, in a text the name with the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lxml.html import HtmlElement

from course.model import Block, blocks
from course.site.links import base_path, find_file, target
from course.site.page import Page
from course.words import Words

EMPTY = "//article//a[@href][not(node()) or @data-named][not(@class='headerlink')]"


def name_numbers(pages: Sequence[Page], words: Words) -> None:
    """Write numbers where they are shown on the site; blocks must be numbered already."""
    by_name = {page.name: page for page in pages}
    base = base_path(pages)
    for page in pages:
        for block in blocks(page.tree, "slide"):
            for name in block.parts("name"):
                page.fill(name, escape(words("blocks.slide.numbered", number=block.number)))
        for link in empty_links(page):
            found = leads_to(link, page, by_name, base)
            if found is not None and found.number:
                page.fill(link, escape(name_of(link, found, words)))
                link.set("data-named", "")


def empty_links(page: Page) -> Iterator[HtmlElement]:
    """Yield the links of a page that have no words of their own."""
    yield from page.tree.xpath(EMPTY)


def leads_to(link: HtmlElement, page: Page, by_name: dict[str, Page], base: str) -> Block | None:
    """Return the block that a link leads to, if it is one."""
    path, _, place = link.get("href", "").partition("#")
    other = by_name.get(find_file(target(page, path, base), by_name) or "")
    found = other.tree.xpath("//article//*[@data-block][@id=$id]", id=place) if other else []
    return Block(found[0]) if found else None


def name_of(link: HtmlElement, block: Block, words: Words) -> str:
    """Return what a link says of a block: its number in a plan, and its name too in a text."""
    if link.xpath("ancestor::table[@data-part='agenda']") or not words.has(
        f"blocks.{block.kind}.within"
    ):
        return str(block.number)
    return words(f"blocks.{block.kind}.within", number=block.number)
