"""Terms: `[[term]]` and `[[term|words shown]]` link to the glossary.

The link carries the meaning as its tooltip. On the glossary page itself each term gets its address.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from course.marks.glossary import anchor, read_glossary
from course.marks.page import Occurrences, Page, current
from course.problems import nearest

TERM = r"\[\[(?P<name>[^\]|]+)(?:\|(?P<words>[^\]]+))?\]\]"


# A paragraph of the glossary with fewer words and no end is a term.
WORDS_OF_A_TERM = 6


class TermInlineProcessor(InlineProcessor):
    """Link a term to its entry."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(TERM, md)
        self.unknown = Occurrences()

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the link; leave an unknown term as it is and report it."""
        page = current(self.md)
        name = m["name"].strip()
        glossary = page.course.glossary
        terms = read_glossary(page.course)
        term = terms.get(name.lower())
        if term is None:
            elsewhere = f"define it in {page.docs.name}/{glossary}, or correct the name"
            near = nearest(name, [each.name for each in terms.values()], 0, 0.75)
            page.report(
                self.unknown.line(page, m[0]),
                f'term "{name}" is not in the glossary',
                f"write [[{near}]]" if near else elsewhere,
            )
            return None, None, None
        link = Element("a", {"data-term": term.anchor, "title": term.meaning})
        link.set("href", page.link(glossary, term.anchor))
        link.text = (m["words"] or name).strip()
        return link, m.start(0), m.end(0)


class GlossaryTreeprocessor(Treeprocessor):
    """Give each term on the glossary page its address."""

    def run(self, root: Element) -> None:
        """Find the terms of the page's definition lists; other pages are left alone."""
        page = current(self.md)
        if page.path != page.course.glossary:
            return
        self.report_bare(root, page)
        seen: Counter[str] = Counter()
        for entry in root.iter("dt"):
            name = "".join(entry.itertext()).strip()
            seen[name.lower()] += 1
            if seen[name.lower()] == 1:
                entry.set("id", anchor(name))
            elif seen[name.lower()] == 2:
                # A name with marks, such as *this*, is written otherwise than it is read.
                lines = [n for n, text in enumerate(page.lines, 1) if text.strip() == name] or [1]
                page.report(lines[-1], f'term "{name}" is defined twice', "keep one of the two")

    def report_bare(self, root: Element, page: Page) -> None:
        """Report each term that has no meaning, and so became a paragraph."""
        for text in root.iterfind("p"):
            name = (text.text or "").strip()
            is_term = not len(text) and 0 < len(name.split()) < WORDS_OF_A_TERM
            if is_term and name[-1].isalnum() and name in page.lines:
                remedy = "write it on the line below, after a colon and three spaces"
                page.report(page.lines.index(name) + 1, f'term "{name}" has no meaning', remedy)
