"""Mends the tags of a PDF that WeasyPrint has set.

WeasyPrint tags what it draws, box by box. Here its tags become what PDF 1.7 (ISO 32000-1, 14.8)
and PDF/UA-1 (ISO 14289-1) ask for: one link each, items with a label and a body, lists inside
their item, the scope of head cells; and what no tag holds is marked as decoration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

# An element of the structure tree, a reference to an annotation, the number of a content on the
# page of the element that holds it, or a reference to a content on another page.
Kid = Any

# An annotation that is not left out on paper (ISO 32000-1, 12.5.3).
PRINTED = 4
# What is one also if it goes over several pages.
JOINED = {"/Table", "/L", "/TOC"}
# The place of these is a cell's, also if it is empty.
KEPT_EMPTY = {"/TD", "/TH"}


def mend_tags(pdf: Pdf, link_names: Mapping[str, str]) -> None:
    """Mend a PDF that WeasyPrint has set, in place.

    Arguments:
        pdf: the PDF.
        link_names: what the links lead to, by their address in the HTML.
    """
    root = pdf.Root.StructTreeRoot
    for element in root.K:
        mend_kids(pdf, element)
        join_pages(element)
    connect(pdf)
    name_links(pdf, link_names)


# The structure tree.


def is_element(kid: Kid, *types: str) -> bool:
    """Tell whether a kid is an element, of one of the types if any is given."""
    return isinstance(kid, Dictionary) and "/S" in kid and (not types or kid.S in types)


def is_reference(kid: Kid) -> bool:
    """Tell whether a kid is a reference to an annotation."""
    return isinstance(kid, Dictionary) and "/Obj" in kid


def mend_kids(pdf: Pdf, element: Object) -> None:
    """Mend all that is below an element."""
    if element.S == "/Link":
        element.K = Array(own_contents(element.K))
    kids = [mended for kid in element.K for mended in mend_kid(pdf, kid, element)]
    element.K = Array(join_links(kids))


def mend_kid(pdf: Pdf, kid: Kid, parent: Object) -> list[Kid]:
    """Mend a kid and all that is below it, and return what takes its place in its parent."""
    if not is_element(kid):
        return [kid]
    mend_kids(pdf, kid)
    if kid.S in MENDS:
        MENDS[kid.S](pdf, kid)
    if not len(kid.K) and kid.S not in KEPT_EMPTY:
        return []
    # The element of the whole document is on no page, so it cannot hold contents.
    return list(kid.K) if is_plain(kid) and "/Pg" in parent else [kid]


def is_plain(element: Object) -> bool:
    """Tell whether an element says nothing that its parent does not say.

    So does an `a` that leads nowhere. A figure with its caption does keep the two together.
    """
    if is_element(element, "/Link"):
        return not address(element)
    if not is_element(element, "/Span", "/NonStruct"):
        return False
    return not any(is_element(kid, "/Caption") for kid in element.K)


def own_contents(kids: Iterable[Kid], generated: bool = False) -> Iterator[Kid]:
    """Return what a link holds, without the links that WeasyPrint makes of its parts.

    Arguments:
        kids: the kids of the link, or of a part of it.
        generated: whether the part is generated, as by `::after`. A link in such a part is the
            dotted leader of a table of contents; it is left out.
    """
    for kid in kids:
        if is_element(kid, "/Link"):
            if not generated:
                yield from rest(own_contents(kid.K, generated=True))
        elif is_element(kid, "/NonStruct", "/Span"):
            yield from rest(own_contents(kid.K, generated))
        else:
            yield kid


def rest(kids: Iterable[Kid]) -> Iterator[Kid]:
    """Return the kids without the references to annotations."""
    return (kid for kid in kids if not is_reference(kid))


def join_links(kids: list[Kid]) -> list[Kid]:
    """Join the parts of a link that goes over several lines."""
    joined: list[Kid] = []
    for kid in kids:
        if joined and address(kid) and address(kid) == address(joined[-1]):
            joined[-1].K.extend(kid.K)
        else:
            joined.append(kid)
    return joined


def address(kid: Kid) -> str:
    """Return where a kid leads to, as in the HTML, if it is a link."""
    if not is_element(kid, "/Link"):
        return ""
    addresses = (annotation_address(inner.Obj) for inner in kid.K if is_reference(inner))
    return next(addresses, "")


def annotation_address(annotation: Object) -> str:
    """Return where the annotation of a link leads to, as in the HTML."""
    return f"#{annotation.Dest}" if "/Dest" in annotation else str(annotation.A.URI)


def mend_item(pdf: Pdf, item: Object) -> None:
    """Give a list item a body, and nothing else beside its label."""
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


def new_element(pdf: Pdf, type_: str, parent: Object, kids: list[Kid]) -> Object:
    """Return a new element on the page of its parent."""
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(type_), P=parent, Pg=parent.Pg, K=Array(kids))
    )


def mend_list(pdf: Pdf, list_: Object) -> None:
    """Put the lists that follow an item of a list inside of that item, where they were."""
    items: list[Object] = []
    for kid in list_.K:
        if not is_element(kid, "/L"):
            items.append(kid)
        elif items:
            place_list(items[-1].K[-1], kid)
        else:
            # The words of its item are on the page before.
            item = new_element(pdf, "/LI", list_, [kid])
            mend_item(pdf, item)
            items.append(item)
    list_.K = Array(items)
    if all(map(is_contents_item, items)):
        list_.S = Name.TOC
        for item in items:
            mend_contents_item(pdf, item)


def is_contents_item(item: Object) -> bool:
    """Tell whether a list item is one of a table of contents: a link into the document, no label.

    It can hold a table of contents, of what is under it.
    """
    parts = [part for kid in item.K for part in (kid.K if is_element(kid, "/LBody") else [kid])]
    return all(is_element(part, "/TOC") or address(part).startswith("#") for part in parts)


def mend_contents_item(pdf: Pdf, item: Object) -> None:
    """Make a list item one of a table of contents."""
    parts = list(item.K[0].K)
    item.S = Name.TOCI
    item.K = Array(
        part if is_element(part, "/TOC") else new_element(pdf, "/Reference", item, [part])
        for part in parts
    )


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


def mend_table(pdf: Pdf, table: Object) -> None:
    """Give every head cell its scope; WeasyPrint's own lists of heads err beside row spans."""
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


