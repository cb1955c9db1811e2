"""Joins what goes over several pages; WeasyPrint tags each page by itself."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

from course.print.pdf.repairs.structure import Kid, is_element, rows

# What is one also if it goes over several pages.
JOINED = {"/Table", "/L", "/TOC"}


def join_pages(document: Object) -> None:
    """Join the tables and lists that go over several pages.

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
    # A number of a content is one on the page of its element, so the page is named with it.
    kids = [
        Dictionary(Type=Name.MCR, Pg=after.Pg, MCID=kid) if isinstance(kid, int) else kid
        for kid in after.K
    ]
    before.K.extend(kids)


def drop_empty(element: Object) -> None:
    """Remove what an element begins with, if nothing is left in it."""
    if not len(element.K):
        return
    first = element.K[0]
    drop_empty(first)
    if not len(first.K):
        element.K = Array(list(element.K)[1:])
