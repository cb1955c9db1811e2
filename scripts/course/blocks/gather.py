"""Gather: a place for what other pages hold, such as every comparison of the course.

The block only marks the place, since an extension knows one page; `course.site.gather` fills it on
the built site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import Element

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.blocks.block import CourseBlock, Paper
from course.model import Block, replace
from course.problems import nearest
from course.settings import Course

ROUNDS = ("first", "second")


class Gather(CourseBlock):
    """
    Gather.

    Arguments: none.

    Options:
    - `of` (string, required): what to gather: `comparison` or `question`.
    - `from` (string): the folder of the pages to gather from; without it, from all.
    - `mixed` (boolean): whether to list the pages, of which a review takes one element in turn.

    Content: none.
    """

    NAME = "gather"
    REQUIRED = ("of",)
    OPTIONAL = ("from", "mixed")

    @classmethod
    def unknown(cls, options: Mapping[str, Any], course: Course) -> Iterator[tuple[str, str]]:
        """Yield a folder that there is not."""
        folders = sorted(path.name for path in course.docs.iterdir() if path.is_dir())
        near = nearest(options.get("from") or "", folders, 1)
        if options.get("from") and options["from"] not in folders and near:
            yield "from", f"write {near}"

    def on_create(self, parent: Element) -> Element:
        """Create the place."""
        options = {"data-of": self.options["of"], "data-from": self.options["from"] or ""}
        mixed = {"data-mixed": "true"} if self.options["mixed"] else {}
        return self.element(parent, "div", **options, **mixed)

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Put a table in its place, with room for two more answers to each question.

        On paper a question is not repeated: the reader turns back to it.
        """
        words = paper.words
        heads = [words("blocks.question.name")]
        heads += [words(f"blocks.review.rounds.{name}") for name in ROUNDS]
        rows = []
        for place in gathered(block):
            question = paper.original(place)
            number = words(f"blocks.{question.kind}.numbered", number=question.number)
            link = E.a({"href": paper.address(place)}, number)
            row = E.tr(E.th({"scope": "row"}, link))
            for order, head in enumerate(heads[1:], 1):
                name = f"{paper.slug}-{question.id}-{order}"
                row.append(E.td(paper.writing.words(name, f"{number}, {head}")))
            rows.append(row)
        middle = (len(rows) + 1) // 2
        halves = [E.div(rounds(heads, half)) for half in (rows[:middle], rows[middle:]) if half]
        sides = E.div({"class": "sides halves"}, *halves)
        replace(block.element, E.div(E.p(words("blocks.review.on-paper")), sides))

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave links to the questions."""
        items = []
        for place in gathered(block):
            question = paper.original(place)
            number = paper.words(f"blocks.{question.kind}.numbered", number=question.number)
            link = E.a({"href": paper.address(place)}, f"{number}: {question.title}")
            items.append(E.li(link))
        replace(block.element, E.ul(*items))


def gathered(block: Block) -> list[str]:
    """Return where each element stands that was gathered, as its copy says it.

    Of pages that are listed, one element of each is taken in turn.
    """
    copies = [str(place) for place in block.element.xpath(".//@data-copy")]
    lines = block.element.xpath(".//*[@data-page]")
    ids = (line.get("data-ids").split() for line in lines)
    turns = [
        f"{line.get('data-page')}#{id_}"
        for turn in zip_longest(*ids)
        for line, id_ in zip(lines, turn, strict=True)
        if id_
    ]
    return [*copies, *turns]


def rounds(heads: list[str], rows: list[HtmlElement]) -> HtmlElement:
    """Return a table with a row for each question."""
    head = E.thead(E.tr(*(E.th({"scope": "col"}, each) for each in heads)))
    return E.table({"data-part": "rounds"}, head, E.tbody(*rows))
