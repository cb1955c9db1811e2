"""Builds a course for what is in it, without keeping its site."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from course.commands.build import build
from course.rules.material import Material
from course.settings import Course
from course.site.page import read_pages


@contextmanager
def built(course: Course) -> Iterator[Material | None]:
    """Build a course, and give what is in it as long as it is used; nothing if it has mistakes."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        # What a command prints may go into a file; how the build goes is no part of that.
        with redirect_stdout(sys.stderr):
            done = build(site, course)
        yield Material(course, read_pages(site, course.docs), site) if done else None
