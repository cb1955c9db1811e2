"""The pages are marked up as their author meant: every block is understood, every id is its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from course.marks.mistakes import told
from course.problems import Problem, nearest
from course.rules.links import outside
from course.rules.material import Material
from course.site.facts import Stated
from course.site.page import Page

# The text that a reader sees as prose.
VISIBLE = "//body//text()[not(ancestor::{})]".format(
    " or ancestor::".join(("code", "pre", "kbd", "samp", "script", "style", "template", "textarea"))
)
# `file:///x` has slashes too, but not at the beginning of a word.
RE_FENCE = re.compile(r"(?<!\S)/{3,}[^\n]*")


def check_fences(material: Material) -> Iterator[Problem]:
    """No `///` is left in the text a reader sees, such as that of a block inside a list."""
    # What the lines of a page have told already explains what is left of them.
    pages = [page for page in material.pages if not told(page)]
    for page in material.each("page", pages):
        # Most pages have none of it.
        visible = page.tree.xpath(VISIBLE) if page.mentions("///") else ()
        fences = [
            (text.getparent(), " ".join(fence.split()))
            for text in visible
            for fence in RE_FENCE.findall(text)
        ]
        # Where a block was not understood, its end is no mistake of its own.
        begun = [(element, fence) for element, fence in fences if fence.strip("/ ")]
        for element, fence in begun:
            yield unread_block(page, element, fence)
        # Outside of lists and the like, `course.blocks.fences` names the line of an end.
        for element, fence in fences[:1] if not begun else []:
            if element.xpath("ancestor-or-self::*[self::li or self::dd or self::blockquote]"):
                remedy = "remove it, or give it as many slashes as the line that begins the block"
                signs = (f"    {fence}", f"> {fence}")
                yield page.problem(f"“{fence}” ends no block", remedy, element, *signs)


def unread_block(page: Page, element: HtmlElement, fence: str) -> Problem:
    """Return the problem of a line that should have begun a block."""
    opening = fence.strip("/ ")
    remedy = (
        "check the name of the block and of each option, that it has a title, that its options "
        "are indented by four spaces with no blank line before them, and that it ends with as "
        "many slashes as it begins with"
    )
    signs = (fence, opening, f"/ {opening.split()[0]}")
    return page.problem(f"the block “{fence}” was not understood", remedy, element, *signs)


# Those of objectives are told in the front matter.
IDS = "//*[@id][not(self::li and ancestor::*[@data-part='objectives'])]"


def check_ids(material: Material) -> Iterator[Problem]:
    """An id is on a page once."""
    for page in material.pages:
        elements = {element: str(element.get("id")) for element in page.tree.xpath(IDS)}
        counted = Counter(material.each("id", elements.values()))
        last = {name: element for element, name in elements.items()}
        twice = {name for name, number in counted.items() if number > 1}
        for name in counted:
            # The fields of a block have ids that begin with its own.
            if name in twice and not any(name.startswith(f"{each}-") for each in twice):
                what = f"the id “{name}” is on this page {counted[name]} times"
                found = page.problem(
                    what, "give each a name of its own", last[name], *id_signs(name)
                )
                yield replace(found, line=second_line(page, name) or found.line)


def second_line(page: Page, name: str) -> int:
    """Return the second line on which a block of a page has an id; 0 if there is none."""
    lines = page.source.lines if page.source else ()
    places = [number for number, line in enumerate(lines, 1) if line.split() == ["id:", name]]
    return places[1] if len(places) > 1 else 0


def check_ratings(material: Material) -> Iterator[Problem]:
    """A profile shows ratings that there are."""
    known = {block.id for _, block in material.stated if block.kind == "rating"}
    profiles = [(page, block) for page, block in material.stated if block.kind == "profile"]
    for page, block in material.each("profile", profiles if known else ()):
        for rating in block.get("ratings").split(","):
            name = rating.partition(" ")[0]
            if name not in known:
                near = nearest(name, sorted(known), 0)
                remedy = f"write {near}" if near else "write the id of a rating"
                what = f'profile "{block.id}": there is no rating "{name}"'
                yield page.problem(what, remedy, block.element, name)


def check_block_ids(material: Material) -> Iterator[Problem]:
    """A block has an id that no other has, on any page: answers are kept under it.

    The names of the answers that it keeps are as much its own, such as that of an item to sort.
    An answer to read keeps nothing; it is numbered on each page.
    """
    first: dict[str, tuple[Page, Stated]] = {}
    # A copy that was left among the pages is told as such.
    copies = outside(material)
    doubled: dict[tuple[Page, Page], list[Problem]] = {}
    named = (
        (page, b)
        for page, b in material.stated
        if b.id and "data-answers" not in b.attributes and page not in copies
    )
    for page, block in material.each("block with an id", named):
        for name in dict.fromkeys([block.id, *block.keeps]):
            other, its = first.setdefault(name, (page, block))
            if its is block or (other is page and its.id == block.id):
                continue
            where = other.problem("", "", its.element, *id_signs(its.id))
            what = f"the id “{name}” is also used at {where.file}:{where.line}"
            remedy = "choose another: answers are kept under it"
            found = page.problem(what, remedy, block.element, *id_signs(block.id))
            doubled.setdefault((page, other), []).append(found)
            break  # a block that is there twice has all its names twice
    for (_, other), found_here in doubled.items():
        if len(found_here) < COPIED_IDS or other.source is None:
            yield from found_here
            continue
        what = f"{len(found_here)} ids are those of docs/{other.path}, as in a copy"
        remedy = "give each block of this page an id of its own"
        yield replace(found_here[0], what=what, remedy=remedy)


# From this number of ids on that two pages have both, one is a copy of the other.
COPIED_IDS = 3


def id_signs(name: str) -> list[str]:
    """Return what the source of an id may look like."""
    return [f"id: {name}", f"#{name}", f'id="{name}"', name]
