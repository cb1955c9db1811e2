"""The trainer's kit: plans add up, slides can be read, places have what they name."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from course.model import Block, Statement, blocks, text_of
from course.problems import Problem
from course.rules.material import Material
from course.site.agenda import addresses, rows
from course.site.facts import Stated, fact, stated
from course.site.links import base_path
from course.site.page import Page
from course.site.prose import count_words
from course.site.references import empty_addresses, empty_links, leads_to

# What can be read from the last row of a room.
LINES = 6
WORDS = 10
# A paragraph on a slide is of a few lines.
PARAGRAPH = 30


def check_sums(material: Material) -> Iterator[Problem]:
    """Check that the rows of a plan add up to what it promises, and that each takes time."""
    sessions = ((page, block) for page, block in material.blocks if block.kind == "session")
    for page, block in material.each("session", sessions):
        found = rows(block)
        for row in found:
            if row.get("data-length") == "0":
                address = next(addresses(row), "")
                what = f'session "{block.id}": the part “{address}” leads to nothing with a time'
                remedy = "let it lead to a block, a heading or a page, or write the minutes"
                yield page.problem(what, remedy, row, address.rpartition("#")[2], f"id: {block.id}")
        total = sum(int(row.get("data-length", "0")) for row in found)
        if total != block.minutes:
            what = f'session "{block.id}": its parts take {total} minutes together'
            remedy = f"change a part, or its option minutes, which is {block.minutes}"
            yield page.problem(what, remedy, block.element, f"id: {block.id}")


def check_handouts(material: Material) -> Iterator[Problem]:
    """Check that no two sessions call their handout the same."""
    known: set[str] = set()
    sessions = ((page, block) for page, block in material.stated if block.get("handout"))
    for page, block in material.each("session with a handout", sessions):
        name = block.get("handout")
        if name in known:
            what = f'two sessions have the handout "{name}"'
            yield page.problem(what, "give each its own name", block.element, f"id: {block.id}")
        known.add(name)


def check_slides(material: Material) -> Iterator[Problem]:
    """Check that a slide has few words: nobody reads and listens at once."""
    slides = ((page, block) for page, block in material.blocks if block.kind == "slide")
    for page, block in material.each("slide", slides):
        lines = shown_lines(block)
        if len(lines) > LINES:
            what = f'slide "{block.id}": it shows {len(lines)} lines'
            yield page.problem(what, f"leave {LINES}", block.element, f"id: {block.id}")
        for line in lines:
            most = PARAGRAPH if len(lines) == 1 else WORDS
            words = count_words(text_of(line))
            if len(words) > most and line.tag != "tr":
                what = f'slide "{block.id}": “{" ".join(words[:5])} …” has {len(words)} words'
                yield page.problem(what, f"leave {most}", block.element, f"id: {block.id}")


def shown_lines(block: Block) -> list[HtmlElement]:
    """Return the lines that a slide shows: its paragraphs, items and rows of a table."""
    found = [part.xpath(".//tr | .//li | .//p[not(ancestor::li)]") for part in block.parts("shown")]
    return [line for lines in found for line in lines]


def check_places(material: Material) -> Iterator[Problem]:
    """Check that the pages that blocks name have what they are named for."""
    pages = {page.path: page for page in material.pages if page.path}
    found = ((page, block) for page, block in material.stated if block.get("page"))
    for page, block in material.each("block for something of another page", found):
        other = pages.get(block.get("page"))
        if other is not None and (mistake := missing(block, other)):
            what, remedy = mistake
            signs = (f"#{block.get('id')}", f"id: {block.id}", f"/// {block.kind}")
            yield page.problem(f"{block.kind}: {what}", remedy, block.element, *signs)


def missing(block: Statement, other: Page) -> tuple[str, str] | None:
    """Return what a page lacks that a block stands for, if it lacks something."""
    if block.kind == "case":
        id_ = block.get("id")
        if id_ not in choosing(other):
            return f'{other.path} has no decision or question "{id_}"', "correct the part after #"
    elif block.kind == "cards" and not any(each.series == "decision" for each in own(other)):
        return f"{other.path} has no decision", "name a page that has some"
    elif block.kind == "story-map" and not any(each.kind == "scene" for each in own(other)):
        return f"{other.path} tells no story", "name a page with scenes"
    return None


def own(page: Page) -> list[Stated]:
    """Return the blocks of a page without copies of those of others."""
    return [block for block in stated(page) if not block.copied]


@fact
def choosing(page: Page) -> list[str]:
    """Return the ids of the blocks of a page in which a reader chooses."""
    ids = [block.id for block in blocks(page.tree) if block.choices]
    page.let_go()
    return ids


def check_empty_links(material: Material) -> Iterator[Problem]:
    """Check that a link without words leads to a block whose number it can show."""
    by_name = {page.name: page for page in material.pages}
    base = base_path(material.pages)
    found = ((page, address) for page in material.pages for address in empty_addresses(page))
    for page, address in material.each("link without words", found):
        block = leads_to(address, page, by_name, base)
        if block is None or not (block.series or block.number):
            what = f"the link “{address}” has no words, and leads to nothing with a number"
            last_part = address.rstrip("/").rpartition("/")[2]
            signs = (f"[]({address}", "[](", last_part)
            link = next(each for each in empty_links(page) if each.get("href") == address)
            yield page.problem(what, "write its words", link, *signs)
