"""The answers of a page: of every block that has some, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import COPIED, Block, Choice, text_of
from course.print.text.book import Paper, numbered, within
from course.print.text.chapter import as_chapter, asked_by, heading_before, remove


@dataclass(frozen=True)
class Answered:
    """The answer of one block.

    Attributes:
        element: what the reader sees of it.
        number: the block's number, such as “Question 3”, if it has one.
        back: what leads back to the block, for a link.
        right: what is right, in short; nothing for an answer in plain words.
        page: the page of the workbook where the block is; 0 if there is none.
    """

    element: HtmlElement
    number: str
    back: str
    right: str
    page: int


def answers_of(paper: Paper, pages: Mapping[str, int], whole: bool = False) -> list[Answered]:
    """Return the answers of a page; `whole` if each tells its case or question too.

    `pages` has the page of the workbook of each place.
    """
    containers = paper.article().xpath(f".//*[@data-answers][not({COPIED})]")
    return [answered(container, paper, pages, whole) for container in containers]


def answered(
    container: HtmlElement, paper: Paper, pages: Mapping[str, int], whole: bool
) -> Answered:
    """Return an answer: choices with their reasons, or what stands in the container."""
    words = paper.words
    block = Block(container.xpath("ancestor-or-self::*[@data-block][1]")[0])
    # An answer that is a block by itself is one to the block before it, or to what its part asks.
    asking = (asked_by(container) or block) if block.element is container else block
    number = numbered(asking, words)
    told = told_in(asking, container) if whole else []
    if block.choices:
        names = [number, *map(text_of, block.parts("title"))]
        content = explained(block)
    else:
        names = [number, asking.title]
        remove(container, "summary")
        content = list(container)
    title = ". ".join(filter(None, names)) or heading_before(container)
    page = pages.get(f"{paper.slug}--{asking.id}", 0)
    place = [E.p({"class": "place"}, words("print.answers.place", number=page))] if page else []
    # What stands in the margin comes first: after the head, it would let the head be left alone.
    element = E.section({"class": "answered", "id": block.id}, *place, E.h2(title), *told, *content)
    name = within(block, words)
    quoted = words("print.reading.back-quoted", title=title)
    back = words("print.reading.back", block=name) if name else quoted
    return Answered(element, number, back, right_of(block), page)


def told_in(block: Block, container: HtmlElement) -> list[HtmlElement]:
    """Return what a block tells before it asks, such as a case, for those without the workbook."""
    found = [] if block.element is container else [*block.parts("content"), *block.parts("prompt")]
    return [E.div({"class": "told"}, *part) for part in found if len(part)]


def explained(block: Block) -> list[HtmlElement]:
    """Return what a block asks, and its options or items, each with its reason."""
    listed = E.ol({"class": "reasons"})
    if is_lettered(block):
        (choice,) = block.choices
        listed.set("type", "A")
        for value, option in choice.options.items():
            item = explained_item(option, choice.reasons.get(value))
            if value == choice.right:
                item.set("class", "right")
            listed.append(item)
    else:
        listed.extend(explained_item(each.stem, each.reasons.get("")) for each in block.choices)
    stem = [E.p({"class": "stem"}, text_of(each)) for each in block.parts("stem")]
    return [*stem, *block.parts("partners"), listed]


def explained_item(words: str, reason: HtmlElement | None) -> HtmlElement:
    """Return an option or item with its reason."""
    item = E.li(E.p({"class": "option"}, words))
    if reason is not None:
        remove(reason, "summary")
        item.extend(list(reason))
    return item


def right_of(block: Block) -> str:
    """Return what is right in a block, as a key says it: “B”, “1 Now, 2 Later”, “7 of 100”."""
    for finding in block.parts("finding"):
        return str(finding.get("data-key"))
    if is_lettered(block):
        return letter_of(block.choices[0])
    keys = [choice.reasons[""].get("data-key") for choice in block.choices if "" in choice.reasons]
    return ", ".join(f"{number} {key}" for number, key in enumerate(keys, 1))


def is_lettered(block: Block) -> bool:
    """Tell whether a block has one choice, with a reason for each option."""
    return len(block.choices) == 1 and "" not in block.choices[0].reasons


def letter_of(choice: Choice) -> str:
    """Return the letter of the right option."""
    return ascii_uppercase[list(choice.options).index(choice.right)]


def chapter_of_answers(paper: Paper, answers: list[Answered]) -> HtmlElement:
    """Return a chapter of answers, under the title of their page."""
    title = paper.article().xpath(".//h1")[0]
    return as_chapter(E.article(title, *(each.element for each in answers)), paper)
