"""Reads a built site as a book: its chapters in reading order, and what its title page says."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from course.problems import Problem
from course.site.gather import reading_order
from course.site.links import base_path, find_file, target
from course.site.page import Page, read_pages

# Blocks that the whole course numbers, each kind by itself, so that people can name them.
NUMBERED = ("exercise", "plan", "question", "decision")


class IncompletePage(Exception):
    """A page lacks what an edition is made of, or is missing; the message is for its author."""


@dataclass
class Chapter:
    """A page of the site.

    Attributes:
        page: the built page.
        slug: its path as one word, such as `dimensions-focus`; it goes before the ids.
        title: its first heading.
        article: a copy of its text, to be changed at will.
    """

    page: Page
    slug: str
    title: str
    article: HtmlElement


@dataclass
class Book:
    """The course, as the built site has it.

    Attributes:
        title: the name of the course.
        description: what it is, in a sentence.
        language: its language, as in the `lang` of its pages.
        version: its version, such as `1.0`.
        date: the date of that version, as in `2026-11-23`.
        licence: the element that names the licence.
        address: where the site is published.
        pages: the path of each page in reading order, and the page.
        base: the path under which the site is published, such as `/course/`.
    """

    title: str
    description: str
    language: str
    version: str
    date: str
    licence: HtmlElement
    address: str
    pages: dict[str, Page]
    base: str

    def chapter(self, name: str) -> Chapter:
        """Return a fresh copy of a page's text.

        Arguments:
            name: the path of the page in the site, such as `dimensions/focus/index.html`.

        Raises:
            IncompletePage: if there is none.
        """
        if name not in self.pages:
            file = f"docs/{name.removesuffix('/index.html')}.md"
            what = "the printed editions need this page, and it is not in the navigation"
            raise IncompletePage(str(Problem(file, 1, what, "add it to mkdocs.yml")))
        page = self.pages[name]
        article = deepcopy(page.tree.xpath("//article")[0])
        return Chapter(page, slug(name), heading(article), article)

    def title_of(self, name: str) -> str:
        """Return the title of a page."""
        return heading(self.pages[name].tree.xpath("//article")[0])

    def find(self, chapter: Chapter, address: str) -> str | None:
        """Return the path of the page that a link of a chapter leads to, or none."""
        return find_file(target(chapter.page, address, self.base), set(self.pages))


def read_book(site: Path, docs: Path) -> Book:
    """Read a built and finished site.

    Arguments:
        site: its folder.
        docs: the folder of the Markdown sources, which messages name.
    """
    pages = read_pages(site, docs)
    order = reading_order(pages)
    number_blocks(order)
    first = order[0].tree
    return Book(
        title=words(first, "//*[@class='md-header__topic'][1]"),
        description=first.xpath("string(//meta[@name='description']/@content)"),
        language=first.get("lang", "en"),
        version=first.xpath("string(//meta[@name='course:version']/@content)"),
        date=first.xpath("string(//meta[@name='course:date']/@content)"),
        licence=first.xpath("//*[@class='md-copyright__highlight']")[0],
        address=first.xpath("string(//link[@rel='canonical']/@href)"),
        pages={page.name: page for page in order},
        base=base_path(pages),
    )


def number_blocks(pages: list[Page]) -> None:
    """Number the exercises, questions, tables and the like of the course, page after page."""
    counts: Counter[str] = Counter()
    for page in pages:
        for block in page.tree.xpath("//article//section[not(ancestor::div[@class='gather'])]"):
            kind = block.get("class", "").split(" ")[0]
            if kind in NUMBERED:
                counts[kind] += 1
                label = block.xpath("p[@class='kind']")[0]
                name, *rest = (label.text or "").split(" · ")
                label.text = " · ".join([f"{name} {counts[kind]}", *rest])
        captions = "//article//span[@class='caption-prefix'][not(ancestor::div[@class='gather'])]"
        for prefix in page.tree.xpath(captions):
            name = (prefix.text or "").partition(" ")[0]
            counts[name] += 1
            prefix.text = f"{name} {counts[name]}."


def slug(name: str) -> str:
    """Return the path of a page as one word."""
    return name.removesuffix("/index.html").removesuffix(".html").replace("/", "-")


def heading(article: HtmlElement) -> str:
    """Return the first heading of a text."""
    return words(article, ".//h1")


def words(element: HtmlElement, path: str) -> str:
    """Return the text at a path, its spaces made single."""
    return re.sub(r"\s+", " ", str(element.xpath(f"string({path})"))).strip()
