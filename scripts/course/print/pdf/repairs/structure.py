"""The structure tree of a PDF: what its elements hold (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

# An element of the tree, a reference to an annotation, the number of a content on the page of the
# element that holds it, or a reference to a content on another page.
Kid = Any


def is_element(kid: Kid, *types: str) -> bool:
    """Tell whether a kid is an element, of one of the types if any is given."""
    return isinstance(kid, Dictionary) and "/S" in kid and (not types or kid.S in types)


def is_reference(kid: Kid) -> bool:
    """Tell whether a kid is a reference to an annotation."""
    return isinstance(kid, Dictionary) and "/Obj" in kid


def address(kid: Kid) -> str:
    """Return where a kid leads to, as in the HTML, if it is a link."""
    if not is_element(kid, "/Link"):
        return ""
    return next((annotation_address(inner.Obj) for inner in kid.K if is_reference(inner)), "")


def annotation_address(annotation: Object) -> str:
    """Return where the annotation of a link leads to, as in the HTML."""
    return f"#{annotation.Dest}" if "/Dest" in annotation else str(annotation.A.URI)


def new_element(pdf: Pdf, type_: str, parent: Object, kids: list[Kid]) -> Object:
    """Return a new element on the page of its parent."""
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(type_), P=parent, Pg=parent.Pg, K=Array(kids))
    )


def rows(table: Object) -> Iterator[tuple[Object, bool]]:
    """Yield the rows of a table, and whether each is in its head."""
    for part in table.K:
        if is_element(part, "/TR"):
            yield part, False
        elif is_element(part, "/THead", "/TBody", "/TFoot"):
            yield from ((row, part.S == "/THead") for row in part.K)
