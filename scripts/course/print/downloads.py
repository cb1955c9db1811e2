"""Offers the editions on the pages of the site, with a picture and the facts of each file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from babel.numbers import format_decimal

from course.editions import PACKAGES, Edition
from course.files import write_file
from course.model import Block, blocks, title_of
from course.print.kit.sheets import name_sheets
from course.print.pdf.typeset import count_pages
from course.print.thumbnails import shown_size
from course.settings import Course
from course.site.gather import reading_order
from course.site.page import Page, read_pages
from course.words import Words

FOLDER = "downloads"


def offer(site: Path, course: Course, editions: Sequence[Edition]) -> None:
    """Fill the places that offer editions, which are in the site; those filled before, anew."""
    pages = read_pages(site, course.docs)
    first = reading_order(pages)[:1]
    for page in pages:
        offers = Offers(site, page, course.words)
        own = [edition for edition in editions if edition.is_offered(page in first, page.path)]
        for block in blocks(page.tree, "files"):
            if block.get("edition") in PACKAGES:
                continue
            if block.get("edition"):
                fill_card(offers, block, named(block.get("edition"), editions))
            else:
                page.fill(block.element, "".join(map(offers.line, own)))
        name_sheets(page, site / FOLDER, editions)
        if (text := page.render()) != page.text:
            write_file(site / page.name, text)


def clear_cards(page: Page, words: Words) -> None:
    """Let a page of a copy offer no file, since the copy has none."""
    offers = Offers(Path(), page, words)
    for block in blocks(page.tree, "files"):
        if block.get("edition"):
            fill_card(offers, block, [])
        else:
            page.fill(block.element, "")


def fill_card(offers: Offers, block: Block, editions: Sequence[Edition]) -> None:
    """Fill the places of a card: with one edition, with a list of several, or with neither."""
    one = editions[0] if len(editions) == 1 else None
    for place in block.parts("picture"):
        offers.page.fill(place, offers.picture(one) if one else "")
    for place in block.parts("files"):
        offers.page.fill(place, offers.files(one) if one else offers.listed(editions))


def named(name: str, editions: Sequence[Edition]) -> list[Edition]:
    """Return the edition of a name, those of a family, or those whose names it begins."""
    exact = [edition for edition in editions if edition.name == name]
    family = [edition for edition in editions if edition.family == name]
    return exact or family or [each for each in editions if each.name.startswith(f"{name}-")]


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
        links = ", ".join(self.links(edition))
        return f'<p data-part="minutes">{escape(name)}: {links}</p>'

    def listed(self, editions: Sequence[Edition]) -> str:
        """Return several editions as a list, or say that there is none."""
        if not editions:
            return f"<p>{escape(self.words('blocks.files.missing'))}</p>"
        return f"<ul>{''.join(map(self.item, editions))}</ul>"

    def item(self, edition: Edition) -> str:
        """Return one of several editions, as a card in a card."""
        title = escape(edition.title(self.words))
        about = f'<div data-part="about"><h4>{title}</h4>{self.files(edition)}</div>'
        return f"<li>{about}{self.picture(edition)}</li>"

    def picture(self, edition: Edition) -> str:
        """Return the picture of an edition, which is loaded when the reader comes near it.

        A package has none.
        """
        if not (self.site / FOLDER / edition.picture).is_file():
            return ""
        width, height = shown_size(self.site / FOLDER / edition.picture)
        alt = self.words(f"print.pictures.{edition.kind}", title=edition.title(self.words))
        return (
            f'<img src="{self.address(edition.picture)}" alt="{escape(alt)}" '
            f'width="{width}" height="{height}" loading="lazy">'
        )

    def files(self, edition: Edition) -> str:
        """Return the files of an edition as a list."""
        return f"<ul>{''.join(f'<li>{link}</li>' for link in self.links(edition))}</ul>"

    def links(self, edition: Edition) -> Iterator[str]:
        """Yield a link to each file of an edition, with format, pages and size."""
        title = edition.title(self.words)
        for size in edition.sizes:
            name = edition.file(size)
            label = edition.label(size, self.words)
            # Who hears the links of a page alone could not tell one size of paper from another.
            whole = escape(self.words("print.edition", title=title, edition=label))
            about = escape(facts(self.site / FOLDER / name, self.words, named=not size))
            link = f'<a href="{self.address(name)}" aria-label="{whole}">{escape(label)}</a>'
            yield f"{link} ({about})"

    def address(self, name: str) -> str:
        """Return the address of a file, from the page."""
        folder = posixpath.dirname(self.page.name) or "."
        return escape(posixpath.relpath(f"{FOLDER}/{name}", folder))


def facts(file: Path, words: Words, named: bool = False) -> str:
    """Return the size of a file in words; of a PDF, also its number of pages and its format.

    The format is left out where the file is `named` by it.
    """
    size = weight(file.stat().st_size, words)
    if file.suffix != ".pdf":
        return size
    pages = words.count("pages", count_pages(file))
    return f"{pages}, {size}" if named else words("print.facts", pages=pages, size=size)


def weight(size: int, words: Words) -> str:
    """Return a number of bytes in words."""
    if size >= 1e6:
        number = format_decimal(round(size / 1e6, 1), "0.0", words.locale)
        return words("print.sizes.megabytes", number=number)
    return words("print.sizes.kilobytes", number=max(1, round(size / 1e3)))
