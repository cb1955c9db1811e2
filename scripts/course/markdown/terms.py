"""Terms: `[[term]]` and `[[term|words shown]]` link to the glossary.

The link carries the meaning as its tooltip. On the glossary page itself each term gets its address.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from course.markdown.glossary import anchor, read_glossary
from course.markdown.page import GLOSSARY, current

TERM = r"\[\[(?P<name>[^\]|]+)(?:\|(?P<words>[^\]]+))?\]\]"


class TermInlineProcessor(InlineProcessor):
    """Link a term to its entry."""

    def __init__(self, md: Markdown) -> None:
        """Start with no unknown term seen."""
        super().__init__(TERM, md)
        self.unknown: Counter[str] = Counter()

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the link; leave an unknown term as it is and report it."""
        page = current(self.md)
        name = m["name"].strip()
        term = read_glossary(page.docs / GLOSSARY).get(name.lower())
        if term is None:
            self.unknown[m[0]] += 1
            page.report(
                page.line_of(m[0], self.unknown[m[0]]),
                f'term "{name}" is not in the glossary',
                f"define it in {page.docs.name}/{GLOSSARY}, or correct the name",
            )
            return None, None, None
        link = Element("a", {"class": "term", "title": term.meaning})
        link.set("href", page.link(GLOSSARY, term.anchor))
        link.text = (m["words"] or name).strip()
        return link, m.start(0), m.end(0)


class GlossaryTreeprocessor(Treeprocessor):
    """Give each term on the glossary page its address."""

    def run(self, root: Element) -> None:
        """Find the terms of the page's definition lists; other pages are left alone."""
        page = current(self.md)
        if page.path != GLOSSARY:
            return
        seen: Counter[str] = Counter()
        for entry in root.iter("dt"):
            name = "".join(entry.itertext()).strip()
            entry.set("id", anchor(name))
            seen[name.lower()] += 1
            if seen[name.lower()] == 2:
                line = [n for n, text in enumerate(page.lines, 1) if text.strip() == name][-1]
                page.report(line, f'term "{name}" is defined twice', "keep one of the two")


class TermsExtension(Extension):
    """Terms."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after code spans (190) and escapes (180), before links (170)."""
        self.processor = TermInlineProcessor(md)
        md.inlinePatterns.register(self.processor, "terms", 175)
        md.treeprocessors.register(GlossaryTreeprocessor(md), "glossary", 15)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the page before."""
        self.processor.unknown.clear()


def makeExtension(*args: Any, **kwargs: Any) -> TermsExtension:
    """Return extension."""
    return TermsExtension(*args, **kwargs)
