"""A page of a built site: a tree to read and to mend, and its text, kept as the theme made it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring
from lxml.html import HTMLParser as TreeParser

from course.problems import Problem
from course.site.sources import Source, find_source

# One attribute in a start tag: its name, and its value with the quotes.
ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
NUMBER = "data-start-tag"
# What keeps its white space, and white space with a new line in it, elsewhere.
KEPT_OR_SPACE = re.compile(
    r"(<(pre|textarea|script|style|template)\b.*?</\2>|<[^\s>]+(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>)"
    r"|\s*\n\s*",
    re.DOTALL | re.IGNORECASE,
)


class Page:
    """A page.

    Rules read `tree`, and repairs change the attributes of its elements. When the page is
    written, only the start tags whose attributes changed are written anew. lxml's own
    serialiser would lower the case of SVG names and close `source`, `track` and `wbr`,
    which have no end tag. To find an element in the text again, each start tag is numbered
    before the tree is made.

    Attributes:
        name: the path in the site, such as `dimensions/focus/index.html`.
        text: the HTML as it was read.
        tree: the root element.
        source: the Markdown file it was made from, or none for a page of the theme.
    """

    def __init__(self, name: str, text: str, source: Source | None = None, folder: str = "site"):
        """Parse a page.

        Arguments:
            name: the path in the site.
            text: the HTML.
            source: the Markdown file.
            folder: what messages call the folder of the site.
        """
        self.name = name
        self.text = text
        self.source = source
        self.file = f"{folder}/{name}"
        tags = start_tags(text)
        self.tree = parse(numbered(text, tags))
        self._tags: dict[HtmlElement, StartTag] = {}
        self._attributes: dict[HtmlElement, dict[str, str]] = {}
        for element in self.tree.iter("*"):
            if number := element.attrib.pop(NUMBER, None):
                self._tags[element] = tags[int(number)]
                self._attributes[element] = attributes(element)
        self._insertions: dict[HtmlElement, str] = {}
        self._contents: dict[HtmlElement, str] = {}
        self._dropped: set[HtmlElement] = set()

    @property
    def path(self) -> str:
        """The path of its source below the folder of the sources; nothing for the theme's pages."""
        return self.source.path if self.source else ""

    @property
    def folder(self) -> str:
        """Its address from the root of the site, such as `dimensions/focus/`."""
        return self.name.removesuffix("index.html")

    def insert_after(self, element: HtmlElement, markup: str) -> None:
        """Put HTML right after the start tag of an element."""
        self._insertions[element] = self._insertions.get(element, "") + markup

    def fill(self, element: HtmlElement, markup: str) -> None:
        """Put HTML in the place of all that an element holds."""
        self._contents[element] = markup

    def drop(self, element: HtmlElement) -> None:
        """Leave out an element, with all that it holds."""
        self._dropped.add(element)

    def render(self) -> str:
        """Return the HTML with the changes made to the tree."""
        pieces: list[str] = []
        end = 0
        for element, tag in sorted(self._tags.items(), key=lambda item: item[1].start):
            if tag.start < end:
                continue  # inside of an element that was filled or left out
            if element in self._dropped:
                pieces.append(self.text[end : tag.start])
                end_tag = re.compile(rf"</{element.tag}\s*>", re.IGNORECASE)
                closed = end_tag.match(self.text, tag.close)
                end = closed.end() if closed else tag.close
                continue
            written = self.text[tag.start : tag.end]
            if (now := attributes(element)) != self._attributes[element]:
                written = rewritten(written, self._attributes[element], now)
            pieces += [self.text[end : tag.start], written, self._insertions.get(element, "")]
            end = tag.end
            if element in self._contents:
                pieces.append(self._contents[element])
                end = tag.close
        return "".join([*pieces, self.text[end:]])

    def reread(self) -> Page:
        """Return the page with the changes that were made, as a page of its own."""
        return Page(self.name, self.render(), self.source, self.file.partition("/")[0])

    def line(self, element: HtmlElement) -> int:
        """Return the line of an element in the built file; 1 if it has no start tag there."""
        return self._tags[element].line if element in self._tags else 1

    def problem(self, what: str, remedy: str, element: HtmlElement, *signs: str) -> Problem:
        """Return a problem, placed where its author can mend it.

        Arguments:
            what: what is wrong.
            remedy: what to do.
            element: the element in the built page.
            signs: what the source may have there, the best sign first.
        """
        if self.source is None:
            return Problem(self.file, self.line(element), what, remedy)
        return Problem(*self.source.place(signs), what, remedy)


