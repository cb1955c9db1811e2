"""What a document may read, and what WeasyPrint may not leave out of it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from course.print.pictures import PICTURE, picture_file


class NotTypeset(Exception):
    """The document cannot be set as it is meant; the message has a line for each reason."""


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
