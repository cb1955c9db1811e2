"""Finds what is outside the page, on something else, alone, cut, missing or too pale."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from lxml.html import HtmlElement

from tests.print.layout.pdf import MM, TOUCH, WRITING, Box, Page, Pdf, Shape, Tag, union, words
from tests.print.layout.texts import fragments_of, quoted, squeezed

# A shape thinner than this is a line, not an area.
LINE = 2.0
# What something must follow on its page.
HEADS = "//H | //H1 | //H2 | //H3 | //H4 | //H5 | //H6 | //Table//Caption | //Table//THead"


def outside_page(pdf: Pdf, margin_mm: float) -> list[str]:
    """Find text nearer to the page's edge than a margin, and what else crosses the edge."""
    faults = []
    for page in pdf.pages:
        paper = Box(0, 0, page.width, page.height)
        things = [(quoted(run.text), run.box, margin_mm) for run in page.runs]
        # What covers all of the paper is its ground, of which some is cut off.
        shapes = (shape.box for shape in page.shapes)
        things += [("a shape", box, 0) for box in shapes if not paper.within(box)]
        things += [(f"the field “{name}”", box, 0) for name, box in page.fields]
        faults += [
            page.fault(box, f"{what} is nearer to the page's edge than {margin:g} mm")
            for what, box, margin in things
            if not box.within(paper.grown(TOUCH - margin * MM))
        ]
    return faults


def overlaps(pdf: Pdf) -> list[str]:
    """Find text on text, on drawings, fields and lines to write on, and these on one another.

    Of letters only the ink counts, as high as their kind is, so that tight lines, superscripts
    and underlines are no faults.
    """
    faults = []
    for page in pdf.pages:
        found = [*text_on_text(page), *text_on_shapes(page), *on_blocks(page)]
        faults += [page.fault(box, what) for box, what in dict.fromkeys(found)]
    return faults


def text_on_text(page: Page) -> Iterator[tuple[Box, str]]:
    """Find letters on top of the letters of another run."""
    for run, other in combinations(page.runs, 2):
        near = run.box.meets(other.box)
        if near and any(one.meets(two) for one, two in product(run.inks, other.inks)):
            yield run.box, f"{quoted(other.text)} lies on {quoted(run.text)}"


def text_on_shapes(page: Page) -> Iterator[tuple[Box, str]]:
    """Find text on a figure it is no part of, on an edge or a line, and text that is hidden."""
    for shape in page.shapes:
        near = shape.box.grown(TOUCH)
        for run in page.runs:
            if not run.core.meets(near) or (run.tag is not None and run.tag is shape.tag):
                continue
            if what := crossed(shape, run.core):
                yield run.box, f"{quoted(run.text)} lies on {what}"
            if shape.filled and shape.order > run.order:
                yield run.box, f"{quoted(run.text)} is hidden by a filled shape"


def crossed(shape: Shape, core: Box) -> str:
    """Return what text crosses that meets a shape; nothing if it lies inside of it."""
    if is_figure(shape):
        return "a figure"
    if min(shape.box.x1 - shape.box.x0, shape.box.bottom - shape.box.top) < LINE:
        return "a line"
    inside = luminance(shape.colour) > 0.99 or core.within(shape.box.grown(TOUCH))
    return "" if inside else "an edge"


def is_figure(item: Any) -> bool:
    """Tell whether something is painted for a figure."""
    return item.tag is not None and bool(item.tag.xpath("ancestor::Figure"))


def on_blocks(page: Page) -> Iterator[tuple[Box, str]]:
    """Find text under fields and on lines to write on, and fields, lines and figures together."""
    blocks = [(f"the field “{name}”", box) for name, box in page.fields]
    blocks += [("a line to write on", line) for line in page.lines]
    for what, box in blocks:
        for run in (run for run in page.runs if run.box.meets(box, 1.0)):
            yield run.box, f"{what} lies on {quoted(run.text)}"
    figures = defaultdict(list)
    for item in filter(is_figure, page.items):
        figures[item.tag].append(item.box)
    blocks += [("a figure", union(boxes)) for boxes in figures.values()]
    for (what, box), (other, another) in combinations(blocks, 2):
        if box.meets(another, 1.0):
            yield box, f"{what} and {other} lie on one another"


def stranded_headings(pdf: Pdf) -> list[str]:
    """Find headings, captions and head rows of tables with nothing below them on their page."""
    heads = {mark: head for head in pdf.tags.xpath(HEADS) for mark in head.iter("mark")}
    faults = []
    for page in pdf.pages:
        below = [box.top for _, box in page.fields]
        found: dict[Tag, list[Box]] = defaultdict(list)
        for item in page.items:
            if item.tag in heads:
                found[heads[item.tag]].append(item.box)
            # What has no tag is a place to write, or else decoration.
            elif item.tag is not None or item.box.bottom - item.box.top >= WRITING:
                below.append(item.box.top)
        faults += [
            page.fault(union(boxes), f"nothing follows {quoted(words(head))} on its page")
            for head, boxes in found.items()
            if max(below, default=0) <= union(boxes).bottom - TOUCH
        ]
    return faults


