"""Repairs the form fields of a PDF, so that every viewer can fill them in.

Upstream, they are made in `weasyprint/pdf/anchors.py`.
"""

from __future__ import annotations

import re

from pikepdf import Array, Name, Object, Pdf, Stream


def repair_fields(pdf: Pdf) -> None:
    """Repair the form fields of a PDF, in place."""
    if "/AcroForm" not in pdf.Root:
        return
    form = pdf.Root.AcroForm
    empty = pdf.make_indirect(
        Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    )
    looks: dict[bytes, Object] = {}
    for field in form.Fields:
        repair_field(field)
        if "/AP" in field:
            share_looks(field, empty, looks)
    # WeasyPrint lists the buttons beside their group.
    form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
    # The fields have the look of the document, not one that the viewer makes.
    form.NeedAppearances = False


def repair_field(field: Object) -> None:
    """Take from a field, or from a button of a group, what only WeasyPrint means by it."""
    if "/Parent" in field and "/T" in field:
        # With a name of its own, a button would be a field beside its group.
        del field.T
    if "/DA" in field:
        # A field's style may name a colour and a font, and no more (ISO 32000-1, 12.7.3.3).
        field.DA = re.sub(r"\S+ gs ", "", str(field.DA))
    if "/Rect" in field:
        # Its corners come from above; the lower left one comes first (7.9.5).
        left, top, right, bottom = field.Rect
        field.Rect = Array([left, bottom, right, top])


def share_looks(button: Object, empty: Object, looks: dict[bytes, Object]) -> None:
    """Let the buttons of a size have one look when they are on, and none when they are off.

    WeasyPrint draws each of them anew, and gives none for off: a viewer would draw one of its own.
    """
    states = button.AP.N
    for state, look in list(states.items()):
        states[state] = looks.setdefault(look.read_bytes(), look)
    states.Off = empty
    del button.MK
