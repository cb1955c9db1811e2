"""Fills the places that gather what other pages hold, such as every comparison of the course.

A place is `<div class="gather" data-of="comparison"></div>`. It receives a copy of every element
of that class, in the order of the pages, with a link to the page that it comes from. So a page that
gathers is never typed again, and a new page needs no entry in it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from html import escape
from itertools import zip_longest

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
        others = [o for o in order if o is not page and o.name.startswith(folder)]
        arrange = mixed if place.get("data-mixed") else by_page
        page.insert_after(place, arrange(page, others, kind))
    return Page(page.name, page.render(), page.source, page.file.partition("/")[0])


def by_page(page: Page, others: list[Page], kind: str) -> str:
    """Return the copies from each page under its title, as HTML."""
    pieces = []
    for other in others:
        elements = list(whole(other, kind))
        if elements:
            link = f'<a href="{escape(relative(page, other.name))}">{escape(title(other))}</a>'
            pieces.append(f'<h2 id="{slug(other)}">{link}</h2>')
            pieces += [copy(element, page, other) for element in elements]
    return "".join(pieces)


def mixed(page: Page, others: list[Page], kind: str) -> str:
    """Return one copy from each page in turn, each below a link to where it comes from."""
    pieces = []
    for elements in zip_longest(*(whole(other, kind) for other in others)):
        for element, other in zip(elements, others, strict=True):
            if element is not None:
                address = f"{relative(page, other.name)}#{element.get('id')}"
                link = f'<a href="{escape(address)}">{escape(title(other))}</a>'
                pieces += [f'<p class="origin">{link}</p>', copy(element, page, other)]
    return "".join(pieces)


def title(page: Page) -> str:
    """Return the title of a page."""
    return " ".join(str(page.tree.xpath("string(//article//h1)")).split())


def slug(page: Page) -> str:
    """Return the last part of a page's address, which goes before the ids of its copies."""
    return page.name.removesuffix("/index.html").rpartition("/")[2]


def whole(page: Page, kind: str) -> Iterator[HtmlElement]:
    """Return the elements of a class outside any place, each with the figure around it."""
    found = f"//article//*[contains(concat(' ', @class, ' '), ' {kind} ')]"
    for element in page.tree.xpath(f"{found}[not(ancestor::div[@class='gather'])]"):
        figures = element.xpath("ancestor::figure")
        yield figures[-1] if figures else element


def copy(element: HtmlElement, page: Page, other: Page) -> str:
    """Return an element as it must be on another page, its ids and addresses changed."""
    changed = deepcopy(element)
    prefix = slug(other)
    # “Table 1” counts the tables of the page that it comes from.
    for number in changed.xpath(".//span[@class='caption-prefix']"):
        number.drop_tree()
    for each in changed.iter("*"):
        for name in ("id", "name"):
            if each.get(name):
                each.set(name, f"{prefix}-{each.get(name)}")
        for name in POINTING:
            if each.get(name):
                each.set(name, " ".join(f"{prefix}-{id_}" for id_ in each.get(name, "").split()))
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
