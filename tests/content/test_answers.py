"""The answers of this course: all that was asked, each with its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from course.model import Block
from course.print.text.book import Book, numbered
from tests.content.editions import ANSWERS, REASONS, blocks, sentences, these
from tests.print.layout.pdf import words
from tests.print.layout.texts import squeezed
from tests.print.printed_file import PrintedFile

HIDDEN = "@data-block='answer'"
ASKING = "self::section and @data-series and .//*[self::fieldset or self::input][@data-right]"


@these(ANSWERS)
def test_every_reason_is_in_the_answers(file: PrintedFile, book: Book) -> None:
    reasons = [text for _, reason in blocks(book, REASONS) for text in sentences(reason)]
    # A sentence may go on on the next page, after the notes in the margin of its own.
    body, _ = file.layout.text_and_pages
    assert [reason for reason in reasons if reason not in body] == []


@these(ANSWERS)
def test_each_answer_names_the_page_of_what_was_asked(file: PrintedFile, book: Book) -> None:
    asked = [words_asked(block, book) for _, block in blocks(book, f"({ASKING}) or {HIDDEN}")]
    told = list(answers_told(file))
    assert [heading for heading, *_ in told] == [wanted[0] for wanted in asked]
    assert len(told) > 50
    assert file.beside is not None
    pages = file.beside.layout.pages
    for (heading, place, below), (_, wanted) in zip(told, asked, strict=True):
        number = re.fullmatch(r"Workbook,page(\d+)", place)
        assert number is not None, heading
        text = pages[int(number[1]) - 1].text
        assert wanted in text, heading
        if heading[-1].isdigit():
            assert heading in text
            assert wanted in below


@these(ANSWERS)
def test_each_case_and_question_is_whole_in_the_answers(file: PrintedFile, book: Book) -> None:
    told = [text for _, block in blocks(book, ASKING) for text in sentences(asked_in(block))]
    assert len(told) > 100
    body, _ = file.layout.text_and_pages
    assert [text for text in told if text not in body] == []


def asked_in(block: HtmlElement) -> HtmlElement:
    """Return what a block tells before it asks, without what answers it."""
    found = block.xpath("*[@data-part='content' or @data-part='prompt']")
    return found[0] if found else html.fragment_fromstring("<p></p>")


def answers_told(file: PrintedFile) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the heading of each answer, the paragraph above it, and those below."""
    heading, place, paragraphs = "", "", list[str]()
    for part in file.layout.tags.iter("H1", "H2", "P"):
        if part.tag == "P":
            paragraphs.append(squeezed(words(part)))
            continue
        if heading:
            yield heading, place, paragraphs
        heading = squeezed(words(part)) if part.tag == "H2" else ""
        place, paragraphs = "".join(paragraphs[-1:]), []
    if heading:
        yield heading, place, paragraphs


def words_asked(block: HtmlElement, book: Book) -> tuple[str, str]:
    """Return the heading of a block's answer, and words that are asked in the workbook."""
    if block.tag == "details":
        before = block.getprevious()
        if before.tag != "section":
            return words_of(block.xpath("preceding::h2[1]")[0]), words_of(before)
        block = before
    title = block.xpath("h3 | .//legend")[0]
    kind = squeezed(numbered(Block(block), book.course.words))
    return kind if title.tag == "legend" else f"{kind}.{words_of(title)}", words_of(title)


def words_of(element: HtmlElement) -> str:
    """Return the text of an element of a page without the sign that links to it, normalised."""
    return squeezed("".join(element.xpath(".//text()[not(ancestor::a[@class='headerlink'])]")))
