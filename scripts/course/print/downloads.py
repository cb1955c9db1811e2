"""Offers the editions on the pages of the site, with the facts of each file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from babel.numbers import format_decimal

from course.files import write_file
from course.model import blocks, title_of
from course.print.editions import EDITIONS, Edition
from course.print.pdf.typeset import count_pages
from course.problems import Problem
from course.rules.material import Material
from course.settings import Course
from course.site.gather import reading_order
from course.site.page import Page, read_pages
from course.words import Words

FOLDER = "downloads"


def check_names(material: Material) -> Iterator[Problem]:
    """A place for editions names one that there is."""
    known = [edition.name for edition in EDITIONS]
    places = ((page, block) for page, block in material.blocks if block.kind == "files")
    for page, block in material.each("place for editions", places):
        name = block.get("edition")
        if name and name not in known and not name.startswith("sheet-"):
            what = f'there is no printed edition "{name}"'
            remedy = f"choose from {', '.join(known)}"
            yield page.problem(what, remedy, block.element, f"edition: {name}")


def offer(site: Path, course: Course, editions: Sequence[Edition]) -> None:
    """Fill the places that offer editions, which are in the site; those filled before, anew."""
    pages = read_pages(site, course.docs)
    first = reading_order(pages)[:1]
    for page in pages:
        offers = Offers(site, page, course.words)
        own = [edition for edition in editions if edition.is_offered(page in first, page.path)]
        for block in blocks(page.tree, "files"):
            found = named(block.get("edition"), editions)
            of_page = "".join(map(offers.line, own))
            page.fill(block.element, offers.listed(found) if block.get("edition") else of_page)
        if (text := page.render()) != page.text:
            write_file(site / page.name, text)


def named(name: str, editions: Sequence[Edition]) -> list[Edition]:
    """Return the editions of a name, or those that it begins, such as every sheet."""
    exact = [edition for edition in editions if edition.name == name]
    return exact or [edition for edition in editions if edition.name.startswith(f"{name}-")]


@dataclass(frozen=True)
class Offers:
    """What a page of a site says of editions, as HTML."""

    site: Path
    page: Page
    words: Words

    def line(self, edition: Edition) -> str:
        """Return a line that offers an edition at the head of the page."""
        title = edition.title(self.words)
        name = self.words("print.on-paper") if title == title_of(self.page.tree) else title
        return f'<p data-part="minutes">{escape(name)}: {self.links(edition)}</p>'

    def listed(self, editions: Sequence[Edition]) -> str:
        """Return what offers editions of one name, or says that they are missing."""
        if len(editions) < 2:
            missing = escape(self.words("blocks.files.missing"))
            return f"<p>{''.join(map(self.links, editions)) or missing}</p>"
        items = (f"<li>{escape(e.title(self.words))}: {self.links(e)}</li>" for e in editions)
        return f"<ul>{''.join(items)}</ul>"

    def links(self, edition: Edition) -> str:
        """Return links to the files of an edition, with format, pages and size."""
        found = []
        for size in edition.sizes:
            name = edition.file(size)
            folder = posixpath.dirname(self.page.name) or "."
            address = escape(posixpath.relpath(f"{FOLDER}/{name}", folder))
            label = self.words(f"print.papers.{size}") if size else edition.kind.upper()
            about = escape(facts(self.site / FOLDER / name, self.words))
            found.append(f'<a href="{address}">{escape(label)}</a> ({about})')
        return ", ".join(found)


def facts(file: Path, words: Words) -> str:
    """Return the size of a file in words; of a PDF, also its format and number of pages."""
    size = weight(file.stat().st_size, words)
    if file.suffix != ".pdf":
        return size
    return words("print.facts", pages=words.count("pages", count_pages(file)), size=size)


def weight(size: int, words: Words) -> str:
    """Return a number of bytes in words."""
    if size >= 1e6:
        number = format_decimal(round(size / 1e6, 1), "0.0", words.locale)
        return words("print.sizes.megabytes", number=number)
    return words("print.sizes.kilobytes", number=max(1, round(size / 1e3)))
