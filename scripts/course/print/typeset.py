"""Sets an HTML document as a tagged PDF, with WeasyPrint, and reads what the PDF says of itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pikepdf
from lxml.html import document_fromstring

from course.print.fields import mend_fields
from course.print.fonts import use_ours_alone
from course.print.tagging import mend_tags


class PrintingUnavailable(Exception):
    """WeasyPrint cannot run on this machine; the message is that of the cause."""


class NotTypeset(Exception):
    """The document cannot be set as it is meant; the message has a line for each reason."""


def typeset(document: str, stylesheets: Sequence[Path], base: Path, fields: bool = False) -> bytes:
    """Set an HTML document as a tagged PDF (PDF/UA-1, ISO 14289-1).

    The same arguments give the same bytes, wherever the folders are. Nothing is read but the
    files in the folder `base` and in the folders of the stylesheets.

    Arguments:
        document: the document, as HTML.
        stylesheets: the stylesheets, the later ones stronger.
        base: the folder from which the addresses in the document are read.
        fields: whether form controls become fields to fill in.

    Returns:
        The PDF.

    Raises:
        PrintingUnavailable: if a library of the system is missing, such as Pango.
        NotTypeset: if something cannot be read, or WeasyPrint warns of anything.
    """
    use_ours_alone()
    try:
        # Only here, because it fails on a computer without Pango.
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError
    except OSError as problem:
        raise PrintingUnavailable(str(problem)) from problem
    fetcher = local_fetcher([base, *(path.parent for path in stylesheets)])
    fonts = FontConfiguration()
    with warnings_refused():
        try:
            styles = [
                weasyprint.CSS(filename=path, url_fetcher=fetcher, font_config=fonts)
                for path in stylesheets
            ]
            source = weasyprint.HTML(
                string=document, base_url=f"{base.resolve().as_uri()}/", url_fetcher=fetcher
            )
            pdf = source.write_pdf(
                stylesheets=styles,
                font_config=fonts,
                pdf_variant="pdf/ua-1",
                pdf_forms=fields,
            )
        except FatalURLFetchingError as problem:
            raise NotTypeset(str(problem)) from problem
    return finish(pdf, document)


def finish(pdf: bytes, document: str) -> bytes:
    """Mend a PDF that WeasyPrint has set, and write it small.

    Arguments:
        pdf: the PDF.
        document: the HTML document that it was set from.
    """
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        mend_tags(opened, link_names(document))
        mend_fields(opened)
        opened.save(
            output,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return output.getvalue()


def link_names(document: str) -> dict[str, str]:
    """Return what the links of an HTML document lead to, by their address.

    The name of an address is the title or else the text of the first link to it.
    """
    names: dict[str, str] = {}
    for link in document_fromstring(document).iter("a"):
        text = link.get("title") or "".join(map(str, link.itertext()))
        name = " ".join(text.split())
        if name and (address := link.get("href")):
            names.setdefault(address, name)
    return names


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
    """Refuse a document that WeasyPrint leaves something out of, such as a style it cannot read.

    Raises:
        NotTypeset: with every warning, once each.
    """
    handler = Warnings(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.messages:
        raise NotTypeset("\n".join(handler.messages))


class Warnings(logging.Handler):
    """Keeps the messages of a logger.

    Attributes:
        messages: the messages, in order and once each.
    """

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages[record.getMessage()] = None


def count_pages(pdf: bytes | Path) -> int:
    """Return the number of pages of a PDF or its file."""
    with open_pdf(pdf) as opened:
        return len(opened.pages)


def pages_of_anchors(pdf: bytes | Path) -> dict[str, int]:
    """Return the page of every element that has an id, from 1.

    Arguments:
        pdf: a PDF that `typeset` has made, or its file.
    """
    with open_pdf(pdf) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        if "/Names" not in opened.Root:
            return {}
        places = pikepdf.NameTree(opened.Root.Names.Dests)
        return {str(name): numbers[place[0].objgen] for name, place in places.items()}


def open_pdf(pdf: bytes | Path) -> pikepdf.Pdf:
    """Open a PDF or its file."""
    return pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
