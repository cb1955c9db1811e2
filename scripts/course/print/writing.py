"""Where a reader writes: on ruled lines and in boxes, or in the fields of a form.

Each way of writing has the same three places: for some lines, for a few words, for one choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from lxml.html import HtmlElement
from lxml.html.builder import E


class Writing(Protocol):
    """A way of writing. Names are those of the course; titles tell a listener what to write."""

    def lines(self, name: str, title: str, rows: int) -> HtmlElement:
        """Return room for some lines of text."""

    def words(self, name: str, title: str) -> HtmlElement:
        """Return room for a few words."""

    def choice(self, name: str, title: str, value: str) -> HtmlElement:
        """Return a place to mark one of several options."""


@dataclass(frozen=True)
class Pen:
    """On paper: ruled lines, and shapes to mark.

    Arguments:
        room: how many lines to rule for each that an exercise asks for.
    """

    room: float = 1

    def lines(self, name: str, title: str, rows: int) -> HtmlElement:
        """Return ruled lines, which may go on over a page's end."""
        number = max(2, round(rows * self.room))
        return E.div({"class": "ruled"}, *(E.div({"class": "line"}) for _ in range(number)))

    def words(self, name: str, title: str) -> HtmlElement:
        """Return one short line."""
        return E.span({"class": "blank"})

    def choice(self, name: str, title: str, value: str) -> HtmlElement:
        """Return a circle."""
        return E.span({"class": "circle"})


class Form:
    """On a screen: the fields of a PDF form."""

    def lines(self, name: str, title: str, rows: int) -> HtmlElement:
        """Return a field of several lines."""
        # The height is the rows' number, which a stylesheet cannot read.
        height = {"style": f"height: {9 * rows}mm"}
        return E.textarea({"name": name, "title": title, "rows": str(rows), **height})

    def words(self, name: str, title: str) -> HtmlElement:
        """Return a field of one line."""
        return E.input({"type": "text", "name": name, "title": title, "class": "blank"})

    def choice(self, name: str, title: str, value: str) -> HtmlElement:
        """Return a radio button."""
        return E.input({"type": "radio", "name": name, "title": title, "value": value})


def set_writing(article: HtmlElement, writing: Writing) -> None:
    """Replace every field of a text by a place of a given way of writing."""
    for block in article.xpath(".//section[@data-minutes or @data-objective]"):
        title = block_title(block)
        areas = block.xpath(".//textarea")
        for area in areas:
            set_lines(block, area, title, len(areas) == 1, writing)
        for date in block.xpath(".//input[@type='date']"):
            replace(date, writing.words(date.get("name"), f"{title}: {label(block, date)}"))
    for rating in article.xpath(".//section[contains(@class, 'rating')]"):
        set_rating(rating, writing)
    for radio in article.xpath(".//fieldset//input[@type='radio']"):
        # Every button has the title of its group, since a PDF keeps one for all.
        title = text(radio.xpath("ancestor::fieldset[1]/legend")[0])
        replace(radio, writing.choice(radio.get("name"), title, radio.get("value")))
    for profile in article.xpath(".//section[@class='profile']"):
        # The numbers are those of the statements, which a rating has in the same order.
        for number, head in enumerate(profile.xpath(".//tbody/tr/th"), 1):
            head.text = f"{number}. {head.text}"
    for cell in article.xpath(".//section[@class='profile']//td[@data-rating]"):
        table = cell.xpath("ancestor::table")[0]
        # The buttons of the rating have the name without that of the profile.
        name = f"{cell.xpath('string(ancestor::section/@id)')}-{cell.get('data-rating')}"
        column = table.xpath(".//thead//th")[len(cell.xpath("preceding-sibling::*"))]
        title = f"{text(cell.xpath('../th')[0])}, {text(column)}"
        cell.append(writing.words(name, title))


def set_lines(
    block: HtmlElement, area: HtmlElement, title: str, alone: bool, writing: Writing
) -> None:
    """Replace a text field; the label of a block's only field says no more than its title."""
    full = title if alone else f"{title}: {label(block, area)}"
    if alone:
        for each in block.xpath(".//label[@for=$id]", id=area.get("id")):
            each.drop_tree()
    replace(area, writing.lines(area.get("name"), full, int(area.get("rows", "3"))))


def set_rating(rating: HtmlElement, writing: Writing) -> None:
    """Turn the statements of a rating into a table, a column for each mark."""
    statements = rating.xpath(".//ol[@class='statements']")[0]
    marks = statements.xpath("./li[1]//label")
    head = E.tr(E.th({"scope": "col"}, "Statement"))
    for mark in marks:
        head.append(E.th({"scope": "col"}, (mark.text or "").strip()))
    body = E.tbody()
    for number, statement in enumerate(statements, 1):
        legend = text(statement.xpath(".//legend")[0])
        row = E.tr(E.th({"scope": "row"}, f"{number}. {legend}"))
        for radio in statement.xpath(".//input"):
            choice = writing.choice(radio.get("name"), legend, radio.get("value"))
            row.append(E.td(choice))
        body.append(row)
    replace(statements, E.table({"class": "statements"}, E.thead(head), body))


def block_title(block: HtmlElement) -> str:
    """Return what a block is called: its number and title."""
    kind = text(block.xpath("p[@class='kind']")[0]).partition(" · ")[0]
    titles = block.xpath("h3")
    return f"{kind}: {text(titles[0])}" if titles else kind


def label(block: HtmlElement, field: HtmlElement) -> str:
    """Return the label of a field."""
    return " ".join(text(each) for each in block.xpath(".//label[@for=$id]", id=field.get("id")))


def text(element: HtmlElement) -> str:
    """Return the text of an element without the sign that links to it, its spaces made single."""
    parts = element.xpath(".//text()[not(ancestor::a[@class='headerlink'])]")
    return " ".join("".join(parts).split())


def replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put one element in the place of another; the text after it stays."""
    new.tail = old.tail
    old.tail = None
    old.getparent().replace(old, new)
