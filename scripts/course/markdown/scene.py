"""Scene: a piece of a story that leads to others.

Scenes are numbered in the order of their page, so that the story can be read on paper: “go to 7”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import type_boolean

from course.markdown.block import CourseBlock, options
from course.markdown.items import Item, Mistake, block_line, take_items
from course.markdown.page import current


class Scene(CourseBlock):
    """
    Scene.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course; a reader's path hangs on it.
    - `ending` (boolean): whether the story ends here.

    Content:
    The scene; then, unless it is an ending, a list of ways on; each begins with the id of the
    scene it leads to, in square brackets.
    """

    NAME = "scene"
    ARGUMENT = True
    REQUIRED = ("id",)
    OPTIONS = options("id") | {"ending": (False, type_boolean)}

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the scene; the ways on are read later."""
        section = self.section(parent, "Scene")
        if self.options["ending"]:
            section.set("data-ending", "true")
        self.heading(section)
        self.add_place(section, "content")
        return section


class ScenesTreeprocessor(Treeprocessor):
    """Number the scenes of a page and join them."""

    def run(self, root: Element) -> None:
        """Take all scenes together: a way on needs the number of another."""
        scenes = {s.get("id", ""): s for s in root.iter("section") if s.get("class") == "scene"}
        if not scenes:
            return
        ways = {id_: take_items(content_of(scene)) for id_, scene in scenes.items()}
        page = current(self.md)
        for id_, (what, remedy) in mistakes(scenes, ways):
            page.report(block_line(page, id_), f'scene "{id_}": {what}', remedy)
        numbers = {id_: number for number, id_ in enumerate(scenes, 1)}
        for id_, scene in scenes.items():
            number(scene, numbers[id_])
            add_ways(scene, ways[id_], numbers)


def content_of(scene: Element) -> Element:
    """Return the place that holds a scene's text."""
    return next(element for element in scene if element.get("class") == "content")


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


def number(scene: Element, position: int) -> None:
    """Say a scene's number."""
    scene.set("data-number", str(position))
    kind = next(element for element in scene if element.get("class") == "kind")
    ending = " · ending" if scene.get("data-ending") == "true" else ""
    kind.text = AtomicString(f"Scene {position}{ending}")


def add_ways(scene: Element, ways: list[Item], numbers: dict[str, int]) -> None:
    """Add the ways on, each as a link with the number to go to on paper."""
    if not ways:
        return
    listed = SubElement(scene, "ul", {"class": "ways"})
    for way in ways:
        item = SubElement(listed, "li")
        link = SubElement(item, "a", {"href": f"#{way.label}"})
        link.text = way.text
        link.tail = " "
        SubElement(item, "span", {"class": "goto"}).text = f"go to {numbers.get(way.label, '?')}"


class SceneExtension(BlocksExtension):
    """Scene Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Scene, self.getConfigs())
        md.treeprocessors.register(ScenesTreeprocessor(md), Scene.NAME, 30)


def makeExtension(*args: Any, **kwargs: Any) -> SceneExtension:
    """Return extension."""
    return SceneExtension(*args, **kwargs)
