"""The prose of a built page: its pieces of text, their sentences, and what these cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from course.model import HEADINGS, article_of, text_of
from course.problems import Problem
from course.settings import SHAPES
from course.site.page import Page

# Text that runs on, and text that names something or is one of several things to choose from.
RUNNING = ("p", "li", "dt", "dd")
NAMING = (*HEADINGS, "td", "th", "legend", "label", "summary", "figcaption")
TEXTS = RUNNING + NAMING
# What the build adds, and what stands on another page or in the words of the language.
SKIPPED = {
    "data-block": {"bibliography", "finish", "gather", "map", "notebook", "references"},
    "data-part": {
        *("beyond", "condition", "contents", "course-mark", "edition", "files", "found", "given"),
        *(
            "cases",
            "goto",
            "guess",
            "key",
            "kind",
            "lead",
            "map",
            "map-title",
            "mark",
            "marking",
            "marks",
            "minutes",
            "own",
            "place",
            "steps",
        ),
        "tools",
    },
    "class": {"headerlink", "caption-prefix"},
    # The numbers of notes, and the ways back.
    "data-note": {"there", "back"},
}
# What is read or done for itself, beside the text that runs on.
APART = "ancestor-or-self::*[@data-block or @data-part='head' or self::table or self::figure"
APART += " or self::details[not(@data-fold)]]"
# A full stop, with what closes after it, before a capital, a digit or a sign; what may open there.
RE_END = re.compile(rf"[.!?]+[”’“‘»«)\]]*(?=\s+(?:[“‘„‚«»(]?[^\Wa-zà-öø-ÿ_]|[{''.join(SHAPES)}]))")
RE_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text without citations, the keys it cites, and where it stands."""

    page: Page
    element: HtmlElement
    text: str
    keys: tuple[str, ...]

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(count_words(self.text))

    def problem(self, what: str, remedy: str) -> Problem:
        """Return a problem at the line of the sentence."""
        words = self.text.split()
        signs = [" ".join(words[:number]) for number in (8, 5, 3, 2)]
        return self.page.problem(f"“{' '.join(words[:6])} …”: {what}", remedy, self.element, *signs)


def count_words(text: str) -> list[str]:
    """Return the words of a text; a number is a word too."""
    return RE_WORD.findall(text)


def texts(page: Page) -> list[HtmlElement]:
    """Return the innermost elements of text that an author wrote on a page, in order."""
    if page.texts is None:
        article = article_of(page.tree) if page.source else None
        has_any = article is not None and not any(map(is_skipped, article.iterancestors()))
        page.texts = list(texts_in(article)) if has_any else []
    return page.texts


def texts_in(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the innermost elements of text of an element, itself among them, in order."""
    if not isinstance(element.tag, str) or is_skipped(element):
        return
    if element.tag in TEXTS and (
        (element.text or "").strip() or next(element.iterdescendants(*TEXTS), None) is None
    ):
        yield element
    for child in element:
        yield from texts_in(child)


def running_texts(page: Page) -> Iterator[HtmlElement]:
    """Yield what runs on, outside of blocks, tables, captions, disclosures and the head."""
    for element in texts(page):
        if element.tag in RUNNING and not element.xpath(APART):
            yield element


def is_skipped(element: HtmlElement) -> bool:
    """Tell whether an element is no prose of its page; what a script shows is hidden."""
    if element.tag in ("template", "noscript") or not {"hidden", "data-copy"}.isdisjoint(
        element.keys()
    ):
        return True
    return any(element.get(name) in values for name, values in SKIPPED.items())


def read(element: HtmlElement) -> tuple[str, list[tuple[int, str]]]:
    """Return the own text of an element in one line, and the key and place of each citation."""
    text = ""
    cited = []
    for piece in pieces(element):
        if isinstance(piece, str):
            text = re.sub(r"\s+", " ", text + piece)
        else:
            text = text.rstrip()
            cited += [(len(text), str(key)) for key in piece.xpath(".//@data-source")]
    return text, cited


def pieces(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """Yield the text of an element in pieces, each citation as its element."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get("data-cite") is not None:
            yield child
        elif isinstance(child.tag, str) and not is_apart(child):
            yield from pieces(child)
        yield child.tail or ""


def is_apart(element: HtmlElement) -> bool:
    """Tell whether an element inside a text is not part of its sentences."""
    return element.tag in (*TEXTS, "svg", "ul", "ol", "dl", "input") or is_skipped(element)


def sentences(page: Page, unended: re.Pattern[str]) -> Iterator[Sentence]:
    """Yield the sentences of a page, in order.

    Arguments:
        page: the page.
        unended: what a full stop after it does not end a sentence.
    """
    for element in texts(page):
        text, cited = read(element)
        start = 0
        for end in [*ends(text, unended), len(text)]:
            # A citation right after the full stop belongs to what stands before it.
            keys = [key for place, key in cited if start < place <= end or place == start == 0]
            if words := text[start:end].strip():
                yield Sentence(page, element, words, tuple(keys))
            start = end


def ends(text: str, unended: re.Pattern[str]) -> Iterator[int]:
    """Yield the places in a text where a sentence ends, but for the last."""
    for match in RE_END.finditer(text):
        if match[0] != "." or not unended.search(text, 0, match.start()):
            yield match.end()


def part_of(element: HtmlElement) -> str:
    """Return the heading of the part (h2) in which an element stands."""
    found = element.xpath("(ancestor-or-self::*/preceding-sibling::h2)[last()]")
    return text_of(found[0]) if found else ""
