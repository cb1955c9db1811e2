"""Fills the places that gather what other pages hold, such as every comparison of the course.

A place receives a copy of every element of a kind, in the order of the pages, with a link to the
page that it comes from. So a page that gathers is never typed again, and a new page needs no entry
in it. Each copy says of what it is one.

A place that mixes what it gathers has no copies, which would grow with the whole course: it lists
the pages, with the ids of what they hold, and a script takes it from there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from copy import deepcopy
from html import escape

from lxml.html import HtmlElement, tostring

from course.model import COPIED, Block, blocks, mark_of
from course.site.facts import fact, stated, title
from course.site.links import base_path, find_file, target
from course.site.page import Page

# The attributes that name ids, or names of fields, of the same page.
NAMING = {"id", "name", "for", "data-for", "data-keeps", "data-was"}
NAMING |= {"aria-labelledby", "aria-describedby", "aria-controls"}


def gather(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with every empty place filled."""
    order = reading_order(pages)
    return [fill(page, order) if places(page) else page for page in pages]


def places(page: Page) -> list[Block]:
    """Return the places of a page that are still empty."""
    kinds = {block.kind for block in stated(page)}
    found = blocks(page.tree, "gather") if "gather" in kinds else ()
    return [block for block in found if len(block.element) == 0]


def reading_order(pages: Sequence[Page]) -> list[Page]:
    """Return the pages in the order in which they link to a next one.

    Pages outside that chain, such as the page for a missing address, are left out. A course of one
    page has no chain: its first page is all there is.
    """
    base = base_path(pages)
    by_name = {page.name: page for page in pages}
    following: dict[str, str] = {}
    for page in pages:
        for address in following_addresses(page):
            found = find_file(target(page, address, base), by_name)
            if found:
                following[page.name] = found
    led_to = set(following.values())
    first = [name for name in following if name not in led_to] or ["index.html"]
    order = [name for name in first[:1] if name in by_name]
    while order and order[-1] in following:
        order.append(following[order[-1]])
    return [by_name[name] for name in order]


@fact
def following_addresses(page: Page) -> list[str]:
    """Return the addresses of the page that a page names as the next one."""
    return list(map(str, page.tree.xpath("//link[@rel='next']/@href")))


def fill(page: Page, order: list[Page]) -> Page:
    """Return a page with its places filled from the others."""
    for place in places(page):
        folder = f"{place.get('from')}/" if place.get("from") else ""
        others = [other for other in order if other is not page and other.name.startswith(folder)]
        arrange = listed if place.get("mixed") else by_page
        page.insert_after(place.element, arrange(page, others, place.get("of")))
    return page.reread()


def by_page(page: Page, others: list[Page], kind: str) -> str:
    """Return the copies from each page under its mark and title, as HTML."""
    pieces = []
    for other in others:
        if elements := whole(other).get(kind):
            pieces.append(f'<h2 id="{slug(other)}">{mark_on(other)}{link_to(page, other)}</h2>')
            pieces += [copy(element, page, other) for element in elements]
        other.let_go()
    return "".join(pieces)


@fact
def mark_on(page: Page) -> str:
    """Return the mark of a page as HTML; nothing where it has none."""
    mark = mark_of(page.tree)
    page.let_go()
    return "" if mark is None else tostring(mark, encoding="unicode", with_tail=False)


def link_to(page: Page, other: Page) -> str:
    """Return a link of a page to another by its title, as HTML."""
    return f'<a href="{escape(relative(page, other.name))}">{escape(title(other))}</a>'


def listed(page: Page, others: list[Page], kind: str) -> str:
    """Return a line for each page that has some: a link, how many, and their ids, as HTML.

    A script copies them as `copy` does, and puts the prefix before their ids.
    """
    lines = []
    for other in others:
        if ids := ids_of(other).get(kind):
            facts = {"page": other.folder, "prefix": slug(other), "ids": " ".join(ids)}
            written = " ".join(f'data-{name}="{escape(fact)}"' for name, fact in facts.items())
            lines.append(f"<li {written}>{link_to(page, other)} ({len(ids)})</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


@fact
def ids_of(page: Page) -> dict[str, list[str]]:
    """Return the ids of the elements of each kind or series of a page."""
    return {kind: [each.get("id", "") for each in found] for kind, found in whole(page).items()}


def slug(page: Page) -> str:
    """Return the last part of a page's address, which goes before the ids of its copies."""
    return page.folder.rstrip("/").rpartition("/")[2] or "index"


def whole(page: Page) -> dict[str, list[HtmlElement]]:
    """Return the elements of each series or kind, without copies, with the figure around each."""
    found: dict[str, list[HtmlElement]] = {}
    for element in page.tree.xpath(f"//article//*[@data-series or @data-block][not({COPIED})]"):
        kind = str(element.get("data-series") or element.get("data-block"))
        figures = element.xpath("ancestor::figure")
        found.setdefault(kind, []).append(figures[-1] if figures else element)
    return found


def copy(element: HtmlElement, page: Page, other: Page) -> str:
    """Return an element as it must be on another page, its ids, names and addresses changed."""
    changed = deepcopy(element)
    changed.set("data-copy", f"{other.folder}#{element.get('id', '')}")
    prefix = slug(other)
    # “Table 1” counts the tables of the page that it comes from.
    for number in changed.xpath(".//span[@class='caption-prefix']"):
        number.drop_tree()
    for each in changed.iter("*"):
        for name, value in each.items():
            if name in NAMING:
                each.set(name, " ".join(f"{prefix}-{id_}" for id_ in value.split()))
            elif name in ("href", "src"):
                each.set(name, moved(value, page, other))
            elif value.startswith("url(#"):  # a part of the same drawing, such as an arrowhead
                each.set(name, value.replace("#", f"#{prefix}-", 1))
    return str(tostring(changed, encoding="unicode", with_tail=False))


def moved(address: str, page: Page, other: Page) -> str:
    """Return an address of one page as the other must write it."""
    if ":" in address or address.startswith("/"):
        return address
    path, mark, place = address.partition("#")
    if not path:
        return relative(page, other.name) + mark + place
    full = posixpath.normpath(posixpath.join(posixpath.dirname(other.name), path))
    return relative(page, full + ("/" if path.endswith("/") else "")) + mark + place


def relative(page: Page, name: str) -> str:
    """Return the address of a file of the site, as a page must write it."""
    folder = name.removesuffix("index.html")
    address = posixpath.relpath(folder or ".", posixpath.dirname(page.name) or ".")
    return f"{address}/" if folder.endswith("/") or not folder else address
