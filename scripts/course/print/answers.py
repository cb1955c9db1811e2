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


def key_of(answered: HtmlElement) -> dict[str, str]:
    """Return the line of an answer in the key to the questions and decisions.

    Arguments:
        answered: an answer, as `answers_of` leaves it.

    Returns:
        Its id, its number, what is right, and the page of the workbook; nothing for an answer
        in plain words.
    """
    options = answered.xpath("ol[@class='reasons']")
    if not options:
        return {}
    if options[0].get("type"):
        right = [chr(ord("A") + n) for n, li in enumerate(options[0]) if li.get("class") == "right"]
    else:
        marks = [text(mark).rstrip(".") for mark in options[0].xpath("li//strong[@class='mark']")]
        right = [f"{n} {mark.partition(':')[0]}" for n, mark in enumerate(marks, 1)]
    return {
        "id": answered.get("id", ""),
        "number": text(answered.xpath("h2")[0]).partition(".")[0],
        "right": ", ".join(right),
        "page": "".join(answered.xpath("p[@class='place']/text()")).rpartition(" ")[2],
    }


def name_answers(article: HtmlElement) -> None:
    """Give each answer that can be opened an id, the same in the text and among the answers."""
    for number, answer in enumerate(article.xpath(".//details[@class='answer']"), 1):
        answer.set("id", f"answer-{number}")


def place_of(block: HtmlElement) -> str:
    """Return the id of what a workbook has in the place of a block: the lines to answer on."""
    exercise = exercise_before(block)
    return str((block if exercise is None else exercise).get("id"))


def exercise_before(block: HtmlElement) -> HtmlElement | None:
    """Return the exercise that a shown answer is one answer to, if it follows one."""
    before = block.getprevious()
    follows = block.tag == "details" and before is not None and before.tag == "section"
    return before if follows else None


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
    """Return an answer that can be opened on a screen, under its exercise or heading."""
    exercise = exercise_before(block)
    if exercise is None:
        title = text(block.xpath("preceding::h2[1]")[0])
    else:
        title = f"{name_of(exercise)}. {text(exercise.xpath('h3')[0])}"
    section = section_for(block, title)
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
