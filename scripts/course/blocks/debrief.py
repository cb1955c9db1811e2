"""Debrief: what to think of a scene after the story; on screen, of the scenes of the reader's path.

On paper all of them stand there, in the order of their scenes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, add_buttons
from course.blocks.scene import Scene
from course.marks.page import current
from course.problems import nearest
from course.words import Words


class Debrief(CourseBlock):
    """
    Debrief.

    Arguments (1 required):
    - The id of a scene of the same page, whose number and title make the heading.

    Options: none.

    Content:
    What the scene asked for, and what is known about it.
    """

    NAME = "debrief"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Create the element; its heading needs the scene, and follows later."""
        return self.element(parent, **{"data-scene": self.argument.strip()})


class DebriefTreeprocessor(Treeprocessor):
    """Give each debrief of a page its heading, and the first of them the button for all."""

    def run(self, root: Element) -> None:
        """Find the scenes and their debriefs, or report what is wrong with them."""
        page = current(self.md)
        words = page.course.words
        found = (e for e in root.iter("section") if e.get("data-block") == Scene.NAME)
        scenes = {scene.get("id", ""): scene for scene in found}
        sections = [e for e in root.iter("section") if e.get("data-block") == Debrief.NAME]
        for id_, (what, remedy) in mistakes([e.get("data-scene", "") for e in sections], scenes):
            line = page.line_of(f"debrief | {id_}")
            page.report_block(line, f'debrief "{id_}": {what}', remedy)
        for section in sections:
            scene = scenes.get(section.get("data-scene", ""))
            if scene is not None:
                complete(section, scene, list(scenes).index(scene.get("id", "")) + 1, words)
        for parent in root.iter():
            if sections and sections[0] in list(parent):
                add_show_all(parent, sections[0], words)


def mistakes(
    debriefs: list[str], scenes: dict[str, Element]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what is wrong with the debriefs of a page, each with the id that one names."""
    order = list(scenes)
    last = -1
    for number, id_ in enumerate(debriefs):
        if id_ not in scenes:
            near = nearest(id_, order, 1)
            remedy = f"write {near}" if near else "correct the id"
            yield id_, ("there is no such scene on this page", remedy)
        elif id_ in debriefs[:number]:
            yield id_, ("the scene has a debrief already", "join the two")
        elif order.index(id_) < last:
            yield id_, ("it follows the debrief of a later scene", "put it in the scenes' order")
        else:
            last = order.index(id_)


def complete(section: Element, scene: Element, number: int, words: Words) -> None:
    """Add the heading, which leads to the scene, and a place for what the reader chose there."""
    title = f"{section.get('data-scene')}-debrief"
    section.set("id", title)
    section.set("aria-labelledby", f"{title}-title")
    heading = Element("h3", {"id": f"{title}-title", "data-part": "title"})
    link = SubElement(heading, "a", {"href": f"#{scene.get('id')}"})
    link.text = AtomicString(words("blocks.scene.name", number=number))
    of = next(e for e in scene.iter() if e.get("data-part") == "title")
    link.tail = f" · {of.text}"
    own = Element("div", {"data-part": "own", "hidden": ""})
    for name in ("chose", "reason"):
        line = SubElement(own, "p")
        line.text = AtomicString(f"{words(f'blocks.debrief.{name}')} ")
        SubElement(line, "span", {"data-part": name})
    section.insert(0, own)
    section.insert(0, heading)


def add_show_all(parent: Element, first: Element, words: Words) -> None:
    """Put the button that shows all debriefs before the first one."""
    line = add_buttons(parent, words, "showAll")
    parent.remove(line)
    parent.insert(list(parent).index(first), line)


TREEPROCESSORS = (DebriefTreeprocessor,)
