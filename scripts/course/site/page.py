"""A page of a built site: a tree to read and to mend, and its text, kept as the theme made it."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml.etree import ElementDefaultClassLookup, XPath
from lxml.html import HtmlComment, HtmlElement, document_fromstring
from lxml.html import HTMLParser as TreeParser

from course.kept import digest
from course.problems import Problem
from course.site.sources import Source, find_source
from course.site.tags import StartTag, start_tags

# One attribute in a start tag: its name, and its value with the quotes.
ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
NUMBER = "data-start-tag"
WITH_CLASS = XPath("//*[@class]")
# Without a class of its own for each name, no element is looked up in Python.
PLAIN = ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
# An element, where its start tag stands, and the attributes that it has there.
Tagged = tuple[HtmlElement, StartTag, list[tuple[str, str]]]
# What keeps its white space, and white space with a new line in it, elsewhere.
KEPT_OR_SPACE = re.compile(
    r"(<(pre|textarea|script|style|template)\b.*?</\2>|<[^\s>]+(?:\"[^\"]*\"|'[^']*'|[^>\"']++)*>)"
    r"|\s*\n\s*",
    re.DOTALL | re.IGNORECASE,
)


class Page:
    """A page.

    Rules read `tree`, and repairs change the attributes of its elements. When the page is
    written, only the start tags whose attributes changed are written anew. lxml's own
    serialiser would lower the case of SVG names and close `source`, `track` and `wbr`,
    which have no end tag.

    Attributes:
        name: the path in the site, such as `dimensions/focus/index.html`.
        source: the Markdown file it was made from, or none for a page of the theme.
        texts: what `course.site.prose` found in it; none before somebody has asked.
        links: what `course.site.links` found in it, likewise.
        facts: what was found in it, by `course.site.facts`.
        problems: what rules found in it by itself; none before they looked.
    """

    def __init__(self, name: str, text: str, source: Source | None = None, folder: str = "site"):
        """Hold a page; it is parsed when somebody asks for its tree.

        Arguments:
            name: the path in the site.
            text: the HTML.
            source: the Markdown file.
            folder: what messages call the folder of the site.
        """
        self.name = name
        self._data: bytes | None = text.encode()
        self._packed = b""
        self._mentioned: dict[str, bool] = {}
        self.source = source
        self.file = f"{folder}/{name}"
        self.texts: list[HtmlElement] | None = None
        self.links: list[Any] | None = None
        self.facts: dict[object, Any] = {}
        self.problems: list[Problem] | None = None
        self._tree: HtmlElement | None = None
        self._tagged: list[Tagged] | None = None
        self._classes: dict[str, list[HtmlElement]] | None = None
        self._insertions: dict[HtmlElement, str] = {}
        self._contents: dict[HtmlElement, str] = {}
        self._dropped: set[HtmlElement] = set()

    @property
    def data(self) -> bytes:
        """The HTML as it was read, in UTF-8: as a text it takes two or four times the memory."""
        return zlib.decompress(self._packed) if self._data is None else self._data

    @property
    def text(self) -> str:
        """The HTML as it was read."""
        return self.data.decode()

    @property
    def tree(self) -> HtmlElement:
        """The root element."""
        if self._tree is None:
            self._tree = parse(self.data)
        return self._tree

    def take_up(self) -> None:
        """Parse the page so that what changes in it is written without parsing it again."""
        self._forget()
        self._tree, self._tagged = tagged(self.text)

    def let_go(self) -> None:
        """Forget the tree, which takes twenty times the memory of the text, and pack the text."""
        self._forget()
        self._packed = self._packed or zlib.compress(self.data, 1)
        self._data = None

    def _forget(self) -> None:
        """Forget the tree and its changes."""
        self._tree = self._tagged = self._classes = self.texts = self.links = None
        self._insertions, self._contents, self._dropped = {}, {}, set()

    @cached_property
    def digest(self) -> str:
        """A name for all that a page is: where it is, its HTML, and whether it has a source."""
        return digest([self.name, self.path, self.text])

    def of_class(self, name: str) -> list[HtmlElement]:
        """Return the elements of a class, in order, as it was when the first one was asked for."""
        if self._classes is None:
            self._classes = {}
            found: list[HtmlElement] = WITH_CLASS(self.tree)  # type: ignore[assignment]
            for element in found:
                for each in dict.fromkeys(element.get("class", "").split()):
                    self._classes.setdefault(each, []).append(element)
        return self._classes.get(name, [])

    def mentions(self, word: str) -> bool:
        """Tell whether a word is in the HTML: an attribute that is not in it, no element has."""
        if word not in self._mentioned:
            self._mentioned[word] = word.encode() in self.data
        return self._mentioned[word]

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
        text = self.text
        for element, tag, before in self._tags():
            if tag.start < end:
                continue  # inside of an element that was filled or left out
            if element in self._dropped:
                pieces.append(text[end : tag.start])
                end_tag = re.compile(rf"</{element.tag}\s*>", re.IGNORECASE)
                closed = end_tag.match(text, tag.close)
                end = closed.end() if closed else tag.close
                continue
            if (now := element.items()) != before:
                written = rewritten(text[tag.start : tag.end], dict(before), dict(now))
                pieces += [text[end : tag.start], written]
                end = tag.end
            if element in self._insertions or element in self._contents:
                added = self._insertions.get(element, "") + self._contents.get(element, "")
                pieces += [text[end : tag.end], added]
                end = tag.close if element in self._contents else tag.end
        return "".join([*pieces, text[end:]])

    def _tags(self) -> list[Tagged]:
        """Return each element that has a start tag in the text, in order, with what it had there.

        Where nobody has taken it up, a second tree is made. So a page that is only read, as most
        are, needs neither the tags nor what they said.
        """
        if self._tagged is not None:
            return self._tagged
        first, tags = tagged(self.text)
        both = dict(zip(first.iter("*"), self.tree.iter("*"), strict=True))
        return [(both[element], tag, before) for element, tag, before in tags]

    def reread(self) -> Page:
        """Return the page with the changes that were made, as a page of its own."""
        return self.anew(self.render())

    def anew(self, text: str) -> Page:
        """Return the page with another text."""
        return Page(self.name, text, self.source, self.file.partition("/")[0])

    def line(self, element: HtmlElement) -> int:
        """Return the line of an element in the built file; 1 if it has no start tag there."""
        starts = (tag.start for found, tag, _ in self._tags() if found is element)
        return self.text.count("\n", 0, next(starts, 0)) + 1

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


def read_pages(site: Path, docs: Path) -> list[Page]:
    """Return every HTML page of a site, in the order of their paths.

    Arguments:
        site: the folder of the built site.
        docs: the folder of the Markdown sources.
    """
    return list(pages_in(site, docs))


def pages_in(site: Path, docs: Path) -> Iterator[Page]:
    """Yield the same, one page after the other."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        yield Page(name, text, find_source(name, docs), site.name)


