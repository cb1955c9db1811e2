"""Citations: `[@key]` and `[@key1; @key2]`, as in Pandoc.

Each key becomes a link to its entry on the sources page, with the reference as its tooltip.
A page that cites ends with the references it needs, so that it can be printed by itself.

Source: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.marks.page import Occurrences, current
from course.marks.references import Publication, read_bibliography

CITATION = r"\[@(?P<keys>[^\]]+)\]"
RE_KEY = re.compile(r"@?([\w-]+)")
RE_ADDRESS = re.compile(r"https?://[^\s<]+")


class CitationInlineProcessor(InlineProcessor):
    """Set a citation."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(CITATION, md)
        self.unknown = Occurrences()

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the citation; leave one with an unknown key as it is and report it."""
        page = current(self.md)
        known = read_bibliography(page.course).sources
        keys = [part.strip() for part in ("@" + m["keys"]).split(";")]
        cited = []
        for part in keys:
            key = RE_KEY.fullmatch(part)
            if key and key[1] in known:
                cited.append(known[key[1]])
                continue
            page.report(
                self.unknown.line(page, part),
                f'source "{part.removeprefix("@")}" is not in the bibliography',
                f"add it to {page.docs.name}/{page.course.bibliography}, or correct the key",
            )
        if len(cited) < len(keys):
            return None, None, None
        return self.citation(cited), m.start(0), m.end(0)

    def citation(self, cited: list[Publication]) -> Element:
        """Return a citation in brackets, its parts in alphabetical order."""
        page = current(self.md)
        span = Element("span", {"data-cite": ""})
        span.text = AtomicString("(")
        for source in sorted(cited, key=lambda source: source.citation.casefold()):
            address = page.link(page.course.sources, source.key)
            link = SubElement(span, "a", {"data-source": source.key, "href": address})
            link.set("title", source.plain)
            link.text = AtomicString(source.citation)
            link.tail = AtomicString("; ")
        link.tail = AtomicString(")")
        return span


class ReferencesTreeprocessor(Treeprocessor):
    """End a page with the references of what it cites."""

    def run(self, root: Element) -> None:
        """Collect the keys from the page's citations."""
        keys = {link.get("data-source") for link in root.iter("a")} - {None}
        if not keys:
            return
        course = current(self.md).course
        sources = read_bibliography(course).sources
        section = SubElement(root, "section", {"data-block": "references"})
        title = course.words("references")
        heading = SubElement(section, "h2", {"id": slugify(title, "-")})
        heading.text = AtomicString(title)
        section.set("aria-labelledby", heading.get("id", ""))
        fold = SubElement(section, "details", {"data-fold": ""})
        summary = SubElement(fold, "summary")
        summary.text = AtomicString(course.words.count("sources", len(keys)))
        listed = SubElement(fold, "ul")
        for source in sources.values():
            if source.key in keys:
                listed.append(reference("li", source))


def reference(tag: str, source: Publication) -> Element:
    """Return a reference as an element, its address linked."""
    html = RE_ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', source.reference)
    element = fromstring(f"<{tag}>{html}</{tag}>")
    for part in element.iter():  # so that no inline pattern reads it as Markdown
        part.text = part.text and AtomicString(part.text)
        part.tail = part.tail and AtomicString(part.tail)
    return element
