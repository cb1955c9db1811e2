"""Fills pages that end early: the places to write on them become larger.

It moves boxes that WeasyPrint has laid out, which takes no time beside a second layout. No break
changes by it, since all that grows stays within its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

# A box of WeasyPrint, such as a page or a line; and the boxes around one, with it at the end.
Box = Any
Path = tuple[Box, ...]

# The most that a place may grow, as a share of its height, and what it may grow by in any case, in
# pixels of CSS: 60 mm.
SHARE, ALWAYS = 1.0, 227.0
# What a row of a table may grow by, and a place beside a text, in pixels: 7 mm and 40 mm.
ROW, BESIDE = 26.0, 152.0
# What parts of a chapter have a wider gap around them than paragraphs have.
HEADINGS = {"h1", "h2", "h3"}
APART = {*HEADINGS, "section", "figure", "div", "table", "aside"}
# What a gap may grow by, and what is shared among gaps at most, in pixels: 8 mm and 70 mm.
GAP, FEATHERED = 30.0, 265.0
# Less is no gap: 3 mm.
LEAST = 11.0


def fill(page: Box) -> None:
    """Let the places to write on a page grow into what is empty at its end, in place."""
    body = page.children[0]
    for cell in cells_beside(body):
        # One that is less high than its row has the rest below its contents.
        box = cell[-1]
        left = spread(list(places(cell)), box.padding_bottom, upto=box)
        box.height += box.padding_bottom - left
        box.padding_bottom = left
    empty = page.content_box_y() + page.height - end_of(body)
    found = list(places((body,)))
    left = spread([place for place in found if is_free(place)], empty, upto=None)
    left = spread([place for place in found if is_beside(place)], left, upto=None)
    feather(body, left)


def spread(found: Sequence[Path], empty: float, upto: Box | None) -> float:
    """Share what is empty among places, a line at a time, and return what is left."""
    grown = [0.0] * len(found)
    steps = [step_of(path[-1]) for path in found]
    limits = [limit_of(path) for path in found]
    while True:
        fit = [n for n, step in enumerate(steps) if grown[n] + step <= limits[n] and step <= empty]
        if not fit or empty < LEAST:
            break
        number = min(fit, key=lambda n: grown[n] / limits[n])
        grown[number] += steps[number]
        empty -= steps[number]
    # From the last to the first, so that what moves down has its size already.
    for path, by in sorted(zip(found, grown, strict=True), key=lambda pair: -top_of(pair[0])):
        if by:
            grow(path, by, upto)
    return empty


def feather(body: Box, empty: float) -> None:
    """Let a page that goes on overleaf end at its foot: the gaps between its parts become wider."""
    for chapter in chapters(body):
        children = [child for child in chapter.children if hasattr(child, "element_tag")]
        apart = [n for n, child in enumerate(children) if n and is_apart(children[n - 1], child)]
        if not goes_on(chapter) or not apart or not LEAST < empty <= FEATHERED:
            return
        gap = min(GAP, empty / len(apart))
        for number, child in enumerate(children):
            move(child, gap * sum(n <= number for n in apart))


def chapters(box: Box) -> Iterator[Box]:
    """Yield the chapters in a box."""
    for child in box.children:
        if "chapter" in kind_of(child).split():
            yield child
        elif hasattr(child, "element_tag"):
            yield from chapters(child)


def is_apart(before: Box, child: Box) -> bool:
    """Tell whether there is a gap between two parts that may become wider."""
    if before.element_tag in HEADINGS or before.is_floated():
        return False
    return child.element_tag in APART or before.element_tag in APART - HEADINGS


def top_of(path: Path) -> float:
    """Return where the last box of a path begins."""
    return float(path[-1].position_y)


def grow(path: Path, by: float, upto: Box | None) -> None:
    """Let a place grow; what stands below it moves down, of its page or in the box `upto`."""
    *around, place = path
    add_lines(place, by)
    place.height += by
    inner = place
    for box in reversed(around):
        siblings = list(box.children)
        after = siblings[siblings.index(inner) + 1 :]
        if is_row(box):
            # Cells beside each other are of one height.
            for cell in siblings:
                if cell is not inner:
                    cell.height += by
        else:
            for sibling in after:
                move(sibling, by)
        if box is upto:
            return
        if not goes_on(box):
            box.height += by
        inner = box


def move(box: Box, by: float) -> None:
    """Move a box down; one that goes on overleaf still ends where its page does."""
    box.translate(0, by)
    while goes_on(box):
        box.height = max(0.0, box.height - by)
        if not box.children:
            break
        box = box.children[-1]


def goes_on(box: Box) -> bool:
    """Tell whether a box goes on overleaf; then it reaches to the end of its page."""
    return "bottom" in getattr(box, "remove_decoration_sides", ())


def add_lines(place: Box, by: float) -> None:
    """Add lines to a place that has some, or make the cells of a row higher."""
    if is_row(place):
        for cell in place.children:
            cell.height += by
        return
    lines = list(place.children) if kind_of(place) == "ruled" else []
    for _ in range(round(by / step_of(place)) if lines else 0):
        line = lines[-1].copy()
        line.translate(0, line.margin_height())
        lines.append(line)
    if lines:
        place.children = lines


def places(path: Path) -> Iterator[Path]:
    """Yield each place to write in a box, with the boxes around it."""
    box = path[-1]
    if is_place(box):
        if not goes_on(box):
            yield path
        return
    for child in box.children:
        if hasattr(child, "element_tag") and not child.is_floated():
            yield from places((*path, child))


def is_place(box: Box) -> bool:
    """Tell whether a reader writes into a box."""
    if is_row(box):
        return is_empty_row(box)
    return kind_of(box) == "ruled"


def cells_beside(box: Box, path: Path = ()) -> Iterator[Path]:
    """Yield each cell that stands beside another one in a block, such as what to do in a case."""
    path = (*path, box)
    if "sides" in kind_of(box):
        yield from ((cell,) for row in rows(box) for cell in row.children)
        return
    for child in box.children:
        if hasattr(child, "element_tag"):
            yield from cells_beside(child, path)


def rows(box: Box) -> Iterator[Box]:
    """Yield the rows below a box."""
    if is_row(box):
        yield box
        return
    for child in box.children:
        if hasattr(child, "element_tag"):
            yield from rows(child)


def is_free(path: Path) -> bool:
    """Tell whether a place can push what is below it: it does not stand beside anything."""
    return not any("sides" in kind_of(box) for box in path)


def is_beside(path: Path) -> bool:
    """Tell whether a place stands beside a text alone, so that the whole can grow with it."""
    return not is_free(path) and not is_row(path[-1])


def step_of(place: Box) -> float:
    """Return the least that a place grows by: a line."""
    if kind_of(place) == "ruled" and place.children:
        return float(place.children[-1].margin_height())
    return 4.0


def limit_of(path: Path) -> float:
    """Return the most that a place grows by."""
    place = path[-1]
    if is_beside(path):
        return BESIDE
    return ROW if is_row(place) else max(ALWAYS, SHARE * float(place.height))


def end_of(box: Box) -> float:
    """Return where the contents of a box end."""
    ends = [
        end_of(child)
        for child in box.children
        if hasattr(child, "element_tag") and not child.is_floated()
    ]
    own = float(box.position_y)
    if not ends or kind_of(box) in ("ruled", "line") or is_row(box):
        return own + float(box.margin_height())
    if goes_on(box):
        return max(ends)
    return max(ends) + float(box.padding_bottom) + float(box.border_bottom_width)


def kind_of(box: Box) -> str:
    """Return the class of the element of a box, which is not one that WeasyPrint puts around it."""
    element = getattr(box, "element", None)
    if element is None or type(box).__name__ not in ("BlockBox", "TableBox", "LineBox"):
        return ""
    return str(element.get("class", ""))


def is_row(box: Box) -> bool:
    """Tell whether a box is a row of a table."""
    return type(box).__name__ == "TableRowBox"


def is_empty_row(row: Box) -> bool:
    """Tell whether a reader writes into a row by hand."""
    element = row.element
    if element is None or element.tag != "tr":
        return False
    return any((each.tag, each.get("class")) == ("span", "blank") for each in element.iter())
