"""Makes what is downloaded: the printed editions, where their libraries are there, and packages."""

from __future__ import annotations

import sys
from pathlib import Path

from course.commands.build import build
from course.commands.report import report
from course.pack.make import make_packages
from course.print.make import make_editions
from course.print.pdf.unavailable import advice, is_available
from course.settings import Course

# Not a mistake of the course: the library is missing that sets the editions.
UNAVAILABLE = 3


def build_with_editions(site: Path, course: Course) -> int:
    """Build the site with its printed editions and packages; without editions that cannot be made.

    An edition that cannot be made leaves the site and the others as they are.
    """
    status = 0

    def complete(new: Path) -> None:
        nonlocal status
        status = print_editions(new, course)
        make_packages(new, course)

    return status if build(site, course, complete) else 1


def print_editions(site: Path, course: Course) -> int:
    """Make the printed editions of a finished site, or print what is in the way."""
    if not is_available():
        print(advice(), file=sys.stderr)
        return UNAVAILABLE
    # What was made before is kept, so that only what changed is made again.
    return report(make_editions(site, course, course.file.parent / ".cache" / "editions"))
