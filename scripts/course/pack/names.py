"""The packages that there are, and what their files are called."""

from __future__ import annotations

from course.print.editions import Edition
from course.settings import Course

OFFLINE, SCORM_12, SCORM_2004, ANKI = "offline", "scorm12", "scorm2004", "anki"
PACKAGES = (OFFLINE, SCORM_12, SCORM_2004, ANKI)


def package(name: str, course: Course) -> Edition:
    """Return a package as what a page offers: an edition with one file and no picture.

    Arguments:
        name: how authors name it in a block `files`.
        course: the course.
    """
    if name == ANKI:
        return Edition(name, "", ("",), stem=course.name, kind="apkg")
    return Edition(name, "", ("",), stem=f"{course.name}-{name}", kind="zip")
