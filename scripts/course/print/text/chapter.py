"""A page as a chapter: to write in, and without what only a screen can show."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import E

from course.model import Block, blocks, led_by, replace, text_of
from course.print.pdf.fonts import svg_families
from course.print.text.book import Paper, anchor
from course.print.text.grid import set_grid
from course.print.text.links import lead_into_book
from course.print.text.pictures import set_pictures
from course.print.text.tables import set_tables
from course.print.text.writing import FIELDS, replace_fields

# What is of use on a screen alone.
SCREEN = """
    .//*[@data-note='back']
    | .//*[@hidden] | .//template | .//script | .//noscript | .//button | .//output
    | .//*[@data-screen]
    | .//*[@class='headerlink' or @class='visually-hidden'] | .//*[@data-block='files']
    | .//*[@data-part='kept' or @data-part='feedback' or @data-part='tools'
        or @data-part='compared']
"""
# What is empty then, such as a block of buttons.
EMPTY = """
    .//*[self::p or @data-block][not(@class)][not(*)][not(normalize-space())]
"""
ANSWERS = ".//*[@data-answers]"
LINES_FOR_ANSWER = 4
# What says to a screen reader what a browser shows.
SPOKEN = "role tabindex for aria-label aria-labelledby aria-describedby aria-controls aria-hidden"


def chapter_to_write(paper: Paper, cards: bool = False) -> HtmlElement:
    """Return a page as a chapter to write in, without answers; in large letters with `cards`."""
    article = paper.article()
    fields = article.xpath(FIELDS)
    known = paper.book.kinds
    for block in list(blocks(article)):
        if block.kind in known:
            known[block.kind].on_paper(block, paper)
    for answer in article.xpath(ANSWERS):
        leave_room(answer, paper)
    replace_fields(article, fields, paper)
    return as_chapter(article, paper, cards)


def as_chapter(
    article: HtmlElement, paper: Paper, cards: bool = False, paged: bool = True
) -> HtmlElement:
    """Return the text of a page as a chapter, its blocks being as they are to stay."""
    lead_into_book(article, paper)
    remove(article, SCREEN)
    remove(article, EMPTY)
    if paper.book.course.sources:
        # Every source stands once, at the end.
        remove(article, ".//*[@data-block='references']")
    open_details(article)
    plain_forms(article)
    families = svg_families(paper.book.course.fonts)
    set_pictures(article, paper.book.tokens, families, paged)
    set_tables(article, cards)
    join_paragraphs(article)
    keep_together(article, paper.book.course.units.points)
    set_grid(article, wide=not cards)
    prefix_ids(article, paper.slug)
    article.tag = "section"
    article.attrib.clear()
    article.set("class", "chapter")
    article.set("id", paper.slug)
    article.tail = None
    return article


def remove(article: HtmlElement, path: str) -> None:
    """Remove elements; the text after each stays."""
    for element in article.xpath(path):
        element.drop_tree()


def leave_room(answer: HtmlElement, paper: Paper) -> None:
    """Take an answer away; where the text asked for one, leave lines for it.

    A block before the answer that keeps something has its own lines.
    """
    if not answer.get("data-block") or asked_by(answer) is not None:
        answer.drop_tree()
        return
    title = paper.words("print.your-answer", asked=heading_before(answer))
    name = f"{paper.slug}-{answer.get('id')}"
    lines = paper.writing.lines(name, title, LINES_FOR_ANSWER)
    replace(answer, E.div({"id": answer.get("id")}, lines))


def asked_by(answer: HtmlElement) -> Block | None:
    """Return the block right before an answer that asks for it, if there is one."""
    before = answer.getprevious()
    return Block(before) if before is not None and before.get("data-keeps") else None


def heading_before(element: HtmlElement) -> str:
    """Return the heading that an element stands under."""
    return " ".join(map(text_of, element.xpath("(preceding::h1 | preceding::h2)[last()]")))


def open_details(article: HtmlElement) -> None:
    """Turn what can be opened on a screen into an open block with a title.

    What only a phone folds is a part of its text.
    """
    for fold in article.xpath(".//details[@data-fold]"):
        remove(fold, "./summary")
        fold.drop_tag()
    for details in article.xpath(".//details"):
        details.tag = "div"
        details.set("class", "aside")
        for summary in details.xpath("summary"):
            summary.tag = "p"
            summary.set("class", "aside-title")


def plain_forms(article: HtmlElement) -> None:
    """Take the parts of forms out of blocks: on paper they are paragraphs and lists."""
    for legend in article.xpath(".//legend"):
        legend.tag = "p"
        legend.set("class", "stem")
    for label in article.xpath(".//label"):
        if label.getparent().get("data-option"):
            label.drop_tag()
        else:
            label.tag = "p"
            label.set("class", "label")
    for fieldset in article.xpath(".//fieldset"):
        fieldset.drop_tag()
    for element in article.xpath(".//*[not(ancestor-or-self::svg)]"):
        for name in SPOKEN.split():
            element.attrib.pop(name, None)


def join_paragraphs(article: HtmlElement) -> None:
    """Let a list item be its only paragraph: PDF/UA has no other place for its text."""
    for item in article.xpath(".//li[count(*)=1]"):
        for paragraph in item.xpath("p[not(@class or @data-part)]"):
            paragraph.drop_tag()


def keep_together(article: HtmlElement, id_: str) -> None:
    """Let no page end between a heading and what stands under it, or inside: what to remember."""
    for heading in article.xpath(".//h2[@id=$id]", id=id_):
        under = led_by(heading)
        together = E.div({"class": "together"})
        replace(heading, together)
        together.extend([heading, *under])


def prefix_ids(article: HtmlElement, prefix: str) -> None:
    """Make the ids of a page differ from those of other pages."""
    for element in article.xpath(".//*"):
        for name in ("id", "aria-labelledby"):
            if element.get(name):
                ids = element.get(name, "").split()
                element.set(name, " ".join(f"{prefix}--{anchor(each)}" for each in ids))
        for name, value in element.attrib.items():
            if value.startswith("url(#"):
                id_ = anchor(value.removeprefix("url(#").removesuffix(")"))
                element.set(name, f"url(#{prefix}--{id_})")
