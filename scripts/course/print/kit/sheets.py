"""Writes into the plans on the site on which page of its handout each part is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from course.editions import Edition
from course.model import Block, blocks
from course.print.kit.handout import row_id
from course.print.pdf.typeset import pages_of_anchors
from course.site.agenda import rows
from course.site.page import Page

CELLS = ".//*[@data-part='sheet']"


def name_sheets(page: Page, folder: Path, editions: Sequence[Edition]) -> None:
    """Fill the column of each plan of a page whose handout is there, and hide that of any other.

    Arguments:
        page: the page.
        folder: the folder of the files.
        editions: the editions that are there.
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
            fill(page, block, edition, folder)


def fill(page: Page, block: Block, edition: Edition, folder: Path) -> None:
    """Write the page of each part, which is the same on each size of paper."""
    pages = pages_of_anchors(folder / edition.file(edition.sizes[0]))
    for number, row in enumerate(rows(block), 1):
        for cell in row.xpath("*[@data-part='sheet']"):
            page.fill(cell, str(pages.get(row_id(number), "")))
