"""Makes the document of each edition from the chapters of a book."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.print.adapt import chapter_of, finished
from course.print.answers import answers_of, key_of
from course.print.book import Book, IncompletePage, words
from course.print.combine import Order, document
from course.print.reading import answers_to_read, chapter_to_read

DIMENSIONS = "dimensions/"
# The rows of each comparison that a page for the desk has room for.
ROWS_AT_HAND = 2
SOURCES = "reference/sources/index.html"
GLOSSARY = "reference/glossary/index.html"
ABOUT = "reference/about/index.html"
ARTICLE = "reference/article/index.html"
# Pages that are of no use in a workbook: they are about the site, or repeat other pages.
NOT_IN_A_WORKBOOK = (
    *("index.html", "dimensions/index.html", "notebook/", "downloads/", "trainers/"),
    *("reference/sources/", "reference/article/", "reference/about/"),
)
# Parts of pages that a workbook begins and ends with.
HOW_TO_USE = ("downloads/index.html", "how-to-use-the-workbook")
HOW_TO_READ = ("downloads/index.html", "how-to-read-the-e-book")
HOW_CHECKED = (ABOUT, "how-claims-were-checked")


def workbook(book: Book, order: Order) -> str:
    """Return the course as a book to write in, without answers.

    Raises:
        IncompletePage: if a page lacks what it is made of, as for the other editions.
    """

    def chapter(name: str) -> HtmlElement:
        return chapter_of(book, book.chapter(name), order.writing, order.edition.cards)

    chapters = [part(book, HOW_TO_USE, chapter)]
    chapters += [chapter(name) for name in read_in_order(book)]
    chapters.append(part(book, HOW_CHECKED, chapter))
    chapters.append(chapter(GLOSSARY))
    chapters.append(sources(book, chapters))
    return document("workbook.html", book, order, chapters, imprint=imprint(book))


def imprint(book: Book) -> HtmlElement:
    """Return what the course says of its origin and its licence."""
    about = finished(book, book.chapter(ABOUT))
    origin = heading(book, ABOUT, "what-the-course-is", about).getnext()
    licence = heading(book, ABOUT, "licence", about)
    return E.div(origin, *licence.xpath("following-sibling::p"))


def read_in_order(book: Book) -> list[str]:
    """Return the paths of the pages that are read one after the other."""
    apart = (*NOT_IN_A_WORKBOOK, GLOSSARY)
    return [name for name in book.pages if not name.startswith(apart)]


def answers(book: Book, order: Order) -> str:
    """Return every question and decision with its reasons, and the answers that are hidden."""
    chapters = []
    for name in read_in_order(book):
        chapter = book.chapter(name)
        if answers_of(chapter, order.pages):
            chapters.append(finished(book, chapter))
    key = [key_of(each) for chapter in chapters for each in chapter.xpath("section")]
    chapters.append(sources(book, chapters))
    return document("answers.html", book, order, chapters, key=list(filter(None, key)))


def reading(book: Book, order: Order) -> str:
    """Return the course as a book to read, with the answers as a chapter near its end."""
    names = read_in_order(book)

    def chapter(name: str) -> HtmlElement:
        return chapter_to_read(book, book.chapter(name))

    chapters = [part(book, HOW_TO_READ, chapter)]
    chapters += [chapter(name) for name in names]
    chapters.append(chapter(ARTICLE))
    chapters.append(part(book, HOW_CHECKED, chapter))
    chapters.append(answers_to_read(book, names))
    chapters.append(chapter(GLOSSARY))
    chapters[-1].set("class", "chapter glossary")
    chapters.append(sources(book, chapters))
    return document("reading.html", book, order, chapters)


def one_page(book: Book, order: Order) -> str:
    """Return what a person wants to have at hand at work: the five dimensions on one page."""
    chapters = []
    for name in dimensions(book):
        chapter = chapter_of(book, book.chapter(name), order.writing)
        table = comparison(book, name, chapter)
        unneeded = f"caption | tbody/tr[position() > {ROWS_AT_HAND}] | .//span[@class='origin']"
        for element in table.xpath(unneeded):
            element.drop_tree()
        section = E.section({"class": "dimension", "id": chapter.get("id")})
        section.append(E.h2(words(chapter, ".//h1")))
        section.extend(chapter.xpath(".//p[@class='summary']"))
        section.append(table)
        chapters.append(section)
    return document("one-page.html", book, order, chapters)


def sheet(book: Book, order: Order) -> str:
    """Return one dimension to hand out: its comparison, key points and exercises."""
    name = order.edition.page
    chapter = chapter_of(book, book.chapter(name), order.writing)
    section = E.section({"class": "chapter", "id": chapter.get("id")})
    section.extend(chapter.xpath(".//h1 | .//p[@class='summary']"))
    table = comparison(book, name, chapter)
    for number in table.xpath(".//span[@class='caption-prefix']"):
        number.drop_tree()
    captioned = (table.xpath("ancestor::div[@class='captioned']") or [table])[0]
    section.extend(captioned.xpath("preceding-sibling::*[1][self::p]"))
    section.append(captioned)
    key_points = heading(book, name, "key-points", chapter)
    section.extend([key_points, key_points.getnext()])
    # The other exercises are about the text of the page, which is not on the sheet.
    plan = heading(book, name, "reflect-and-plan", chapter)
    own = ".//section[@class='exercise'][preceding-sibling::h2[1]/@id=$id]"
    section.extend(chapter.xpath(own, id=plan.get("id")))
    return document("sheet.html", book, order, [section])


def dimensions(book: Book) -> list[str]:
    """Return the paths of the dimension pages, in order."""
    index = f"{DIMENSIONS}index.html"
    return [name for name in book.pages if name.startswith(DIMENSIONS) and name != index]


def comparison(book: Book, name: str, chapter: HtmlElement) -> HtmlElement:
    """Return the comparison of a chapter.

    Raises:
        IncompletePage: if it has none.
    """
    for table in chapter.xpath(".//table[@class='comparison']"):
        return table
    what = "a dimension without a comparison has no place in the printed editions"
    raise incomplete(book, name, what, "add a table of managing and leading")


def heading(book: Book, name: str, identifier: str, chapter: HtmlElement) -> HtmlElement:
    """Return a heading of a chapter.

    Arguments:
        book: the book.
        name: the path of the chapter's page.
        identifier: the id of the heading on its page.
        chapter: the chapter.

    Raises:
        IncompletePage: if there is none.
    """
    for found in chapter.xpath(".//h2[@id=$id]", id=f"{chapter.get('id')}--{identifier}"):
        return found
    what = f'no heading has the id "{identifier}", which the printed editions need'
    raise incomplete(book, name, what, f"add it to its heading: {{ #{identifier} }}")


def incomplete(book: Book, name: str, what: str, remedy: str) -> IncompletePage:
    """Return the problem of a page as an error."""
    page = book.pages[name]
    return IncompletePage(str(page.problem(what, remedy, page.tree)))


def part(book: Book, place: tuple[str, str], make: Callable[[str], HtmlElement]) -> HtmlElement:
    """Return one section of a page as a chapter of its own.

    Arguments:
        book: the book.
        place: the path of the page, and the id of the section's heading.
        make: makes the chapter of a page.
    """
    name, identifier = place
    chapter = make(name)
    start = heading(book, name, identifier, chapter)
    section = E.section({"class": "chapter", "id": start.get("id")})
    following = start.getnext()
    start.tag = "h1"
    start.attrib.clear()
    section.append(start)
    while following is not None and following.tag not in ("h1", "h2"):
        after = following.getnext()
        section.append(following)
        following = after
    for inner in section.xpath(".//h3"):
        inner.tag = "h2"
    return section


def sources(book: Book, chapters: list[HtmlElement]) -> HtmlElement:
    """Return the sources that chapters cite, each once, as the last chapter."""
    chapter = book.chapter(SOURCES)
    cited = {link.get("href") for each in chapters for link in each.xpath(".//a[@href]")}
    section = E.section({"class": "chapter sources", "id": chapter.slug}, E.h1(chapter.title))
    for source in chapter.article.xpath(".//section[@class='source']"):
        identifier = f"{chapter.slug}--{source.get('id')}"
        if f"#{identifier}" in cited:
            reference = source.xpath("p[@class='reference']")[0]
            reference.set("id", identifier)
            section.append(reference)
    return section
