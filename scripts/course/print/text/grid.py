"""The grid of a chapter: what opens it, and what stands side by side over its whole width."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import replace

HEAD = ".//*[@data-part='head']"
OPENING = "*[@data-part='emblem' or self::h1 or @data-part='summary']"
# A case or a scene: what happens, and then what the reader does.
HAPPENS = "*[@data-part='content' or @data-part='happens']"
TOLD = f".//section[@data-block='decision' or @data-block='scene'][{HAPPENS}/following-sibling::*]"
HALVES = ".//div[@class='sides halves']"


def set_grid(article: HtmlElement, wide: bool) -> None:
    """Mark what opens a chapter; with `wide`, put what happens in a case beside what to do.

    Otherwise nothing stands side by side, so that two halves of a table are one again.
    """
    for head in article.xpath(HEAD):
        parts = head.xpath(OPENING)
        opening = E.div({"data-part": "opening"})
        head.insert(0, opening)
        opening.extend(parts)
    for block in article.xpath(TOLD) if wide else ():
        (happens,) = block.xpath(HAPPENS)
        rest = list(happens.itersiblings())
        sides = E.div({"class": "sides"}, E.div(happens), E.div(*rest))
        block.append(sides)
    for halves in article.xpath(HALVES) if not wide else ():
        whole, *others = halves.xpath("div/table")
        for other in others:
            whole.find("tbody").extend(other.find("tbody"))
        replace(halves, whole)
