"""The prose of a built page: its blocks of text and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from course.problems import Problem
from course.site.page import Page

BLOCKS = (
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "legend",
    "label",
    "summary",
    "figcaption",
    "h1",
    "h2",
    "h3",
)
# What the build adds, what is no prose, and what stands on another page already.
SKIPPED = (
    *("references", "sources", "gather"),
    *("kind", "headerlink", "minutes", "goto", "caption-prefix"),
)
RE_SENTENCE = re.compile(r".+?(?:[.!?]+[”’)\]]*(?=\s+[“‘(]?[^\Wa-zà-ÿ_]|\s+[■▲])|$)", re.DOTALL)
RE_CITATION = re.compile(r"\s*⟦([^⟧]*)⟧")


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text without citations, the keys it cites, and where it stands."""

    page: Page
    element: HtmlElement
    text: str
    keys: tuple[str, ...]

    def problem(self, what: str, remedy: str) -> Problem:
        """Return a problem at the line of the sentence."""
        words = self.text.split()
        signs = [" ".join(words[:number]) for number in (8, 5, 3, 2)]
        return self.page.problem(f"“{' '.join(words[:6])} …”: {what}", remedy, self.element, *signs)

    @property
    def words(self) -> int:
        """The number of words."""
        return len(count_words(self.text))


def count_words(text: str) -> list[str]:
    """Return the words of a text; a number is a word too."""
    return re.findall(r"[^\W_]+(?:[-’'.,][^\W_]+)*", text)


def article(page: Page) -> HtmlElement | None:
    """Return what an author wrote of a page; none on a page of the theme."""
    found = page.tree.xpath("//article") if page.source else []
    return found[0] if found else None


def blocks(page: Page) -> Iterator[HtmlElement]:
    """Yield the innermost blocks of text of a page, in order."""
    root = article(page)
    for element in root.iter(*BLOCKS) if root is not None else ():
        around = [element, *element.iterancestors()]
        if any(is_skipped(each) for each in around):
            continue
        leaf = not any(child.tag in BLOCKS for child in element.iterdescendants())
        if leaf or (element.text or "").strip():
            yield element


def text_of(element: HtmlElement) -> str:
    """Return a block's own text in one line, each citation as its keys in ⟦brackets⟧."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get("class") == "citation":
            yield f" ⟦{' '.join(link.get('href', '').partition('#')[2] for link in child)}⟧"
        elif isinstance(child.tag, str) and not is_apart(child):
            yield from _pieces(child)
        yield child.tail or ""


def is_apart(element: HtmlElement) -> bool:
    """Tell whether an element inside a block of text is not part of its sentences."""
    return element.tag in (*BLOCKS, "svg", "ul", "ol", "dl", "input") or is_skipped(element)


def is_skipped(element: HtmlElement) -> bool:
    """Tell whether an element is no prose of its page; a script's parts are hidden."""
    classes = set(element.get("class", "").split())
    return bool(classes & set(SKIPPED)) or element.get("hidden") is not None


def sentences(page: Page) -> Iterator[Sentence]:
    """Yield the sentences of a page, in order."""
    for element in blocks(page):
        for match in RE_SENTENCE.finditer(text_of(element)):
            keys = [key for group in RE_CITATION.findall(match[0]) for key in group.split()]
            text = RE_CITATION.sub("", match[0]).strip()
            if text:
                yield Sentence(page, element, text, tuple(keys))


def part_of(element: HtmlElement) -> str:
    """Return the heading of the part (h2) in which an element stands."""
    found = element.xpath("(ancestor-or-self::*/preceding-sibling::h2)[last()]")
    return heading(found[0]) if found else ""


def heading(element: HtmlElement) -> str:
    """Return the text of a heading without the link to itself."""
    return text_of(element)


def is_dimension(page: Page) -> bool:
    """Tell whether a page is that of one dimension."""
    return (
        bool(re.fullmatch(r"dimensions/[^/]+/index\.html", page.name)) and page.source is not None
    )
