"""The links of the site: they lead to something, and no page is left out of the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from course.problems import Problem
from course.rules.material import Material
from course.site import moved
from course.site.links import Link, base_path, find_file, links, target
from course.site.page import Page


def check_links(material: Material) -> Iterator[Problem]:
    """Each address of the site leads to a file of the site, and to a place in it that exists."""
    base = base_path(material.pages)
    places = {page.name: anchors(page) for page in material.pages}
    for page in material.pages:
        internal = (link for link in links(page) if link.internal)
        for link in material.each("link", internal):
            path = target(page, link.address, base)
            found = find_file(path, material.files)
            place = unquote(urlsplit(link.address).fragment).partition(":~:")[0]
            if found is None and is_repeated(link):
                # The theme says it on every page: the same problem each time, so it is told once.
                what = f"the navigation leads to “{path or link.address}”, which is no page"
                yield Problem("mkdocs.yml", 1, what, "correct the path in nav")
            elif found is None:
                what = f"the link “{link.address}” leads to no file of the site"
                remedy = "correct the address, or add the file"
                yield page.problem(what, remedy, link.element, *link_signs(link))
            elif place not in ("", "top") and place not in places.get(found, {place}):
                what = f"the link “{link.address}” leads to “{place}”, which {found} does not have"
                remedy = "correct the part after #, or give the place this id"
                yield page.problem(what, remedy, link.element, f"#{place}", place)


def check_navigation(material: Material) -> Iterator[Problem]:
    """Each page with a source is in the navigation that other pages show."""
    base = base_path(material.pages)
    names = {page.name for page in material.pages}
    known = {
        (page.name, find_file(target(page, link.address, base), names))
        for page in material.pages
        for link in links(page)
        if link.internal and any(e.tag == "nav" for e in link.element.iterancestors())
    }
    led_to = {name for page, name in known if name != page}
    pages = [page for page in material.pages if page.source]
    for page in material.each("navigation", pages if led_to else ()):
        if page.name not in led_to | {"index.html"}:
            remedy = "add a line for it under nav in mkdocs.yml"
            yield page.problem("the page is not in the navigation", remedy, page.tree, "title:")


def check_moved(material: Material) -> Iterator[Problem]:
    """What a page has as its old addresses is the address of no other page."""
    return moved.check_moved(list(material.each("page", material.pages)))


def is_repeated(link: Link) -> bool:
    """Tell whether a link is in what the theme puts around the text of every page."""
    around = [element.tag for element in link.element.iterancestors()]
    return "article" not in around and bool({"head", "header", "nav", "footer"} & set(around))


def anchors(page: Page) -> set[str]:
    """Return the names that the part of an address after # can have in a page."""
    return set(map(str, page.tree.xpath("//@id | //a/@name")))


def link_signs(link: Link) -> list[str]:
    """Return what the source of a link may look like.

    The address of `focus.md` has become `../focus/`: its last part is looked for too.
    """
    path = unquote(urlsplit(link.address).path)
    last = path.rstrip("/").rpartition("/")[2].removesuffix(".html")
    exact = [f"]({link.address}", f'"{link.address}', link.address]
    return exact if last in ("", ".", "..") else [*exact, f"{last}.md", f"{last}/", last]
