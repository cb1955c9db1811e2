"""Writes files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(path: Path, content: str | bytes) -> None:
    """Replace what a file holds; it has the old content or the new, never a part.

    Arguments:
        path: the file.
        content: bytes, or a text that is written as UTF-8.
    """
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content.encode() if isinstance(content, str) else content)
    os.replace(new, path)
