"""Sets an HTML document as a tagged PDF, with WeasyPrint, and reads what the PDF says of itself."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pikepdf
from lxml.html import HtmlElement, document_fromstring

from course.print.pdf.fill import fill
from course.print.pdf.fonts import own_styles, use_ours_alone
from course.print.pdf.placement import Misplaced, Placement
from course.print.pdf.repairs.fields import repair_fields
from course.print.pdf.repairs.tags import repair_tags
from course.print.pictures import PICTURE, picture_file

# The points of a picture on an inch of paper, at most: more of them nobody sees.
DPI = 300


class NotTypeset(Exception):
    """The document cannot be set as it is meant; the message has a line for each reason."""


def typeset(
    document: str,
    stylesheets: Sequence[Path],
    base: Path,
    fields: bool = False,
    site: Path | None = None,
    own_fonts: Sequence[Path] = (),
) -> bytes:
    """Set an HTML document as a tagged PDF (PDF/UA-1, ISO 14289-1).

    The same arguments give the same bytes, wherever the folders are. Nothing is read but the
    files in the folder `base` and in the folders of the stylesheets, of which the later are
    stronger, the pictures of `site`, and the fonts of the course's own. With `fields`, form
    controls can be filled in.

    Raises:
        NotTypeset: if something cannot be read, or WeasyPrint warns of anything.
        Misplaced: if a reader could not read something.
    """
    use_ours_alone()
    # Only here, because it fails on a computer without Pango.
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError

    near = [base, *(path.parent for path in (*stylesheets, *own_fonts))]
    fetcher = local_fetcher(near, site)
    fonts = FontConfiguration()
    with warnings_refused(), pages_filled() as placement:
        try:
            styles = [
                weasyprint.CSS(filename=path, url_fetcher=fetcher, font_config=fonts)
                for path in stylesheets
            ]
            # After the names of the fonts, and before what is set in them.
            own = own_styles(own_fonts)
            styles.insert(1, weasyprint.CSS(string=own, url_fetcher=fetcher, font_config=fonts))
            source = weasyprint.HTML(
                string=document, base_url=f"{base.resolve().as_uri()}/", url_fetcher=fetcher
            )
            pdf = source.write_pdf(
                stylesheets=styles,
                font_config=fonts,
                pdf_variant="pdf/ua-1",
                pdf_forms=fields,
                dpi=DPI,
            )
            placement.look_for(source.etree_element)
        except FatalURLFetchingError as problem:
            raise NotTypeset(str(problem)) from problem
    if placement.faults:
        raise Misplaced(placement.faults)
    return repaired(pdf, document)


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
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        repair_tags(opened, link_names(document))
        repair_fields(opened, groups_of_buttons(document))
        if "/Outlines" in opened.Root:
            opened.Root.PageMode = pikepdf.Name.UseOutlines
        opened.save(
            output,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return output.getvalue()


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
    buttons = root.xpath("//input[@data-group]")
    return {button.get("name"): button.get("data-group") for button in buttons}


def local_fetcher(folders: Sequence[Path], site: Path | None = None) -> Callable[[str], Any]:
    """Return what reads addresses for WeasyPrint: files inside the folders, and `data:`.

    The address of a picture is its path in the folder `site`.

    It raises FatalURLFetchingError; after any other error WeasyPrint would go on without.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    allowed = [folder.resolve() for folder in (*folders, *filter(None, [site]))]
    fetcher = URLFetcher(allowed_protocols={"data", "file"})

    def fetch(url: str) -> Any:
        if site and url.startswith(PICTURE):
            url = picture_file(url, site).resolve().as_uri()
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        local = parts.scheme == "file" and not parts.netloc
        if parts.scheme != "data" and not (local and any(map(path.is_relative_to, allowed))):
            raise FatalURLFetchingError(f"{url}: it is not in a folder of the document")
        try:
            return fetcher.fetch(url)
        except (OSError, ValueError) as problem:
            raise FatalURLFetchingError(f"{url}: it cannot be read: {problem}") from problem

    return fetch


@contextmanager
def warnings_refused() -> Iterator[None]:
    """Refuse a document that WeasyPrint leaves something out of, such as a style it cannot read."""
    handler = BufferingHandler(sys.maxsize)
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.buffer:
        messages = dict.fromkeys(record.getMessage() for record in handler.buffer)
        raise NotTypeset("\n".join(messages))


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
