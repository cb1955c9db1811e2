"""Marks: which activity an option draws on, such as ▲, or all activities together.

An author writes the sign before the words of each option. It is no part of the words: the reader
can mark each option too, and sees the course's marks with the consequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E
from markdown.util import AtomicString

from course.blocks.block import Paper
from course.blocks.items import Item, Mistake
from course.model import Block, replace, text_of
from course.settings import Course


@dataclass(frozen=True)
class Mark:
    """A mark: its sign, what it is called, and the value that is kept."""

    sign: str
    noun: str
    value: str

    def __str__(self) -> str:
        return f"{self.sign} {self.noun}"


def marks_of(course: Course) -> dict[str, Mark]:
    """Return the marks of a course by their signs: one for each activity, one for all of them."""
    activities = course.activities
    marks = [Mark(each.sign, each.noun, each.name) for each in activities]
    if len(activities) > 1:
        nouns = course.words.list([each.noun for each in activities])
        names = "+".join(each.name for each in activities)
        marks.append(Mark("".join(each.sign for each in activities), nouns, names))
    return {mark.sign: mark for mark in marks}


def split_sign(item: Item, marks: Sequence[str]) -> tuple[str, str]:
    """Return the sign that an option begins with, or nothing, and its words."""
    signs = "".join(marks)
    found = re.match(f"[{signs}]+", item.text) if signs else None
    sign = found[0] if found else ""
    return sign, item.text[len(sign) :].lstrip()


def wrong_signs(items: list[Item], course: Course) -> Iterator[Mistake]:
    """Yield a mistake unless every option begins with the sign of a mark, or none does."""
    marks = list(marks_of(course))
    signs = [split_sign(item, marks)[0] for item in items]
    if any(signs) and not set(signs) <= set(marks):
        letter = ascii_uppercase[next(n for n, sign in enumerate(signs) if sign not in marks)]
        what = f"option {letter} does not begin with one of the signs {', '.join(marks)}"
        yield what, "let every option begin with one, or none"


def take_marks(items: list[Item], course: Course) -> list[Mark]:
    """Take the signs away from the words of the options, and return their marks, if there are."""
    marks = marks_of(course)
    found = []
    for item in items:
        sign, item.text = split_sign(item, list(marks))
        found += [marks[sign]] if sign else []
    return found


def add_marks(section: Element, right: list[Mark], course: Course) -> None:
    """Add to each option the buttons to mark it, and the course's own mark, which is hidden."""
    marks = list(marks_of(course).values())
    words = course.words
    fieldset = next(section.iter("fieldset"))
    asked = Element("p", {"data-part": "marking"})
    listed = words.list([str(mark) for mark in marks], "or")
    asked.text = AtomicString(words("blocks.decision.marking", marks=listed))
    options = [option for option in fieldset.iter("li") if option.get("data-option")]
    fieldset.insert(1, asked)
    id_ = section.get("id", "")
    names = [f"{id_}-mark-{option.get('data-option')}" for option in options]
    section.set("data-keeps", " ".join([id_, *names]))
    numbered = [f"{id_}-mark-{number}" for number in range(1, len(options) + 1)]
    section.set("data-placed", " ".join([id_, *numbered]))
    for letter, option, name, own in zip(ascii_uppercase, options, names, right, strict=False):
        option.set("data-mark", own.value)
        place = Element("fieldset", {"data-part": "marks"})
        legend = SubElement(place, "legend", {"class": "visually-hidden"})
        legend.text = AtomicString(words("blocks.decision.mark", letter=letter))
        for number, mark in enumerate(marks, 1):
            add_mark(place, mark, name, f"{name}-{number}")
        option.insert(2, place)
        its = course_mark(own)
        its.set("hidden", "")
        SubElement(its, "span", {"data-part": "agreement"})
        option.insert(3, its)


def add_mark(place: Element, mark: Mark, name: str, id_: str) -> None:
    """Add the button for one mark; its name is heard, and shown above all options.

    It is a button with its sign in it, so that nobody takes it for the choice.
    """
    span = SubElement(place, "span", {"data-part": "choose"})
    button = {"type": "radio", "name": name, "id": id_, "value": mark.value}
    SubElement(span, "input", button)
    label = SubElement(span, "label", {"for": id_})
    label.text = AtomicString(f"{mark.sign} ")
    SubElement(label, "span", {"class": "visually-hidden"}).text = AtomicString(mark.noun)


def course_mark(mark: Mark) -> Element:
    """Return the line that tells the course's own mark of an option."""
    line = Element("p", {"data-part": "course-mark"})
    line.text = AtomicString(f"{mark}. ")
    return line


def write_marks(block: Block, paper: Paper) -> None:
    """Let the reader of a page on paper mark each option, in boxes."""
    for fieldset in block.parts("marks"):
        title = " ".join(fieldset.xpath("string(legend)").split())
        boxes = []
        for button in fieldset.xpath(".//input"):
            name, value = button.get("name"), button.get("value")
            noun = text_of(button.getnext())
            box = paper.writing.choice(name, title, value, noun)
            boxes.append(E.span(box, button.getnext().text.strip()))
        replace(fieldset, E.p({"data-part": "marks"}, *boxes))


def drop_marks(block: Block) -> None:
    """Take the places for marks away where nobody can write."""
    for part in [*block.parts("marks"), *block.parts("marking")]:
        part.drop_tree()
