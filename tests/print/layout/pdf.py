"""A PDF as the checks see it: what is painted on its pages, and the tags of that.

It is read with pdfplumber and pypdf, which know nothing of the library that wrote it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pypdf
from lxml import etree
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage

from tests.print.layout.texts import squeezed

MM = 72 / 25.4
# Two things that overlap by less than this touch, and do not lie on one another.
TOUCH = 0.3
# A box that is at least this high has room for a line of handwriting.
WRITING = 5 * MM

# An element of lxml. Its name is that of the tag, or `mark` for a marked content with its text;
# `page` is the page it begins on, and `target` what a link leads to.
Tag = Any


class Box(NamedTuple):
    """A rectangle, in points (1/72 inch) from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def grown(self, by: float) -> Box:
        """Return the box with every side moved outwards, or inwards if `by` is negative."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def within(self, outer: Box) -> bool:
        """Tell whether the box lies in another, edges included."""
        return union((self, outer)) == outer

    def meets(self, other: Box, touch: float = TOUCH) -> bool:
        """Tell whether the two share more than `touch` points in both directions."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > touch and down > touch


def union(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


@dataclass
class Run:
    """Characters of one line, tag, font and colour, painted one after another.

    `inks` are where the ink of its letters is, as far as the kind of letter tells; `order` counts
    what is painted on the page.
    """

    tag: Tag
    size: float
    colour: Any
    order: int
    baseline: float
    text: str = ""
    inks: list[Box] = field(default_factory=list)

    @cached_property
    def box(self) -> Box:
        """The box around the ink."""
        return union(self.inks)

    @cached_property
    def core(self) -> Box:
        """What nothing may cross: the line, as high as its small letters."""
        low, high = self.baseline - 0.08 * self.size, self.baseline - 0.45 * self.size
        return self.box._replace(top=high, bottom=low)


class Shape(NamedTuple):
    """A rectangle, line, curve or picture. A frame is two, of which neither is filled."""

    box: Box
    tag: Tag
    filled: bool
    colour: Any
    order: int
    picture: bool = False


@dataclass
class Page:
    """What is painted on a page, and the boxes of its form fields by their names."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    fields: list[tuple[str, Box]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All text of the page, running heads included, as `squeezed` returns it."""
        return squeezed("".join(run.text for run in self.runs))

    @cached_property
    def lines(self) -> list[Box]:
        """The lines to write on: frames with a lower edge alone, one right below the other.

        The ground of a field hides those that are in it.
        """
        boxes = [
            outer.box
            for inner, outer in pairwise(self.shapes)
            if inner.box[:3] == outer.box[:3] and inner.box.bottom < outer.box.bottom
            if inner.box.bottom - inner.box.top > WRITING and not outer.filled
        ]
        return [
            box
            for box in boxes
            if any(box.grown(TOUCH).meets(other, 0) for other in boxes if other is not box)
            if not any(box.within(field.grown(TOUCH)) for _, field in self.fields)
        ]

    @cached_property
    def body(self) -> list[Box]:
        """The boxes of what has a tag or is to be written on: all but running heads."""
        tagged = [item.box for item in self.items if item.tag is not None]
        return [*tagged, *self.lines, *(box for _, box in self.fields)]

    @property
    def items(self) -> list[Run | Shape]:
        """All that is painted."""
        return [*self.runs, *self.shapes]

    def fault(self, box: Box, text: str) -> str:
        """Return the message of a fault at the top left corner of a box."""
        left, top = round(box.x0 / MM), round(box.top / MM)
        return f"page {self.number}, {left} mm from the left, {top} mm from the top: {text}"


@dataclass
class Pdf:
    """A PDF: its pages, and the tree of its tags."""

    pages: list[Page]
    tags: Tag

    @cached_property
    def text_and_pages(self) -> tuple[str, list[int]]:
        """The text of the body as `squeezed` returns it, and the page of each character."""
        marks = [
            (squeezed(mark.text or ""), int(mark.get("page"))) for mark in self.tags.iter("mark")
        ]
        return "".join(text for text, _ in marks), [page for text, page in marks for _ in text]


def words(tag: Tag) -> str:
    """Return the text of a tag, a space between its lines."""
    return " ".join(tag.itertext())


@lru_cache(maxsize=2)
def read(path: Path) -> Pdf:
    """Read a PDF; the last two that were read are kept."""
    reader = pypdf.PdfReader(path)
    numbers = {page.indirect_reference: str(at) for at, page in enumerate(reader.pages, 1)}
    tags = etree.Element("Root", page="0")
    marks: dict[Any, Tag] = {}
    read_tags(reader.root_object.get("/StructTreeRoot", {}), tags, numbers, marks)
    pages = []
    with pdfplumber.open(path) as pdf:
        for page, source in zip(pdf.pages, reader.pages, strict=True):
            pages.append(Page(page.page_number, float(page.width), float(page.height)))
            read_painted(pages[-1], page.layout, marks)
            read_fields(pages[-1], source)
            page.close()
    return Pdf(pages, tags)


def read_tags(source: Any, tag: Tag, pages: dict[Any, str], marks: dict[Any, Tag]) -> None:
    """Put what is in a tag of the PDF into an element; the text of the marks is not known yet."""
    kids = source.get("/K", pypdf.generic.ArrayObject()).get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        kid = {"/MCID": kid} if isinstance(kid, int) else kid
        page = pages.get(kid.get("/Pg"), tag.get("page"))
        if "/MCID" in kid:
            marks[int(page), kid["/MCID"]] = etree.SubElement(tag, "mark", page=page)
        elif "/Obj" not in kid:
            read_tags(kid, etree.SubElement(tag, kid["/S"][1:], page=page), pages, marks)
        elif kid["/Obj"]["/Subtype"] == "/Link":
            link = kid["/Obj"]
            tag.set("target", str(link["/Dest"] if "/Dest" in link else link["/A"]["/URI"]))


def read_painted(page: Page, layout: LTContainer[Any], marks: dict[Any, Tag]) -> None:
    """Read what is painted on a page, in the order of painting, and the text of its tags."""
    before: LTChar | None = None
    for order, item in enumerate(leaves(layout)):
        tag = marks.get((page.number, getattr(item, "mcid", None)))
        edges = (item.x0, page.height - item.y1, item.x1, page.height - item.y0)
        box = Box(*(round(edge, 3) for edge in edges))
        if isinstance(item, LTChar):
            assert item.upright, "turned text is not read"
            if before is None or page.runs[-1].tag is not tag or not follows(before, item):
                ink, baseline = item.graphicstate.ncolor, page.height - item.matrix[5]
                page.runs.append(Run(tag, item.size, ink, order, baseline))
            add_letter(page.runs[-1], unicodedata.normalize("NFKC", item.get_text()), box)
            before = item
        elif isinstance(item, LTImage):
            page.shapes.append(Shape(box, tag, True, 1.0, order, picture=True))
        elif isinstance(item, LTCurve):
            # A drawn line is as thick as its stroke.
            box = box.grown((item.linewidth or 0) / 2 if item.stroke else 0)
            colour: Any = item.non_stroking_color if item.fill else item.stroking_color
            filled = bool(item.fill and not item.evenodd)
            page.shapes.append(Shape(box, tag, filled, colour, order))
    page.runs = [run for run in page.runs if run.inks]
    for run in page.runs:
        run.text = run.text.strip()
        if run.tag is not None:
            run.tag.text = f"{run.tag.text or ''} {run.text}".strip()


def leaves(item: LTComponent) -> Iterator[LTComponent]:
    """Yield what is painted, in the order of painting."""
    yield from chain.from_iterable(map(leaves, item)) if isinstance(item, LTContainer) else [item]


def follows(before: LTChar, char: LTChar) -> bool:
    """Tell whether a character continues the run of the one painted before."""
    looks = [(each.fontname, each.size, each.graphicstate.ncolor) for each in (before, char)]
    # Kerning moves letters together: a full stop under the arm of a Y.
    near = -0.4 < (char.x0 - before.x1) / char.size < 2
    return looks[0] == looks[1] and near and abs(char.y0 - before.y0) < 0.1


def add_letter(run: Run, text: str, box: Box) -> None:
    """Add a character to a run, and its ink: from the baseline up, by the kind of letter."""
    run.text += text
    high, low = 0.47, 0.03
    if any(letter.isupper() or letter.isdigit() or letter in "bdfhklt" for letter in text):
        high = 0.67
    if any(letter in "gjpqyQ,;()[]{}" for letter in text):
        low = -0.17
    if text in (".", "...", "_"):
        high = 0.12
    if text.strip():
        side = 0.15 * (box.x1 - box.x0)
        top, bottom = run.baseline - high * run.size, run.baseline - low * run.size
        run.inks.append(Box(box.x0 + side, top, box.x1 - side, bottom))


def read_fields(page: Page, source: pypdf.PageObject) -> None:
    """Read the form fields of a page, whose corner may be anywhere (ISO 32000-1, 14.11.2)."""
    left, top = float(source.mediabox.left), float(source.mediabox.top)
    for annotation in (each.get_object() for each in source.annotations or []):
        if annotation["/Subtype"] == "/Widget":
            numbers = [float(number) for number in annotation["/Rect"]]
            (x0, x1), (low, high) = sorted(numbers[::2]), sorted(numbers[1::2])
            # The buttons of a choice have the name of their parent.
            name = annotation.get("/T") or annotation["/Parent"]["/T"]
            page.fields.append((str(name), Box(x0 - left, top - high, x1 - left, top - low)))
