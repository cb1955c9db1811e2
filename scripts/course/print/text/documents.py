"""Makes the document of each edition from the chapters of a book.

A document that has nothing to hold is empty, and its edition is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.editions import Layout
from course.model import led_by
from course.print.text.answers import answers_of, chapter_of_answers
from course.print.text.book import Book, Paper, anchor
from course.print.text.chapter import as_chapter, chapter_to_write, remove
from course.print.text.reading import answers_to_read, chapter_to_read
from course.print.text.tables import COMPARISON
from course.print.text.templates import fill
from course.print.text.writing import Pen
from course.problems import Problem, Refused
from course.settings import Place
from course.site.page import Page

Chapters = list[HtmlElement]

MARK = ".//*[@data-part='emblem']"
# A comparison, as a table or as cards.
COMPARED = f"{COMPARISON} | .//div[@class='cards']"


def document(book: Book, layout: Layout) -> str:
    """Return a document as HTML; nothing, if the course has nothing for it; or raise Refused."""
    return DOCUMENTS[layout.edition.document](book, layout)


def workbook(book: Book, layout: Layout) -> str:
    """Return the course as a book to write in, without answers."""
    writing = Pen(layout.fit.room)

    units = {book.unit_page(unit).path for unit in book.units}

    def chapter(page: Page) -> HtmlElement:
        made = chapter_to_write(Paper(book, page, writing), layout.edition.cards)
        if page.path in units:
            made.classes.add("unit")
        return made

    begin, end = book.course.books.workbook
    chapters = [*parts(book, begin, chapter), *map(chapter, book.in_order)]
    chapters += [*parts(book, end, chapter), *glossary(book, chapter)]
    chapters += sources(book, chapters)
    if not chapters:
        return ""
    return fill(book, layout, chapters, writing=writing, imprint=E.div(*imprint(book)))


def answers(book: Book, layout: Layout) -> str:
    """Return the answer of every block that has one, with the reasons, and a key to them all."""
    chapters = []
    found = []
    for page in book.in_order:
        paper = Paper(book, page, Pen())
        if own := answers_of(paper, layout.pages, whole=True):
            found += own
            chapters.append(chapter_of_answers(paper, own))
    if not chapters:
        return ""
    chapters += sources(book, chapters)
    return fill(book, layout, chapters, key=[answer for answer in found if answer.right])


def reading(book: Book, layout: Layout) -> str:
    """Return the course as a book to read, with the answers as a chapter near its end."""

    def chapter(page: Page) -> HtmlElement:
        return chapter_to_read(Paper(book, page, Pen()))

    begin, end = book.course.books.reading
    chapters = [*parts(book, begin, chapter), *map(chapter, book.in_order)]
    chapters += parts(book, end, chapter)
    papers = (Paper(book, page, Pen()) for page in book.in_order)
    chapters += answers_to_read(papers, book.course.words("print.reading.answers"))
    chapters += glossary(book, chapter)
    chapters += sources(book, chapters)
    return fill(book, layout, chapters, pages=first_places(layout.pages)) if chapters else ""


def first_places(pages: Mapping[str, int]) -> list[tuple[int, str]]:
    """Return the number of each page of a printed book, and a place on it."""
    first: dict[int, str] = {}
    for id_, number in pages.items():
        first.setdefault(number, id_)
    return sorted(first.items())


def one_page(book: Book, layout: Layout) -> str:
    """Return what a person wants to have at hand at work: every unit on one page."""
    chapters = []
    for unit in book.units:
        paper = Paper(book, book.unit_page(unit), Pen())
        chapter = chapter_to_write(paper, layout.edition.cards)
        heading = E.h2(*chapter.xpath(MARK), unit.title)
        section = E.section({"class": "unit", "id": chapter.get("id")}, heading)
        section.extend(chapter.xpath(".//*[@data-part='summary']"))
        for table in chapter.xpath(COMPARED)[:1] if layout.fit.rows != 0 else ():
            # Nothing explains the sign of what goes beyond the origin without the caption.
            beyond = ".//*[@data-part='beyond']"
            remove(table, f"*[@class='caption'] | caption | .//span[@class='origin'] | {beyond}")
            limit_rows(table, layout)
            section.append(table)
        chapters.append(section)
    return fill(book, layout, chapters) if chapters else ""


def sheet(book: Book, layout: Layout) -> str:
    """Return one unit to hand out: its comparison, its points and its exercises."""
    units = book.course.units
    paper = Paper(book, book.page(layout.edition.source), Pen(layout.fit.room))
    chapter = chapter_to_write(paper, layout.edition.cards)
    section = E.section({"class": "chapter", "id": chapter.get("id")})
    head = chapter.xpath(f"{MARK} | .//h1 | .//*[@data-part='summary']")
    opening = E.div({"data-part": "opening"}, *head)
    section.append(E.header({"data-part": "head"}, opening))
    beginning = len(section)
    for table in chapter.xpath(COMPARED)[:1] if layout.fit.rows != 0 else ():
        remove(table, ".//span[@class='caption-prefix']")
        limit_rows(table, layout)
        captioned = (table.xpath("ancestor::div[@class='captioned']") or [table])[0]
        section.extend(captioned.xpath("preceding-sibling::*[1][self::p]"))
        section.append(captioned)
    for heading in headings(chapter, units.points):
        section.extend([heading, *led_by(heading)])
    # The other exercises are about the text of the page, which is not on the sheet.
    for heading in headings(chapter, units.exercises):
        section.extend(e for e in led_by(heading) if e.get("data-block") == "exercise")
    return fill(book, layout, [section]) if len(section) > beginning else ""


DOCUMENTS: dict[str, Callable[[Book, Layout], str]] = {
    each.__name__: each for each in (workbook, answers, reading, one_page, sheet)
}


def limit_rows(table: HtmlElement, layout: Layout) -> None:
    """Leave of a comparison the rows that a document has room for."""
    if layout.fit.rows is not None:
        beyond = f"[position() > {layout.fit.rows}]"
        remove(table, f"tbody/tr{beyond} | *[@class='card']{beyond}")


def headings(chapter: HtmlElement, id_: str) -> list[HtmlElement]:
    """Return the heading of a chapter that has an id on its page, if there is one."""
    return list(chapter.xpath(".//h2[@id=$id]", id=f"{chapter.get('id')}--{anchor(id_)}"))


def parts(
    book: Book, places: Iterable[Place], make: Callable[[Page], HtmlElement]
) -> Iterator[HtmlElement]:
    """Yield pages or parts of pages, each as a chapter of its own; `make` makes one of a page."""
    for place in places:
        chapter = make(book.page(place.page))
        yield part(book, place, chapter) if place.heading else chapter


def part(book: Book, place: Place, chapter: HtmlElement) -> HtmlElement:
    """Return a part of a chapter as a chapter of its own, or raise Refused."""
    for heading in headings(chapter, place.heading):
        section = E.section({"class": "chapter", "id": heading.get("id")})
        section.extend([heading, *led_by(heading)])
        heading.tag = "h1"
        heading.attrib.clear()
        for inner in section.xpath(".//h3"):
            inner.tag = "h2"
        return section
    what = f'no heading has the id "{place.heading}", which the printed editions need'
    remedy = f"add it to its heading: {{ #{place.heading} }}, or correct mkdocs.yml"
    raise Refused(Problem(f"{book.course.docs.name}/{place.page}", 1, what, remedy))


def imprint(book: Book) -> Chapters:
    """Return what the course says of its origin and its licence."""

    def paragraphs(place: Place | None) -> Chapters:
        if place is None:
            return []
        paper = Paper(book, book.page(place.page), Pen())
        return list(part(book, place, as_chapter(paper.article(), paper)).xpath("p"))

    books = book.course.books
    return [*paragraphs(books.origin)[:1], *paragraphs(books.licence)]


def glossary(book: Book, make: Callable[[Page], HtmlElement]) -> Chapters:
    """Return the glossary as a chapter, if there is one."""
    if not book.course.glossary:
        return []
    chapter = make(book.page(book.course.glossary))
    chapter.set("class", "chapter glossary")
    return [chapter]


def sources(book: Book, chapters: Chapters) -> Chapters:
    """Return the sources that chapters cite, each once, as a chapter; none, if they cite none."""
    if not book.course.sources:
        return []
    paper = Paper(book, book.page(book.course.sources), Pen())
    cited = {link.get("href") for each in chapters for link in each.xpath(".//a[@href]")}
    article = paper.article()
    section = E.section({"class": "chapter sources", "id": paper.slug})
    section.extend(E.h1(title.text_content()) for title in article.xpath("(.//h1)[1]"))
    beginning = len(section)
    for source in article.xpath(".//*[@data-block='bibliography']/section"):
        id_ = f"{paper.slug}--{anchor(source.get('id'))}"
        if f"#{id_}" in cited:
            for reference in source.xpath("*[@data-part='reference']"):
                reference.set("id", id_)
                section.append(reference)
    return [section] if len(section) > beginning else []
