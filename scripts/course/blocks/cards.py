"""Cards: what is cut out and sorted or voted on, statements or the cases of a page.

The edition of cards prints them, with the key on the backs. On the site the statements stand as a
list with their key, and the cases as links, which are filled in when all pages are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper
from course.blocks.items import Item, ItemsTreeprocessor, Mistake
from course.blocks.places import page_of
from course.marks.page import current
from course.model import Block
from course.settings import Activity

BOTH = "both"


class Cards(CourseBlock):
    """
    Cards.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `page` (string): the page whose cases they are, instead of statements.

    Content:
    Text, and for statements a list; each item begins with the name of an activity, or with `both`,
    in square brackets. A reason may stand below it, indented.
    """

    NAME = "cards"
    ARGUMENT = True
    REQUIRED = ("id",)
    OPTIONAL = ("page",)

    def on_create(self, parent: Element) -> Element:
        """Create the head, and a place for the content."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "content")
        if self.options["page"]:
            section.set("data-page", page_of(self.md, self.options["page"]))
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Put the sign of each key before its name, which the site draws."""
        for key in block.element.xpath(".//*[@data-part='key']"):
            key.text = f" · {key.get('data-sign')} {key.text}"

    def on_end(self, block: Element) -> None:
        """Add the place of the cases."""
        if block.get("data-page"):
            SubElement(block, "div", {"data-part": "cases"})


class CardsTreeprocessor(ItemsTreeprocessor):
    """Give each statement its key."""

    name = Cards.NAME
    plural = "statements"
    pattern = "- [activity] …"

    def build(self, section: Element) -> Iterator[Mistake]:
        """Build the cards from the list, unless they are the cases of a page."""
        if not section.get("data-page"):
            yield from super().build(section)

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the statements."""
        names = [*(each.name for each in current(self.md).course.activities), BOTH]
        for number, item in enumerate(items, 1):
            if item.label not in names:
                yield f'statement {number} is marked "[{item.label}]"', f"write {', '.join(names)}"

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the list of statements, each with its key and its reason."""
        listed = SubElement(section, "ol", {"data-part": "fronts"})
        for item in items:
            entry = SubElement(listed, "li", {"data-key": item.label})
            SubElement(entry, "span", {"data-part": "front"}).text = item.text
            add_key(
                entry,
                item.label,
                current(self.md).course.activities,
                self.words("blocks.cards.both"),
            )
            if item.body:
                SubElement(entry, "div", {"data-part": "back"}).extend(item.body)


def add_key(entry: Element, label: str, activities: tuple[Activity, ...], both: str) -> None:
    """Add the sign and the name of what a statement is."""
    own = [each for each in activities if label in (each.name, BOTH)]
    key = SubElement(entry, "span", {"data-part": "key"})
    key.set("data-sign", "".join(each.sign for each in own))
    if len(own) == 1:
        key.set("data-hue", str(own[0].hue))
    key.text = AtomicString(both if label == BOTH else own[0].noun)


TREEPROCESSORS = (CardsTreeprocessor,)
