"""Frames: states of one chart, of which a reader chooses one; paper has them side by side.

Every state is drawn when the site is built, from a table in a CSV file. Radio buttons choose one by
a style sheet alone, and each is described by the sentence of its state, so a screen reader says it
when the state is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper
from course.blocks.items import Item, ItemsTreeprocessor, Mistake
from course.charts import KINDS
from course.charts.svg import canvas
from course.charts.table import RE_NUMBER, Table, Wrong, read_table
from course.marks.page import current
from course.model import Block, replace, text_of

# The folder beside a page in which its files are.
FOLDER = "figures"
FEWEST, MOST = 3, 7
# What a section says only until its states are drawn.
DRAWING = ("data-file", "data-up", "data-paper")


class Frames(CourseBlock):
    """
    Frames.

    Arguments (1 required):
    - The title, which asks what the states answer.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `data` (string, required): a CSV file in the folder `figures` beside the page; its head is the
      state, the point and a name for each series, and each row is a point of a state.
    - `kind` (string, required): `lines`, `ranks` (lines whose values are no more than an order),
      `dots` or `grid`.
    - `up` (string): what the lines count.
    - `paper` (string): the numbers of the states that paper shows, if not all.

    Content:
    Text, if need be; then a list of three to seven items, one for each state in the order of the
    file. Each begins with the name of the state in square brackets; the rest is its sentence.
    """

    NAME = "frames"
    ARGUMENT = True
    REQUIRED = ("id", "data", "kind")
    OPTIONAL = ("up", "paper")

    def on_create(self, parent: Element) -> Element:
        """Create the group of buttons, and a place for the content; the states follow later."""
        facts = {"data-chart": self.options["kind"], "data-file": self.options["data"]}
        facts |= {f"data-{name}": self.options[name] or "" for name in ("up", "paper")}
        section = self.element(parent, **facts)
        self.add_place(self.stem(section), "content")
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Leave the pictures that paper shows, each with its state and its sentence over it."""
        (frames,) = block.parts("frames")
        stills = E.div({"data-part": "stills"})
        for frame in frames.xpath("*[@data-still]"):
            (label,) = frame.xpath(".//label")
            (says,) = frame.xpath(".//*[@data-part='says']")
            says.insert(0, E.strong(f"{text_of(label)}:"))
            says[0].tail, says.text = f" {says.text or ''}", None
            stills.append(E.div({"data-part": "still"}, says, *frame.xpath(".//svg")))
        replace(frames, stills)
        # It stands as a figure does, and not as something to do.
        block.element.tag = "div"

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave the same as for paper."""
        Frames.on_paper(block, paper)


class FramesTreeprocessor(ItemsTreeprocessor):
    """Draw the states of each chart."""

    name = Frames.NAME
    plural = "states"
    pattern = "- [name of the state] Its sentence."

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the states, or with the file."""
        if not FEWEST <= len(items) <= MOST:
            yield f"it has {len(items)} states", f"write {FEWEST} to {MOST}"
            return
        for item in items:
            if not item.label:
                yield "a state has no name", "write it in the square brackets"
            if any(element.tag != "p" for element in item.body):
                yield f'more than text is below "{item.label}"', "write one paragraph"
        every = [str(number) for number in range(1, len(items) + 1)]
        for number in stills(section, items):
            if number not in every:
                yield f"paper is to show state {number}", f"write numbers from 1 to {len(items)}"
        try:
            table = self.table(section)
        except Wrong as error:
            yield error.problem or (error.what, error.remedy)
            return
        if len(table.states) != len(items):
            what = f"it has {len(items)} states, and its file has {len(table.states)}"
            yield what, "write a sentence for each"
            return
        for item, state in zip(items, table.states, strict=True):
            if item.label != state and item.label in table.states:
                what = f'the state "{item.label}" is "{state}" in its file'
                yield what, "give both one name, in the order of the file", f"[{item.label}]"
                return
        yield from self.numbers(section, table, items)

    def numbers(self, section: Element, table: Table, items: list[Item]) -> Iterator[Mistake]:
        """Yield each number that a sentence has and no picture shows; one that cites can have it.

        Numbers that somebody types go on as they are when the data change.
        """
        shown = table.numbers().union(*(RE_NUMBER.findall(item.label) for item in items))
        for item in items:
            for number in RE_NUMBER.findall(sentence(item)):
                if number not in shown and "[@" not in sentence(item):
                    what = f'{number} in the sentence of "{item.label}" is not in its file'
                    remedy = "correct the sentence, or cite where the number is from"
                    yield what, remedy, f"[{item.label}]"

    def table(self, section: Element) -> Table:
        """Return the table that a block names.

        Raises:
            Wrong: if there is none.
        """
        page = current(self.md)
        path = PurePosixPath(page.path).parent / FOLDER / section.get("data-file", "")
        return read_table(page.docs / path, f"{page.docs.name}/{path}")

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add a button, a sentence and a picture for each state."""
        table = self.table(section)
        draw = KINDS[section.get("data-chart", "")]
        name = section.get("id", "")
        on_paper = stills(section, items)
        up = section.get("data-up", "")
        for fact in DRAWING:
            section.attrib.pop(fact, None)
        (fieldset,) = section
        frames = SubElement(fieldset, "div", {"data-part": "frames"})
        states = zip(items, table.states.values(), strict=True)
        for number, (item, points) in enumerate(states, 1):
            frame = SubElement(frames, "div", {"data-frame": str(number)})
            if str(number) in on_paper:
                frame.set("data-still", "")
            add_button(frame, name, number, item.label)
            state = SubElement(frame, "div", {"data-part": "state"})
            says = {"id": f"{name}-{number}-says", "data-part": "says"}
            SubElement(state, "p", says).text = sentence(item)
            title = f"{plain(fieldset[0].text or '')} {item.label}"
            picture = canvas(state, f"{name}-{number}", title, current(self.md).course.activities)
            draw(picture, table, points, up)
        if len(content) == 0:
            fieldset.remove(content)


def add_button(frame: Element, name: str, number: int, label: str) -> None:
    """Add the button that chooses a state, described by its sentence; the first is chosen."""
    choose = SubElement(frame, "span", {"data-part": "choose"})
    facts = {"type": "radio", "name": name, "id": f"{name}-{number}", "value": str(number)}
    button = SubElement(choose, "input", facts)
    button.set("aria-describedby", f"{name}-{number}-says")
    if number == 1:
        button.set("checked", "")
    SubElement(choose, "label", {"for": f"{name}-{number}"}).text = AtomicString(label)


def sentence(item: Item) -> str:
    """Return the sentence of a state, which may go on over several lines."""
    return " ".join([item.text, *((element.text or "").strip() for element in item.body)])


def plain(text: str) -> str:
    """Return a text without the marks of emphasis, which a picture cannot show."""
    return re.sub(r"[*_`]", "", text)


def stills(section: Element, items: list[Item]) -> list[str]:
    """Return the numbers of the states that paper shows."""
    every = [str(number) for number in range(1, len(items) + 1)]
    given = section.get("data-paper", "")
    return [number.strip() for number in given.split(",")] if given else every


TREEPROCESSORS = (FramesTreeprocessor,)
