"""Makes the guide for facilitators: the trainers' pages, with pages of workbook and handouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import Block, blocks, text_of
from course.print.kit.handout import row_id
from course.print.text.answers import explained
from course.print.text.book import Book, Paper, numbered, slug
from course.print.text.chapter import as_chapter, chapter_to_write
from course.print.text.documents import sources
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.site.agenda import rows
from course.site.page import Page


def facilitator(book: Book, layout: Layout) -> str:
    """Return the pages for trainers as a book; nothing, if a course has none."""
    folder = book.course.kit.pages
    pages = [page for page in book.pages if folder and page.path.startswith(folder)]
    chapters = [Guide(book, page, layout).chapter() for page in pages]
    if not chapters:
        return ""
    chapters += sources(book, chapters)
    known = {id_ for chapter in chapters for id_ in chapter.xpath("descendant-or-self::*/@id")}
    told = cases_told(book, chapters)
    for chapter in chapters:
        lead_to_cases(chapter, told)
        name_pages(chapter, known, book, layout)
    return fill(book, layout, chapters)


class Guide(Paper):
    """A page of the guide."""

    def __init__(self, book: Book, page: Page, layout: Layout) -> None:
        super().__init__(book, page, Pen())
        self.layout = layout

    def article(self) -> HtmlElement:
        """Return what the author wrote, with the page of the handout in each plan."""
        article = super().article()
        for block in blocks(article, "session"):
            pages = self.layout.sheets.get(block.get("handout"), {})
            for number, row in enumerate(rows(block), 1):
                for cell in row.xpath("*[@data-part='sheet']"):
                    cell.text = str(pages.get(row_id(number), ""))
            for cell in block.element.xpath(".//*[@data-part='sheet']") if pages else ():
                cell.attrib.pop("hidden", None)
        return article

    def chapter(self) -> HtmlElement:
        """Return the page as a chapter, each case with its text and its reasons."""
        chapter = chapter_to_write(self)
        for block in blocks(chapter, "case"):
            page = self.book.page(block.get("page"))
            (title,) = block.parts("case")
            title.addnext(E.div({"data-part": "told"}, *case(self.book, page, block.get("id"))))
        return chapter


def case(book: Book, page: Page, id_: str) -> Iterator[HtmlElement]:
    """Yield a case of a page as a trainer needs it: its text, and each option with its reason."""
    paper = Paper(book, page, Pen())
    article = paper.article()
    block = Block(article.get_element_by_id(id_))
    name = E.p({"data-part": "kind"}, numbered(block, paper.words))
    content = [part for part in block.parts("content") if text_of(part)]
    chapter = as_chapter(E.article(name, *content, *explained(block)), paper)
    for element in chapter.iter():
        # It may stand in the guide twice.
        element.attrib.pop("id", None)
    yield from list(chapter)


def cases_told(book: Book, chapters: Sequence[HtmlElement]) -> dict[str, str]:
    """Return where the guide tells each case: the id there, by that of the workbook."""
    found: dict[str, str] = {}
    for block in (block for chapter in chapters for block in blocks(chapter, "case")):
        (title,) = block.parts("case")
        page = book.page(block.get("page"))
        found.setdefault(f"{slug(page.name)}--{block.get('id')}", title.get("id"))
    return found


def lead_to_cases(chapter: HtmlElement, told: Mapping[str, str]) -> None:
    """Let each plan lead to where the guide tells its cases, since that has their reasons."""
    for link in chapter.xpath(".//table[@data-part='agenda']//a[starts-with(@href, '#')]"):
        place = link.get("href")[1:]
        link.set("href", f"#{told.get(place, place)}")


def name_pages(chapter: HtmlElement, known: set[str], book: Book, layout: Layout) -> None:
    """Say after each link into the workbook on which page of it that is."""
    for link in chapter.xpath(".//a[starts-with(@href, '#')]"):
        place = link.get("href")[1:]
        if place not in known and place in layout.pages:
            said = book.course.words("print.guide.workbook", page=layout.pages[place])
            link.append(E.span({"class": "at-page"}, f" {said}"))
            link.drop_tag()
