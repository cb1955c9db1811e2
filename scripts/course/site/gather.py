"""Fills the places that gather what other pages hold, such as every comparison of the course.

A place is `<div class="gather" data-of="comparison"></div>`. It receives a copy of every element
of that class, under the title of the page that it comes from, in the order of the pages. So a page
that gathers is never typed again, and a new page needs no entry in it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from html import escape

from lxml.html import HtmlElement, tostring

from course.site.links import base_path, find_file, target
from course.site.page import Page

# The attributes that name an id of the same page.
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def gather(pages: list[Page]) -> list[Page]:
    """Return the pages with every empty place filled.

    Arguments:
        pages: the pages of a site.
    """
    return [fill(page, reading_order(pages)) if places(page) else page for page in pages]


def places(page: Page) -> list[HtmlElement]:
    """Return the places of a page that are still empty."""
    return list(page.tree.xpath("//div[@class='gather' and @data-of and not(*)]"))


def reading_order(pages: list[Page]) -> list[Page]:
    """Return the pages in the order in which they link to a next one.

    Pages outside that chain, such as the page for a missing address, are left out.
    """
    base = base_path(pages)
    by_name = {page.name: page for page in pages}
    following: dict[str, str] = {}
    for page in pages:
        for link in page.tree.xpath("//link[@rel='next']"):
            found = find_file(target(page, link.get("href", ""), base), set(by_name))
            if found:
                following[page.name] = found
    first = [name for name in following if name not in following.values()]
    order = first[:1]
    while order and order[-1] in following:
        order.append(following[order[-1]])
    return [by_name[name] for name in order]


def fill(page: Page, order: list[Page]) -> Page:
    """Return a page with its places filled from the others."""
    for place in places(page):
        kind = place.get("data-of", "")
        folder = f"{place.get('data-from')}/" if place.get("data-from") else ""
        others = (o for o in order if o is not page and o.name.startswith(folder))
        parts = (part(page, other, kind) for other in others)
        page.insert_after(place, "".join(parts))
    return Page(page.name, page.render(), page.source, page.file.partition("/")[0])


def part(page: Page, other: Page, kind: str) -> str:
    """Return what one page gives, as HTML: its title, linked, and the copies."""
    elements = list(whole(other, kind))
    if not elements:
        return ""
    slug = other.name.removesuffix("/index.html").rpartition("/")[2]
    address = relative(page, other.name)
    title = " ".join(other.tree.xpath("string(//article//h1)").split())
    copies = [copy(element, page, other, slug) for element in elements]
    heading = f'<h2 id="{slug}"><a href="{escape(address)}">{escape(title)}</a></h2>'
    return "".join([heading, *copies])


def whole(page: Page, kind: str) -> Iterator[HtmlElement]:
    """Return the elements of a class outside any place, each with the figure around it."""
    found = f"//article//*[contains(concat(' ', @class, ' '), ' {kind} ')]"
    for element in page.tree.xpath(f"{found}[not(ancestor::div[@class='gather'])]"):
        figures = element.xpath("ancestor::figure")
        yield figures[-1] if figures else element


def copy(element: HtmlElement, page: Page, other: Page, slug: str) -> str:
    """Return an element as it must be on another page, its ids and addresses changed."""
    changed = deepcopy(element)
    for each in changed.iter("*"):
        for name in ("id", "name"):
            if each.get(name):
                each.set(name, f"{slug}-{each.get(name)}")
        for name in POINTING:
            if each.get(name):
                each.set(name, " ".join(f"{slug}-{id_}" for id_ in each.get(name, "").split()))
        if each.get("href"):
            each.set("href", moved(each.get("href", ""), page, other))
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
