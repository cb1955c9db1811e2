"""What the pages of a built site must satisfy: each rule is a function from pages to problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from course.problems import Problem
from course.site.links import Link, base_path, find_file, links, target
from course.site.page import Page

# Text in these is not what an author writes to a reader as prose.
NO_PROSE = {"code", "pre", "kbd", "samp", "script", "style", "template", "textarea"}
# `file:///x` has slashes too, but not at the beginning of a word.
FENCE = re.compile(r"(?<!\S)/{3,}[^\n]*")
SOURCE_FENCE = re.compile(r"\s*(/{3,})\s*(\S.*)?$")
# What keeps answers under an id of its own.
INTERACTIVE = "//section[@id][{}]".format(
    " or ".join(
        f"contains(concat(' ', @class, ' '), ' {name} ')"
        for name in ("exercise", "question", "decision", "rating", "plan", "scene")
    )
)


def check_fences(pages: list[Page]) -> Iterator[Problem]:
    """No block mark `///` is left in the text a reader sees."""
    for page in pages:
        fences = [
            (element, " ".join(fence.split()))
            for element, text in prose(page.tree)
            for fence in FENCE.findall(text)
        ]
        # Where a block was not understood, its end is no mistake of its own.
        begun = [(element, fence) for element, fence in fences if fence.strip("/ ")]
        for element, fence in begun:
            yield unread_block(page, element, fence)
        for element, fence in fences[:1] if not begun else []:
            yield unopened_end(page, element, fence)


def prose(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Return the pieces of visible text in an element, each with the element it is in."""
    if not isinstance(element.tag, str) or element.tag in NO_PROSE:
        return
    yield element, element.text or ""
    for child in element:
        yield from prose(child)
        yield element, child.tail or ""


def unread_block(page: Page, element: HtmlElement, fence: str) -> Problem:
    """Return the problem of a line that should have begun a block."""
    opening = fence.strip("/ ")
    what = f"the block “{fence}” was not understood"
    remedy = (
        "check the name of the block and of each option, that it has a title, that its options "
        "are indented by four spaces with no blank line before them, and that it ends with as "
        "many slashes as it begins with"
    )
    return page.problem(what, remedy, element, fence, opening, f"/ {opening.split()[0]}")


def unopened_end(page: Page, element: HtmlElement, fence: str) -> Problem:
    """Return the problem of a line that should have ended a block."""
    what = f"“{fence}” ends no block"
    remedy = "remove it, or give it as many slashes as the line that begins the block"
    problem = page.problem(what, remedy, element)
    return replace(problem, line=unopened_line(page) or problem.line)


def unopened_line(page: Page) -> int | None:
    """Return the line of the first `///` that ends a block which was never begun."""
    waiting: list[str] = []
    for number, line in enumerate(page.source.lines if page.source else (), 1):
        if match := SOURCE_FENCE.match(line):
            if match[2]:
                waiting.append(match[1])
            elif match[1] in waiting:
                del waiting[waiting.index(match[1]) :]
            else:
                return number
    return None


def check_links(pages: list[Page], files: set[str]) -> Iterator[Problem]:
    """Each address of the site leads to a file of the site, and to a place in it that exists.

    Arguments:
        pages: the pages.
        files: the paths of all files of the site.
    """
    base = base_path(pages)
    places = {page.name: anchors(page) for page in pages}
    # What the theme repeats on every page, such as the navigation, is told once.
    told: set[str | None] = set()
    for page in pages:
        for link in links(page):
            if not link.internal:
                continue
            path = target(page, link.address, base)
            found = find_file(path, files)
            if found is None and is_repeated(link):
                if path not in told:
                    what = f"the navigation leads to “{path or link.address}”, which is no page"
                    yield Problem("mkdocs.yml", 1, what, "correct the path in nav")
                told.add(path)
                continue
            place = unquote(urlsplit(link.address).fragment).partition(":~:")[0]
            if found is None:
                what = f"the link “{link.address}” leads to no file of the site"
                remedy = "correct the address, or add the file"
                yield page.problem(what, remedy, link.element, *link_signs(link))
            elif place not in ("", "top") and place not in places.get(found, {place}):
                what = f"the link “{link.address}” leads to “{place}”, which {found} does not have"
                remedy = "correct the part after #, or give the place this id"
                yield page.problem(what, remedy, link.element, f"#{place}", place)


def is_repeated(link: Link) -> bool:
    """Tell whether a link is in what the theme puts around the text of every page."""
    around = [element.tag for element in link.element.iterancestors()]
    return "article" not in around and bool({"head", "header", "nav", "footer"} & set(around))


