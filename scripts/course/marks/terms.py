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
from course.marks.page import Occurrences, current
from course.problems import nearest

TERM = r"\[\[(?P<name>[^\]|]+)(?:\|(?P<words>[^\]]+))?\]\]"


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
