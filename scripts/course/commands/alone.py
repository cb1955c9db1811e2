"""One build, and one server, at a time in a folder: two would write into the same files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):
    """Another command does the same in this folder; the message says so in one line."""


@contextmanager
def alone(place: Path, what: str) -> Iterator[None]:
    """Hold a file or folder for one command, as long as it lives; nothing is written.

    Arguments:
        place: what is held; where it is not there, the folder above.
        what: what the command is, for the message to another one.

    Raises:
        Busy: if another one holds it.
    """
    while not place.exists():
        place = place.parent
    if sys.platform == "win32":
        # A folder cannot be opened there.
        place = place / "mkdocs.yml" if place.is_dir() else place
    held = os.open(place, os.O_RDONLY)
    try:
        hold(held, what)
    except OSError:
        os.close(held)
        folder = place if place.is_dir() else place.parent
        wait = "wait until it has ended, or stop it"
        raise Busy(f"{folder}: {what} is at work in this folder already: {wait}") from None
    try:
        yield
    finally:
        os.close(held)


def hold(held: int, what: str) -> None:
    """Lock an open file, or raise an error if another process has done so."""
    if sys.platform == "win32":
        import msvcrt

        # Beyond the end of the file, so that everybody can read it.
        os.lseek(held, 2**30 + len(what), os.SEEK_SET)
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
