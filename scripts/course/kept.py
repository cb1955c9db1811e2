"""Keeps what was made of a page, for a process that makes the same again and again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """What is kept.

    Attributes:
        made: what was made, by what it depends on: of Markdown the attributes of its page; of a
            page its entries in the index of search, what was found in it, what a step made of it.
        used: the keys of what the build needed that is under way.
    """

    def __init__(self) -> None:
        self.made: dict[str, Any] = {}
        self.used: set[str] = set()

    def begin(self) -> None:
        """Begin a build: forget what the last one did not need."""
        self.made = {key: self.made[key] for key in self.used & self.made.keys()}
        self.used = set()

    def take(self, key: str, make: Callable[[], T]) -> T:
        """Return what is kept under a key, or make it and keep it."""
        self.used.add(key)
        if key not in self.made:
            self.made[key] = make()
        found: T = self.made[key]
        return found


def digest(texts: Iterable[str]) -> str:
    """Return a hash of texts."""
    found = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


# What this process keeps: nothing, unless it builds more than once.
KEPT: list[Kept] = []


def kept(depends_on: Iterable[str], make: Callable[[], T]) -> T:
    """Return what was made before of the same texts; or make it, as where nothing is kept.

    Arguments:
        depends_on: all that it depends on, its own name first; not looked at if nothing is kept.
        make: makes it; nobody changes it afterwards.
    """
    return KEPT[0].take(digest(depends_on), make) if KEPT else make()
