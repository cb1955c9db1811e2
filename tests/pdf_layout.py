"""Finds faults in finished PDFs for the tests: what lies outside, on top of, cut or lost.

It reads with pdfplumber, and so knows nothing of the library that wrote the PDF. Lengths are in
points (1/72 inch) from the top left corner of the page, unless a name says millimetres. A fault
is one line that names page, place and text; a check that finds nothing returns an empty list.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from lxml import html as lxml_html
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfplumber.page import Page as PlumberPage

MM = 72 / 25.4
# Two things that overlap by less than this touch, and do not lie on one another.
TOUCH = 0.3
# A line thinner than this is a rule, not an area.
RULE = 2.0
# Lines to write on are at least this far apart; a hatching is narrower.
WRITING = 5 * MM
# What of a line of text is shown in a message.
SHOWN = 40
HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}
# Inline elements: their text belongs to the element around them. Links, quotations and whatever
# has a class are none: a stylesheet may add a page number, quotation marks or a word there.
INLINE = {"abbr", "b", "bdi", "br", "cite", "code", "dfn", "em", "i", "kbd", "mark", "s", "small"}
INLINE |= {"span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"}
UNPRINTED = {"head", "script", "style", "template", "title", "desc", "metadata", "textarea"}
UNPRINTED |= {"select", "option", "datalist"}


class Box(NamedTuple):
    """A rectangle, in points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def meets(self, other: Box, touch: float = TOUCH) -> bool:
        """Tell whether the two share more than `touch` points in both directions."""
        return (
            min(self.x1, other.x1) - max(self.x0, other.x0) > touch
            and min(self.bottom, other.bottom) - max(self.top, other.top) > touch
        )

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the box."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Glyph(NamedTuple):
    """A character, and the box of its ink as far as its kind tells."""

    text: str
    ink: Box
    x_height: Box


@dataclass
class Run:
    """Characters painted one after another on one line, of one marked content and one size."""

    glyphs: list[Glyph]
    mark: int | None
    turned: bool
    size: float
    colour: Any
    order: int

    @cached_property
    def box(self) -> Box:
        """The box around the ink of the characters."""
        inked = [glyph.ink for glyph in self.glyphs if glyph.text.strip()]
        return union(inked or [glyph.ink for glyph in self.glyphs])

    @cached_property
    def middles(self) -> list[Box]:
        """What nothing may cross: the line as high as its small letters; each letter if turned."""
        boxes = [glyph.x_height for glyph in self.glyphs if glyph.text.strip()]
        return boxes if self.turned else [union(boxes)]

    @cached_property
    def text(self) -> str:
        """The characters, without ligatures and without spaces around them."""
        text = "".join(glyph.text for glyph in self.glyphs)
        return unicodedata.normalize("NFKC", text).strip()


class Shape(NamedTuple):
    """A rectangle, line, curve or picture; `order` counts what is painted on the page."""

    box: Box
    mark: int | None
    filled: bool
    even_odd: bool
    colour: Any
    order: int
    picture: bool


class Field(NamedTuple):
    """The rectangle of a form field."""

    name: str
    box: Box


class Mark(NamedTuple):
    """A piece of marked content: the number of its page, from 1, and its number there."""

    page: int
    number: int


