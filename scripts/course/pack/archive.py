"""Packs files into one, so that the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

# Everybody may read what is unpacked.
MODE = 0o100644 << 16
UNIX = 3


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Return files as one zip file, in the order of their names.

    Arguments:
        files: what each file has, by its path.
        day: when they are said to have been written; a zip file has no day before 1980.
    """
    when = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w", compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = MODE, UNIX
            archive.writestr(entry, files[name])
    return packet.getvalue()
