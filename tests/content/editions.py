"""The files of the editions of this course, and what their tests look for."""

from __future__ import annotations

import re

import pytest
from _pytest.mark import ParameterSet
from lxml.html import HtmlElement

from course.model import COPIED
from course.print.text.book import Book
from tests.courses.build import ROOT
from tests.print.layout.texts import fragments_of, squeezed

BOUND = ["workbook-a4", "workbook-letter"]
LARGE_BOOKS = ["workbook-large-print-a4", "workbook-large-print-letter"]
PRINTED = [*BOUND, *LARGE_BOOKS]
FILLABLE = ["workbook-fillable-a4", "workbook-fillable-letter"]
WORKBOOKS = [*PRINTED, *FILLABLE]
ANSWERS = ["answers-a4", "answers-letter"]
LARGE_ANSWERS = ["answers-large-print-a4", "answers-large-print-letter"]
# The answers come after the workbook that they refer to, which is still in memory then.
BOOKS = ["workbook-a4", "answers-a4", "workbook-letter", "answers-letter"]
BOOKS += [name for name in WORKBOOKS if name not in BOOKS]
ONE_PAGE = ["one-page-a4", "one-page-letter"]
SHEETS = [
    f"sheet-{path.stem}-{size}"
    for path in sorted((ROOT / "docs/dimensions").glob("*.md"))
    if path.stem != "index"
    for size in ("a4", "letter")
]
LARGE_SHEETS = [name.replace("-a4", "-large-print-a4") for name in SHEETS if name.endswith("-a4")]
LARGE_SHEETS += [
    name.replace("-letter", "-large-print-letter") for name in SHEETS if name.endswith("-letter")
]
LARGE_ONE_PAGE = ["one-page-large-print-a4", "one-page-large-print-letter"]
# Each of these is set at 18 points.
LARGE = [*LARGE_BOOKS, *LARGE_ANSWERS, *LARGE_ONE_PAGE, *LARGE_SHEETS]
FILES = [*BOOKS, *ONE_PAGE, *SHEETS, *LARGE_ANSWERS, *LARGE_ONE_PAGE, *LARGE_SHEETS]
# The answers to what a reader is asked.
REASONS = "@data-answers"
END_OF_SENTENCE = re.compile(r"(?<=[.!?”])\s+")


def blocks(book: Book, condition: str) -> list[tuple[str, HtmlElement]]:
    """Return the elements of the course's text that meet a condition of XPath, in reading order.

    Each is beside the name of its page. Those that a page only repeats are left out.
    """
    path = f"//article//*[{condition}][not({COPIED})]"
    return [(page.name, block) for page in book.pages for block in page.tree.xpath(path)]


def sentences(element: HtmlElement) -> list[str]:
    """Return each sentence of an element that is long enough to stand for itself."""
    fragments = fragments_of(element)
    parts = (part for fragment in fragments for part in END_OF_SENTENCE.split(fragment))
    return [squeezed(part) for part in parts if len(part) > 40]


def each(names: list[str]) -> list[ParameterSet]:
    """Return a parameter for each file; one process runs all its tests, and reads it once."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in names]


def these(names: list[str]) -> pytest.MarkDecorator:
    """Let a test read some of the files."""
    return pytest.mark.parametrize("file", each(names), indirect=True)


def text_of(element: HtmlElement) -> str:
    """Return the text of an element, its spaces made single."""
    return " ".join(element.text_content().split())
