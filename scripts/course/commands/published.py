"""Writes the list of what is published."""

from __future__ import annotations

from course.commands.built import built
from course.published import NAME, update
from course.settings import Course


def published(course: Course) -> int:
    """Build the course, write the list of its addresses and ids, and tell what changed in it."""
    with built(course) as material:
        if material is None:
            return 1
        new, gone = update(course, material.pages)
    print(*(f"new: {line}" for line in new), *(f"gone: {line}" for line in gone), sep="\n")
    print(f"{course.docs.name}/{NAME} has what is published; commit it")
    return 0
