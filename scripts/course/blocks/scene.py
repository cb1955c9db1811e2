"""Scene: a piece of a story that leads to others.

Scenes are numbered in the order of their page, so that the story can be read on paper: “go to 7”.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper, add_kind
from course.blocks.items import Item, Mistake, block_line, part_of, take_items
from course.marks.page import current
from course.model import Block
from course.words import Words


class Scene(CourseBlock):
    """
    Scene.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course; a reader's path is kept under it.
    - `ending` (boolean): whether the story ends here.

    Content:
    The scene; then, unless it is an ending, a list of ways on; each begins with the id of the
    scene it leads to, in square brackets.
    """

    NAME = "scene"
    ARGUMENT = True
    REQUIRED = ("id",)
    OPTIONAL = ("ending",)

    def on_create(self, parent: Element) -> Element:
        """Create the element and a place for the scene; number and ways on follow later."""
        section = self.element(parent)
        if self.options["ending"]:
            section.set("data-ending", "true")
        self.heading(section)
        self.add_place(section, "content")
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Let the words “go to 7” lead on, since the number of a page follows them."""
        for ways in block.parts("ways"):
            for link, number in (way.xpath("a | span") for way in ways):
                number.tag = "a"
                number.set("href", link.get("href"))
                link.drop_tag()

    to_read = on_paper


class ScenesTreeprocessor(Treeprocessor):
    """Number the scenes of a page and join them."""

    def run(self, root: Element) -> None:
        """Take all scenes together: a way on needs the number of another."""
        found = (e for e in root.iter("section") if e.get("data-block") == Scene.NAME)
        scenes = {scene.get("id", ""): scene for scene in found}
        if not scenes:
            return
        ways = {id_: take_items(part_of(scene, "content")) for id_, scene in scenes.items()}
        page = current(self.md)
        for id_, (what, remedy) in mistakes(scenes, ways):
            page.report(block_line(page, id_), f'scene "{id_}": {what}', remedy)
        words = page.course.words
        numbers = {id_: number for number, id_ in enumerate(scenes, 1)}
        for id_, scene in scenes.items():
            number_scene(scene, numbers[id_], words)
            add_ways(scene, ways[id_], numbers, words)
        keep_path(scenes)


def mistakes(
    scenes: dict[str, Element], ways: dict[str, list[Item]]
) -> Iterator[tuple[str, Mistake]]:
    """Yield what is wrong with the story, each with the id of a scene."""
    for id_, scene in scenes.items():
        ending = scene.get("data-ending") == "true"
        if ending and ways[id_]:
            yield id_, ("an ending leads on", "remove its ways on, or the option ending")
        if not ending and len(ways[id_]) < 2:
            remedy = "write two or more ways on as a list, or the option ending: true"
            yield id_, ("the reader cannot choose here", remedy)
        for way in ways[id_]:
            if way.label not in scenes:
                yield id_, (f'it leads to "{way.label}", which is no scene', "correct the id")
    first = next(iter(scenes))
    for id_ in scenes.keys() - reached(first, ways):
        yield id_, ("no path leads here", "let another scene lead to it, or remove it")
    for id_ in scenes.keys() - leading_to_an_end(scenes, ways):
        yield id_, ("no path from here ends", "let one lead to an ending")


def reached(first: str, ways: dict[str, list[Item]]) -> set[str]:
    """Return the scenes that can be reached from the first."""
    found: set[str] = set()
    waiting = [first]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += [way.label for way in ways.get(id_, [])]
    return found


def leading_to_an_end(scenes: dict[str, Element], ways: dict[str, list[Item]]) -> set[str]:
    """Return the scenes from which an ending can be reached."""
    found = {id_ for id_, scene in scenes.items() if scene.get("data-ending") == "true"}
    growing = True
    while growing:
        more = {id_ for id_ in scenes if any(way.label in found for way in ways[id_])} - found
        found |= more
        growing = bool(more)
    return found


def number_scene(scene: Element, number: int, words: Words) -> None:
    """Say a scene's number, in its first line and as a fact."""
    scene.set("data-number", str(number))
    ending = words("blocks.scene.ending") if scene.get("data-ending") == "true" else ""
    add_kind(scene, words("blocks.scene.name", number=number), ending)
    line = scene[-1]
    scene.remove(line)
    scene.insert(0, line)


def add_ways(scene: Element, ways: list[Item], numbers: dict[str, int], words: Words) -> None:
    """Add the ways on, each as a link with the number to go to on paper."""
    if not ways:
        return
    listed = SubElement(scene, "ul", {"data-part": "ways"})
    for way in ways:
        item = SubElement(listed, "li")
        known = way.label in numbers
        link = SubElement(item, "a", {"href": f"#{way.label}"}) if known else SubElement(item, "b")
        link.text = way.text
        link.tail = " "
        goto = SubElement(item, "span", {"data-part": "goto"})
        goto.text = AtomicString(words("blocks.scene.goto", number=numbers.get(way.label, "?")))


def keep_path(scenes: dict[str, Element]) -> None:
    """Say that the first scene keeps the reader's path; `course.site.places` names its steps."""
    first = next(iter(scenes.values()))
    first.set("data-keeps", f"{first.get('id')}.path")


TREEPROCESSORS = (ScenesTreeprocessor,)
