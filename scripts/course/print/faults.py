"""Tells authors what of their pages could not be read in a printed edition, at the line of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from course.print.pdf.placement import Fault, shortened
from course.print.text.book import Book, slug
from course.problems import Problem
from course.site.page import Page

REMEDY = "make it shorter, or write it in another way"
RE_WORD = re.compile(r"\w{3,}")


def told(found: Mapping[str, Sequence[Fault]], book: Book) -> Iterator[Problem]:
    """Yield a problem for each line of the pages that something is wrong with.

    Arguments:
        found: the faults of each file, by its name; these files are not made.
        book: what they are made of.
    """
    files: dict[tuple[str, int], list[str]] = defaultdict(list)
    first: dict[tuple[str, int], Fault] = {}
    for name, faults in sorted(found.items()):
        for fault in faults:
            place = place_of(fault, book)
            first.setdefault(place, fault)
            if name not in files[place]:
                files[place].append(name)
    for place, fault in first.items():
        where = f" on page {fault.page}" if fault.page else ""
        names = ", ".join(files[place])
        what = f"“{shortened(fault.text)}” {fault.what}{where}: {names} not made"
        yield Problem(*place, what, REMEDY)


def place_of(fault: Fault, book: Book) -> tuple[str, int]:
    """Return the file and the line that a fault comes from."""
    own = [page for page in book.pages if is_of(fault.chapter, page)]
    for page in own or book.pages:
        # Typed otherwise than printed, it may still have its longest words.
        words = sorted(RE_WORD.findall(fault.text), key=len, reverse=True)
        found = page.problem("", "", page.tree, " ".join(fault.text.split()), *words[:3])
        if found.line > 1 or own:
            return found.file, found.line
    return book.course.file.name, 1


def is_of(chapter: str, page: Page) -> bool:
    """Tell whether a chapter is a page, or a part of it."""
    name = slug(page.name)
    return chapter == name or chapter.startswith(f"{name}--")
