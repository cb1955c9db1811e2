"""The links of the site: they lead to something, and no page is left out of the navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from course.marks.mistakes import told
from course.problems import Problem, nearest
from course.rules.material import Material, patterns
from course.rules.source_files import undecodable
from course.site import moved
from course.site.facts import fact
from course.site.links import Link, base_path, find_file, links, target
from course.site.page import Page

# What an address of another place begins with.
SCHEMES = ("https", "http", "mailto", "tel", "sms", "ftp", "geo", "data", "urn")
LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "::1")
# A host without what stands before it.
RE_HOST = re.compile(r"/*(?:www\.|https?/|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|de|uk)(?:/|$))")


def check_links(material: Material) -> Iterator[Problem]:
    """Each address of the site leads to a file of the site, and to a place in it that exists."""
    base = base_path(material.pages)
    by_name = {page.name: page for page in material.pages}
    places = {page.name: anchors(page) for page in material.pages}
    for page in material.pages:
        if all(leads_somewhere(page, each, base, material, places) for each in inside(page)):
            material.looked_at += len(inside(page))
            continue
        # What leads to a note and back is made, and told where it is written.
        internal = (e for e in links(page) if e.internal and e.element.get("data-note") is None)
        for link in material.each("link", internal):
            path = target(page, link.address, base)
            found = find_file(path, material.files)
            place = unquote(urlsplit(link.address).fragment).partition(":~:")[0]
            if found is None and is_repeated(link):
                # The theme says it on every page: the same problem each time, so it is told once.
                what = f"every page leads to “{path or link.address}”, which is no file of the site"
                yield Problem("mkdocs.yml", 1, what, "correct the path there")
            elif found is None and not is_told(page, link, material):
                kind = "picture" if link.element.tag == "img" else "link"
                what = f"the {kind} “{link.address}” leads to no file of the site"
                remedy = remedy_for(page, link.address, material)
                yield page.problem(what, remedy, link.element, *link_signs(link))
            elif found and place not in ("", "top") and place not in places.get(found, {place}):
                there = by_name[found]
                explained = told(there) or is_emptied(there)
                if explained or is_repeated(link):
                    continue  # what is wrong there can be why the place is missing
                name = written_path(page, by_name[found])
                near = nearest(place, sorted(places[found]), 0)
                remedy = f"write #{near}" if near else "correct the part after #, or give a heading"
                remedy += "" if near else f" {{ #{place} }}"
                what = f"the link “{name}#{place}” leads to a place that is not there"
                signs = (f"{name}#{place}", f"#{place}", place)
                yield page.problem(what, remedy, link.element, *signs)


@fact
def inside(page: Page) -> list[str]:
    """Return the addresses of the site that a page leads to, each once."""
    return list(dict.fromkeys(link.address for link in links(page) if link.internal))


def leads_somewhere(
    page: Page, address: str, base: str, material: Material, places: Mapping[str, Collection[str]]
) -> bool:
    """Tell whether an address leads to a file of the site, and to a place that is in it."""
    found = find_file(target(page, address, base), material.files)
    place = unquote(urlsplit(address).fragment).partition(":~:")[0]
    return bool(found) and (place in ("", "top") or place in places.get(str(found), {place}))


def check_addresses(material: Material) -> Iterator[Problem]:
    """Each address of another site is one that every reader can go to."""
    for page in material.pages:
        outside = (
            link for link in links(page) if link.element.tag in ("a", "img") and in_text(link)
        )
        for link in material.each("link", outside):
            parts = urlsplit(link.address)
            signs = (f"]({link.address}", link.address)
            if parts.scheme in ("file", "c", "d"):
                what = f"“{link.address}” is on one computer alone"
                remedy = "put the file beside the pages, and write its path"
                yield page.problem(what, remedy, link.element, *signs)
            elif parts.hostname in LOCAL:
                what = f"“{link.address}” is the preview on one computer"
                remedy = "write the path of the page, such as reference/glossary.md"
                yield page.problem(what, remedy, link.element, *signs)
            elif parts.scheme and parts.scheme not in (*SCHEMES, "javascript"):
                near = nearest(parts.scheme, SCHEMES, 0)
                what = f"“{link.address}” begins with “{parts.scheme}:”, which leads nowhere"
                remedy = f"write {near}:" if near else "write https:"
                yield page.problem(what, remedy, link.element, *signs)
            elif parts.scheme in ("http", "https") and "." not in (parts.hostname or ""):
                what = f"“{link.address}” names no host"
                yield page.problem(what, "write https:// and the host", link.element, *signs)


def is_emptied(page: Page) -> bool:
    """Tell whether nothing is left of the source of a page."""
    return page.source is not None and not any(map(str.strip, page.source.lines))


def in_text(link: Link) -> bool:
    """Tell whether a link stands in the text of a page."""
    return any(element.tag == "article" for element in link.element.iterancestors())


def is_told(page: Page, link: Link, material: Material) -> bool:
    """Tell whether what a link leads to is missing for a reason that is told already."""
    if not page.source or link.element.tag not in ("a", "img"):
        return False
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.address))
    file = material.course.docs / unquote(path.partition("#")[0])
    return file.suffix == ".md" and file.is_file() and bool(undecodable(path, file))


def remedy_for(page: Page, address: str, material: Material) -> str:
    """Return what to do about an address that leads to no file."""
    if "\\" in address:
        return "write / in the place of \\"
    if RE_HOST.match(address):
        return f"write https://{address.lstrip('/')}"
    path = unquote(urlsplit(address).path)
    kinds = (".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".csv")
    paths = [file.path for file in material.sources_of(*kinds)]
    folder = posixpath.dirname(page.path)
    full = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    if there := moved.moved_to(full, material.pages):
        return f"write {posixpath.relpath(there, folder or '.')}, to which the page moved"
    by_name = {posixpath.basename(each): each for each in reversed(paths)}
    near = by_name.get(nearest(posixpath.basename(full), by_name, 0, 0.75), "")
    if near and page.source:
        return f"write {posixpath.relpath(near, folder or '.')}"
    return "correct the address, or add the file"


def written_path(page: Page, other: Page) -> str:
    """Return the address of a page as the source of another one has it."""
    if other is page or not page.source or not other.source:
        return "" if other is page else other.name
    return posixpath.relpath(other.path, posixpath.dirname(page.path) or ".")


def check_navigation(material: Material) -> Iterator[Problem]:
    """Each page with a source is in the navigation that other pages show."""
    for page in outside(material):
        remedy = "add a line for it under nav in mkdocs.yml"
        yield page.problem("the page is not in the navigation", remedy, page.tree, "title:")


def outside(material: Material) -> list[Page]:
    """Return the pages that are not in the navigation, and should be."""
    base = base_path(material.pages)
    names = {page.name for page in material.pages}
    unlisted = patterns(material.course.unlisted)
    pages = [each for each in material.pages if each.source and not unlisted.match_file(each.path)]
    left = {page.name for page in pages} - {"index.html"}
    has_navigation = False
    for page in material.pages:
        # Mostly the first two lead to all pages, each to all but itself.
        if has_navigation and not left:
            break
        found = {find_file(target(page, address, base), names) for address in menu(page)}
        has_navigation |= bool(found - {page.name})
        left -= found - {page.name}
    looked_at = material.each("navigation", pages if has_navigation else ())
    return [page for page in looked_at if page.name in left]


@fact
def menu(page: Page) -> set[str]:
    """Return the addresses of the site that the navigation of a page leads to."""
    found = set(map(str, page.tree.xpath("//nav//a/@href")))
    return {each for each in found if not urlsplit(each).scheme and not urlsplit(each).netloc}


def check_moved(material: Material) -> Iterator[Problem]:
    """What a page has as its old addresses is the address of no other page."""
    return moved.check_moved(list(material.each("page", material.pages)))


def is_repeated(link: Link) -> bool:
    """Tell whether a link is in what the theme puts around the text of every page."""
    around = [element.tag for element in link.element.iterancestors()]
    return "article" not in around and bool({"head", "header", "nav", "footer"} & set(around))


@fact
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
