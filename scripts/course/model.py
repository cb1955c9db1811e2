"""What a page and a block are to every layer, read from the data attributes of a built page.

Each block writes what it is into its element (`course.blocks`): its kind, what it is counted as,
what it keeps, what is right. Site, rules, print and answers read that here, and none of them reads
a class, a heading or a sentence that is meant for a reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import XPath
from lxml.html import HtmlElement

# Inside of a copy of something that stands on another page.
COPIED = "ancestor-or-self::*[@data-copy]"
# Links that Python-Markdown puts into headings; they are no part of a text.
PERMALINK = "ancestor::a[@class='headerlink']"
# The elements of blocks: all, and those that are no copies.
ALL = XPath(".//*[@data-block]")
OWN = XPath(f".//*[@data-block][not({COPIED})]")
TEXT = XPath(f".//text()[not({PERMALINK})]")
HEADINGS = ("h1", "h2", "h3")


@dataclass(frozen=True)
class Choice:
    """One choice among several, of which one is right.

    Attributes:
        name: what the answer is kept under.
        element: the group of its buttons.
        stem: what it asks.
        options: the words of each value, in order.
        right: the value that is right.
        reasons: the element that explains each value; one for all is under `""`.
    """

    name: str
    element: HtmlElement
    stem: str
    options: dict[str, str]
    right: str
    reasons: dict[str, HtmlElement]


@dataclass(frozen=True)
class Answer:
    """One thing that a reader writes or chooses.

    Attributes:
        name: what it is kept under.
        label: what its field asks, if the block's title does not say so.
        values: the words of each value that it can have; none for a text.
        was: the name that it was kept under when that hung on a place; or nothing.
        places: the values that were places then, in their order, divided by spaces.
    """

    name: str
    label: str = ""
    values: dict[str, str] = field(default_factory=dict)
    was: str = ""
    places: str = ""


@dataclass(frozen=True)
class Unit:
    """A page of the course's pattern: its name in addresses, such as `focus`, and its title."""

    name: str
    title: str


class Statement:
    """What the element of a block states of it.

    Arguments:
        attributes: the attributes of the element.
    """

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.attributes = attributes

    def get(self, name: str) -> str:
        """Return a fact that its element states, such as `objective`; nothing by default."""
        return str(self.attributes.get(f"data-{name}", ""))

    @property
    def kind(self) -> str:
        """Its kind, as authors name it."""
        return self.get("block")

    @property
    def series(self) -> str:
        """What it is counted as through the course; nothing, if it is not."""
        return self.get("series")

    @property
    def number(self) -> int:
        """Its number in its series; 0 where it has none."""
        return int(self.get("number") or 0)

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.attributes.get("id", ""))

    @property
    def keeps(self) -> list[str]:
        """The names of the answers that it keeps, in order."""
        return self.get("keeps").split()

    @property
    def minutes(self) -> int:
        """The minutes that it takes; 0 where it does not say."""
        return int(self.get("minutes") or 0)


