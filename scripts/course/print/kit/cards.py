"""Makes the cards to cut out: statements with their key, cases with their reasons, signs, blanks.

A sheet has the fronts on one side and what belongs on their backs on the other, whose columns are
the other way round, so that each back meets its front when a printer turns the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import Block, blocks, text_of
from course.print.text.answers import explained
from course.print.text.book import Book, Paper
from course.print.text.chapter import as_chapter, chapter_to_write
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.settings import Course
from course.site.copies import cases

BOTH = "both"
# How many cards of each kind a sheet has, and in how many columns.
SMALL, LARGE, TINY = (8, 2), (4, 2), (24, 4)
LINES = 4


@dataclass(frozen=True)
class Card:
    """A card: what its front has, and what its back has."""

    front: Sequence[HtmlElement]
    back: Sequence[HtmlElement] = ()


def cards(book: Book, layout: Layout) -> str:
    """Return the sheets of cards; nothing, if a course has none."""
    found: list[HtmlElement] = []
    for page in book.pages:
        if any(blocks(page.tree, "cards")):
            chapter = chapter_to_write(Paper(book, page, Pen()))
            for block in blocks(chapter, "cards"):
                if block.get("page"):
                    found += sheets(list(case_cards(book, block)), "cases", LARGE)
                else:
                    found += sheets(list(statement_cards(book.course, block)), "statements", SMALL)
    if not found:
        return ""
    found += sheets(list(sign_cards(book.course)), "signs", TINY)
    found += sheets([blank() for _ in range(SMALL[0])], "blanks", SMALL)
    return fill(book, layout, [E.div({"id": "cards"}, first_page(book), *found)])


def first_page(book: Book) -> HtmlElement:
    """Return the page that says how to print and to cut."""
    words = book.course.words
    title = words("print.edition", title=book.course.title, edition=words("print.editions.cards"))
    steps = words.entry("print.cards.steps").values()
    listed = E.ol(*(E.li(str(step).strip()) for step in steps))
    return E.section({"class": "how", "id": "how"}, E.h1(title), listed)


def sheets(found: Sequence[Card], kind: str, form: tuple[int, int]) -> Iterator[HtmlElement]:
    """Yield the sides of the sheets of some cards; a last sheet is filled up with blanks."""
    number, columns = form
    for start in range(0, len(found), number):
        own = list(found[start : start + number])
        if kind == "statements":
            own += [blank() for _ in range(number - len(own))]
        yield side(f"{kind}-{start}", (kind,), [card.front for card in own])
        if any(card.back for card in own):
            own += [Card(())] * (-len(own) % columns)
            backs = [own[i : i + columns][::-1] for i in range(0, len(own), columns)]
            held = [card.back for row in backs for card in row]
            yield side(f"{kind}-{start}-back", (kind, "back"), held)


def side(id_: str, kinds: Sequence[str], held: Sequence[Sequence[HtmlElement]]) -> HtmlElement:
    """Return a side of a sheet, which is of one kind or several."""
    places = (E.div({"class": "card"}, E.div({"class": "held"}, *each)) for each in held)
    return E.section({"class": " ".join(("side", *kinds)), "id": id_}, *places)


def blank() -> Card:
    """Return a card to write on."""
    return Card([E.div({"class": "line"}) for _ in range(LINES)])


def statement_cards(course: Course, block: Block) -> Iterator[Card]:
    """Yield a card for each statement, with its key and its reason on the back."""
    (fronts,) = block.parts("fronts")
    nouns = nouns_of(course)
    for number, item in enumerate(fronts, 1):
        front = text_of(item.xpath("*[@data-part='front']")[0])
        name = item.get("data-key")
        reasons = item.xpath("*[@data-part='back']/*")
        count = E.p({"class": "number"}, str(number))
        key = E.p({"class": "key"}, *signs_of(course, name), f" {nouns[name]}")
        yield Card(
            [E.p({"class": "says"}, front), count],
            [key, *reasons, E.p({"class": "number"}, str(number))],
        )


def nouns_of(course: Course) -> dict[str, str]:
    """Return what each key is called: that of an activity, and that of all of them."""
    nouns = {activity.name: activity.noun for activity in course.activities}
    return {**nouns, BOTH: course.words("blocks.cards.both")}


def signs_of(course: Course, name: str) -> Iterator[HtmlElement]:
    """Yield the sign of an activity, or those of all, each in its hue."""
    for activity in course.activities:
        if name in (activity.name, BOTH):
            facts = {"class": "sign", "data-hue": str(activity.hue)}
            yield E.span(facts, activity.sign)


def case_cards(book: Book, block: Block) -> Iterator[Card]:
    """Yield a card for each case of a page, with the reasons on the back."""
    page = book.page(block.get("page"))
    paper = Paper(book, page, Pen())
    for case in cases(page):
        own = Block(paper.article().get_element_by_id(case.id))
        title = text_of(own.parts("title")[0])
        asked = [E.p({"class": "stem"}, text_of(each)) for each in own.parts("stem")]
        (choice,) = own.choices
        options = E.ol({"type": "A"}, *(E.li(words) for words in choice.options.values()))
        content = [part for part in own.parts("content") if text_of(part)]
        reasons = [each for each in explained(own) if each.tag == "ol"]
        front = settled([*content, *asked, options], paper)
        yield Card([E.h2(title), *front], [E.h2(title), *settled(reasons, paper)])


def settled(elements: Sequence[HtmlElement], paper: Paper) -> list[HtmlElement]:
    """Return pieces of a page as they are on paper, without ids and links."""
    chapter = as_chapter(E.article(*elements), paper)
    for element in chapter.iter():
        element.attrib.pop("id", None)
    for link in chapter.xpath(".//a"):
        link.drop_tag()
    return list(chapter)


def sign_cards(course: Course) -> Iterator[Card]:
    """Yield the signs that people hold up: as many of each as a sheet has room for."""
    nouns = nouns_of(course)
    if len(course.activities) < 2:
        del nouns[BOTH]
    for name, noun in nouns.items():
        for _ in range(TINY[0] // len(nouns)):
            yield Card([E.p({"class": "held-up"}, *signs_of(course, name)), E.p(noun)])