def tagged(text: str) -> tuple[HtmlElement, list[Tagged]]:
    """Parse a page, and return with its root each element with a start tag in the text, in order.

    Where the parser has left out or added an element, each start tag is numbered to tell which is
    which.
    """
    tags = start_tags(text)
    root = parse(text)
    elements = list(root.iter("*"))
    if [tag.element for tag in tags] != [each.tag for each in elements]:
        root = parse(numbered(text, tags))
        found = root.xpath(f"//*[@{NUMBER}]")
        by_number = {int(each.attrib.pop(NUMBER)): each for each in found}
        tags = [tags[number] for number in sorted(by_number)]
        elements = [by_number[number] for number in sorted(by_number)]
    both = zip(elements, tags, strict=True)
    return root, [(element, tag, element.items()) for element, tag in both]


def numbered(text: str, tags: list[StartTag]) -> str:
    """Return the text with a number in each start tag."""
    pieces: list[str] = []
    end = 0
    for number, tag in enumerate(tags):
        pieces += [text[end : tag.name], f' {NUMBER}="{number}"']
        end = tag.name
    return "".join([*pieces, text[end:]])


def parse(text: str | bytes) -> HtmlElement:
    """Return the root element of an HTML page."""
    parser = TreeParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(PLAIN)
    data = text if isinstance(text, bytes) else text.encode()
    return document_fromstring(data, parser=parser)


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