def check_navigation(pages: list[Page]) -> Iterator[Problem]:
    """Each page with a source is in the navigation that other pages show."""
    base = base_path(pages)
    names = {page.name for page in pages}
    known = {
        (page.name, find_file(target(page, link.address, base), names))
        for page in pages
        for link in links(page)
        if link.internal and any(e.tag == "nav" for e in link.element.iterancestors())
    }
    led_to = {name for page, name in known if name != page}
    for page in pages:
        if page.source and led_to and page.name not in led_to | {"index.html"}:
            remedy = "add a line for it under nav in mkdocs.yml"
            yield page.problem("the page is not in the navigation", remedy, page.tree, "title:")


def anchors(page: Page) -> set[str]:
    """Return the names that the part of an address after # can have in a page."""
    ids = {str(value) for value in page.tree.xpath("//@id")}
    return ids | {str(value) for value in page.tree.xpath("//a/@name")}


def link_signs(link: Link) -> list[str]:
    """Return what the source of a link may look like.

    The address of `focus.md` has become `../focus/`: its last part is looked for too.
    """
    path = unquote(urlsplit(link.address).path)
    last = path.rstrip("/").rpartition("/")[2].removesuffix(".html")
    exact = [f"]({link.address}", f'"{link.address}', link.address]
    return exact if last in ("", ".", "..") else [*exact, f"{last}.md", f"{last}/", last]


def check_ids(pages: list[Page]) -> Iterator[Problem]:
    """An id is on a page once."""
    for page in pages:
        elements = [element for element in page.tree.iter("*") if element.get("id")]
        for name, number in Counter(element.get("id") for element in elements).items():
            if number > 1:
                last = [element for element in elements if element.get("id") == name][-1]
                what = f"the id “{name}” is on this page {number} times"
                yield page.problem(what, "give each a name of its own", last, *id_signs(str(name)))


def check_exercise_ids(pages: list[Page]) -> Iterator[Problem]:
    """An exercise, question or decision has an id that no other page uses for one.

    Answers are stored under this id.
    """
    first: dict[str, Page] = {}
    for page in pages:
        for element in page.tree.xpath(INTERACTIVE):
            name = str(element.get("id"))
            other = first.setdefault(name, page)
            if other is not page:
                where = other.problem("", "", element, *id_signs(name))
                what = f"the id “{name}” is also used at {where.file}:{where.line}"
                remedy = "choose another: answers are kept under it"
                yield page.problem(what, remedy, element, *id_signs(name))


def id_signs(name: str) -> list[str]:
    """Return what the source of an id may look like."""
    return [f"id: {name}", f"#{name}", f'id="{name}"', name]


def check_hosts(pages: list[Page]) -> Iterator[Problem]:
    """A page loads nothing from another host."""
    for page in pages:
        for link in links(page):
            if link.loads and link.foreign:
                what = f"the browser would load “{link.address}” from another host"
                host = urlsplit(link.address).netloc
                yield page.problem(what, OWN_COPY, link.element, link.address, host)


OWN_COPY = "keep a copy in docs/assets and use that, or make it an ordinary link"
# Not the addresses inside the text of a picture, such as the namespace in a data: address.
CSS_HOST = re.compile(
    r"""(?:url\(\s*|@import\s+|image-set\(\s*)["']?\s*((?:(?:https?|wss?):)?//[^"')\s]+)""",
    re.IGNORECASE,
)
SCRIPT_HOST = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]+)""", re.IGNORECASE)


def check_asset_hosts(site: Path, docs: Path) -> Iterator[Problem]:
    """No style sheet loads anything from another host, and no script of ours names one.

    The theme's own scripts name hosts that they ask only for features that the course does not
    use; the policy refuses those requests.
    """
    for path in sorted(site.rglob("*.css")):
        yield from host_problems(path, CSS_HOST, site, docs)
    for path in sorted(site.rglob("*.js")):
        if (docs / path.relative_to(site)).is_file():
            yield from host_problems(path, SCRIPT_HOST, site, docs)


def host_problems(
    path: Path, pattern: re.Pattern[str], site: Path, docs: Path
) -> Iterator[Problem]:
    """Return a problem for each address in a file that the pattern finds."""
    source = docs / path.relative_to(site)
    file = source.relative_to(docs.parent) if source.is_file() else path.relative_to(site.parent)
    text = path.read_text(encoding="utf-8", errors="replace")
    # A comment is made blank and keeps its lines.
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S)
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        what = f"“{match[1]}” would be loaded from another host"
        yield Problem(file.as_posix(), line, what, OWN_COPY)


def check_all(pages: list[Page], site: Path, docs: Path) -> Iterable[Problem]:
    """Return the problems that all rules of this file find.

    Arguments:
        pages: the pages of the site.
        site: the folder of the built site.
        docs: the folder of the sources.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    yield from check_fences(pages)
    yield from check_links(pages, files)
    yield from check_navigation(pages)
    yield from check_ids(pages)
    yield from check_exercise_ids(pages)
    yield from check_hosts(pages)
    yield from check_asset_hosts(site, docs)
