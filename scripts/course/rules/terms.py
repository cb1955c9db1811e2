"""A term is linked where a page first uses it, and only there; every term is used.

More links would clutter the page, and a later one comes too late.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from course.model import COPIED, text_of
from course.problems import Problem
from course.rules.material import Material
from course.site.page import Page
from course.site.prose import NAMING, texts


def check_links_to_terms(material: Material) -> Iterator[Problem]:
    """Check that each link to the glossary stands at the first use of its term on a page."""
    for page in material.pages:
        seen: set[str] = set()
        written = Counter[str]()
        for link in material.each("link to a term", links_to_terms(page)):
            words, term = text_of(link), str(link.get("data-term"))
            signs = (f"|{words}]]", f"[[{words}")
            if term in seen:
                what = f'the term "{words}" is linked a second time'
                found = page.problem(what, "link its first use only", link, *signs)
                yield replace(found, line=line_of(page, words, written[words]) or found.line)
            elif used_before(page, link, words):
                what = f'"{words}" is used before it is linked'
                yield page.problem(what, "move the link there", link, *signs)
            seen.add(term)
            written[words] += 1


def line_of(page: Page, words: str, before: int) -> int:
    """Return the line of a link to a term, after some with the same words; 0 if none is found."""
    pattern = re.compile(rf"\[\[(?:[^\]|]*\|)?\s*{re.escape(words)}\s*\]\]")
    lines = page.source.lines if page.source else ()
    found = [number for number, line in enumerate(lines, 1) for _ in pattern.findall(line)]
    return found[before] if before < len(found) else 0


def check_unused_terms(material: Material) -> Iterator[Problem]:
    """Check that each term of the glossary is linked somewhere."""
    used = {link.get("data-term") for page in material.pages for link in links_to_terms(page)}
    defined = (
        (page, entry)
        for page in material.pages
        if page.path == material.course.glossary != ""
        for entry in page.tree.xpath("//article//dt[@id]")
    )
    for page, entry in material.each("term under pages: glossary", defined):
        if entry.get("id") not in used:
            what = f'the term "{text_of(entry)}" is linked on no page'
            yield page.problem(what, "link its first use, or remove it", entry, text_of(entry))


def links_to_terms(page: Page) -> list[HtmlElement]:
    """Return the links of a page to the glossary."""
    return list(page.tree.xpath(f"//article//a[@data-term][not({COPIED})]"))


def used_before(page: Page, link: HtmlElement, words: str) -> bool:
    """Tell whether running text has the linked words before the link."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
    for element in texts(page):
        # In a heading, a table, or what a reader chooses or opens, a link would be in the way.
        if element.tag in NAMING or element.xpath("ancestor::*[@data-part='head']"):
            continue
        if pattern.search(text_before(element, link)):
            return True
        if link in element.iterdescendants():
            return False
    return False


def text_before(element: HtmlElement, end: HtmlElement) -> str:
    """Return the text of an element up to a link, without the words of other links."""
    pieces = []
    for text in element.xpath(".//text()"):
        around = text.getparent() if text.is_text else text.getparent().getparent()
        if around is end:
            break
        if around.tag != "a":
            pieces.append(str(text))
    return "".join(pieces)
