"""A built site as a book: its pages in reading order, and one of them as paper has it."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from course.blocks import kinds
from course.blocks.block import CourseBlock, Writing
from course.model import Block, Unit, article_of, summary_of, text_of
from course.print.pictures import picture_address
from course.print.tokens import read_tokens
from course.problems import Problem, Refused
from course.settings import Course
from course.site.gather import reading_order
from course.site.links import base_path, find_file, target
from course.site.page import Page, read_pages
from course.site.places import units_of
from course.words import Words

# What an address has as it is, and what it would not.
RE_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
# What a picture says beside what it shows.
KEPT = {"src", "alt", "width", "height", "title", "id", "lang", "dir"}


@dataclass(frozen=True)
class Book:
    """The course as its built and finished site has it, with its pages in reading order.

    `base` is the path under which the site is published, such as `/course/`.
    """

    course: Course
    pages: tuple[Page, ...]
    base: str
    site: Path

    @cached_property
    def by_name(self) -> dict[str, Page]:
        """Its pages by their path in the site."""
        return {page.name: page for page in self.pages}

    @cached_property
    def state(self) -> str:
        """What its pages are, as a hash."""
        digest = hashlib.sha256()
        for page in self.pages:
            digest.update(f"{page.name}\n{len(page.text)}\n{page.text}".encode())
        return digest.hexdigest()

    @cached_property
    def units(self) -> list[Unit]:
        """The units of the course, in order."""
        return units_of(self.pages, self.course)

    @cached_property
    def kinds(self) -> dict[str, type[CourseBlock]]:
        """The kinds of block that the course has, by their name."""
        return kinds(self.course)

    @cached_property
    def tokens(self) -> dict[str, str]:
        """The design tokens."""
        return read_tokens(self.course)

    @property
    def description(self) -> str:
        """What its first page says of it."""
        summaries = [summary_of(page.tree) for page in self.pages[:1]]
        return "".join(summaries) or self.course.description

    @property
    def address(self) -> str:
        """The address of the site; nothing if only this computer can reach it."""
        for page in self.pages[:1]:
            for href in page.tree.xpath("//link[@rel='canonical']/@href"):
                if urlsplit(href).hostname not in ("127.0.0.1", "localhost", None):
                    return str(href).removesuffix(page.folder)
        return ""

    @property
    def in_order(self) -> list[Page]:
        """The pages that are read one after the other; those apart and at the end are not."""
        course = self.course
        left_out = {*course.books.apart, course.glossary, course.sources}
        folders = tuple(path for path in course.books.apart if path.endswith("/"))
        return [p for p in self.pages if p.path not in left_out and not p.path.startswith(folders)]

    def page(self, path: str) -> Page:
        """Return a page by the path of its source below `docs`, or raise Refused."""
        for page in self.pages:
            if page.path == path:
                return page
        what = "the printed editions need this page, and it is not in the navigation"
        raise Refused(Problem(f"{self.course.docs.name}/{path}", 1, what, "add it to mkdocs.yml"))

    def unit_page(self, unit: Unit) -> Page:
        """Return the page of a unit."""
        return self.page(f"{self.course.units.folder}/{unit.name}.md")


def read_book(site: Path, course: Course) -> Book:
    """Read a built and finished site."""
    pages = read_pages(site, course.docs)
    return Book(course, tuple(reading_order(pages)), base_path(pages), site)


class Paper:
    """A page of a book, as its blocks are prepared for an edition (`course.blocks.block.Paper`).

    Its `slug` is its path as one word, such as `dimensions-focus`, which goes before its ids.
    """

    def __init__(self, book: Book, page: Page, writing: Writing) -> None:
        self.book = book
        self.page = page
        self.writing = writing
        self.words: Words = book.course.words
        self.slug = slug(page.name)

    def article(self) -> HtmlElement:
        """Return a copy of what the author wrote, in which every block shows its number."""
        article = deepcopy(article_of(self.page.tree))
        assert article is not None
        # They stand below one another on paper.
        for deck in article.xpath(".//div[@data-part='deck']"):
            deck.drop_tag()
        # On paper they are read as they stand.
        for named in article.xpath(".//*[@aria-label][self::section or a/@class='headerlink']"):
            del named.attrib["aria-label"]
        for element in article.xpath(".//*[@data-series][@data-number]"):
            block = Block(element)
            for name in block.parts("name"):
                name.text = numbered(block, self.words)
            for prefix in element.xpath(".//span[@class='caption-prefix']"):
                prefix.text = self.words(f"captions.{block.series}", number=block.number)
        for picture in article.iter("img"):
            self.name_picture(picture)
        return article

    def name_picture(self, picture: HtmlElement) -> None:
        """Let a picture name its file by its path in the site, and what it holds by its hash.

        So a document is another one when a picture of it is.
        """
        path = target(self.page, picture.get("src", ""), self.book.base) or ""
        picture.set("src", picture_address(path, self.book.site))
        for name in set(picture.attrib) - KEPT:
            del picture.attrib[name]

    def find(self, address: str) -> Page | None:
        """Return the page that an address on this one leads to, if the book knows it."""
        path = target(self.page, address, self.book.base)
        return self.book.by_name.get(find_file(path, set(self.book.by_name)) or "")

    def original(self, copied: str) -> Block:
        """Return the block that a copy says it is a copy of."""
        folder, _, id_ = copied.partition("#")
        page = next(page for page in self.book.pages if page.folder == folder)
        return Block(page.tree.get_element_by_id(id_))

    def address(self, copied: str) -> str:
        """Return the address of that block, as a link on the page would have it."""
        return f"{self.book.base}{copied}"


def numbered(block: Block, words: Words) -> str:
    """Return the name of a block with its number, such as “Exercise 3”; without one, its name."""
    key = f"blocks.{block.kind}.numbered"
    if block.number and words.has(key):
        return words(key, number=block.number)
    return " ".join(map(text_of, block.parts("name")))


def within(block: Block, words: Words) -> str:
    """Return a block's name with its number, for the inside of a sentence; nothing without one."""
    key = f"blocks.{block.kind}.within"
    return words(key, number=block.number) if block.number and words.has(key) else ""


def slug(name: str) -> str:
    """Return the path of a page in the site as one word."""
    return anchor(name.removesuffix("/index.html").removesuffix(".html").replace("/", "-"))


def anchor(id_: str) -> str:
    """Return an id that is the same in an address: letters of other scripts become numbers."""
    return RE_UNSAFE.sub(lambda match: f"_{ord(match[0]):x}_", unquote(id_))
