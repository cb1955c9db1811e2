"""Fixtures for the printed editions of this course."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.print.text.book import Book, read_book
from course.settings import read_course
from tests.content.editions import FILES, each
from tests.courses.build import ROOT
from tests.print.printed_file import PrintedFile


@pytest.fixture(scope="package")
def book(printed: Path) -> Book:
    """Return this course as a book."""
    return read_book(printed, read_course(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="package")
def files(printed: Path, book: Book) -> dict[str, PrintedFile]:
    """Return every PDF by its name."""
    return {name: PrintedFile(printed / "downloads", name, book) for name in FILES}


@pytest.fixture(scope="package", params=each(FILES))
def file(request: pytest.FixtureRequest, files: dict[str, PrintedFile]) -> PrintedFile:
    """Return one PDF after the other."""
    return files[request.param]