@dataclass
class StartTag:
    """Where a start tag stands in the text of a page; lines count from 1.

    Attributes:
        start: where the tag starts.
        end: where the tag ends.
        line: the line that it is on.
        close: where the end tag of its element starts; without one, where the tag ends.
    """

    start: int
    end: int
    line: int
    close: int


def read_pages(site: Path, docs: Path) -> list[Page]:
    """Return every HTML page of a site, in the order of their paths.

    Arguments:
        site: the folder of the built site.
        docs: the folder of the Markdown sources.
    """
    pages = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        pages.append(Page(name, text, find_source(name, docs), site.name))
    return pages


def start_tags(text: str) -> list[StartTag]:
    """Return the start tags of a page, in order."""
    reader = _StartTagReader(text)
    reader.feed(text)
    reader.close()
    return reader.tags


class _StartTagReader(HTMLParser):
    """Notes where start tags stand; what is inside scripts and styles is no tag."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[StartTag] = []
        self._open: list[tuple[str, StartTag]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        self._open.append((tag, self.tags[-1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of an element such as `<path/>`, which no end tag follows.
        line, _ = self.getpos()
        start = self._position()
        end = start + len(self.get_starttag_text() or "")
        self.tags.append(StartTag(start, end, line, end))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            # Elements that were opened since then have no end tag of their own.
            last = len(names) - 1 - names[::-1].index(tag)
            self._open[last][1].close = self._position()
            del self._open[last:]

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def numbered(text: str, tags: list[StartTag]) -> str:
    """Return the text with a number in each start tag."""
    pieces: list[str] = []
    end = 0
    for number, tag in enumerate(tags):
        name = re.compile(r"<[^\s/>]+").match(text, tag.start)
        assert name is not None
        pieces += [text[end : name.end()], f' {NUMBER}="{number}"']
        end = name.end()
    return "".join([*pieces, text[end:]])


def parse(text: str) -> HtmlElement:
    """Return the root element of an HTML page."""
    return document_fromstring(text.encode(), parser=TreeParser(encoding="utf-8", huge_tree=True))


def attributes(element: HtmlElement) -> dict[str, str]:
    """Return the attributes of an element."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def rewritten(tag: str, before: dict[str, str], after: dict[str, str]) -> str:
    """Return a start tag with other attributes.

    Arguments:
        tag: the start tag as it was written.
        before: its attributes.
        after: the attributes it gets: those that did not change stay as they were written.
    """
    name = re.match(r"<[^\s/>]+", tag)
    assert name is not None
    kept = [
        match.group()
        for match in ATTRIBUTE.finditer(tag, name.end())
        if before.get(key := match[1].lower()) == after.get(key)
    ]
    new = [f' {key}="{escaped(value)}"' for key, value in after.items() if before.get(key) != value]
    return "".join([name.group(), *kept, *new, "/>" if tag.endswith("/>") else ">"])


def without_space(text: str) -> str:
    """Return a page without the empty lines and the indentation of its templates."""
    return KEPT_OR_SPACE.sub(lambda match: match[1] or "\n", text)


def escaped(value: str) -> str:
    """Return text as it stands between double quotes in a start tag."""
    return html.escape(value, quote=False).replace('"', "&quot;")
