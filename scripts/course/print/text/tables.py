"""The tables of a chapter: their captions, and comparisons as tables or as lists."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import zip_longest

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import replace, text_of

COMPARISON = ".//table[@data-block='comparison']"
# What the width of the text has room for: the letters of the longest word of each column.
LETTERS = 60
# A row of more words may go on overleaf: on a page of large letters it would have no place.
TALL = 150


def set_tables(article: HtmlElement, cards: bool) -> None:
    """Prepare every table; with `cards`, each row of a comparison becomes a list."""
    set_captions(article)
    for table in article.xpath(COMPARISON):
        move_notes(table)
        if cards:
            replace(table, as_cards(table))
    for head in article.xpath(".//thead//th"):
        head.set("scope", "col")
    for table in article.xpath(".//table[not(@data-block or @data-part)]"):
        if sum(longest_words(table)) > LETTERS:
            table.classes.add("wide")
    for row in article.xpath(".//tbody/tr"):
        if len(" ".join(map(text_of, row)).split()) > TALL:
            row.classes.add("tall")


def longest_words(table: HtmlElement) -> Iterator[int]:
    """Yield the length of the longest word of each column."""
    rows = [list(map(text_of, row)) for row in table.iter("tr")]
    for column in zip_longest(*rows, fillvalue=""):
        yield max((len(word) for cell in column for word in cell.split()), default=0)


def set_captions(article: HtmlElement) -> None:
    """Put the caption of each table into it, where a reader of tables looks for it."""
    for figure in article.xpath(".//figure[.//table][figcaption]"):
        table = figure.xpath(".//table")[0]
        caption = figure.xpath("figcaption")[0]
        caption.tag = "caption"
        caption.tail = None
        for paragraph in caption.xpath("p"):
            paragraph.drop_tag()
        table.insert(0, caption)
        figure.tag = "div"
        figure.attrib.clear()
        figure.set("class", "captioned")


def move_notes(table: HtmlElement) -> None:
    """Put the notes on each row of a comparison under its criterion, so that columns are wide."""
    for cell in table.xpath(".//*[@data-column='note']"):
        for criterion in cell.getparent().xpath("th[@scope='row']"):
            criterion.append(E.span({"class": "origin"}, *children(cell)))
        cell.drop_tree()


def as_cards(table: HtmlElement) -> HtmlElement:
    """Return a comparison as a list: for each criterion, what each column says of it."""
    heads = table.xpath(".//thead//th")
    cards = E.div({"class": "cards"})
    for caption in table.xpath("caption"):
        caption.tag = "p"
        caption.set("class", "caption")
        cards.append(caption)
    for row in table.xpath(".//tbody/tr"):
        criterion, *cells = row
        card = E.div({"class": "card"}, E.p({"class": "criterion"}, *children(criterion)))
        entries = E.dl()
        for head, cell in zip(heads[1:], cells, strict=True):
            facts = {name: value for name, value in head.attrib.items() if name[:5] == "data-"}
            entries.append(E.dt(facts, *children(deepcopy(head))))
            entries.append(E.dd(facts, *children(cell)))
        card.append(entries)
        cards.append(card)
    return cards


def children(element: HtmlElement) -> list[HtmlElement | str]:
    """Return what an element holds, to be put elsewhere."""
    held: list[HtmlElement | str] = [element.text or ""]
    for child in element:
        tail, child.tail = child.tail, None
        held += [child, tail or ""]
    return held
