"""Packs files into one, so that the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# A zip file has no earlier date.
DATE = (1980, 1, 1, 0, 0, 0)
# Everybody may read what is unpacked.
MODE = 0o100644 << 16
UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip file, in the order of their names."""
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w", compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = MODE, UNIX
            archive.writestr(entry, files[name])
    return packet.getvalue()
