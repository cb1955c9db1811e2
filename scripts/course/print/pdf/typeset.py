"""Sets an HTML document as a tagged PDF, with WeasyPrint, and reads what the PDF says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from lxml.html import HtmlElement, document_fromstring

from course.print.pdf.fetching import NotTypeset, local_fetcher, warnings_refused
from course.print.pdf.fields import make_form
from course.print.pdf.fill import fill
from course.print.pdf.fonts import use_ours_alone
from course.print.pdf.placement import Misplaced, Placement
from course.print.pdf.prepared import prepared, uncollected
from course.print.pdf.quicker import make_quicker
from course.print.pdf.repairs.fields import repair_fields
from course.print.pdf.repairs.tags import repair_tags
from course.print.pdf.setting import Setting
from course.print.pdf.written import written

# The points of a picture on an inch of paper, at most: more of them nobody sees.
DPI = 300


class TooLong(Exception):
    """The document has more pages than it may have.

    Attributes:
        pages: how many it has.
    """

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages


def typeset(document: str, setting: Setting) -> list[bytes]:
    """Set an HTML document as a tagged PDF (PDF/UA-1, ISO 14289-1).

    The same arguments give the same bytes, wherever the folders are.

    Arguments:
        document: the document as HTML.
        setting: what it is set with, and what it may read.

    Returns:
        The PDF; if the setting has a form, also one of the same pages, with fields in the places to
        write.

    Raises:
        NotTypeset: if something cannot be read, or WeasyPrint warns of anything.
        Misplaced: if a reader could not read something.
        TooLong: if it has too many pages.
    """
    use_ours_alone()
    with uncollected():
        return [repaired(pdf, document) for pdf in drawn(document, setting)]


def drawn(document: str, setting: Setting) -> list[bytes]:
    """Return the PDFs as WeasyPrint makes them; of one that is too long, no page is drawn."""
    # Only here, because it fails on a computer without Pango.
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError

    make_quicker()
    pdfs: list[bytes] = []
    options: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "dpi": DPI}
    try:
        styles, fonts = prepared(setting)
        with warnings_refused(), pages_filled() as placement:
            source = weasyprint.HTML(
                string=document,
                base_url=f"{setting.base.resolve().as_uri()}/",
                url_fetcher=local_fetcher(setting.folders, setting.site),
            )
            pages = source.render(stylesheets=styles, font_config=fonts, **options)
            if setting.most is not None and len(pages.pages) > setting.most:
                raise TooLong(len(pages.pages))
            placement.look_for(source.etree_element)
            if not placement.faults:
                pdfs.append(pages.write_pdf(**options))
                if setting.form:
                    make_form(pages, setting.form)
                    pdfs.append(pages.write_pdf(**options))
    except FatalURLFetchingError as problem:
        raise NotTypeset(str(problem)) from problem
    if placement.faults:
        raise Misplaced(placement.faults)
    return pdfs


@contextmanager
def pages_filled() -> Iterator[Placement]:
    """Fill each page after it is laid out, and before the grounds of its boxes are placed.

    Yields what is found on the pages.
    """
    from weasyprint import layout

    placement = Placement()
    place = layout.layout_backgrounds

    def fill_and_place(page: Any, get_image: Callable[..., Any]) -> None:
        fill(page)
        placement.look_at(page)
        place(page, get_image)

    layout.layout_backgrounds = fill_and_place
    try:
        yield placement
    finally:
        layout.layout_backgrounds = place


def repaired(pdf: bytes, document: str) -> bytes:
    """Return the PDF of a document with what WeasyPrint lacks, written small."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        repair_tags(opened, link_names(document))
        repair_fields(opened, groups_of_buttons(document))
        if "/Outlines" in opened.Root:
            opened.Root.PageMode = pikepdf.Name.UseOutlines
        return written(opened)


def link_names(document: str) -> dict[str, str]:
    """Return the title, or else the text, of the first link to each address in a document."""
    names: dict[str, str] = {}
    for link in document_fromstring(document).iter("a"):
        text = link.get("title") or "".join(map(str, link.itertext()))
        name = " ".join(text.split())
        if name and (address := link.get("href")):
            names.setdefault(address, name)
    return names


def groups_of_buttons(document: str) -> dict[str, str]:
    """Return what each group of buttons in a document asks, by the name of its buttons."""
    root: HtmlElement = document_fromstring(document)
    buttons = root.xpath("//*[@data-group]")
    return {button.get("name"): button.get("data-group") for button in buttons}


def count_pages(pdf: Path | BytesIO) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def pages_of_anchors(pdf: Path | BytesIO) -> dict[str, int]:
    """Return the page, from 1, of every element with an id in a PDF of `typeset`."""
    with pikepdf.open(pdf) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        if "/Names" not in opened.Root:
            return {}
        places = pikepdf.NameTree(opened.Root.Names.Dests)
        return {str(name): numbers[place[0].objgen] for name, place in places.items()}
