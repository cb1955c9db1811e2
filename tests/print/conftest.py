"""Fixtures for the printed editions: a course of a few pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.markdown_page import Pages
from tests.print.small_course import SmallCourse


@pytest.fixture
def small_course(tmp_path: Path, pages: Pages) -> SmallCourse:
    """Return a course without pages, beside its glossary and bibliography."""
    return SmallCourse(tmp_path, pages)
