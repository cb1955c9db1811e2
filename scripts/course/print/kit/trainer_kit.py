"""Packs the trainer's kit: every file that a session needs, in a folder for each size of paper."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.archive import packed
from course.editions import Edition
from course.files import write_file
from course.settings import Course


def trainer_kit(
    wanted: Sequence[Edition], course: Course, cache: Path, made: Mapping[str, Path]
) -> dict[str, Path]:
    """Return the kit, by its name, if every file that it needs is made.

    A course without sessions has none, and one of which a file is missing has none either.
    """
    kits = [each for each in wanted if each.kind == "zip"]
    files = contents(wanted, course, made)
    if not files or not kits or kits[0].pictured not in made:
        return {}
    data = packed((name, path.read_bytes()) for name, path in files.items())
    name = kits[0].file("")
    stored = cache / f"{hashlib.sha256(data).hexdigest()[:32]}-{name}"
    if not stored.exists():
        write_file(stored, data)
    return {name: stored}


def contents(
    wanted: Sequence[Edition], course: Course, made: Mapping[str, Path]
) -> dict[str, Path]:
    """Return the files of the kit by their path in it, the one to begin with first."""
    found = {}
    for edition in sorted(wanted, key=lambda each: each.document != "start"):
        for size in edition.sizes if edition.in_kit else ():
            name = edition.file(size)
            folder = f"{course.words(f'print.papers.{size}')}/" if size else ""
            if name in made:
                found[f"{folder}{name}"] = made[name]
    return found
