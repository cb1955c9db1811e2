"""Measurements of what takes long. They build the course into a folder of their own."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course.commands.build import render

CONFIG = Path(__file__).resolve().parents[2] / "mkdocs.yml"


@contextmanager
def built_site() -> Iterator[Path]:
    """Build the site of this project into a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        if not render(Path(folder), CONFIG):
            sys.exit("nothing is measured before the mistakes above are corrected")
        yield Path(folder)
