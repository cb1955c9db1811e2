"""Repairs the form fields of a PDF, so that every viewer can fill them in.

Upstream, they are made in `weasyprint/pdf/anchors.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

# What the font of the fields is called in the file. PDFium, which is in Chrome and Edge, draws
# letters that are not western in a font of the computer, which it does not embed; under this name
# it takes the font for one of signs, and draws in it whatever it has.
FONT = "/Webdings"
RE_FONT = re.compile(r"(/\S+) \S+ Tf")
# A group of boxes to tick: neither radio buttons nor push buttons (ISO 32000-1, 12.7.4.2).
TICK = 0
# A field of several lines (12.7.4.3).
MULTILINE = 1 << 12
# The least size of what is written, in points.
SMALLEST = 6
# What a button can be pressed on around its shape, in points.
AROUND = 3
# The ground and the edge of a place for a text, which hide the lines that a pen needs: white, grey.
GROUND, EDGE = [1, 1, 1], [0.6, 0.6, 0.6]


def repair_fields(pdf: Pdf, groups: Mapping[str, str]) -> None:
    """Repair the form fields of a PDF, in place.

    Arguments:
        pdf: the PDF.
        groups: what each group of buttons asks, by its name; each button says its own option too.
    """
    if "/AcroForm" not in pdf.Root:
        return
    # Some viewers note only in a form that is an object by itself that a field was filled in.
    pdf.Root.AcroForm = pdf.make_indirect(pdf.Root.AcroForm)
    form = pdf.Root.AcroForm
    name_font(form)
    # Not quite empty, for viewers that cannot unpack nothing.
    empty = pdf.make_indirect(
        Stream(pdf, b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    )
    looks: dict[bytes, Object] = {}
    names: Counter[str] = Counter()
    for field in form.Fields:
        repair_field(field)
        if "/Kids" in field:
            field.TU = String(groups.get(str(field.T), str(field.TU)))
            # Of boxes to tick, too, one is on at a time, and it can be taken back.
            field.Ff = TICK
            # With a list of values, PDFium does not note that none is on any more.
            del field.Opt
        elif field.FT == "/Tx":
            set_ground(pdf, field)
            tell_apart(field, names)
        else:
            share_looks(field, empty, looks)
    # WeasyPrint lists the buttons beside their group.
    form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
    # The fields have the look of the document, not one that the viewer makes.
    form.NeedAppearances = False


def name_font(form: Object) -> None:
    """Give the font of the fields, of which there is one, the name that they will use."""
    found = (RE_FONT.search(str(field.DA)) for field in form.Fields if "/DA" in field)
    for match in found:
        if match:
            form.DR.Font[FONT] = form.DR.Font[match[1]]
            return


def repair_field(field: Object) -> None:
    """Take from a field, or from a button of a group, what only WeasyPrint means by it."""
    if "/Parent" in field and "/T" in field:
        # With a name of its own, a button would be a field beside its group.
        del field.T
    if field.get("/FT") == "/Tx":
        # A place for a few words takes a second line rather than hide what is written.
        field.Ff = MULTILINE
        field.MaxLen = room(*map(float, field.Rect))
    if "/DA" in field:
        # A field's style may name a colour and a font, and no more (ISO 32000-1, 12.7.3.3).
        style = re.sub(r"\S+ gs ", "", str(field.DA))
        # No size: letters become smaller where much is written, so that nothing is cut.
        field.DA = RE_FONT.sub(f"{FONT} 0 Tf", style)
    if "/Rect" in field:
        # Its corners come from above; the lower left one comes first (7.9.5).
        left, top, right, bottom = map(float, field.Rect)
        more = AROUND if field.FT == "/Btn" else 0
        field.Rect = Array([left - more, bottom - more, right + more, top + more])


def set_ground(pdf: Pdf, field: Object) -> None:
    """Give a place for a text a ground and an edge, before and after something is written."""
    left, bottom, right, top = map(float, field.Rect)
    width, height = round(right - left, 3), round(top - bottom, 3)
    fill, stroke = (" ".join(map(str, colour)) for colour in (GROUND, EDGE))
    inner = f"0.5 0.5 {width - 1:.3f} {height - 1:.3f}"
    drawn = f"q {fill} rg 0 0 {width} {height} re f {stroke} RG {inner} re S Q".encode()
    box = Array([0, 0, width, height])
    look = Stream(pdf, drawn, Type=Name.XObject, Subtype=Name.Form, BBox=box)
    field.AP = Dictionary(N=pdf.make_indirect(look))
    field.MK = Dictionary(BG=Array(GROUND), BC=Array(EDGE))


def tell_apart(field: Object, names: Counter[str]) -> None:
    """Number a field that goes on overleaf; of one name, both would hold the same text."""
    name = str(field.T)
    names[name] += 1
    if names[name] > 1:
        field.T = String(f"{name}-{names[name]}")
        field.TU = String(f"{field.TU} ({names[name]})")


def room(left: float, top: float, right: float, bottom: float) -> int:
    """Return how many letters a field shows at a size that can still be read; more are refused."""
    letters = abs(right - left) / (0.56 * SMALLEST)
    return max(1, int(letters) * max(1, int(abs(top - bottom) / (1.25 * SMALLEST))))


def share_looks(button: Object, empty: Object, looks: dict[bytes, Object]) -> None:
    """Let the buttons of a size have one look when they are on, and none when they are off.

    WeasyPrint draws each of them anew, and gives none for off: a viewer would draw one of its own.
    """
    states = button.AP.N
    for state, look in list(states.items()):
        left, bottom, right, top = map(float, look.BBox)
        look.BBox = Array([left - AROUND, bottom - AROUND, right + AROUND, top + AROUND])
        states[state] = looks.setdefault(look.read_bytes(), look)
    states.Off = empty
    del button.MK
