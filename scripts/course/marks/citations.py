"""Citations: `[@key]`, `[@key1; @key2]`, `[see @key, p. 4]` and `[-@key]`, as in Pandoc.

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

from course.marks.page import Occurrences, Page, current
from course.marks.references import Bibliography, Publication, read_bibliography
from course.problems import nearest

CITATION = r"\[(?P<keys>(?=[^\]\[]*(?<![\w.])@\w)[^\]\[]+)\](?!\()"
# What stands before a key, whether the names are left out, the key, and what stands behind it.
RE_CITED = re.compile(
    r"(?P<before>[^@]*?)(?P<year>-)?@(?P<key>\w(?:[\w:.+/-]*\w)?)(?:,?\s+(?P<behind>[^@]+))?"
)
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
        bibliography = read_bibliography(page.course)
        cited: list[tuple[re.Match[str], Publication]] = []
        wrong = False
        for part in filter(None, map(str.strip, m["keys"].split(";"))):
            match = RE_CITED.fullmatch(part)
            source = bibliography.sources.get(match["key"]) if match else None
            if match and source and source not in [each for _, each in cited]:
                cited.append((match, source))
                continue
            wrong = True
            if match is None or match["key"] not in bibliography.keys or source:
                line = self.unknown.line(page, part)
                page.report(line, *mistake(page, part, match, bibliography))
        return (None, None, None) if wrong else (self.citation(cited), m.start(0), m.end(0))

    def citation(self, cited: list[tuple[re.Match[str], Publication]]) -> Element:
        """Return a citation in brackets, its parts in alphabetical order if none has words."""
        page = current(self.md)
        span = Element("span", {"data-cite": ""})
        span.text = AtomicString("(")
        if not any(match["before"].strip() for match, _ in cited):
            cited = sorted(cited, key=lambda each: each[1].citation.casefold())
        last: Element | None = None
        for match, source in cited:
            before = f"{match['before'].strip()} ".lstrip()
            if last is None:
                span.text = AtomicString(f"({before}")
            else:
                last.tail = AtomicString(f"{last.tail or ''}; {before}")
            address = page.link(page.course.sources, source.key)
            last = SubElement(span, "a", {"data-source": source.key, "href": address})
            last.set("title", source.plain)
            names = source.citation
            last.text = AtomicString(names.rpartition(", ")[2] if match["year"] else names)
            behind = (match["behind"] or "").strip()
            last.tail = AtomicString(f", {behind}" if behind else "")
        if last is not None:
            last.tail = AtomicString(f"{last.tail or ''})")
        return span


def mistake(
    page: Page, part: str, match: re.Match[str] | None, bibliography: Bibliography
) -> tuple[str, str]:
    """Return what is wrong with a part of a citation, and what to do."""
    if match is None:
        remedy = "write [@key], [@key1; @key2], [see @key, p. 4] or [-@key]"
        return f'"{part}" is no citation', remedy
    key = match["key"]
    if key in bibliography.sources:
        return f'source "{key}" is cited twice in one place', "name it once"
    near = nearest(key, bibliography.keys, 0, 0.75)
    file = f"{page.docs.name}/{page.course.bibliography}"
    remedy = f"write @{near}" if near else f"add it to {file}, or correct the key"
    return f'source "{key}" is not in the bibliography', remedy


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
        # Search finds each of them on the page of all sources.
        heading.set("data-search-exclude", "")
        section.set("aria-labelledby", heading.get("id", ""))
        fold = SubElement(section, "details", {"data-fold": ""})
        summary = SubElement(fold, "summary")
        summary.text = AtomicString(course.words.count("sources", len(keys)))
        listed = SubElement(fold, "ul")
        for source in sources.values():
            if source.key in keys:
                item = reference("li", source)
                item.set("data-reference", source.key)
                listed.append(item)


def reference(tag: str, source: Publication) -> Element:
    """Return a reference as an element, its address linked."""
    html = RE_ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', source.reference)
    element = fromstring(f"<{tag}>{html}</{tag}>")
    for part in element.iter():  # so that no inline pattern reads it as Markdown
        part.text = part.text and AtomicString(part.text)
        part.tail = part.tail and AtomicString(part.tail)
    return element
