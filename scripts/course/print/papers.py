"""The sizes of paper, and how a document that is laid out once is cut to each of them.

It is laid out on the first of its sizes, and the others are cut from the same middle of its pages.
So the margins differ from one size to the next, and the breaks and numbers of pages do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import pikepdf

from course.print.pdf.written import written

# The points of a PDF in a millimetre.
POINTS = 72 / 25.4


class Size(NamedTuple):
    """The width and the height of a paper, in millimetres."""

    width: float
    height: float


PAPERS = {"a4": Size(210, 297), "letter": Size(215.9, 279.4)}


def page_style(papers: Sequence[Size]) -> str:
    """Return the style sheet of pages on the first of some papers, which reach over its edges.

    What is over an edge is seen on a paper that is wider or higher.
    """
    width, height = papers[0]
    across = max(paper.width for paper in papers) / 2 - width / 2
    down = max(paper.height for paper in papers) / 2 - height / 2
    return (
        f"@page {{ size: {width}mm {height}mm; bleed: {down:.2f}mm {across:.2f}mm }}\n"
        f":root {{ --page-width: {width}mm; --page-height: {height}mm }}\n"
    )


def cut(pdf: bytes, paper: Size) -> bytes:
    """Return a PDF with the middle of each page, on paper of a size."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            left, bottom, right, top = map(float, page.mediabox)
            across = (right - left - paper.width * POINTS) / 2
            down = (top - bottom - paper.height * POINTS) / 2
            box = [left + across, bottom + down, right - across, top - down]
            # ISO 32000-1, 14.11.2: the medium, and what is left of it after it is trimmed.
            for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
                page.obj[name] = pikepdf.Array([round(edge, 3) for edge in box])
        return written(opened)
