"""The kinds of block that an author can write, one file each.

A kind is a subclass of `CourseBlock` in a module of this folder, or in a file that the course names
under `extra: course: kinds`; nothing else has to know of it. A module whose blocks are completed
once their whole page is known names the processors that do so in `TREEPROCESSORS`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from course.blocks.block import CourseBlock
from course.settings import Course


def kinds(course: Course) -> dict[str, type[CourseBlock]]:
    """Return the kinds of block that a course has, by their name."""
    return {
        member.NAME: member
        for module in modules(course)
        for member in vars(module).values()
        if isinstance(member, type) and issubclass(member, CourseBlock) and member.NAME
    }


def modules(course: Course) -> Iterator[ModuleType]:
    """Yield the modules that have kinds of block."""
    yield from known_modules()
    for file in course.kinds:
        yield own_module(file)


@cache
def known_modules() -> tuple[ModuleType, ...]:
    """Return the modules of this package."""
    found = pkgutil.iter_modules(__path__)
    return tuple(import_module(f"{__name__}.{each.name}") for each in found)


@cache
def own_module(file: Path) -> ModuleType:
    """Return the module of a file that a course brings along."""
    spec = spec_from_file_location(f"course_kind_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise ImportError(str(file))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