@dataclass
class Element:
    """A tag of the structure tree, with the tags and marked contents in it, in reading order."""

    tag: str
    kids: list[Element | Mark] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Yield the element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    def marks(self) -> Iterator[Mark]:
        """Yield the marked contents of the element and of all below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            else:
                yield kid

    def found(self, *tags: str) -> list[Element]:
        """Return the elements below with one of the tags, in reading order."""
        return [element for element in self.elements() if element.tag in tags]


@dataclass
class Page:
    """What is painted on a page, and its form fields.

    `lines` are the blocks of lines to write on, each a list of its lines; `ruled` are the boxes
    around them, and around areas that are filled with lines.
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    shapes: list[Shape]
    fields: list[Field]
    ruled: list[Box]
    lines: list[list[Box]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All text of the page, running heads included, normalised as `squeezed` does."""
        return squeezed("".join(glyph.text for run in self.runs for glyph in run.glyphs))

    def fault(self, box: Box, text: str) -> str:
        """Return the message of a fault at the top left corner of a box."""
        left, top = round(box.x0 / MM), round(box.top / MM)
        return f"page {self.number}, {left} mm from the left, {top} mm from the top: {text}"


@dataclass
class Pdf:
    """A PDF that was read: its pages, its structure tree and its fonts."""

    pages: list[Page]
    tree: Element
    fonts: dict[str, bool]

    @cached_property
    def body(self) -> set[Mark]:
        """The marked contents that the structure tree names: all but running heads and the like."""
        return set(self.tree.marks())

    @cached_property
    def figures(self) -> set[Mark]:
        """The marked contents of figures."""
        return {mark for figure in self.tree.found("Figure") for mark in figure.marks()}

    @cached_property
    def runs(self) -> dict[Mark, list[Run]]:
        """The runs of each marked content."""
        runs = defaultdict(list)
        for page in self.pages:
            for run in page.runs:
                if run.mark is not None:
                    runs[Mark(page.number, run.mark)].append(run)
        return runs

    @cached_property
    def text_and_pages(self) -> tuple[str, list[int]]:
        """The text of the body, normalised as `squeezed` does, and the page of each character."""
        text, pages = "", []
        for mark in self.tree.marks():
            runs = self.runs.get(mark, ())
            words = squeezed("".join(glyph.text for run in runs for glyph in run.glyphs))
            text += words
            pages += [mark.page] * len(words)
        return text, pages

    def text(self, element: Element) -> str:
        """Return the text of an element, normalised as `squeezed` does."""
        runs = (run for mark in element.marks() for run in self.runs.get(mark, ()))
        return squeezed("".join(glyph.text for run in runs for glyph in run.glyphs))

    def words(self, element: Element) -> str:
        """Return the text of an element, with a space between its lines."""
        runs = (run.text for mark in element.marks() for run in self.runs.get(mark, ()))
        return " ".join(runs)

    def is_body(self, page: Page, item: Run | Shape) -> bool:
        """Tell whether an item is part of the text, not a running head or an ornament."""
        return item.mark is not None and Mark(page.number, item.mark) in self.body

    def is_figure(self, page: Page, item: Run | Shape) -> bool:
        """Tell whether an item is part of a figure."""
        return item.mark is not None and Mark(page.number, item.mark) in self.figures

    def body_boxes(self, page: Page) -> Iterator[tuple[Box, int | None]]:
        """Yield the box of everything in the body of a page, with its marked content if any."""
        items: list[Run | Shape] = [*page.runs, *page.shapes]
        for item in items:
            if self.is_body(page, item):
                yield item.box, item.mark
        for box in (*page.ruled, *(form_field.box for form_field in page.fields)):
            yield box, None


# Reading


@lru_cache(maxsize=2)
def read(path: Path) -> Pdf:
    """Read a PDF; the last two that were read are kept."""
    with pdfplumber.open(path) as pdf:
        numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
        pages = []
        for page in pdf.pages:
            pages.append(read_page(page))
            page.close()
        root = resolve1(pdf.doc.catalog.get("StructTreeRoot", {}))
        return Pdf(pages, read_element(root, numbers, 0), read_fonts(pdf.doc))


def read_page(page: PlumberPage) -> Page:
    """Return what is painted on a page, and its form fields."""
    width, height = float(page.width), float(page.height)
    result = Page(page.page_number, width, height, [], [], read_fields(page, height), [])
    patterns = writing_patterns(page)
    before: LTChar | None = None
    for order, item in enumerate(leaves(page.layout)):
        if isinstance(item, LTChar):
            glyph = read_glyph(item, height)
            if before is None or not follows(before, item):
                result.runs.append(read_run(item, order))
            result.runs[-1].glyphs.append(glyph)
            before = item
        elif isinstance(item, LTCurve) and is_filled_with(item, patterns):
            result.ruled.append(flipped(item, height))
        elif isinstance(item, LTCurve | LTImage):
            result.shapes.append(read_shape(item, height, order))
    result.runs = [run for run in result.runs if run.text]
    result.lines = writing_lines(result)
    result.ruled += map(union, result.lines)
    return result


def is_filled_with(item: LTCurve, patterns: set[str]) -> bool:
    """Tell whether a shape that is no part of a figure is filled with one of the patterns."""
    return bool(item.fill) and mark_of(item) is None and item.non_stroking_color in patterns


def leaves(container: LTContainer[Any]) -> Iterator[LTComponent]:
    """Yield what is painted, in the order of painting."""
    for item in container:
        if isinstance(item, LTContainer):
            yield from leaves(item)
        else:
            yield item


def flipped(item: LTComponent, height: float) -> Box:
    """Return the box of an item of pdfminer, measured from the top of the page."""
    return Box(item.x0, height - item.y1, item.x1, height - item.y0)


def mark_of(item: LTComponent) -> int | None:
    """Return the number of the marked content that an item is in, if it is in one."""
    return getattr(item, "mcid", None)


def read_glyph(char: LTChar, height: float) -> Glyph:
    """Return a character with its ink: from the baseline up, by the kind of letter."""
    text = char.get_text()
    size = size_of(char)
    high, low = 0.47, 0.03
    if any(letter.isupper() or letter.isdigit() or letter in "bdfhklt" for letter in text):
        high = 0.67
    if any(letter in "gjpqyQ,;()[]{}" for letter in text):
        low = -0.17
    if text in (".", "…", "_"):
        high = 0.12
    return Glyph(text, part(char, size, low, high, height), part(char, size, 0.08, 0.45, height))


def size_of(char: LTChar) -> float:
    """Return the size of a character's font on the page, turned or not, in points."""
    a, b = char.matrix[:2]
    scale = math.hypot(a, b) or 1.0
    # The box around the turned rectangle of advance and size is as wide and high as this says.
    return (char.width + char.height) * scale / (abs(a) + abs(b)) - char.adv * scale


def part(char: LTChar, size: float, low: float, high: float, height: float) -> Box:
    """Return the middle of a character's width between two heights over its baseline.

    Arguments:
        char: the character.
        size: the size of its font on the page, in points.
        low: lower end, as a share of the size; negative is below the baseline.
        high: upper end, as a share of the size.
        height: of the page, in points.
    """
    a, b, c, d, x, y = char.matrix
    up = math.hypot(c, d) or 1.0
    xs, ys = [], []
    for distance in (0.15 * char.adv, 0.85 * char.adv):
        for share in (low, high):
            xs.append(x + a * distance + c / up * size * share)
            ys.append(y + b * distance + d / up * size * share)
    return Box(min(xs), height - max(ys), max(xs), height - min(ys))


def follows(before: LTChar, char: LTChar) -> bool:
    """Tell whether a character continues the run of the one painted before."""
    if mark_of(before) != mark_of(char) or before.fontname != char.fontname:
        return False
    if before.matrix[:4] != char.matrix[:4] or before.size != char.size:
        return False
    # Kerning moves letters together: a full stop under the arm of a Y.
    near = -0.4 < (char.x0 - before.x1) / char.size < 2
    same_line = abs(before.y0 - char.y0) < 0.1 and near
    return same_line or not char.upright


def read_run(first: LTChar, order: int) -> Run:
    """Return a run that has no characters yet, as its first character tells."""
    turned = first.matrix[1] != 0
    return Run([], mark_of(first), turned, size_of(first), first.graphicstate.ncolor, order)


def union(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


def read_shape(item: LTCurve | LTImage, height: float, order: int) -> Shape:
    """Return a shape; a drawn line is as thick as its stroke."""
    box = flipped(item, height)
    if isinstance(item, LTImage):
        return Shape(box, mark_of(item), True, False, 1.0, order, True)
    if item.stroke:
        half = (item.linewidth or 0) / 2
        box = Box(box.x0 - half, box.top - half, box.x1 + half, box.bottom + half)
    colour = item.non_stroking_color if item.fill else item.stroking_color
    if isinstance(colour, str):
        # The name of a pattern: what it draws is not known, so it counts as white.
        colour = 1.0
    even_odd = bool(item.evenodd and item.fill)
    return Shape(box, mark_of(item), bool(item.fill), even_odd, colour, order, False)


def inner_edges(page: Page) -> dict[int, Box]:
    """Return the inner edge of each frame, by the order of its outer edge.

    A frame is drawn as two shapes, one after the other, with nothing filled where both are.
    """
    result = {}
    before: Shape | None = None
    for shape in page.shapes:
        if before is None or not shape.even_odd or shape.order != before.order + 1:
            before = shape if shape.even_odd else None
            continue
        if within(before.box, shape.box):
            result[shape.order] = before.box
        elif within(shape.box, before.box):
            result[before.order] = shape.box
        before = None
    return result


def writing_lines(page: Page) -> list[list[Box]]:
    """Return the blocks of lines that are boxes with a lower edge alone, one below the other.

    They are of one size, and at least one of them is empty; else they are a list with lines
    between its items.
    """
    inner = inner_edges(page)
    stacks: list[list[Box]] = []
    for shape in page.shapes:
        if shape.order not in inner or not is_writing_line(shape.box, inner[shape.order]):
            continue
        if stacks and is_next_line(stacks[-1][-1], shape.box):
            stacks[-1].append(shape.box)
        else:
            stacks.append([shape.box])
    return [
        stack
        for stack in stacks
        if len(stack) > 1
        and not all(any(line.meets(run.box) for run in page.runs) for line in stack)
    ]


def is_writing_line(outer: Box, inner: Box) -> bool:
    """Tell whether a frame has a lower edge alone, and room for handwriting over it."""
    sides = (inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1)
    return max(sides) < 0.01 and inner.bottom - inner.top >= WRITING


def is_next_line(line: Box, below: Box) -> bool:
    """Tell whether a box lies directly below another, and is of its size."""
    shift = below.top - line.top
    moved = Box(line.x0, line.top + shift, line.x1, line.bottom + shift)
    same_size = max(abs(one - other) for one, other in zip(moved, below, strict=True)) < TOUCH
    return same_size and abs(below.top - line.bottom) < TOUCH


def read_fields(page: PlumberPage, height: float) -> list[Field]:
    """Return the form fields of a page."""
    fields = []
    for reference in resolve1(page.page_obj.annots) or []:
        annotation = resolve1(reference)
        if name_of(annotation.get("Subtype")) == "Widget":
            x0, y0, x1, y1 = (float(resolve1(number)) for number in resolve1(annotation["Rect"]))
            box = Box(min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))
            fields.append(Field(field_name(annotation), box))
    return fields


def field_name(annotation: dict[str, Any]) -> str:
    """Return the name of a form field, which may be its parent's."""
    while "T" not in annotation and "Parent" in annotation:
        annotation = resolve1(annotation["Parent"])
    name: bytes = resolve1(annotation.get("T", b"without a name"))
    return name.decode("utf-16" if name.startswith(b"\xfe\xff") else "latin-1")


def name_of(value: object) -> str:
    """Return a name of the PDF as a string, empty if it is none."""
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""


def writing_patterns(page: PlumberPage) -> set[str]:
    """Return the names of the page's patterns that are lines to write on."""
    patterns = resolve1(resolve1(page.page_obj.resources).get("Pattern")) or {}
    names = set()
    for name, reference in patterns.items():
        pattern = resolve1(reference)
        step = getattr(pattern, "attrs", {}).get("YStep", 0)
        matrix = resolve1(getattr(pattern, "attrs", {}).get("Matrix", [1, 0, 0, 1, 0, 0]))
        if abs(step * matrix[3]) >= WRITING:
            names.add(name)
    return names


def read_element(source: dict[str, Any], pages: dict[object, int], page: int) -> Element:
    """Return an element of the structure tree with all below it.

    Arguments:
        source: the element's dictionary.
        pages: the number of each page, by the number of its object.
        page: the number of the page of the element above.
    """
    page = page_of(source, pages, page)
    element = Element(name_of(source.get("S")))
    kids = resolve1(source.get("K", []))
    for kid in kids if isinstance(kids, list) else [kids]:
        value = resolve1(kid)
        if isinstance(value, int):
            element.kids.append(Mark(page, value))
        elif "MCID" in value:
            element.kids.append(Mark(page_of(value, pages, page), value["MCID"]))
        elif "Obj" not in value:
            element.kids.append(read_element(value, pages, page))
    return element


def page_of(source: dict[str, Any], pages: dict[object, int], page: int) -> int:
    """Return the number of the page that a dictionary names, else the one given."""
    reference = source.get("Pg")
    return pages.get(reference.objid, page) if isinstance(reference, PDFObjRef) else page


def read_fonts(document: PDFDocument) -> dict[str, bool]:
    """Return the name of every font, and whether it is embedded."""
    fonts: dict[str, bool] = {}
    for number in {number for xref in document.xrefs for number in xref.get_objids()}:
        font = document.getobj(number)
        if not isinstance(font, dict) or name_of(font.get("Type")) != "Font":
            continue
        # A Type0 font is a shell around one that says all this; a Type3 font is drawn in the PDF.
        if name_of(font.get("Subtype")) not in ("Type0", "Type3"):
            descriptor = resolve1(font.get("FontDescriptor", {}))
            embedded = not {"FontFile", "FontFile2", "FontFile3"}.isdisjoint(descriptor)
            name = re.sub(r"^[A-Z]{6}\+", "", name_of(font.get("BaseFont")))
            fonts[name] = fonts.get(name, True) and embedded
    return fonts


# Checks


def outside_page(pdf: Path, margin_mm: float) -> list[str]:
    """Find what crosses the page's edge, and text nearer to the edge than a margin.

    Arguments:
        pdf: the file.
        margin_mm: the width of the strip along every edge that has no text, in millimetres.
    """
    faults = []
    for page in read(pdf).pages:
        edge, near = inset(page, -TOUCH), inset(page, margin_mm * MM)
        for run in page.runs:
            if not within(run.box, edge):
                faults.append(page.fault(run.box, f"{shown(run)} crosses the page's edge"))
            elif not within(run.box, near):
                what = f"{shown(run)} is nearer to the page's edge than {margin_mm:g} mm"
                faults.append(page.fault(run.box, what))
        others = [("an image or shape", shape.box) for shape in page.shapes]
        others += [("a block of writing lines", box) for box in page.ruled]
        others += [(f"the field “{field.name}”", field.box) for field in page.fields]
        for what, box in others:
            if not within(box, edge):
                faults.append(page.fault(box, f"{what} crosses the page's edge"))
    return faults


def inset(page: Page, distance: float) -> Box:
    """Return the page's box, made smaller by a distance in points on every side."""
    return Box(distance, distance, page.width - distance, page.height - distance)


def within(box: Box, outer: Box) -> bool:
    """Tell whether a box lies in another, edges included."""
    return (
        box.x0 >= outer.x0
        and box.top >= outer.top
        and box.x1 <= outer.x1
        and box.bottom <= outer.bottom
    )


def shown(run: Run) -> str:
    """Return the start of a run's text in quotation marks."""
    return quoted(run.text)


def quoted(text: str) -> str:
    """Return the start of a text in quotation marks."""
    return f"“{text if len(text) <= SHOWN else text[:SHOWN] + '…'}”"


def overlaps(pdf: Path) -> list[str]:
    """Find text on text, on figures, on drawn lines and on writing lines, and blocks on blocks.

    Blocks are form fields, figures and writing lines. Only the middle of each letter counts, up
    to the height of its kind, so that tight lines, superscripts and underlines are no faults.
    """
    layout = read(pdf)
    faults = []
    for page in layout.pages:
        strips = Strips(page.runs)
        faults += text_on_text(page, strips)
        faults += text_on_shapes(layout, page, strips)
        faults += text_on_blocks(page, strips)
        faults += blocks_on_blocks(layout, page)
    return faults


class Strips:
    """Runs by the strips of the page that they lie in, to find those near a box quickly."""

    HEIGHT = 20.0

    def __init__(self, runs: Iterable[Run]) -> None:
        """Sort runs into strips."""
        self.runs: dict[int, list[Run]] = defaultdict(list)
        for run in runs:
            for strip in self.strips(run.box):
                self.runs[strip].append(run)

    def strips(self, box: Box) -> range:
        """Return the numbers of the strips that a box lies in."""
        return range(int(box.top // self.HEIGHT), int(box.bottom // self.HEIGHT) + 1)

    def meeting(self, box: Box, touch: float = TOUCH) -> list[Run]:
        """Return the runs whose ink meets a box, each once, in the order of painting."""
        strips = self.strips(box)
        near = {run.order: run for strip in strips for run in self.runs.get(strip, ())}
        return [run for _, run in sorted(near.items()) if run.box.meets(box, touch)]


def text_on_text(page: Page, strips: Strips) -> list[str]:
    """Find letters on top of the letters of another run."""
    return [
        page.fault(run.box, f"{shown(other)} lies on {shown(run)}")
        for run in page.runs
        for other in strips.meeting(run.box)
        if other.order > run.order and letters_meet(run, other)
    ]


def letters_meet(run: Run, other: Run) -> bool:
    """Tell whether a letter of a run lies on one of another run."""
    theirs = [glyph.ink for glyph in other.glyphs if glyph.text.strip()]
    ours = (glyph.ink for glyph in run.glyphs if glyph.text.strip())
    return any(ink.meets(another) for ink in ours if ink.meets(other.box) for another in theirs)


def text_on_shapes(layout: Pdf, page: Page, strips: Strips) -> list[str]:
    """Find text on a figure it is no part of, on a drawn line, and text that a shape hides."""
    faults: dict[tuple[int, str], str] = {}
    for what, shape, boxes in marks_to_avoid(layout, page):
        for box in boxes:
            for run in strips.meeting(box):
                own = run.mark is not None and run.mark == shape.mark
                if not own and any(box.meets(middle) for middle in run.middles):
                    fault = page.fault(run.box, f"{shown(run)} lies on {what}")
                    faults.setdefault((run.order, what), fault)
    for shape in page.shapes:
        if shape.filled and not shape.even_odd and not shape.picture:
            for run in strips.meeting(shape.box):
                own = run.mark is not None and run.mark == shape.mark
                if (
                    not own
                    and shape.order > run.order
                    and any(shape.box.meets(middle) for middle in run.middles)
                ):
                    fault = page.fault(run.box, f"{shown(run)} is hidden by a filled shape")
                    faults.setdefault((run.order, "hidden"), fault)
    return list(faults.values())


def marks_to_avoid(layout: Pdf, page: Page) -> Iterator[tuple[str, Shape, list[Box]]]:
    """Yield each shape, what it is, and the parts of it that no text may lie on."""
    inner = inner_edges(page)
    for shape in page.shapes:
        box = shape.box
        if layout.is_figure(page, shape):
            yield "a figure", shape, [box]
        elif min(box.x1 - box.x0, box.bottom - box.top) < RULE:
            yield "a line", shape, [thickened(box)]
        elif shape.order in inner:
            yield "a frame", shape, bands(box, inner[shape.order])
        elif not shape.even_odd and not is_white(shape.colour):
            yield "the edge of an area", shape, bands(box, box)


def bands(outer: Box, inner: Box) -> list[Box]:
    """Return the four sides of a frame that have a width; for an area, its four edges."""
    sides = [
        Box(outer.x0, outer.top, inner.x0, outer.bottom),
        Box(inner.x1, outer.top, outer.x1, outer.bottom),
        Box(outer.x0, outer.top, outer.x1, inner.top),
        Box(outer.x0, inner.bottom, outer.x1, outer.bottom),
    ]
    area = outer == inner
    drawn = (side for side in sides if area or min(side.x1 - side.x0, side.bottom - side.top) > 0)
    return [thickened(side) for side in drawn]


def thickened(line: Box) -> Box:
    """Return the box of a line, made so thick that it can meet something."""
    return Box(line.x0 - TOUCH, line.top - TOUCH, line.x1 + TOUCH, line.bottom + TOUCH)


def text_on_blocks(page: Page, strips: Strips) -> list[str]:
    """Find text on writing lines and under form fields."""
    faults = [
        page.fault(run.box, f"{shown(run)} lies on writing lines")
        for box in page.ruled
        for run in strips.meeting(box, 1.0)
    ]
    faults += [
        page.fault(run.box, f"the field “{field.name}” lies on {shown(run)}")
        for field in page.fields
        for run in strips.meeting(field.box, 1.0)
    ]
    return faults


def blocks_on_blocks(layout: Pdf, page: Page) -> list[str]:
    """Find form fields, figures and writing lines on top of one another."""
    figures = defaultdict(list)
    items: list[Run | Shape] = [*page.shapes, *page.runs]
    for item in items:
        if layout.is_figure(page, item):
            figures[item.mark].append(item.box)
    blocks = [(f"the field “{field.name}”", field.box) for field in page.fields]
    blocks += [("a figure", union(boxes)) for boxes in figures.values()]
    blocks += [("a block of writing lines", box) for box in page.ruled]
    return [
        page.fault(one[1], f"{one[0]} and {other[0]} lie on one another")
        for one, other in combinations(blocks, 2)
        if one[1].meets(other[1], 1.0)
    ]


def stranded_headings(pdf: Path) -> list[str]:
    """Find headings, captions and head rows of tables with nothing below them on their page."""
    layout = read(pdf)
    heads = {mark: head for head in table_heads(layout.tree) for mark in head.marks()}
    faults = []
    for page in layout.pages:
        groups: dict[int, list[Box]] = defaultdict(list)
        below = [shape.box.top for shape in page.shapes if is_place_to_write(shape)]
        for box, mark in layout.body_boxes(page):
            head = heads.get(Mark(page.number, mark)) if mark is not None else None
            if head is None:
                below.append(box.top)
            else:
                groups[id(head)].append(box)
        names = {id(head): head for head in heads.values()}
        for key, boxes in groups.items():
            box = union(boxes)
            if not any(top > box.bottom - TOUCH for top in below):
                text = quoted(layout.words(names[key]))
                faults.append(page.fault(box, f"nothing follows {text} on its page"))
    return faults


def stranded_labels(pdf: Path) -> list[str]:
    """Find labels of list items, such as a bullet, whose words begin on the next page."""
    layout = read(pdf)
    faults = []
    for item in layout.tree.found("LI"):
        labels = [mark for label in item.found("Lbl") for mark in label.marks()]
        words = [mark for mark in item.marks() if mark not in labels and layout.runs.get(mark)]
        if labels and words and labels[0].page != words[0].page:
            text = quoted(layout.words(item))
            faults.append(f"page {labels[0].page}: nothing follows the label of {text} on its page")
    return faults


def table_heads(tree: Element) -> list[Element]:
    """Return the headings, and the captions and head rows of tables."""
    heads = tree.found(*HEADINGS)
    for table in tree.found("Table"):
        heads += table.found("Caption", "THead")
    return heads


def is_place_to_write(shape: Shape) -> bool:
    """Tell whether a shape is a frame or area that a line of handwriting has room in."""
    return shape.mark is None and shape.box.bottom - shape.box.top >= WRITING


def cut_rows(pdf: Path, rows: Iterable[str]) -> list[str]:
    """Find table rows that are not whole on one page.

    Arguments:
        pdf: the file.
        rows: the text of every row of the document, as `rows_of` returns it. The tags do not
            tell a row that goes on from the next row.
    """
    layout = read(pdf)
    printed = []
    faults = []
    for row in layout.tree.found("TR"):
        pages = sorted({mark.page for mark in row.marks()})
        if len(pages) > 1:
            text = quoted(layout.words(row))
            faults.append(f"page {pages[0]}: the row {text} goes on on page {pages[-1]}")
        elif pages:
            printed.append((layout.text(row), pages[0]))
    for row_text in rows:
        wanted = squeezed(row_text)
        if wanted and not any(is_in_order(wanted, text) for text, _ in printed):
            same, page = max(
                (common_start(wanted, text), page) for text, page in [*printed, ("", 0)]
            )
            place = f"page {page}: " if same else ""
            faults.append(f"{place}the row {quoted(row_text)} is not whole on one page")
    return faults


def is_in_order(wanted: str, text: str) -> bool:
    """Tell whether all characters occur in a text in their order, with others between them."""
    rest = iter(text)
    return len(wanted) <= len(text) and all(character in rest for character in wanted)


def common_start(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def rows_of(html: str) -> list[str]:
    """Return the text of each table row of a document."""
    rows = lxml_html.document_fromstring(html).iter("tr")
    cells = (["".join(map(str, cell.itertext())) for cell in row] for row in rows)
    return [" ".join(" ".join(texts).split()) for texts in cells]


def tables_without_head(pdf: Path) -> list[str]:
    """Find tables that go on on a page where their head row is not repeated.

    A table that goes on may be one table in the tags, or one on each page. Of the latter kind is
    a table without head and caption that begins a page, if the page before ends in a table with
    as many columns.
    """
    layout = read(pdf)
    first: dict[int, Mark] = {}
    last: dict[int, Mark] = {}
    for mark in layout.tree.marks():
        first.setdefault(mark.page, mark)
        last[mark.page] = mark
    faults = []
    ending: dict[int, tuple[str, int]] = {}
    for table in layout.tree.found("Table"):
        head = "".join(layout.text(part) for part in table.found("THead")[:1])
        marks = list(table.marks())
        columns = max((len(row.found("TH", "TD")) for row in table.found("TR")), default=0)
        pages = sorted({mark.page for mark in marks})
        continued = pages[1:]
        if pages and not head and not table.found("Caption") and first[pages[0]] == marks[0]:
            head, wide = ending.get(pages[0] - 1, ("", 0))
            if wide == columns:
                continued = pages
        for number in continued:
            page = layout.pages[number - 1]
            boxes = [run.box for mark in body_marks(table, number) for run in layout.runs[mark]]
            if boxes and head not in text_above(page, union(boxes).top):
                faults.append(page.fault(union(boxes), "a table goes on without its head row"))
        if pages and last[pages[-1]] == marks[-1]:
            ending[pages[-1]] = head, columns
    return faults


def body_marks(table: Element, page: int) -> list[Mark]:
    """Return the marked contents of a table on a page, without its head."""
    head = {mark for part in table.found("THead") for mark in part.marks()}
    return [mark for mark in table.marks() if mark.page == page and mark not in head]


def text_above(page: Page, top: float) -> str:
    """Return all text above a height on a page, running heads included, normalised."""
    runs = (run for run in page.runs if run.box.bottom <= top + TOUCH)
    return squeezed("".join(glyph.text for run in runs for glyph in run.glyphs))


def missing_text(pdf: Path, fragments: Sequence[str]) -> list[str]:
    """Find fragments that do not occur in the PDF's text as often as in the document.

    Spaces, line ends, hyphens and ligatures do not count; running heads are left out.

    Arguments:
        pdf: the file.
        fragments: pieces of text, as `fragments_of` returns them.
    """
    layout = read(pdf)
    text = layout.text(layout.tree)
    faults = []
    shown_as = {squeezed(fragment): fragment for fragment in fragments if squeezed(fragment)}
    wanted = Counter(squeezed(fragment) for fragment in fragments if squeezed(fragment))
    for fragment, times in wanted.items():
        found = text.count(fragment)
        if not found:
            faults.append(f"{quoted(shown_as[fragment])} is missing")
        elif found < times:
            faults.append(f"{quoted(shown_as[fragment])} occurs {found} of {times} times")
    return faults


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and invisible characters, its ligatures dissolved."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\-\u2010\u2011\u00ad\u200b-\u200f\u2060\ufeff]", "", plain)


def fragments_of(html: str) -> list[str]:
    """Return the text of each block of a document that has text of its own, in order.

    A block is any element that is not plainly inline; its text goes up to the next block in it.
    Texts of figures are among them; what is never printed, such as their titles, is not.
    """
    fragments = [""]
    for piece in pieces(lxml_html.document_fromstring(html)):
        if piece is None:
            fragments.append("")
        else:
            fragments[-1] += piece
    return [" ".join(fragment.split()) for fragment in fragments if squeezed(fragment)]


def pieces(element: lxml_html.HtmlElement) -> Iterator[str | None]:
    """Yield the texts in an element, and None where a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in UNPRINTED:
        return
    block = element.tag not in INLINE or "class" in element.attrib
    if block:
        yield None
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield child.tail or ""
    if block:
        yield None


def embedded_fonts(pdf: Path) -> set[str]:
    """Return the names of the fonts that are embedded, without the prefix of a subset."""
    return {name for name, embedded in read(pdf).fonts.items() if embedded}


def fonts_not_embedded(pdf: Path) -> list[str]:
    """Find fonts that are not embedded."""
    fonts = read(pdf).fonts
    return [f"the font {name} is not embedded" for name in sorted(fonts) if not fonts[name]]


def not_printed_black(pdf: Path) -> list[str]:
    """Find text whose contrast to the area it lies on, or to white paper, is under 4.5:1.

    Source: WCAG 2.2, success criterion 1.4.3 and the definition of contrast ratio.
    """
    faults = []
    for page in read(pdf).pages:
        for run in page.runs:
            ratio = contrast(luminance(run.colour), luminance(ground(page, run)))
            if ratio < 4.5:
                faults.append(page.fault(run.box, f"{shown(run)} has a contrast of {ratio:.1f}:1"))
    return faults


def ground(page: Page, run: Run) -> Any:
    """Return the colour of the last area painted under a run; white if there is none."""
    x, y = (run.box.x0 + run.box.x1) / 2, (run.box.top + run.box.bottom) / 2
    areas = (shape for shape in page.shapes if shape.filled and not shape.even_odd)
    under = [shape for shape in areas if shape.order < run.order and shape.box.holds(x, y)]
    return under[-1].colour if under else 1.0


def is_white(colour: Any) -> bool:
    """Tell whether a colour is that of the paper."""
    return luminance(colour) > 0.99


def luminance(colour: Any) -> float:
    """Return the relative luminance, 0 to 1, of a colour in grey, RGB or CMYK parts of 1.

    Source: WCAG 2.2, definition of relative luminance.
    """
    parts = [float(part) for part in (colour if isinstance(colour, tuple) else (colour,))]
    if len(parts) == 4:
        parts = [(1 - ink) * (1 - parts[3]) for ink in parts[:3]]
    red, green, blue = (parts * 3)[:3] if len(parts) == 1 else parts
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    """Return the contrast ratio of two luminances, 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def empty_pages(pdf: Path) -> list[str]:
    """Find pages with no body at all."""
    layout = read(pdf)
    return [
        f"page {page.number} is empty"
        for page in layout.pages
        if not any(True for _ in layout.body_boxes(page))
    ]


def nearly_empty_pages(pdf: Path, share: float) -> list[str]:
    """Find pages whose body ends high up, for a person to look at.

    Arguments:
        pdf: the file.
        share: of the page's height, 0 to 1; a page whose body ends above it is reported.
    """
    layout = read(pdf)
    faults = []
    for page in layout.pages:
        end = max((box.bottom for box, _ in layout.body_boxes(page)), default=0.0) / page.height
        if 0 < end < share:
            faults.append(f"page {page.number}: the body ends at {end:.0%} of the height")
    return faults
