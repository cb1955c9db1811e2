"""Fixtures of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.small import SmallCourse


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """Return a course that has no page but its glossary, its sources and its article."""
    return SmallCourse(tmp_path)
