"""Marks of other tools, and marks that are not closed: they are read as text, so they are told.

Looked for in what is left as text when all marks of a page are read, so that code, and a sign that
an author escaped with a backslash, is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from course.marks.page import Occurrences, Page, current
from course.marks.references import read_bibliography

# Where a mark is no mark.
APART = ("code", "pre", "kbd", "samp", "script", "style", "svg", "math", "textarea", "template")
GENERATED = ("bibliography", "references")
CLOSE = "close it, or put a backslash before it"
CALLOUT = "write !!! note, and its text below it, indented by four spaces"

# Each mark as it is left in a text, what it is, and what to write in its place.
MARKS: tuple[tuple[str, str, str], ...] = (
    (r"^:{3,}[ \t]*\w*", "begins or ends nothing here", CALLOUT),
    (r"^(?:!{3}|\?{3}\+?)[ \t]*\S*", "has no text", CALLOUT),
    (r"^\[!\w+\]", "begins no callout", CALLOUT),
    (r"^={3}[!+]?[ \t]", "makes no tab here", "write ## headings, or /// details | Title"),
    (
        r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}",
        "proposes a change",
        "make the change, or leave it out",
    ),
    (r"\{\{.*?\}\}|\{%.*?%\}", "is filled in by nothing", "write the words themselves"),
    (r"\+\+[\w-]+(?:\+[\w-]+)*\+\+", "is no key here", "write <kbd>Ctrl</kbd>"),
    (r"==(?=\S)[^=\n]+==", "marks nothing here", "write *…* or **…**"),
    (r"~~(?=\S)[^~\n]+~~", "strikes nothing out here", "leave it out, or write <del>…</del>"),
    (r"(?<=\w)~\w+~", "lowers nothing here", "write <sub>…</sub>"),
    (r"(?<=\w)\^\w+\^", "raises nothing here", "write <sup>…</sup>"),
    (
        r"\$\$|\$(?=\S)[^$\n]*[\\^_={][^$\n]*\$",
        "is no formula here",
        "write it in words, or include it as a picture",
    ),
    (r"(?<![\w:]):[a-z0-9+-][\w+-]*:(?![\w:])", "is no sign here", "type the sign, or a word"),
    (r"\(\d+\)!", "leads to no remark here", "write the remark into the text"),
    (r"\[\^[^\]\s]+\]", "is a note that is not there", "write it as [^name]: … on its own line"),
    (r"\\(?:cite|emph|textbf|textit|begin|end|item|section)\b", "is LaTeX", "write Markdown"),
    (r"^\.\. [\w-]+::", "is no directive here", "write a block of the course"),
    (
        r"^\d+\)[ \t]+\S",
        "begins no list",
        "write 1. in its place, below a blank line",
    ),
    (r"(?<=\n)[-*+][ \t]+\S", "begins no list", "leave a blank line above the list"),
    (r"(?<=\n)\d+\.[ \t]+\S", "begins no list", "leave a blank line above the list"),
    (r"^[-*+]\u00a0", "begins no list", "put an ordinary space behind it"),
    (r"^[•‣◦][ \t\u00a0]", "begins no list", "write - in its place"),
    (r"[\u200b\u2060\ufeff]", "is a sign that nobody sees", "remove it, and type the words again"),
    (
        r"\[\[(?![^\]|]+(?:\|[^\]]+)?\]\])|(?<![\[\]])\[[^\[\]\n]+\]\]",
        "is no term",
        "write it as [[term]] or [[term|words shown]]",
    ),
    (r"\]\[[\w -]*\]", "leads to no address", "write [words](address)"),
    (
        r"\][ ]?\((?=[^)\s]*(?:\.md|//|#|/))",
        "is no link",
        "write [words](address)",
    ),
    (r"\{:?[ ]?[.#][\w-]+[^}\n]*\}?", "belongs to nothing", "put it right behind what it is for"),
    (r"\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}", "is not closed", CLOSE),
    (r"(?<![\w_])__(?=[^\W_][^\n]*\s)|(?<=[^\W_])__(?!\w)", "is not closed", CLOSE),
    (r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])", "is not closed", CLOSE),
    (r"`+", "is not closed", CLOSE),
    (r"(?<![\w/\"'(<])https?://[^\s<>]+", "is not linked", "write <…> around it"),
)
# What comes in rows or pairs, of which the first is told.
ONCE = ("begins or ends nothing here", "makes no tab here", "is no formula here")
# Each mark has one of these, and most texts have none.
RE_SIGN = re.compile(
    r"[\[\]{}~^$\\*`•‣◦\u200b\u2060\ufeff]|:[:/a-z0-9+-]|!!!|\?\?\?|==|\+\+|__|\)!"
    r"|\n[-*+\d]|^(?:\d+\)|\.\.|[-*+]\u00a0)",
    re.MULTILINE,
)
RE_MARKS = tuple((re.compile(found, re.MULTILINE), what, do) for found, what, do in MARKS)
RE_KEY = re.compile(r"(?<![\w@.])@(?P<bare>[\w-]+)|[\[(](?P<bracketed>[\w-]+)[\])](?!\()")


class ForeignTreeprocessor(Treeprocessor):
    """Report what reads as a mark and became text."""

    def run(self, root: Element) -> None:
        """Look at each text of the page, and report the first mark of each line."""
        page = current(self.md)
        if page.mistakes.tangled:
            return  # What a block has begun with is text then, too.
        places = Occurrences()
        keys = read_bibliography(page.course).sources.keys()
        told: set[int] = {each.line for each in page.mistakes.problems}
        once: set[str] = set()
        last = (0, "")
        for text in texts(root):
            for sign, what, remedy in (*marks_in(text), *keys_in(text, keys)):
                line = place_of(page, places, sign, text)
                # Of a list, its first item is told.
                follows = what == last[1] and line == last[0] + 1
                last = (line, what)
                if line not in told and what not in once and not follows:
                    told.add(line)
                    once.update({what} & set(ONCE))
                    page.report(line, f"“{shown(sign)}” {what}", remedy)


def texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element that an author wrote."""
    if not isinstance(element.tag, str) or element.tag in APART:
        return
    if element.get("data-block") in GENERATED or element.get("data-cite") is not None:
        return
    if element.text and not isinstance(element.text, AtomicString):
        # In a link an address stands as it is.
        yield element.text if element.tag != "a" else re.sub(r"https?://", "", element.text)
    for child in element:
        yield from texts(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            yield child.tail


def marks_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each mark in a text, what it is and what to write."""
    for pattern, what, remedy in RE_MARKS if RE_SIGN.search(text) else ():
        found = [match[0] for match in pattern.finditer(text)]
        for sign in found:
            yield sign, what, remedy
        if found:
            text = pattern.sub(" ", text)


def keys_in(text: str, keys: object) -> Iterator[tuple[str, str, str]]:
    """Yield each key of a source that stands in a text without the marks of a citation."""
    for match in RE_KEY.finditer(text):
        key = match["bare"] or match["bracketed"]
        if key in keys:  # type: ignore[operator]
            yield match[0], "is no citation", f"write [@{key}]"


def place_of(page: Page, places: Occurrences, sign: str, text: str) -> int:
    """Return the line of a mark: what else is on it is looked for where the mark is short."""
    plain = shown(sign)
    for line in text.splitlines():
        words = shown(line)
        if plain in line and len(words) > len(plain) and page.line_of(words) > 1:
            return page.line_of(words)
    return places.line(page, plain)


def shown(text: str) -> str:
    """Return a text up to what Python-Markdown put into it in the place of something else."""
    return text.partition(STX)[0].strip("\n")
