"""Match: a formative question in which each item has one partner."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.items import Item, Mistake
from course.blocks.sort import Sort, SortTreeprocessor


class Match(Sort):
    """
    Match.

    Arguments (1 required):
    - The stem.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer is kept under it.
    - `objective` (string): the id of the objective that it checks.

    Content:
    A list of pairs; each item begins with its partner in square brackets, the reason indented
    under it. The partners are shown in alphabetical order, with letters.
    """

    NAME = "match"
    REQUIRED = ("id", "objective")


class MatchTreeprocessor(SortTreeprocessor):
    """Give each question its pairs, and the answers with their reasons."""

    name = Match.NAME
    plural = "pairs"
    pattern = "- [Partner] …"

    def groups(self, section: Element, items: list[Item]) -> list[str]:
        """Return the partners in alphabetical order, so that their order gives nothing away."""
        return sorted((item.label for item in items), key=str.casefold)

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the pairs."""
        if len({item.label for item in items}) < len(items):
            yield "two items have the same partner", "use sort, or give each its own"
        yield from super().mistakes(section, content, items)

    def add_heads(self, fieldset: Element, groups: list[str]) -> None:
        """Show the partners once, with letters, above the items."""
        partners = SubElement(fieldset, "ol", {"data-part": "partners", "type": "A"})
        for group in groups:
            SubElement(partners, "li").text = group

    def add_label(self, label: Element, number: int, group: str) -> None:
        """Show the letter of a partner; who hears the page hears the words as well."""
        letter = SubElement(label, "span", {"aria-hidden": "true"})
        letter.text = AtomicString(self.key_of(number))
        letter.tail = " "
        SubElement(label, "span", {"class": "visually-hidden"}).text = group

    def answer(self, groups: list[str], item: Item) -> str:
        """Return the letter and the words of an item's partner."""
        return f"{self.key(groups, item)}: {item.label}"

    def key(self, groups: list[str], item: Item) -> str:
        """Return the letter of an item's partner."""
        return self.key_of(groups.index(item.label) + 1)

    @staticmethod
    def key_of(number: int) -> str:
        """Return the letter of the partner of a number."""
        return ascii_uppercase[number - 1]


TREEPROCESSORS = (MatchTreeprocessor,)
