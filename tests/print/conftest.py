"""Fixtures for the printed editions: a course of a few pages, and what small documents need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.markdown_page import Pages
from tests.print.small_course import SmallCourse
from tests.print.tagged import prepare


@pytest.fixture
def small_course(tmp_path: Path, pages: Pages) -> SmallCourse:
    """Return a course without pages, beside its glossary and bibliography."""
    return SmallCourse(tmp_path, pages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for small documents."""
    return tmp_path_factory.mktemp("print")


@pytest.fixture(scope="module")
def styles(folder: Path) -> list[Path]:
    """Return the style sheets of small documents, which lie in their folder with the fonts."""
    return prepare(folder)