class Block(Statement):
    """A block of a built page.

    Arguments:
        element: its element.
    """

    def __init__(self, element: HtmlElement) -> None:
        super().__init__(element.attrib)
        self.element = element

    @property
    def title(self) -> str:
        """Its title, or else what it asks."""
        for name in ("title", "stem"):
            for part in self.parts(name):
                return text_of(part)
        return ""

    @cached_property
    def choices(self) -> list[Choice]:
        """Its choices of which one is right, in order."""
        return [self._choice(group) for group in self._own(".//fieldset[@data-right]")]

    @property
    def answers(self) -> list[Answer]:
        """What a reader writes or chooses in it, in order."""
        values = json.loads(self.get("values") or "{}")
        return [self._answer(name) or Answer(name, "", values) for name in self.keeps]

    def parts(self, name: str) -> list[HtmlElement]:
        """Return the parts of a name, in order, such as `prompt`."""
        return self._own(".//*[@data-part=$name]", name=name)

    def label_of(self, control: HtmlElement) -> str:
        """Return the words beside a field or button, as they are heard."""
        labels = self.element.xpath(".//label[@for=$id]", id=control.get("id"))
        return " ".join(map(text_of, labels))

    def _own(self, path: str, **values: str) -> list[HtmlElement]:
        """Return the elements of a path inside, without those of a block inside of this one."""
        nearest = "ancestor::*[@data-block][1]"
        found = self.element.xpath(path, **values)
        return [each for each in found if each.xpath(nearest) == [self.element]]

    def _choice(self, group: HtmlElement) -> Choice:
        buttons = group.xpath(".//*[@data-option]/input[@type='radio']")
        name = str(buttons[0].get("name"))
        reasons = self.element.xpath(".//*[@data-reason and @data-for=$name]", name=name)
        return Choice(
            name=name,
            element=group,
            stem=" ".join(map(text_of, group.xpath("./legend"))),
            options={str(each.get("value")): self.label_of(each) for each in buttons},
            right=str(group.get("data-right")),
            reasons={str(each.get("data-value", "")): each for each in reasons},
        )

    def _answer(self, name: str) -> Answer | None:
        """Return the answer that fields of a name give, if there are any."""
        fields = self.element.xpath(".//*[self::textarea or self::input][@name=$name]", name=name)
        if not fields:
            return None
        once = [fields[0].get(f"data-{fact}", "") for fact in ("was", "places")]
        if fields[0].get("type") in ("radio", "checkbox"):
            values = {str(each.get("value")): self.label_of(each) for each in fields}
            # The main legend of a block is its title already.
            inner = fields[0].xpath("ancestor::fieldset[1]/legend[not(@data-part)]")
            return Answer(name, " ".join(map(text_of, inner)), values, *once)
        # Of a number, only its label has the unit.
        alone = len(self.keeps) == 1 and fields[0].get("type") != "number"
        return Answer(name, "" if alone else self.label_of(fields[0]), {}, *once)


def blocks(root: HtmlElement, *kinds: str, copies: bool = False) -> Iterator[Block]:
    """Yield the blocks below an element, in order.

    Arguments:
        root: the element, such as a page's root.
        kinds: the kinds to yield; all if none is given.
        copies: whether to yield copies of blocks of other pages too.
    """
    found: list[HtmlElement] = (ALL if copies else OWN)(root)  # type: ignore[assignment]
    for element in found:
        if not kinds or element.get("data-block") in kinds:
            yield Block(element)


def article_of(root: HtmlElement) -> HtmlElement | None:
    """Return what an author wrote of a page; none on a page without text."""
    found = root.xpath("//article")
    return found[0] if found else None


def title_of(root: HtmlElement) -> str:
    """Return the title of a page."""
    return " ".join(map(text_of, root.xpath("(.//article//h1 | self::article//h1)[1]")))


def summary_of(root: HtmlElement) -> str:
    """Return the sentence at the head of a page that sums it up."""
    return " ".join(map(text_of, root.xpath(".//*[@data-part='head']/*[@data-part='summary']")))


def section_of(root: HtmlElement) -> str:
    """Return the section of the navigation that a page is in; nothing outside of one."""
    return "".join(root.xpath(".//*[@data-part='head'][1]/@data-section"))


def mark_of(root: HtmlElement) -> HtmlElement | None:
    """Return the mark at the head of a page, a drawing; none where it has none."""
    found = root.xpath(".//*[@data-part='head']/*[@data-part='emblem']")
    return found[0] if found else None


def minutes_of(root: HtmlElement) -> tuple[int, int] | None:
    """Return the minutes to read and to do a page, if it says them."""
    for head in root.xpath(".//*[@data-part='head'][@data-read]"):
        return int(head.get("data-read")), int(head.get("data-do"))
    return None


def objectives_of(root: HtmlElement) -> list[str]:
    """Return the ids of the objectives at the head of a page."""
    return [str(id_) for id_ in root.xpath(".//*[@data-part='objectives']/li/@id")]


def led_by(heading: HtmlElement) -> list[HtmlElement]:
    """Return what stands under a heading, up to the next one of its level or of a higher one."""
    found = []
    for element in heading.itersiblings():
        if element.tag in HEADINGS and element.tag <= heading.tag:
            break
        found.append(element)
    return found


def text_of(element: HtmlElement) -> str:
    """Return the text of an element in one line, without the links to headings."""
    texts: list[str] = TEXT(element)  # type: ignore[assignment]
    return " ".join("".join(texts).split())


def replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put one element in the place of another; the text after it stays."""
    new.tail = old.tail
    old.tail = None
    old.getparent().replace(old, new)
