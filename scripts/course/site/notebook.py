"""Fills the reader's notebook with a hidden place for every answer that the course can keep.

A script shows those that have an answer. So the notebook needs no list of its own, and it works
from a folder, where a script may not read other files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from lxml.html import HtmlElement
from markdown.extensions.toc import slugify

from course.model import Answer, Block, blocks, text_of, title_of
from course.published import Published, read_published
from course.settings import Course
from course.site.gather import reading_order, relative
from course.site.page import Page
from course.words import Words


def add_notebook(pages: Sequence[Page], course: Course) -> list[Page]:
    """Return the pages with every notebook filled that is empty.

    Arguments:
        pages: the pages of a site.
        course: the course.
    """
    order = reading_order(pages)
    return [fill(page, order, course) if place_of(page) else page for page in pages]


def place_of(page: Page) -> list[HtmlElement]:
    """Return the places for answers that are still empty."""
    if not page.mentions('"answers"'):
        return []
    return list(page.tree.xpath("//*[@data-part='answers'][not(*)]"))


def fill(page: Page, order: Sequence[Page], course: Course) -> Page:
    """Return the page of the notebook with the answers of the others, and the ids that it takes."""
    parts = [page_part(page, other) for other in order]
    keeping = (block for other in order for block in blocks(other.tree, copies=True) if block.keeps)
    published = read_published(course) or Published()
    known = dict.fromkeys([*(block.id for block in keeping), *published.named("gone")])
    for place in place_of(page):
        place.set("data-known", " ".join(known))
        page.insert_after(place, "".join([*parts, removed_part(course.words)]))
    return page.reread()


def page_part(page: Page, other: Page) -> str:
    """Return the part of the notebook for one page, as HTML; nothing if it keeps nothing."""
    link = escape(relative(page, other.name))
    keeping = [block for block in blocks(other.tree, copies=True) if block.keeps]
    parts = [block_part(link, block) for block in keeping]
    heading = f'<h2><a href="{link}">{escape(title_of(other.tree))}</a></h2>'
    return f"<section hidden>{heading}{''.join(parts)}</section>" if parts else ""


def removed_part(words: Words) -> str:
    """Return the place of answers whose blocks the course has no longer, as HTML."""
    title, why = (escape(words(f"blocks.notebook.removed.{name}")) for name in ("title", "why"))
    heading = f'<h2 id="{slugify(title, "-")}">{title}</h2>'
    return f'<section data-part="removed" hidden>{heading}<p>{why}</p></section>'


def block_part(link: str, block: Block) -> str:
    """Return the part for one block, as HTML."""
    heading = f'<h3><a href="{link}#{block.id}">{escape(block.title)}</a></h3>'
    # What is kept without a field, such as a path, needs no words but those of its values.
    prompts = [] if block.get("values") else [*block.parts("prompt"), *block.parts("content")]
    texts = [text_of(each) for prompt in prompts for each in prompt]
    prompt = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f"<section hidden>{heading}{prompt}{''.join(map(answer_part, block.answers))}</section>"


def answer_part(answer: Answer) -> str:
    """Return the place of one answer, as HTML."""
    values = json.dumps(answer.values, ensure_ascii=False) if answer.values else ""
    facts = {"kept": answer.name, "values": values, "was": answer.was, "places": answer.places}
    written = " ".join(f'data-{name}="{escape(fact)}"' for name, fact in facts.items() if fact)
    label = f"<p>{escape(answer.label)}</p>" if answer.label else ""
    return f"<div {written} hidden>{label}</div>"
