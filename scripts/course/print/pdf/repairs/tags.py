"""Repairs the tags of a PDF, which WeasyPrint makes box by box.

They become what PDF 1.7 (ISO 32000-1, 14.8) and PDF/UA-1 (ISO 14289-1) ask for. Upstream, they are
made in `weasyprint/pdf/tags.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pikepdf import Array, Name, Object, Pdf

from course.print.pdf.repairs.breaks import join_pages
from course.print.pdf.repairs.contents import connect, name_links
from course.print.pdf.repairs.structure import (
    Kid,
    address,
    is_element,
    is_reference,
    new_element,
    rows,
)

# The place of these is a cell's, also if it is empty.
KEPT_EMPTY = {"/TD", "/TH"}


def repair_tags(pdf: Pdf, link_names: Mapping[str, str]) -> None:
    """Repair the tags of a PDF, and name its links by their address in the HTML."""
    for element in pdf.Root.StructTreeRoot.K:
        repair_below(pdf, element)
        join_pages(element)
    connect(pdf)
    name_links(pdf, link_names)


def repair_below(pdf: Pdf, element: Object) -> None:
    """Repair all that is below an element."""
    if element.S == "/Link":
        element.K = Array(link_contents(element.K))
    kids = [repaired for kid in element.K for repaired in repair(pdf, kid, element)]
    element.K = Array(join_links(kids))


def repair(pdf: Pdf, kid: Kid, parent: Object) -> list[Kid]:
    """Repair a kid and all that is below it, and return what takes its place in its parent."""
    if not is_element(kid):
        return [kid]
    repair_below(pdf, kid)
    if kid.S in REPAIRS:
        REPAIRS[kid.S](pdf, kid)
    if not len(kid.K) and kid.S not in KEPT_EMPTY:
        return []
    # The element of the whole document is on no page, so it cannot hold contents.
    return list(kid.K) if says_nothing(kid) and "/Pg" in parent else [kid]


def says_nothing(element: Object) -> bool:
    """Tell whether an element says nothing that its parent does not say.

    WeasyPrint makes an element of every box. So does it of an `a` that leads nowhere. A figure
    with its caption does keep the two together.
    """
    if is_element(element, "/Link"):
        return not address(element)
    if not is_element(element, "/Span", "/NonStruct"):
        return False
    return not any(is_element(kid, "/Caption") for kid in element.K)


def link_contents(kids: Iterable[Kid], generated: bool = False) -> Iterator[Kid]:
    """Yield what a link holds, without the links that WeasyPrint makes of its inner boxes.

    A link inside of one that is `generated`, as by `::after`, is the dotted leader of a table of
    contents; it is left out.
    """
    for kid in kids:
        if is_element(kid, "/Link", "/NonStruct", "/Span"):
            inner = is_element(kid, "/Link")
            if not (inner and generated):
                held = link_contents(kid.K, generated or inner)
                yield from (each for each in held if not is_reference(each))
        else:
            yield kid


def join_links(kids: list[Kid]) -> list[Kid]:
    """Join the parts of a link on several lines, of which WeasyPrint makes as many links."""
    joined: list[Kid] = []
    for kid in kids:
        if joined and address(kid) and address(kid) == address(joined[-1]):
            joined[-1].K.extend(kid.K)
        else:
            joined.append(kid)
    return joined


def repair_item(pdf: Pdf, item: Object) -> None:
    """Give a list item one body beside its label; WeasyPrint gives it none, or several."""
    labels = [kid for kid in item.K if is_element(kid, "/Lbl")]
    body = [
        inner
        for kid in item.K
        if not is_element(kid, "/Lbl")
        for inner in (kid.K if is_element(kid, "/LBody") else [kid])
    ]
    if body:
        labels.append(new_element(pdf, "/LBody", item, body))
    item.K = Array(labels)


def repair_list(pdf: Pdf, list_: Object) -> None:
    """Put inner lists inside of their item; WeasyPrint puts them after it.

    And say of a list of contents that it is one, which HTML has no tag for.
    """
    items: list[Object] = []
    for kid in list_.K:
        if not is_element(kid, "/L"):
            items.append(kid)
        elif items:
            place_list(items[-1].K[-1], kid)
        else:
            # The words of its item are on the page before.
            item = new_element(pdf, "/LI", list_, [kid])
            repair_item(pdf, item)
            items.append(item)
    list_.K = Array(items)
    if all(map(is_contents_item, items)):
        list_.S = Name.TOC
        for item in items:
            make_contents_item(pdf, item)


def place_list(body: Object, list_: Object) -> None:
    """Put a list among the kids of an item's body, in the order of the page."""
    begin = first_content(list_)
    before = [kid for kid in body.K if first_content(kid) < begin]
    body.K = Array([*before, list_, *list(body.K)[len(before) :]])


def first_content(kid: Kid) -> float:
    """Return the number of the first content of a kid; WeasyPrint draws the labels later."""
    if is_element(kid):
        inner = (first_content(part) for part in kid.K if not is_element(part, "/Lbl"))
        return min(inner, default=-1)
    return kid if isinstance(kid, int) else float("inf")


def is_contents_item(item: Object) -> bool:
    """Tell whether a list item is one of a table of contents: a link into the document, no label.

    It can hold a table of contents, of what is under it.
    """
    parts = [part for kid in item.K for part in (kid.K if is_element(kid, "/LBody") else [kid])]
    return all(is_element(part, "/TOC") or address(part).startswith("#") for part in parts)


def make_contents_item(pdf: Pdf, item: Object) -> None:
    """Make a list item one of a table of contents."""
    parts = list(item.K[0].K)
    item.S = Name.TOCI
    item.K = Array(
        part if is_element(part, "/TOC") else new_element(pdf, "/Reference", item, [part])
        for part in parts
    )


def repair_table(pdf: Pdf, table: Object) -> None:
    """Give every head cell its scope.

    WeasyPrint lists the heads of each cell instead, and its lists are wrong beside row spans.
    """
    for row, is_head in rows(table):
        cells = list(row.K)
        is_head = is_head or all(cell.S == "/TH" for cell in cells)
        for cell in cells:
            for key in ("/Headers", "/ID"):
                for holder in (cell, cell.A):
                    if key in holder:
                        del holder[key]
            if cell.S == "/TH":
                cell.A.Scope = Name.Column if is_head else Name.Row


def repair_figure(pdf: Pdf, figure: Object) -> None:
    """Give the place of a figure in points from the foot; WeasyPrint gives pixels from the head."""
    height = figure.Pg.MediaBox[3]
    left, top, right, bottom = (float(number) * 0.75 for number in figure.A.BBox)
    figure.A.BBox = Array([left, float(height) - bottom, right, float(height) - top])


REPAIRS: dict[str, Callable[[Pdf, Object], None]] = {
    "/L": repair_list,
    "/LI": repair_item,
    "/Table": repair_table,
    "/Figure": repair_figure,
}
