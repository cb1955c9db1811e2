"""What the system refuses, told in one line with what to do."""

from __future__ import annotations

import errno
import os

REMEDIES = {
    errno.ENOSPC: "the disk is full: free some room, then try again",
    errno.EDQUOT: "the disk has no more room for you: free some, then try again",
    errno.EROFS: "this folder cannot be written to: copy the project to one of your own",
    errno.EACCES: "this may not be written to: copy the project to a folder of your own",
    errno.EPERM: "this may not be written to: copy the project to a folder of your own",
    errno.EMFILE: "too many files are open: close other programs, then try again",
}


def trouble(error: OSError) -> str:
    """Return what keeps a command from reading or writing, and what to do."""
    place = os.path.relpath(error.filename) if isinstance(error.filename, str) else "the course"
    what = REMEDIES.get(error.errno or 0)
    return f"{place}: {what or f'{error.strerror or error}: look at it, then try again'}"
