"""Writes the numbers of slides, and of the blocks that links without words lead to.

A number that an author types is untrue as soon as a block is added before it. So a link to a slide
or an exercise may have no words: in a plan it gets the number, in a text the name with the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml.html import HtmlElement

from course.model import blocks
from course.site.facts import Stated, fact, stated
from course.site.links import base_path, find_file, target
from course.site.numbering import counted
from course.site.page import Page
from course.words import Words

Named = tuple[str, int]
EMPTY = "//article//a[@href][not(node()) or @data-named][not(@class='headerlink')]"


def named_of(pages: Sequence[Page], numbers: Mapping[Page, Sequence[int]]) -> Iterator[list[Named]]:
    """Yield of each page the kind and the number of what each link without words leads to.

    Arguments:
        pages: the pages of a site.
        numbers: the numbers of the blocks of each.
    """
    by_name = {page.name: page for page in pages}
    base = base_path(pages)
    for page in pages:
        named = []
        for address in empty_addresses(page):
            found = leads_to(address, page, by_name, base)
            number = number_of(found, numbers.get(found.page, ())) if found else 0
            named.append((found.kind if found else "", number))
        yield named


def number_of(block: Stated, numbers: Sequence[int]) -> int:
    """Return the number of a block, among those of the blocks of its page; 0 if it has none."""
    ids = [id_ for _, id_ in counted(block.page)]
    found = dict(zip(reversed(ids), reversed(numbers), strict=False))
    return 0 if block.copied else found.get(block.id, 0)


def name_numbers(page: Page, named: Sequence[Named], words: Words) -> None:
    """Write numbers where they are shown on a page; its blocks must be numbered already."""
    for block in blocks(page.tree, "slide"):
        for name in block.parts("name"):
            page.fill(name, escape(words("blocks.slide.numbered", number=block.number)))
    for link, (kind, number) in zip(empty_links(page), named, strict=True):
        if number:
            page.fill(link, escape(name_of(link, kind, number, words)))
            link.set("data-named", "")


@fact
def empty_addresses(page: Page) -> list[str]:
    """Return where the links of a page lead that have no words of their own."""
    return [link.get("href", "") for link in empty_links(page)]


def empty_links(page: Page) -> list[HtmlElement]:
    """Return the links of a page that have no words of their own."""
    return list(page.tree.xpath(EMPTY))


def leads_to(address: str, page: Page, by_name: Mapping[str, Page], base: str) -> Stated | None:
    """Return the block that an address leads to, if it is one."""
    path, _, place = address.partition("#")
    other = by_name.get(find_file(target(page, path, base), by_name) or "")
    return next((block for block in stated(other) if block.id == place), None) if other else None


def name_of(link: HtmlElement, kind: str, number: int, words: Words) -> str:
    """Return what a link says of a block: its number in a plan, and its name too in a text."""
    name = f"blocks.{kind}.within"
    if link.xpath("ancestor::table[@data-part='agenda']") or not words.has(name):
        return str(number)
    return words(name, number=number)
