"""Packs files into one, so that the same files give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# A zip file has no earlier day.
FIRST_DAY = date(1980, 1, 1)
UNIX = 3
# Everybody may read what is unpacked, and who unpacks it may write it.
MODE = 0o100644


def packed(
    files: Iterable[tuple[str, str | bytes]],
    day: date = FIRST_DAY,
    stored: str = "",
) -> bytes:
    """Return files as one zip file.

    Arguments:
        files: the path of each file and what it has, in the order of the zip file.
        day: when they are said to have been written.
        stored: the path of the file that is not compressed, if there is one.
    """
    day = max(day, FIRST_DAY)
    when = (day.year, day.month, day.day, 0, 0, 0)
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for path, content in files:
            entry = ZipInfo(path, when)
            entry.compress_type = ZIP_STORED if path == stored else ZIP_DEFLATED
            entry.external_attr, entry.create_system = MODE << 16, UNIX
            archive.writestr(entry, content)
    return output.getvalue()
