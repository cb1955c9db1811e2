"""Turns the text of a page into its answers: every question, decision and hidden answer."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.print.book import Chapter
from course.print.writing import text


def answers_of(chapter: Chapter, pages: Mapping[str, int]) -> bool:
    """Leave of a chapter its title and its answers.

    Arguments:
        chapter: the page; its text is changed.
        pages: the page of the workbook on which each place is.

    Returns:
        Whether there is any answer.
    """
    article = chapter.article
    name_answers(article)
    found = []
    for block in article.xpath(".//section[not(ancestor::div[@class='gather'])] | .//details"):
        kind = block.get("class", "").split(" ")[0]
        if kind == "question":
            found.append(question(block))
        elif kind == "decision":
            found.append(decision(block))
        elif kind == "answer":
            found.append(shown_answer(block))
        else:
            continue
        page = pages.get(f"{chapter.slug}--{place_of(block)}")
        if page:
            found[-1].insert(1, E.p({"class": "place"}, f"Workbook, page {page}"))
    title = article.xpath(".//h1")[0]
    article.clear()
    article.append(title)
    article.extend(found)
    return bool(found)


def name_answers(article: HtmlElement) -> None:
    """Give each answer that can be opened an id, the same in the text and among the answers."""
    for number, answer in enumerate(article.xpath(".//details[@class='answer']"), 1):
        answer.set("id", f"answer-{number}")


def place_of(block: HtmlElement) -> str:
    """Return the id of what a workbook has in the place of a block: the lines to answer on."""
    before = block.getprevious()
    asked_before = block.tag == "details" and before is not None and before.tag == "section"
    return str((before if asked_before else block).get("id"))


def question(block: HtmlElement) -> HtmlElement:
    """Return a question with the reason under each option or item."""
    section = section_for(block, name_of(block))
    section.append(E.p({"class": "stem"}, text(block.xpath(".//legend")[0])))
    for partners in block.xpath(".//ol[@class='partners']"):
        section.append(partners)
    options = block.xpath(".//ol[@class='options']/li/label | .//li[@class='item']//legend")
    reasons = block.xpath("details[@class='reasons']/ol/li")
    section.append(explained(options, reasons, bool(block.xpath(".//ol[@class='options']"))))
    return section


def decision(block: HtmlElement) -> HtmlElement:
    """Return a decision with the consequence under each option."""
    section = section_for(block, f"{name_of(block)}. {text(block.xpath('h3')[0])}")
    section.append(E.p({"class": "stem"}, text(block.xpath(".//legend")[0])))
    options = block.xpath(".//ol[@class='options']/li/label")
    consequences = block.xpath(".//details")
    for summary in block.xpath(".//details/summary"):
        summary.drop_tree()
    section.append(explained(options, consequences, True))
    return section


def shown_answer(block: HtmlElement) -> HtmlElement:
    """Return an answer that can be opened on a screen, under the heading of its place."""
    section = section_for(block, text(block.xpath("preceding::h2[1]")[0]))
    for summary in block.xpath("summary"):
        summary.drop_tree()
    section.extend(list(block))
    return section


def name_of(block: HtmlElement) -> str:
    """Return the kind and number of a block, such as `Question 3`."""
    return text(block.xpath("p[@class='kind']")[0]).partition(" · ")[0]


def section_for(block: HtmlElement, title: str) -> HtmlElement:
    """Return a section for the answer of a block."""
    return E.section({"class": "answered", "id": block.get("id")}, E.h2(title))


def explained(
    options: list[HtmlElement], reasons: list[HtmlElement], lettered: bool
) -> HtmlElement:
    """Return a list of options, each with its reason; the right one is marked."""
    explained = E.ol({"class": "reasons"})
    if lettered:
        explained.set("type", "A")
    for option, reason in zip(options, reasons, strict=True):
        item = E.li(E.p({"class": "option"}, text(option)))
        if lettered and {"right", "best"} & set(reason.get("class", "").split()):
            item.set("class", "right")
        item.extend(list(reason))
        explained.append(item)
    return explained
