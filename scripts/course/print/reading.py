"""Turns the text of a page into a chapter to read: no places to write, a link to each answer."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.print.adapt import finished
from course.print.answers import answers_of, name_answers, name_of
from course.print.book import Book, Chapter
from course.print.writing import replace, text

LEFT_OUT = """
    .//details[@class='reasons'] | .//div[@class='consequences'] | .//section[@class='references']
    | .//input | .//label[.='']
"""
# What has an answer at the end of the book.
ASKING = """
    .//section[starts-with(@class, 'question') or @class='decision'] | .//p[@class='to-answer']
"""
SIGNS = {"managing": "■ ", "leading": "▲ ", "both": "■▲ "}


def chapter_to_read(book: Book, chapter: Chapter) -> HtmlElement:
    """Return a page as a chapter to read.

    Arguments:
        book: the book that it is in.
        chapter: the page; its text is used up.
    """
    article = chapter.article
    name_answers(article)
    for answer in article.xpath(".//details[@class='answer']"):
        replace(answer, E.p({"class": "to-answer", "id": answer.get("id")}))
    for place in article.xpath(".//div[@class='gather']"):
        replace(place, questions(book, chapter, place))
    for rating in article.xpath(".//ol[@class='statements']"):
        legends = rating.xpath("li//legend")
        replace(rating, E.ol({"class": "statements"}, *(E.li(text(each)) for each in legends)))
    for block in article.xpath(".//section[.//textarea]"):
        name_fields(block)
    for items in article.xpath(".//ol[@class='items']"):
        name_choices(items)
    for element in article.xpath(LEFT_OUT):
        element.drop_tree()
    for head in article.xpath(".//thead//th"):
        if sign := SIGNS.get(head.get("class")):
            head.text = sign + (head.text or "").strip()
    section = finished(book, chapter, cards=True)
    for asking in section.xpath(ASKING):
        link_to_answer(asking)
    return section


def answers_to_read(book: Book, names: list[str]) -> HtmlElement:
    """Return one chapter with the answers of pages, each with a link back to its place.

    Arguments:
        book: the book.
        names: the paths of the pages, in order.
    """
    section = E.section({"class": "chapter answers", "id": "answers"}, E.h1("Answers"))
    for name in names:
        chapter = book.chapter(name)
        place = chapter.slug
        if not answers_of(chapter, {}):
            continue
        chapter.slug = f"answers-{place}"
        page = finished(book, chapter)
        page.set("class", "of")
        for answer in page.xpath("section"):
            asking = answer.get("id").removeprefix("answers-")
            answer.append(back_link(answer, asking))
        lower_headings(page)
        section.append(page)
    return section


def questions(book: Book, chapter: Chapter, place: HtmlElement) -> HtmlElement:
    """Return links to the questions that a page gathers."""
    found = E.ul()
    for link in place.xpath("p[@class='origin']/a"):
        address = link.get("href")
        page = book.pages[book.find(chapter, address) or ""]
        question = page.tree.get_element_by_id(address.partition("#")[2])
        stem = text(question.xpath(".//legend")[0])
        found.append(E.li(E.a({"href": address}, f"{name_of(question)}: {stem}")))
    return found


def name_fields(block: HtmlElement) -> None:
    """Take the fields of an exercise away; several fields leave their names, as a list."""
    labels = block.xpath(".//label")
    if len(labels) > 1:
        replace(labels[0], E.ul({"class": "parts"}, *(E.li(text(each)) for each in labels)))
    for field in block.xpath(".//label | .//textarea"):
        field.drop_tree()


def name_choices(items: HtmlElement) -> None:
    """Say once what each item can be; the partners to match with are a list already."""
    if not items.xpath("preceding-sibling::ol[@class='partners']"):
        choices = items.xpath("li[1]//span[@class='option']/label")
        items.addprevious(E.ul({"class": "choices"}, *(E.li(text(each)) for each in choices)))
    for option in items.xpath(".//span[@class='option']"):
        option.drop_tree()


def link_to_answer(asking: HtmlElement) -> None:
    """Let a question, a decision or a place in the text lead to its answer."""
    link = E.a({"href": f"#answers-{asking.get('id')}"})
    if asking.tag == "p":
        link.text = "Compare with one answer"
        asking.append(link)
    else:
        link.text = f"Answer to {name_of(asking).lower()}"
        asking.append(E.p({"class": "to-answer"}, link))


def back_link(answer: HtmlElement, place: str) -> HtmlElement:
    """Return a link from an answer to the place where it is asked for."""
    heading = text(answer.xpath("h2")[0])
    numbered = answer.xpath("p[@class='stem']")
    words = heading.partition(". ")[0].lower() if numbered else f"“{heading}”"
    return E.p({"class": "to-place"}, E.a({"href": f"#{place}"}, f"Back to {words}"))


def lower_headings(page: HtmlElement) -> None:
    """Make each heading of a page one level lower, since it becomes part of a chapter."""
    for level in (2, 1):
        for heading in page.xpath(f".//h{level}"):
            heading.tag = f"h{level + 1}"
