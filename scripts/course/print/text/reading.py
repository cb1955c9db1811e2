"""A page as a chapter to read: no places to write, and a link to each answer."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import Block, blocks, replace, text_of
from course.print.text.answers import answers_of, chapter_of_answers
from course.print.text.book import Paper, within
from course.print.text.chapter import ANSWERS, as_chapter, remove
from course.print.text.tables import COMPARISON


def chapter_to_read(paper: Paper) -> HtmlElement:
    """Return a page as a chapter to read."""
    article = paper.article()
    known = paper.book.kinds
    for block in list(blocks(article)):
        if block.kind in known:
            known[block.kind].to_read(block, paper)
    asking = [take_answer(answer) for answer in article.xpath(ANSWERS)]
    for block in list(blocks(article)):
        name_fields(block)
    for items in article.xpath(".//ol[@data-part='items']"):
        name_choices(items)
    remove(article, ".//input")
    for head in article.xpath(f"{COMPARISON}/thead//th[@data-sign]"):
        head.text = f"{head.get('data-sign')} {(head.text or '').strip()}"
    chapter = as_chapter(article, paper, cards=True, paged=False)
    for element in asking:
        link_to_answer(Block(element), paper)
    return chapter


def take_answer(answer: HtmlElement) -> HtmlElement:
    """Take an answer away, and return what is to have a link to it."""
    if answer.get("data-block"):
        place = E.p({"class": "to-answer", "id": answer.get("id")})
        replace(answer, place)
        return place
    block: HtmlElement = answer.xpath("ancestor::*[@data-block][1]")[0]
    answer.drop_tree()
    return block


def name_fields(block: Block) -> None:
    """Take the fields of a block away; several fields leave their names, as a list."""
    if not block.element.xpath(".//textarea"):
        return
    labels = block.element.xpath(".//label")
    if len(labels) > 1:
        replace(labels[0], E.ul({"class": "parts"}, *(E.li(text_of(each)) for each in labels)))
    remove(block.element, ".//label | .//textarea")


def name_choices(items: HtmlElement) -> None:
    """Say once what each item can be; the partners to match with are a list already."""
    if not items.xpath("preceding-sibling::*[@data-part='partners']"):
        choices = items.xpath("li[1]//*[@data-option]/label")
        items.addprevious(E.ul({"class": "choices"}, *(E.li(text_of(each)) for each in choices)))
    remove(items, ".//*[@data-option]")


def link_to_answer(block: Block, paper: Paper) -> None:
    """Let a block, or a place in the text, lead to its answer."""
    words = paper.words
    link = E.a({"href": f"#answers-{block.id}"})
    if not block.kind:
        link.text = words("print.reading.compare")
        block.element.append(link)
        return
    link.text = words("print.reading.to", block=within(block, words) or block.title)
    block.element.append(E.p({"class": "to-answer"}, link))


def answers_to_read(papers: Iterable[Paper], title: str) -> list[HtmlElement]:
    """Return one chapter with the answers of pages, each with a link back; none without answers."""
    section = E.section({"class": "chapter answers", "id": "answers"}, E.h1(title))
    for paper in papers:
        answers = answers_of(paper, {})
        if not answers:
            continue
        paper.slug = f"answers-{paper.slug}"
        page = chapter_of_answers(paper, answers)
        page.set("class", "of")
        for answer in answers:
            place = str(answer.element.get("id")).removeprefix("answers-")
            link = E.a({"href": f"#{place}"}, answer.back)
            answer.element.append(E.p({"class": "to-place"}, link))
        lower_headings(page)
        section.append(page)
    return [section] if len(section) > 1 else []


def lower_headings(page: HtmlElement) -> None:
    """Make each heading of a page one level lower, since it becomes part of a chapter."""
    for level in (2, 1):
        for heading in page.xpath(f".//h{level}"):
            heading.tag = f"h{level + 1}"
