"""The grid of a chapter: what opens it, and what stands side by side over its whole width."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import replace, text_of

HEAD = ".//*[@data-part='head']"
OPENING = "*[@data-part='emblem' or self::h1 or @data-part='summary']"
# A case or a scene: what happens, and then what the reader does.
HAPPENS = "*[@data-part='content' or @data-part='happens']"
TOLD = f".//section[@data-block='decision' or @data-block='scene'][{HAPPENS}/following-sibling::*]"
# A question with its options: its kind and what it asks, and then the options.
ASKS = "*[following-sibling::*[@data-part='options']]"
CHOICE = ".//section[@data-series='question'][*[@class='stem']][*[@data-part='options']]"
HALVES = ".//div[@class='sides halves']"
# What a place to write is for, right before it.
LABEL = """
    .//p[@class='label'][not(ancestor::*[@class='sides'])]
    [following-sibling::*[1][@class='ruled' or @class='blank']]
"""
# What begins a line, and what is written on.
BEGINS = "descendant-or-self::*[self::p or self::li][not(ancestor::li)]"
WRITTEN = ".//*[@class='line']"
# The millimetres over which two sides are spread, those of a letter, and those before an item.
WIDTH, LETTER, INDENT = 170, 1.85, 12
# The letters of a page that a link names, and the height of a line to write on, in lines of text.
NUMBER, LINE = 10, 1.7
# The shares of the width that the first of two sides can have, in hundredths.
SHARES = range(42, 69, 2)
# That of what is asked, so that the options of all questions stand below one another.
HALF = 50


def set_grid(article: HtmlElement, wide: bool) -> None:
    """Mark what opens a chapter; with `wide`, put what happens in a case beside what to do.

    Otherwise nothing stands side by side, so that two halves of a table are one again.
    """
    for head in article.xpath(HEAD):
        parts = head.xpath(OPENING)
        opening = E.div({"data-part": "opening"})
        head.insert(0, opening)
        opening.extend(parts)
    if wide:
        for block in article.xpath(TOLD):
            (happens,) = block.xpath(HAPPENS)
            rest = list(happens.itersiblings())
            put_beside([happens], rest, least_high([happens], rest))
        for block in article.xpath(CHOICE):
            put_beside(block.xpath(ASKS), block.xpath("*[@data-part='options']"), HALF)
        for label in article.xpath(LABEL):
            place = label.getnext()
            replace(label, labelled := E.div({"class": "labelled"}))
            labelled.extend([label, place])
        return
    for halves in article.xpath(HALVES):
        whole, *others = halves.xpath("div/table")
        for other in others:
            whole.find("tbody").extend(other.find("tbody"))
        replace(halves, whole)


def put_beside(first: list[HtmlElement], rest: list[HtmlElement], share: int) -> None:
    """Put two parts of a block side by side; the first has a share of the width, in hundredths."""
    block = first[0].getparent()
    width = {"style": f"width: {share}%"}
    block.append(E.div({"class": "sides"}, E.div(width, *first), E.div(*rest)))


def least_high(first: Iterable[HtmlElement], rest: Iterable[HtmlElement]) -> int:
    """Return the share for the first of two parts with which the higher one is least high."""
    one, other = pieces_of(first), pieces_of(rest)

    def height(share: int) -> int:
        width = WIDTH * share / 100
        return max(lines_of(one, width), lines_of(other, WIDTH - width))

    return min(SHARES, key=height)


def pieces_of(parts: Iterable[HtmlElement]) -> list[tuple[int, int, int]]:
    """Return what lines parts of a block have: letters and indent of each text, or lines alone."""
    pieces = []
    for part in parts:
        for each in part.xpath(BEGINS):
            letters = len(text_of(each)) + NUMBER * len(each.xpath(".//a"))
            pieces.append((letters, INDENT * (each.tag == "li"), 0))
        pieces.append((0, 0, round(LINE * len(part.xpath(WRITTEN)))))
    return pieces


def lines_of(pieces: Iterable[tuple[int, int, int]], width: float) -> int:
    """Return about how many lines pieces have over a width in millimetres."""
    return sum(
        ceil(LETTER * letters / (width - indent)) + lines for letters, indent, lines in pieces
    )
