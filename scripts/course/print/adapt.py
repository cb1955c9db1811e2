"""Turns the text of a page into a chapter: nothing that only a screen can show is left."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.print.answers import name_answers
from course.print.book import Book, Chapter, slug
from course.print.fonts import SVG_FAMILIES
from course.print.spacing import within_picture
from course.print.tables import (
    as_cards,
    move_origins,
    notes_of_path,
    rounds_of_review,
    set_captions,
)
from course.print.writing import Writing, replace, set_writing, text

# What is of use on a screen alone.
SCREEN = """
    .//*[@hidden] | .//template | .//script | .//button | .//output
    | .//*[contains(concat(' ', @class, ' '), ' screen ')]
    | .//*[@class='headerlink' or @class='kept' or @class='tools' or @class='feedback']
    | .//*[@class='visually-hidden'] | .//div[@class='files']
"""
ANSWERS = """
    .//details[@class='reasons' or @class='answer'] | .//div[@class='consequences']
"""
LINES_FOR_ANSWER = 4
SCREEN_ATTRIBUTES = (
    *("role", "tabindex", "for", "data-label", "data-minutes", "data-objective"),
    *("data-option", "data-into", "data-activity", "data-dimension"),
    *("aria-label", "aria-labelledby", "aria-describedby", "aria-controls", "aria-hidden"),
)


def chapter_of(book: Book, chapter: Chapter, writing: Writing, cards: bool = False) -> HtmlElement:
    """Return a page as a chapter to write in, without answers.

    Arguments:
        book: the book that it is in.
        chapter: the page; its text is used up.
        writing: how the reader writes.
        cards: whether each row of a comparison becomes a list, since the letters are large.
    """
    article = chapter.article
    name_answers(article)
    for answer in article.xpath(ANSWERS):
        room_for_answer(answer, chapter.slug, writing)
    for references in article.xpath(".//section[@class='references']"):
        references.drop_tree()  # every source stands once, at the end
    for place in article.xpath(".//div[@class='gather']"):
        replace(place, rounds_of_review(book, chapter, place, writing))
    for path in article.xpath(".//nav[@class='story']"):
        replace(path, notes_of_path(chapter, writing))
    set_writing(article, writing)
    return finished(book, chapter, cards)


def finished(book: Book, chapter: Chapter, cards: bool = False) -> HtmlElement:
    """Return a page as a chapter, its blocks being as they are to stay."""
    article = chapter.article
    mark_links(book, chapter)
    for element in article.xpath(SCREEN):
        element.drop_tree()
    for empty in article.xpath(".//p[not(@class)][not(*)][not(normalize-space())]"):
        empty.drop_tree()
    set_ways(article)
    open_details(article)
    plain_blocks(article)
    set_captions(article)
    for table in article.xpath(".//table[contains(@class, 'comparison')]"):
        move_origins(table)
        if cards:
            replace(table, as_cards(table))
    for header in article.xpath(".//thead//th"):
        header.set("scope", "col")
    join_paragraphs(article)
    prefix_ids(article, chapter.slug)
    article.tag = "section"
    article.attrib.clear()
    article.set("class", "chapter")
    article.set("id", chapter.slug)
    article.tail = None
    return article


def room_for_answer(answer: HtmlElement, chapter: str, writing: Writing) -> None:
    """Take an answer away; where the text asked for one, leave lines for it.

    An exercise before the answer has its own lines.

    Arguments:
        answer: the answer.
        chapter: the chapter's name, since names of answers differ within a chapter only.
        writing: how the reader writes.
    """
    before = answer.getprevious()
    if answer.get("class") != "answer" or (before is not None and before.tag == "section"):
        answer.drop_tree()
        return
    asked = " ".join(map(text, answer.xpath("preceding::h2[1]")))
    lines = writing.lines(
        f"{chapter}-{answer.get('id')}", f"Your answer: {asked}", LINES_FOR_ANSWER
    )
    replace(answer, E.div({"id": answer.get("id")}, lines))


def mark_links(book: Book, chapter: Chapter) -> None:
    """Let links between pages lead to places in the book, whether it has them or not."""
    for link in chapter.article.xpath(".//a[@href]"):
        address = link.get("href")
        if urlsplit(address).scheme:
            continue
        name = book.find(chapter, address)
        fragment = address.partition("#")[2]
        if name is None:
            link.drop_tag()
            continue
        prefix = slug(name)
        link.set("href", f"#{prefix}--{fragment}" if fragment else f"#{prefix}")
        link.attrib.pop("title", None)


def set_ways(article: HtmlElement) -> None:
    """Let the words “go to 7” lead on from a scene, since the page number follows them."""
    for way in article.xpath(".//ul[@class='ways']/li"):
        link = way.xpath("a")[0]
        number = way.xpath("span[@class='goto']")[0]
        number.tag = "a"
        number.set("href", link.get("href"))
        number.set("class", "goto")
        link.drop_tag()


def open_details(article: HtmlElement) -> None:
    """Turn what can be opened on a screen into an open block with a title."""
    for details in article.xpath(".//details"):
        details.tag = "div"
        details.set("class", "aside")
        for summary in details.xpath("summary"):
            summary.tag = "p"
            summary.set("class", "aside-title")


def plain_blocks(article: HtmlElement) -> None:
    """Take the parts of forms out of blocks: on paper they are paragraphs and lists."""
    for legend in article.xpath(".//legend"):
        legend.tag = "p"
        legend.set("class", "stem")
    for label in article.xpath(".//label"):
        if label.getparent().get("class") == "option":
            label.drop_tag()
        else:
            label.tag = "p"
            label.set("class", "label")
    for fieldset in article.xpath(".//fieldset"):
        fieldset.drop_tag()
    for element in [each for each in article.iter("*") if not within_picture(each)]:
        for name in SCREEN_ATTRIBUTES:
            element.attrib.pop(name, None)
    for picture in article.xpath(".//svg"):
        # A picture does not take over the font of its page.
        picture.set("font-family", SVG_FAMILIES)
        join_descriptions(picture)


def join_descriptions(picture: HtmlElement) -> None:
    """Make one text of a picture's title and description: a PDF has place for one."""
    title, description = picture.find("title"), picture.find("desc")
    if title is not None and description is not None:
        title.text = f"{title.text}. {description.text}"
        description.drop_tree()
        picture.set("aria-labelledby", title.get("id"))


def join_paragraphs(article: HtmlElement) -> None:
    """Let a list item be its only paragraph: PDF/UA has no other place for its text."""
    for item in article.xpath(".//li[count(*)=1]"):
        for paragraph in item.xpath("p[not(@class)]"):
            paragraph.drop_tag()


def prefix_ids(article: HtmlElement, prefix: str) -> None:
    """Make the ids of a page differ from those of other pages."""
    for element in article.iter("*"):
        if not isinstance(element.tag, str):
            continue
        for name in ("id", "aria-labelledby"):
            if element.get(name):
                ids = element.get(name, "").split()
                element.set(name, " ".join(f"{prefix}--{each}" for each in ids))
        for name, value in element.attrib.items():
            if value.startswith("url(#"):
                element.set(name, value.replace("url(#", f"url(#{prefix}--"))
