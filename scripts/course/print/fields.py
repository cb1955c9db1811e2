"""Mends the form fields of a PDF that WeasyPrint has set, so that every viewer can fill them in."""

from __future__ import annotations

import re

from pikepdf import Array, Name, Object, Pdf, Stream


def mend_fields(pdf: Pdf) -> None:
    """Mend the form fields of a PDF, in place.

    Arguments:
        pdf: the PDF.
    """
    if "/AcroForm" not in pdf.Root:
        return
    form = pdf.Root.AcroForm
    empty = pdf.make_indirect(
        Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    )
    looks: dict[bytes, Object] = {}
    for field in form.Fields:
        mend_field(field)
        if "/AP" in field:
            share_looks(field, empty, looks)
    # WeasyPrint lists the buttons beside their group.
    form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
    # The fields have the look of the document, not one that the viewer makes.
    form.NeedAppearances = False


def mend_field(field: Object) -> None:
    """Mend a field or a button of a group."""
    if "/Parent" in field and "/T" in field:
        # With a name of its own, a button would be a field beside its group.
        del field.T
    if "/DA" in field:
        # A field's style may name a colour and a font, and no more (ISO 32000-1, 12.7.3.3).
        field.DA = re.sub(r"\S+ gs ", "", str(field.DA))
    if "/Rect" in field:
        left, top, right, bottom = field.Rect
        field.Rect = Array([left, bottom, right, top])


def share_looks(button: Object, empty: Object, looks: dict[bytes, Object]) -> None:
    """Let the buttons of a size have one look when they are on, and none when they are off.

    Without a look when off, a viewer would draw one of its own around the button.

    Arguments:
        button: the button.
        empty: the look of a button that is off.
        looks: the looks of the buttons before, by what they draw.
    """
    states = button.AP.N
    for state, look in list(states.items()):
        states[state] = looks.setdefault(look.read_bytes(), look)
    states.Off = empty
    del button.MK