def stranded_labels(pdf: Pdf) -> list[str]:
    """Find labels of list items, such as a bullet, whose words begin on the next page."""
    faults = []
    for item in pdf.tags.iter("LI"):
        labels = item.xpath(".//Lbl//mark/@page")
        texts = item.xpath(".//mark[not(ancestor::Lbl) and text()]/@page")
        if labels and texts and labels[0] != texts[0]:
            what = f"nothing follows the label of {quoted(words(item))} on its page"
            faults.append(f"page {labels[0]}: {what}")
    return faults


def cut_rows(pdf: Pdf, document: HtmlElement) -> list[str]:
    """Find table rows of a document that are whole on no page."""
    printed: dict[tuple[Tag, str], str] = defaultdict(str)
    for mark in pdf.tags.iterfind(".//TR//mark"):
        printed[next(mark.iterancestors("TR")), mark.get("page")] += squeezed(mark.text or "")
    rows = [fragments_of(row) for row in document.iter("tr")]
    return [
        f"the row {quoted(' '.join(row))} is not whole on one page"
        for row in rows
        if not any(all(squeezed(part) in text for part in row) for text in printed.values())
    ]


def tables_without_head(pdf: Pdf) -> list[str]:
    """Find tables that go on on a page where their head row is not repeated."""
    faults = []
    for table in pdf.tags.iter("Table"):
        head = squeezed("".join(table.xpath("THead[1]//text()")))
        marks = table.xpath(".//mark[not(ancestor::THead)]")
        for number in sorted({int(mark.get("page")) for mark in marks})[1:]:
            page = pdf.pages[number - 1]
            box = union(run.box for run in page.runs if run.tag in marks)
            above = (run.text for run in page.runs if run.box.bottom <= box.top + TOUCH)
            if head not in squeezed("".join(above)):
                faults.append(page.fault(box, "a table goes on without its head row"))
    return faults


def divided_heads(pdf: Pdf, document: HtmlElement) -> list[str]:
    """Find heads of columns of which a word goes on in the next line."""
    texts = (text for head in document.iter("th") for text in head.itertext())
    known = {word for text in texts for word in re.findall(r"\w+", text)}
    heads = [words(head) for head in pdf.tags.iterfind(".//THead//TH")]
    return [
        f"a word of the head {quoted(head)} is divided"
        for head in heads
        if not known.issuperset(re.findall(r"\w+", head))
    ]


def missing_text(pdf: Pdf, document: HtmlElement) -> list[str]:
    """Find texts that are not in the PDF, running heads aside, as often as in the document."""
    text, _ = pdf.text_and_pages
    names = {squeezed(fragment): quoted(fragment) for fragment in fragments_of(document)}
    wanted = Counter(map(squeezed, fragments_of(document)))
    return [
        f"{names[fragment]} occurs {text.count(fragment)} of {times} times"
        for fragment, times in wanted.items()
        if text.count(fragment) < times
    ]


def pale_text(pdf: Pdf) -> list[str]:
    """Find text whose contrast to the area it lies on, or to white paper, is under 4.5:1.

    Source: WCAG 2.2, success criterion 1.4.3 and the definitions it refers to.
    """
    faults = []
    for page in pdf.pages:
        areas = [shape for shape in page.shapes if shape.filled]
        for run in page.runs:
            under = [each for each in areas if each.order < run.order and run.core.meets(each.box)]
            ground = under[-1].colour if under else 1.0
            dark, light = sorted((luminance(run.colour), luminance(ground)))
            if (ratio := (light + 0.05) / (dark + 0.05)) < 4.5:
                what = f"{quoted(run.text)} has a contrast of {ratio:.1f}:1"
                faults.append(page.fault(run.box, what))
    return faults


def luminance(colour: Any) -> float:
    """Return the relative luminance, 0 to 1, of a colour in grey or RGB parts of 1."""
    parts = colour if isinstance(colour, tuple) else (colour,)
    if any(isinstance(part, str) for part in parts):
        # A pattern, such as the lines of a page for notes, is nearly white.
        return 1.0
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (parts if len(parts) == 3 else parts * 3)
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def blank(page: Page, top: float, bottom: float) -> float:
    """Return the share of a page's text block, from `top` to `bottom`, that is empty at its end."""
    ends = [box.bottom for box in page.body]
    # A ground, a frame or a row of a table has its lower edge below its words.
    ends += [shape.box.bottom for shape in page.shapes if shape.box.bottom <= bottom + TOUCH]
    return max(0.0, (bottom - max(ends, default=top)) / (bottom - top))


def broken_tables(pdf: Pdf) -> list[str]:
    """Find tables that begin on one page and end on another."""
    faults = []
    for table in pdf.tags.iter("Table"):
        pages = sorted({int(mark.get("page")) for mark in table.iter("mark")})
        if len(pages) > 1:
            faults.append(f"page {pages[0]}: the table {quoted(words(table)[:40])} is broken")
    return faults
