"""Draws the cover of an e-book as a JPEG, since many shelves show no other picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from lxml.html import tostring
from lxml.html.builder import BODY, H1, HEAD, HTML, TITLE, E
from pypdfium2 import PdfDocument

from course.print.pdf.fonts import STYLES
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset

STYLE = Path(__file__).parents[1] / "styles" / "epub-cover.css"
# What shops and shelves ask for, in pixels.
WIDTH = 1600


def cover(title: str, below: str, language: str, signs: str) -> bytes:
    """Return a cover as a JPEG; the same arguments give the same bytes.

    Arguments:
        title: the title of the book.
        below: what stands under it.
        language: the language of both.
        signs: the address of a picture.
    """
    style = f"background-image: url({signs})" if signs else ""
    body = BODY(H1(title), E.p(below), style=style)
    html = tostring(HTML(HEAD(TITLE(title)), body, lang=language), encoding="unicode")
    (cover,) = typeset(f"<!doctype html>{html}", Setting([STYLES, STYLE], STYLE.parent))
    with PdfDocument(cover) as pdf:
        page = pdf[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    output = BytesIO()
    picture.save(output, "JPEG", quality=80, optimize=True)
    return output.getvalue()
