"""Connects the contents and annotations of pages with a structure tree that was repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Object, Pdf

from course.print.pdf.repairs.structure import annotation_address, is_element, is_reference

# An annotation that is not left out on paper (ISO 32000-1, 12.5.3).
PRINTED = 4
# As WeasyPrint writes a content. It writes words as numbers, never as letters.
BEGIN = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
SPACE = re.compile(rb"(/\w+\s+<</MCID \d+)(>>\s+BDC\s+BT\s+ET\s+EMC)")


def connect(pdf: Pdf) -> None:
    """Connect the pages with the structure tree as it is now.

    WeasyPrint tags running heads and leaders, too. What the tree does not hold becomes decoration,
    and the annotations that it does not hold are removed.
    """
    root = pdf.Root.StructTreeRoot
    holders: dict[int, dict[int, Object]] = {int(page.StructParents): {} for page in pdf.pages}
    annotations: dict[int, Object] = {}
    for element in root.K:
        note_holders(element, root, holders, annotations)
    for page in pdf.pages:
        mark_contents(page.obj, holders[int(page.StructParents)])
        if "/Annots" in page:
            kept = [each for each in page.Annots if int(each.StructParent) in annotations]
            page.Annots = Array(kept)
    numbers: list[Any] = []
    for number, held in holders.items():
        contents = [held.get(content) for content in range(max(held, default=-1) + 1)]
        numbers += [number, Array(contents)]
    for number, holder in sorted(annotations.items()):
        numbers += [number, holder]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))


def note_holders(
    element: Object,
    parent: Object,
    holders: dict[int, dict[int, Object]],
    annotations: dict[int, Object],
) -> None:
    """Note what an element and all below it hold, and who the parent of each is."""
    element.P = parent
    for kid in element.K:
        if is_element(kid):
            note_holders(kid, element, holders, annotations)
        elif is_reference(kid):
            annotations[int(kid.Obj.StructParent)] = element
        else:
            page, content = (kid.Pg, kid.MCID) if isinstance(kid, Dictionary) else (element.Pg, kid)
            holders[int(page.StructParents)][int(content)] = element


def mark_contents(page: Object, held: Mapping[int, Object]) -> None:
    """Mark the contents of a page that no element holds as decoration.

    And say that a space between two elements is one: WeasyPrint leaves it out.
    """

    def mark(match: re.Match[bytes]) -> bytes:
        return match[0] if int(match[1]) in held else b"/Artifact BMC"

    stream = BEGIN.sub(mark, page.Contents.read_bytes())
    page.Contents.write(SPACE.sub(rb"\1 /ActualText ( )\2", stream))


def name_links(pdf: Pdf, names: Mapping[str, str]) -> None:
    """Describe every link by what it leads to, where WeasyPrint repeats its address."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Link":
                place = annotation_address(annotation)
                annotation.Contents = names.get(place, place)
                annotation.F = PRINTED
