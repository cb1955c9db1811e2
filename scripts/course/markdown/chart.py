"""Chart: horizontal bars on one scale from 0 to 100%, drawn from a data file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, options
from course.markdown.chart_data import Bar, read_bars
from course.markdown.items import block_line
from course.markdown.page import current, log

Point = tuple[float, float]

# The measures of the drawn figures, so that all figures of the course look alike.
SIZE = 16  # of the type
LINE = 22  # from one line of text to the next
LEFT, WIDTH = 12, 340  # of the scale
HEIGHT = 24  # of a bar
SPACE = 24  # between bars
STROKE = {"stroke": "#5a636b", "stroke-width": "2"}
# The colours for where there is no style sheet.
BOXES = {"node": {"fill": "#faf9f6", **STROKE}, "soft": {"fill": "#5a636b"}, "value": {}}
# About the width of a letter, to see whether words fit.
LETTER = 9
# The distance between hatching lines, and the length of an open end, which means no amount.
HATCHING = 8
OPEN = 34


class Chart(CourseBlock):
    """
    Chart.

    Arguments (1 required):
    - The title of the figure.

    Options:
    - `id` (string, required): unique on the page.
    - `data` (string, required): a CSV file with the columns of `course.markdown.chart_data`, by
      its path below `docs`.
    - `unit` (string, required): what the percentages are shares of; it stands below the scale.
    - `rest` (string): what the empty part of each bar is; it stands there where it fits.

    Content:
    The text alternative, in plain text.
    """

    NAME = "chart"
    ARGUMENT = True
    REQUIRED = ("id", "data", "unit")
    OPTIONS = options(*REQUIRED, "rest")

    def on_create(self, parent: Element) -> Element:
        """Create the picture with its name; the bars are drawn at the end."""
        id_ = self.options["id"]
        names = {name: f"{id_}-{name}" for name in ("title", "desc")}
        svg = SubElement(parent, "svg", {"xmlns": "http://www.w3.org/2000/svg", "id": id_})
        svg.set("class", "diagram chart")
        svg.set("role", "img")
        svg.set("aria-labelledby", " ".join(names.values()))
        svg.set("font-size", str(SIZE))
        svg.set("fill", "#1c2126")
        SubElement(svg, "title", {"id": names["title"]}).text = AtomicString(self.argument)
        self.description = SubElement(svg, "desc", {"id": names["desc"]})
        return svg

    def on_markdown(self) -> str:
        """Take the content as it stands: a text alternative holds no elements."""
        return "raw"

    def on_add(self, block: Element) -> Element:
        """Put the content into the text alternative."""
        return self.description

    def on_end(self, block: Element) -> None:
        """Draw the bars, or tell what is wrong with the data."""
        self.description.text = AtomicString(" ".join((self.description.text or "").split()))
        page = current(self.md)
        line, name = block_line(page, self.options["id"]), f'chart "{self.options["id"]}"'
        if not self.description.text:
            page.report(line, f"{name}: it has no text alternative", "say what the figure shows")
        path = page.docs / self.options["data"]
        file = f"{page.docs.name}/{self.options['data']}"
        if not path.is_file():
            page.report(line, f"{name}: there is no file {file}", "correct the option data")
            return
        bars, problems = read_bars(path, file)
        for problem in problems:
            log.warning("%s", problem)
        bottom = draw_bars(block, bars, self.options["rest"] or "")
        bottom = draw_scale(block, bottom, self.options["unit"])
        block.set("viewBox", f"{LEFT - 1} 0 {WIDTH + 2} {bottom}")


def draw_bars(svg: Element, bars: list[Bar], rest: str) -> int:
    """Draw the bars under one another, and return where they end."""
    top = 0
    for bar in bars:
        group = SubElement(svg, "g", {"class": "bar", "data-source": bar.source})
        draw_text(group, LEFT, top + SIZE, bar.label, bold=True)
        draw_text(group, at(bar.value), top + SIZE + LINE, bar.shown, anchor=anchor(bar.value))
        top += SIZE + LINE + 10
        draw_bar(group, bar, top, rest)
        top += HEIGHT
        for draw in notes(bar):
            top += LINE
            draw(group, bar, top - 3)
        top += SPACE
    return top


def draw_bar(parent: Element, bar: Bar, top: int, rest: str) -> None:
    """Draw a bar: its outline, what is sure, what is not, and the value."""
    start = at(bar.value if bar.low is None else bar.low)
    end = at(bar.value if bar.high is None else bar.high)
    draw_box(parent, "node", LEFT, top, WIDTH)
    if bar.open:
        end = min(start + OPEN, LEFT + WIDTH)
        draw_open_end(parent, start, end, top)
    elif end > start:
        corners = [(start, top), (end, top), (end, top + HEIGHT), (start, top + HEIGHT)]
        draw_line(parent, hatching(corners) + move(end, top, f"v{HEIGHT}"))
    # A second value is a gap in what is sure: it shows whatever the colours.
    gap = [] if bar.mark is None or at(bar.mark) > start else [at(bar.mark)]
    edges = [LEFT - 1, *gap, start + 1]
    for left, right in pairwise(edges):
        draw_box(parent, "soft", left + 1, top, right - left - 2)
    draw_box(parent, "value", at(bar.value) - 1.5, top - 5, 3, HEIGHT + 5)
    if len(rest) * LETTER < LEFT + WIDTH - end - 16:
        x = LEFT + WIDTH - 10
        draw_text(parent, x, top + HEIGHT / 2 + 5.5, rest, anchor="end", soft=True)


def draw_open_end(parent: Element, start: float, end: float, top: float) -> None:
    """Draw hatching that ends in an arrowhead: the value may be higher, nobody knows how much."""
    shoulder, middle, bottom = max(start, end - 10), top + HEIGHT / 2, top + HEIGHT
    corners = [(start, top), (shoulder, top), (end, middle), (shoulder, bottom), (start, bottom)]
    head = move(shoulder, top, f"L{number(end)} {number(middle)} {number(shoulder)} {bottom:g}")
    draw_line(parent, hatching(corners) + head)


def notes(bar: Bar) -> Iterator[Callable[[Element, Bar, float], None]]:
    """Yield how to draw each line of words below a bar."""
    if bar.low is not None:
        yield draw_range
    if bar.mark is not None:
        yield draw_mark
    if bar.note:
        yield draw_note


def draw_range(parent: Element, bar: Bar, y: float) -> None:
    """Write the ends of a range below them, apart from each other where they are near."""
    assert bar.low is not None
    assert bar.high is not None
    near = bar.high - bar.low < 12
    draw_text(parent, at(bar.low), y, f"{bar.low:g}", anchor="end" if near else "middle")
    draw_text(parent, at(bar.high), y, f"{bar.high:g}", anchor="start" if near else "middle")


def draw_mark(parent: Element, bar: Bar, y: float) -> None:
    """Lead a line from the second value to its words, on the side that has room."""
    assert bar.mark is not None
    lines = 1 if bar.low is None else 2
    draw_line(parent, move(at(bar.mark), y, f"v{4 - lines * LINE}"))
    side = 1 if bar.mark < 50 else -1
    side_anchor = "start" if side > 0 else "end"
    draw_text(parent, at(bar.mark) + 7 * side, y, bar.mark_shown, anchor=side_anchor)


def draw_note(parent: Element, bar: Bar, y: float) -> None:
    """Write the note."""
    draw_text(parent, LEFT, y, bar.note)


def draw_scale(svg: Element, top: int, unit: str) -> int:
    """Draw the scale below the bars, and return where it ends."""
    ticks = "".join(move(at(value), top, "v7") for value in (0, 50, 100))
    draw_line(svg, move(LEFT - 1, top, f"h{WIDTH + 2}") + ticks)
    for value, words, side in ((0, "0", "start"), (50, "50", "middle"), (100, "100%", "end")):
        draw_text(svg, at(value), top + 25, words, anchor=side)
    draw_text(svg, at(50), top + 25 + LINE, unit, anchor="middle", soft=True)
    return top + 25 + LINE + 8


def at(value: float) -> float:
    """Return the place of a percentage on the scale."""
    return LEFT + WIDTH * value / 100


def anchor(value: float) -> str:
    """Return the anchor that keeps words at a value inside the drawing."""
    return "start" if value < 20 else "end" if value > 80 else "middle"


def hatching(corners: Sequence[Point]) -> str:
    """Return parallel lines at 45° that fill a convex shape.

    On a line, x + y is the same everywhere; a convex shape is crossed by it twice or never.
    """
    sums = [x + y for x, y in corners]
    path = ""
    for level in range(int(min(sums)) + HATCHING, int(max(sums)) + 1, HATCHING):
        crossed = []
        for (x, y), (to_x, to_y) in pairwise([*corners, corners[0]]):
            if (x + y < level) != (to_x + to_y < level):
                part = (level - x - y) / (to_x + to_y - x - y)
                crossed.append((x + part * (to_x - x), y + part * (to_y - y)))
        (x, y), (to_x, to_y) = crossed
        path += move(x, y, f"L{number(to_x)} {number(to_y)}")
    return path


def move(x: float, y: float, then: str) -> str:
    """Return a part of a path that begins at a point."""
    return f"M{number(x)} {number(y)}{then}"


def number(value: float) -> str:
    """Return a coordinate, to a hundredth."""
    return f"{round(value, 2):g}"


def draw_box(
    parent: Element, kind: str, x: float, y: float, width: float, height: float = HEIGHT
) -> None:
    """Draw a rectangle of one of the kinds in `BOXES`."""
    place = {"x": x, "y": y, "width": max(width, 0), "height": height}
    attributes = {name: number(value) for name, value in place.items()}
    SubElement(parent, "rect", {"class": kind, **attributes, **BOXES[kind]})


def draw_line(parent: Element, path: str) -> None:
    """Draw lines."""
    SubElement(parent, "path", {"class": "flow", "fill": "none", **STROKE, "d": path})


def draw_text(
    parent: Element,
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    bold: bool = False,
    soft: bool = False,
) -> None:
    """Write words; what is soft is less important."""
    element = SubElement(parent, "text", {"x": number(x), "y": number(y)})
    if anchor != "start":
        element.set("text-anchor", anchor)
    if bold:
        element.set("font-weight", "700")
    if soft:
        element.set("class", "soft")
        element.set("fill", "#5a636b")
    element.text = AtomicString(words)


class ChartExtension(BlocksExtension):
    """Chart Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Chart, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> ChartExtension:
    """Return extension."""
    return ChartExtension(*args, **kwargs)
