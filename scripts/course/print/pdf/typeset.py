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
from course.print.pdf.fonts import use_ours_alone
from course.print.pdf.repairs.fields import repair_fields
from course.print.pdf.repairs.tags import repair_tags


class NotTypeset(Exception):
    """The document cannot be set as it is meant; the message has a line for each reason."""


def typeset(document: str, stylesheets: Sequence[Path], base: Path, fields: bool = False) -> bytes:
    """Set an HTML document as a tagged PDF (PDF/UA-1, ISO 14289-1).

    The same arguments give the same bytes, wherever the folders are. Nothing is read but the
    files in the folder `base` and in the folders of the stylesheets, of which the later are
    stronger. With `fields`, form controls can be filled in.

    Raises:
        NotTypeset: if something cannot be read, or WeasyPrint warns of anything.
    """
    use_ours_alone()
    # Only here, because it fails on a computer without Pango.
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError

    fetcher = local_fetcher([base, *(path.parent for path in stylesheets)])
    fonts = FontConfiguration()
    with warnings_refused(), pages_filled():
        try:
            styles = [
                weasyprint.CSS(filename=path, url_fetcher=fetcher, font_config=fonts)
                for path in stylesheets
            ]
            source = weasyprint.HTML(
                string=document, base_url=f"{base.resolve().as_uri()}/", url_fetcher=fetcher
            )
            pdf = source.write_pdf(
                stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=fields
            )
        except FatalURLFetchingError as problem:
            raise NotTypeset(str(problem)) from problem
    return repaired(pdf, document)


@contextmanager
def pages_filled() -> Iterator[None]:
    """Fill each page after it is laid out, and before the grounds of its boxes are placed."""
    from weasyprint import layout

    place = layout.layout_backgrounds

    def fill_and_place(page: Any, get_image: Callable[..., Any]) -> None:
        fill(page)
        place(page, get_image)

    layout.layout_backgrounds = fill_and_place
    try:
        yield
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


# The buttons that say which group they belong to.
BUTTONS = "//input[@data-group]"


def groups_of_buttons(document: str) -> dict[str, str]:
    """Return what each group of buttons in a document asks, by the name of its buttons."""
    root: HtmlElement = document_fromstring(document)
    return {button.get("name"): button.get("data-group") for button in root.xpath(BUTTONS)}


def local_fetcher(folders: Sequence[Path]) -> Callable[[str], Any]:
    """Return what reads addresses for WeasyPrint: files inside the folders, and `data:`.

    It raises FatalURLFetchingError; after any other error WeasyPrint would go on without.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    allowed = [folder.resolve() for folder in folders]
    fetcher = URLFetcher(allowed_protocols={"data", "file"})

    def fetch(url: str) -> Any:
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
