"""Writes a PDF: small, and the same bytes each time."""

from __future__ import annotations

from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf


def written(pdf: Pdf) -> bytes:
    """Return the bytes of a PDF."""
    output = BytesIO()
    pdf.save(output, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return output.getvalue()
