"""Writes into the plans on the site on which page of its handout each part is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from course.model import Block, blocks
from course.print.editions import Edition
from course.print.kit.handout import row_id
from course.print.pdf.typeset import pages_of_anchors
from course.site.agenda import rows
from course.site.page import Page
from course.words import Words

CELLS = ".//*[@data-part='sheet']"


def name_sheets(page: Page, folder: Path, editions: Sequence[Edition], words: Words) -> None:
    """Fill the column of each plan of a page whose handout is there, and hide that of any other.

    Arguments:
        page: the page.
        folder: the folder of the files.
        editions: the editions that are there.
        words: the words of the language.
    """
    known = {edition.handout: edition for edition in editions if edition.handout}
    for block in blocks(page.tree, "session"):
        edition = known.get(block.get("handout"))
        for cell in block.element.xpath(CELLS):
            if edition:
                cell.attrib.pop("hidden", None)
            else:
                cell.set("hidden", "")
        if edition:
            fill(page, block, edition, folder, words)


def fill(page: Page, block: Block, edition: Edition, folder: Path, words: Words) -> None:
    """Write the page of each part, for each size of paper where they differ."""
    found = {size: pages_of_anchors(folder / edition.file(size)) for size in edition.sizes}
    for number, row in enumerate(rows(block), 1):
        pages = {size: own.get(row_id(number)) for size, own in found.items()}
        numbers = {size: str(page) for size, page in pages.items() if page}
        said = [f"{number} ({edition.label(size, words)})" for size, number in numbers.items()]
        one = len(set(numbers.values())) == 1
        text = next(iter(numbers.values())) if one else ", ".join(said)
        for cell in row.xpath("*[@data-part='sheet']"):
            page.fill(cell, escape(text))
