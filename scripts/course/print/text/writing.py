"""Where a reader writes: on ruled lines and into shapes.

There are four kinds of place: for some lines, for a few words, for one choice, for a tick. Each has
the name and the title of a field, so that a PDF can have fields there (`course.print.pdf.fields`).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.blocks.block import title_of_field
from course.model import Block, replace, text_of
from course.print.text.book import Paper, numbered

FIELDS = ".//*[self::textarea or self::input][@name][ancestor::*[@data-block]]"


@dataclass(frozen=True)
class Pen:
    """Shapes to mark, and `room` ruled lines for each that an exercise asks for."""

    room: float = 1

    def lines(self, name: str, title: str, rows: int) -> HtmlElement:
        """Return ruled lines, which may go on over a page's end."""
        number = max(2, round(rows * self.room))
        place = {"class": "ruled", "name": name, "title": title}
        return E.div(place, *(E.div({"class": "line"}) for _ in range(number)))

    def words(self, name: str, title: str) -> HtmlElement:
        """Return one short line."""
        return E.span({"class": "blank", "name": name, "title": title})

    def choice(self, name: str, title: str, value: str, option: str) -> HtmlElement:
        """Return a circle, which says its option and what its group asks."""
        group = {"type": "radio", "name": name, "data-group": title}
        return E.span({"class": "circle", **group, "title": f"{title}: {option}", "value": value})

    def check(self, name: str, title: str) -> HtmlElement:
        """Return a square."""
        return E.span({"class": "square", "type": "checkbox", "name": name, "title": title})


def replace_fields(article: HtmlElement, fields: list[HtmlElement], paper: Paper) -> None:
    """Replace the fields that an article had, as far as no kind of block has done so yet."""
    left = [field for field in fields if article in field.iterancestors()]
    texts: dict[HtmlElement, list[HtmlElement]] = {}
    for field in left:
        if field.get("type") == "checkbox":
            title = title_of_field(block_of(field), field)
            replace(field, paper.writing.check(field.get("name"), title))
        elif field.get("type") == "radio":
            groups = field.xpath("ancestor::fieldset[1]/legend")
            title = " ".join(map(text_of, groups)) or title_of(block_of(field), paper)
            option = block_of(field).label_of(field)
            name, value = field.get("name"), field.get("value")
            replace(field, paper.writing.choice(name, title, value, option))
        else:
            texts.setdefault(block_of(field).element, []).append(field)
    for element, own in texts.items():
        for field in own:
            replace_text(Block(element), field, len(own) == 1, paper)


def replace_text(block: Block, field: HtmlElement, alone: bool, paper: Paper) -> None:
    """Replace a text field; the label of a block's only field says no more than its title."""
    title = title_of(block, paper)
    if alone:
        for label in block.element.xpath(".//label[@for=$id]", id=field.get("id")):
            label.drop_tree()
    else:
        title = f"{title}: {block.label_of(field)}"
    name = field.get("name")
    if field.tag == "textarea":
        replace(field, paper.writing.lines(name, title, int(field.get("rows", "3"))))
    else:
        replace(field, paper.writing.words(name, title))


def block_of(field: HtmlElement) -> Block:
    """Return the block that a field is in."""
    return Block(field.xpath("ancestor::*[@data-block][1]")[0])


def title_of(block: Block, paper: Paper) -> str:
    """Return the number and the title of a block."""
    return ": ".join(filter(None, (numbered(block, paper.words), block.title)))
