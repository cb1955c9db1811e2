"""Tells mistakes on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def report(problems: Sequence[object]) -> int:
    """Print problems, a line each, and return the exit status."""
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def is_site(site: Path) -> bool:
    """Tell whether a folder holds a built site, and say so if it does not."""
    if (site / "index.html").is_file():
        return True
    print(f"{site}: there is no built site: build it first", file=sys.stderr)
    return False
