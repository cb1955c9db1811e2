"""What the system refuses, told in one line with what to do."""

from __future__ import annotations

import errno
import os

# Whether it was to be read or written, the system does not say.
DENIED = (
    "you may not read or change this: give yourself the right to it, or copy the project to a "
    "folder of your own"
)
REMEDIES = {
    errno.ENOSPC: "the disk is full: free some room, then try again",
    errno.EDQUOT: "the disk has no more room for you: free some, then try again",
    errno.EROFS: "this folder cannot be written to: copy the project to one of your own",
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EMFILE: "too many files are open: close other programs, then try again",
}


def trouble(error: OSError) -> str:
    """Return what keeps a command from reading or writing, and what to do."""
    place = from_here(error.filename) if isinstance(error.filename, str) else "the course"
    what = REMEDIES.get(error.errno or 0)
    return f"{place}: {what or f'{error.strerror or error}: look at it, then try again'}"


def from_here(path: str) -> str:
    """Return a path as a message names it: from the root of the course, if it is inside."""
    return path.removeprefix(f"{os.getcwd()}{os.sep}")
