"""Citations: `[@key]` and `[@key1; @key2]`, as in Pandoc.

Each key becomes a link to its entry on the sources page, with the reference as its tooltip.
A page that cites ends with the references it needs, so that it can be printed by itself.

Source: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.markdown.page import BIBLIOGRAPHY, SOURCES, current
from course.markdown.references import Source, read_bibliography

CITATION = r"\[@(?P<keys>[^\]]+)\]"
RE_KEY = re.compile(r"@?([\w-]+)")
RE_ADDRESS = re.compile(r"https?://[^\s<]+")


class CitationInlineProcessor(InlineProcessor):
    """Set a citation."""

    def __init__(self, md: Markdown) -> None:
        """Start with no unknown key seen."""
        super().__init__(CITATION, md)
        self.unknown: Counter[str] = Counter()

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the citation; leave one with an unknown key as it is and report it."""
        page = current(self.md)
        known = read_bibliography(page.docs / BIBLIOGRAPHY).sources
        keys = [part.strip() for part in ("@" + m["keys"]).split(";")]
        cited = []
        for part in keys:
            key = RE_KEY.fullmatch(part)
            if key and key[1] in known:
                cited.append(known[key[1]])
                continue
            self.unknown[part] += 1
            page.report(
                page.line_of(part, self.unknown[part]),
                f'source "{part.removeprefix("@")}" is not in the bibliography',
                f"add it to {page.docs.name}/{BIBLIOGRAPHY}, or correct the key",
            )
        if len(cited) < len(keys):
            return None, None, None
        return self.citation(cited), m.start(0), m.end(0)

    def citation(self, cited: list[Source]) -> Element:
        """Return a citation in brackets, its parts in alphabetical order."""
        page = current(self.md)
        span = Element("span", {"class": "citation"})
        span.text = AtomicString("(")
        for source in sorted(cited, key=lambda source: source.citation.casefold()):
            link = SubElement(span, "a", {"href": page.link(SOURCES, source.key)})
            link.set("title", source.plain)
            link.text = AtomicString(source.citation)
            link.tail = AtomicString("; ")
        link.tail = AtomicString(")")
        return span


class ReferencesTreeprocessor(Treeprocessor):
    """End a page with the references of what it cites."""

    def run(self, root: Element) -> None:
        """Collect the keys from the page's citations."""
        links = [a for span in root.iter("span") if span.get("class") == "citation" for a in span]
        if not links:
            return
        page = current(self.md)
        keys = {link.get("href", "").partition("#")[2] for link in links}
        sources = read_bibliography(page.docs / BIBLIOGRAPHY).sources
        section = SubElement(root, "section", {"class": "references"})
        heading = SubElement(section, "h2", {"id": "sources-on-this-page"})
        heading.text = "Sources on this page"
        section.set("aria-labelledby", "sources-on-this-page")
        listed = SubElement(section, "ul")
        for source in sources.values():
            if source.key in keys:
                listed.append(reference("li", source))


def reference(tag: str, source: Source) -> Element:
    """Return a reference as an element, its address linked."""
    html = RE_ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', source.reference)
    element = fromstring(f"<{tag}>{html}</{tag}>")
    for part in element.iter():  # so that no inline pattern reads it as Markdown
        part.text = part.text and AtomicString(part.text)
        part.tail = part.tail and AtomicString(part.tail)
    return element


class CitationsExtension(Extension):
    """Citations."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before links (170), and the references before the table of contents (5)."""
        self.processor = CitationInlineProcessor(md)
        md.inlinePatterns.register(self.processor, "citations", 174)
        md.treeprocessors.register(ReferencesTreeprocessor(md), "references", 10)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the page before."""
        self.processor.unknown.clear()


def makeExtension(*args: Any, **kwargs: Any) -> CitationsExtension:
    """Return extension."""
    return CitationsExtension(*args, **kwargs)