def rows(table: Object) -> Iterator[tuple[Object, bool]]:
    """Return the rows of a table, and whether each is in its head."""
    for part in table.K:
        if is_element(part, "/TR"):
            yield part, False
        elif is_element(part, "/THead", "/TBody", "/TFoot"):
            yield from ((row, part.S == "/THead") for row in part.K)


def mend_figure(pdf: Pdf, figure: Object) -> None:
    """Give the place of a figure in points from the foot; WeasyPrint gives pixels from the head."""
    height = figure.Pg.MediaBox[3]
    left, top, right, bottom = (float(number) * 0.75 for number in figure.A.BBox)
    figure.A.BBox = Array([left, float(height) - bottom, right, float(height) - top])


MENDS: dict[str, Callable[[Pdf, Object], None]] = {
    "/L": mend_list,
    "/LI": mend_item,
    "/Table": mend_table,
    "/Figure": mend_figure,
}


def join_pages(document: Object) -> None:
    """Join the tables and lists that go over several pages, which WeasyPrint tags as many.

    Words between two of them would be tagged too; so where none are, the second goes on.
    """
    joined: list[Object] = []
    page = None
    for part in document.K:
        if joined and part.Pg != page:
            join_edges(joined[-1], part)
        page = part.Pg
        if len(part.K):
            joined.append(part)
    document.K = Array(joined)


def join_edges(before: Object, after: Object) -> None:
    """Join the table or list that goes on from the end of an element to the begin of the next."""
    last, first = find_edge(before, -1), find_edge(after, 0)
    if last is not None and first is not None and goes_on(last, first):
        join(last, first)
        drop_empty(after)


def find_edge(element: Kid, side: int) -> Object | None:
    """Return the table or list that an element begins (0) or ends (-1) with."""
    while is_element(element) and element.S not in JOINED:
        if not len(element.K):
            return None
        element = element.K[side]
    return element if is_element(element) else None


def goes_on(before: Object, after: Object) -> bool:
    """Tell whether what a page begins with goes on from what the page before ends with."""
    if before.S != after.S:
        return False
    if before.S != "/Table":
        return True
    widths = [len(row.K) for table in (before, after) for row, _ in list(rows(table))[:1]]
    return not is_element(after.K[0], "/Caption") and len(set(widths)) == 1


def join(before: Object, after: Object) -> None:
    """Move what a table or list holds into the one it goes on from.

    The head of a table, which is repeated, is left out; so it becomes decoration.
    """
    if before.S == "/Table":
        before.K[-1].K.extend([row for row, is_head in rows(after) if not is_head])
    else:
        items = list(after.K)
        if is_rest(items[0], before.K[-1]):
            join_items(before.K[-1], items.pop(0))
        before.K.extend(items)
    after.K = Array()


def is_rest(item: Object, before: Object) -> bool:
    """Tell whether an item goes on from the last one of the page before."""
    if item.S == "/TOCI":
        return is_element(item.K[0], "/TOC")
    # An item that goes on has no label of its own.
    return is_element(before.K[0], "/Lbl") and not is_element(item.K[0], "/Lbl")


def join_items(before: Object, after: Object) -> None:
    """Move what an item holds into the one it goes on from."""
    if is_element(before.K[-1], "/LBody"):
        before, after = before.K[-1], after.K[-1]
    join_edges(before, after)
    before.K.extend([from_page(after.Pg, kid) for kid in after.K])


def from_page(page: Object, kid: Kid) -> Kid:
    """Return a kid of an element on a page, for an element on another page to hold."""
    if isinstance(kid, int):
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid)
    return kid


def drop_empty(element: Object) -> None:
    """Remove what an element begins with, if nothing is left in it."""
    if not len(element.K):
        return
    first = element.K[0]
    drop_empty(first)
    if not len(first.K):
        element.K = Array(list(element.K)[1:])


# The pages.


def connect(pdf: Pdf) -> None:
    """Connect the pages with the structure tree as it is now.

    What the tree does not hold becomes decoration: running heads and leaders. The annotations
    that it does not hold are removed.
    """
    root = pdf.Root.StructTreeRoot
    holders: dict[int, dict[int, Object]] = {int(page.StructParents): {} for page in pdf.pages}
    annotations: dict[int, Object] = {}
    for element in root.K:
        hold(element, root, holders, annotations)
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


def hold(
    element: Object,
    parent: Object,
    holders: dict[int, dict[int, Object]],
    annotations: dict[int, Object],
) -> None:
    """Note what an element holds and all that is below it, and who its parent is."""
    element.P = parent
    for kid in element.K:
        if is_element(kid):
            hold(kid, element, holders, annotations)
        elif is_reference(kid):
            annotations[int(kid.Obj.StructParent)] = element
        else:
            page, content = (kid.Pg, kid.MCID) if isinstance(kid, Dictionary) else (element.Pg, kid)
            holders[int(page.StructParents)][int(content)] = element


# As WeasyPrint writes a content. It writes words as numbers, never as letters.
BEGIN = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
SPACE = re.compile(rb"(/\w+\s+<</MCID \d+)(>>\s+BDC\s+BT\s+ET\s+EMC)")


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
