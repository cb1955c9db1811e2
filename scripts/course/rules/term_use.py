"""A term is linked where a page first uses it, and only there; every term is used.

More links would clutter the page, and a later one comes too late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from course.problems import Problem
from course.rules.prose import blocks
from course.site.page import Page

GLOSSARY = "reference/glossary/index.html"
# Where a link would be in the way: headings, tables, and what a reader chooses or opens.
UNLINKED = {"h1", "h2", "h3", "td", "th", "legend", "label", "summary", "figcaption"}


def check_term_use(pages: list[Page]) -> Iterator[Problem]:
    """Check the links to the glossary on every page, and that each entry has one."""
    used: set[str] = set()
    for page in pages:
        links = page.tree.xpath("//article//a[@class='term'][not(ancestor::div[@class='gather'])]")
        for link in links:
            anchor = link.get("href", "").partition("#")[2]
            words = str(link.text_content())
            if [a.get("href") for a in links].index(link.get("href")) < links.index(link):
                what = f'the term "{words}" is linked a second time'
                yield page.problem(
                    what, "link its first use only", link, f"|{words}]]", f"[[{words}]]"
                )
            elif used_before(page, link, words):
                what = f'"{words}" is used before it is linked'
                yield page.problem(what, "move the link there", link, f"[[{words}", f"|{words}]]")
            used.add(anchor)
    for page in pages:
        if page.name == GLOSSARY:
            for entry in page.tree.xpath("//dt[@id]"):
                if entry.get("id") not in used:
                    what = f'the term "{entry.text_content()}" is linked on no page'
                    yield page.problem(
                        what, "link its first use, or remove it", entry, entry.text or ""
                    )


def used_before(page: Page, link: HtmlElement, words: str) -> bool:
    """Tell whether running text has the linked words before the link."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
    for block in blocks(page):
        if block.tag in UNLINKED or block.xpath("ancestor::header"):
            continue
        if pattern.search(plain_text(block, link)):
            return True
        if link in block.iterdescendants():
            return False
    return False


def plain_text(block: HtmlElement, end: HtmlElement) -> str:
    """Return the text of a block up to a link, without the words of other links."""
    pieces = []
    for text in block.xpath(".//text()"):
        around = text.getparent() if text.is_text else text.getparent().getparent()
        if around is end:
            break
        if around.tag != "a":
            pieces.append(str(text))
    return "".join(pieces)
