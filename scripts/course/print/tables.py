"""The tables of a chapter: captions, comparisons, and tables to write in that only paper needs."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.print.book import Book, Chapter
from course.print.writing import Writing, text

HOW_TO_REVIEW = (
    "Turn to the page of each question, cover your mark, and write your answer here. "
    "Where there is something to sort or to match, write one letter or word for each item."
)
PATH = ("Scene", "What I chose", "Why")
SCENES_ON_PATH = 6


def set_captions(article: HtmlElement) -> None:
    """Put the caption of each table into it, where a reader of tables looks for it."""
    for figure in article.xpath(".//figure[.//table][figcaption]"):
        table = figure.xpath(".//table")[0]
        caption = figure.xpath("figcaption")[0]
        caption.tag = "caption"
        caption.tail = None
        for paragraph in caption.xpath("p"):
            paragraph.drop_tag()
        table.insert(0, caption)
        figure.tag = "div"
        figure.attrib.clear()
        figure.set("class", "captioned")


def move_origins(table: HtmlElement) -> None:
    """Put the origin of each row of a comparison under its criterion, so that columns are wide."""
    for cell in table.xpath(".//td[@class='origin']"):
        criterion = cell.getparent().xpath("th")[0]
        criterion.append(E.span({"class": "origin"}, *children(cell)))
        cell.drop_tree()
    for head in table.xpath(".//th[@class='origin']"):
        head.drop_tree()


def as_cards(table: HtmlElement) -> HtmlElement:
    """Return a comparison as a list: for each criterion, what each column says of it."""
    heads = table.xpath(".//thead//th")
    cards = E.div({"class": "cards"})
    for caption in table.xpath("caption"):
        caption.tag = "p"
        caption.set("class", "caption")
        cards.append(caption)
    for row in table.xpath(".//tbody/tr"):
        criterion, *cells = row
        card = E.div({"class": "card"}, E.p({"class": "criterion"}, *children(criterion)))
        entries = E.dl()
        for head, cell in zip(heads[1:], cells, strict=True):
            kind = {"class": head.get("class", "")}
            entries.append(E.dt(kind, *children(head)))
            entries.append(E.dd(kind, *children(cell)))
        card.append(entries)
        cards.append(card)
    return cards


def children(element: HtmlElement) -> list[HtmlElement | str]:
    """Return what an element holds, to be put elsewhere."""
    held: list[HtmlElement | str] = [element.text or ""]
    for child in element:
        tail, child.tail = child.tail, None
        held += [child, tail or ""]
    return held


def rounds_of_review(
    book: Book, chapter: Chapter, place: HtmlElement, writing: Writing
) -> HtmlElement:
    """Return a table of the questions that a page gathers, with room for two more answers to each.

    On paper a question is not repeated: the reader turns back to it.
    """
    heads = ("Question", "After one week", "After four weeks")
    body = E.tbody()
    for link in place.xpath("p[@class='origin']/a"):
        address = link.get("href")
        name = book.find(chapter, address)
        identifier = address.partition("#")[2]
        question = book.pages[name or ""].tree.get_element_by_id(identifier)
        number = text(question.xpath("p[@class='kind']")[0]).partition(" · ")[0]
        row = E.tr(E.th({"scope": "row"}, E.a({"href": address}, number)))
        for order, head in enumerate(heads[1:], 1):
            field = f"{chapter.slug}-{identifier}-{order}"
            row.append(E.td(writing.words(field, f"{number}, {head}")))
        body.append(row)
    head = E.thead(E.tr(*(E.th({"scope": "col"}, each) for each in heads)))
    return E.div(E.p(HOW_TO_REVIEW), E.table({"class": "review"}, head, body))


def notes_of_path(chapter: Chapter, writing: Writing) -> HtmlElement:
    """Return a table for the notes of a reader who goes through a story."""
    body = E.tbody()
    for row in range(1, SCENES_ON_PATH + 1):
        cells = []
        for column, head in enumerate(PATH, 1):
            name = f"{chapter.slug}-path-{row}-{column}"
            cells.append(E.td(writing.words(name, f"Note {row}, {head}")))
        body.append(E.tr(*cells))
    head = E.thead(E.tr(*(E.th({"scope": "col"}, each) for each in PATH)))
    return E.table({"class": "path"}, head, body)
