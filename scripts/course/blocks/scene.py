"""Scene: a piece of a story that leads to others.

Scenes are numbered in the order of their page, so that the story can be read on paper: “go to 7”.
What a scene gives and asks for is in data attributes, which `course.story` reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper, add_field, add_kind, add_status
from course.blocks.items import (
    Item,
    Told,
    block_line,
    drop_comments,
    line_below,
    loose_text,
    part_of,
    take_items,
)
from course.blocks.when import PATTERN, add_condition
from course.marks.page import current
from course.model import Block, replace
from course.problems import nearest
from course.story import read_condition, read_story
from course.words import Words

IF = " if "
LINES_FOR_REASON = 2


class Scene(CourseBlock):
    """
    Scene.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course; a reader's path is kept under it.
    - `ending` (boolean): whether the story ends here.
    - `gives` (string): words that the reader has from here on, divided by commas.

    Content:
    The scene; then, unless it is an ending, a list of ways on; each begins with the id of the
    scene it leads to, in square brackets. A way that is not open to all has its condition there
    too: `[id-of-scene if KEY, not LAMP]`.
    """

    NAME = "scene"
    ARGUMENT = True
    REQUIRED = ("id",)
    OPTIONAL = ("ending", "gives")

    def on_create(self, parent: Element) -> Element:
        """Create the element and a place for the scene; number and ways on follow later."""
        section = self.element(parent)
        if self.options["ending"]:
            section.set("data-ending", "true")
        if self.options["gives"]:
            section.set("data-gives", " ".join(self.options["gives"]))
        self.heading(section)
        self.add_place(section, "happens")
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Let the reader write a reason, under what its field asks."""
        lead_by_number(block)
        for field in block.element.xpath("textarea"):
            rows = int(field.get("rows"))
            title = f"{block.title}: {block.label_of(field)}"
            replace(field, paper.writing.lines(field.get("name"), title, rows))

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Let the number of each way lead on."""
        lead_by_number(block)


def lead_by_number(block: Block) -> None:
    """Let the words “go to 7” lead on, since on paper the number of a page follows them."""
    for ways in block.parts("ways"):
        for link, number in (way.xpath("a | span[@data-part='goto']") for way in ways):
            number.tag = "a"
            number.set("href", link.get("href"))
            link.drop_tag()


class ScenesTreeprocessor(Treeprocessor):
    """Number the scenes of a page and join them."""

    def run(self, root: Element) -> None:
        """Take all scenes together: a way on needs the number of another."""
        found = (e for e in root.iter("section") if e.get("data-block") == Scene.NAME)
        scenes = {scene.get("id", ""): scene for scene in found}
        if not scenes:
            return
        page = current(self.md)
        words = page.course.words
        numbers = {id_: number for number, id_ in enumerate(scenes, 1)}
        told: list[tuple[str, Told]] = []
        for id_, scene in scenes.items():
            happens = part_of(scene, "happens")
            drop_comments(happens, self.md)
            ways = take_items(happens)
            loose = None if ways else loose_text(happens, "ways", "- [id-of-scene] …")
            told += [(id_, each) for each in [loose] if each]
            told += [(id_, each) for each in mistakes(scene, ways, numbers) if not loose]
            number_scene(scene, numbers[id_], words)
            add_given(scene, words)
            add_ways(scene, ways, numbers, words)
        # What the whole story lacks can follow from what is wrong with a scene.
        for id_, (what, remedy, *signs) in told or read_story(root).mistakes():
            line = line_below(page, block_line(page, id_), *signs)
            page.report_block(line, f'scene "{id_}": {what}', remedy)
        keep_path(scenes)


def mistakes(scene: Element, ways: list[Item], numbers: dict[str, int]) -> Iterator[Told]:
    """Yield what is wrong with the ways of a scene, by itself."""
    is_ending = scene.get("data-ending") == "true"
    if is_ending and ways:
        yield "an ending leads on", "remove its ways on, or the option ending"
    if not is_ending and len(ways) < 2:
        remedy = "write two or more ways on as a list, or the option ending: true"
        yield "the reader cannot choose here", remedy
    for way in ways:
        to, _, asked = way.label.partition(IF)
        if to not in numbers:
            near = nearest(to, numbers, 1)
            remedy = f"write {near}" if near else "correct the id"
            yield f'it leads to "{to}", which is no scene', remedy, f"[{way.label}]"
        if asked and read_condition(asked) is None:
            yield f'the condition of a way "{asked}" cannot be read', PATTERN, f"[{way.label}]"


def number_scene(scene: Element, number: int, words: Words) -> None:
    """Say a scene's number, in its first line and as a fact."""
    scene.set("data-number", str(number))
    ending = words("blocks.scene.ending") if scene.get("data-ending") == "true" else ""
    add_kind(scene, words("blocks.scene.name", number=number), ending)
    line = scene[-1]
    scene.remove(line)
    scene.insert(0, line)


def add_given(scene: Element, words: Words) -> None:
    """Say which words a scene gives, for those who must write them down."""
    for word in scene.get("data-gives", "").split():
        given = SubElement(scene, "p", {"data-part": "given"})
        given.text = AtomicString(words("blocks.scene.given", word=word))


def add_ways(scene: Element, ways: list[Item], numbers: dict[str, int], words: Words) -> None:
    """Add the ways on, each as a link with the number to go to on paper, and ask for a reason."""
    if not ways:
        return
    name = f"{scene.get('id')}-reason"
    scene.set("data-keeps", name)
    add_field(scene, name, words("blocks.scene.reason"), LINES_FOR_REASON)
    add_status(scene, "kept")
    listed = SubElement(scene, "ul", {"data-part": "ways"})
    for way in ways:
        to, _, asked = way.label.partition(IF)
        item = SubElement(listed, "li", {"data-to": to})
        condition = read_condition(asked)
        if condition is not None:
            item.set("data-if", condition.fact)
            said = SubElement(item, "span")
            add_condition(said, condition, words)
            said.tail = " "
        link = SubElement(item, "a", {"href": f"#{to}"}) if to in numbers else SubElement(item, "b")
        link.text = way.text
        link.tail = " "
        goto = SubElement(item, "span", {"data-part": "goto"})
        goto.text = AtomicString(words("blocks.scene.goto", number=numbers.get(to, "?")))


def keep_path(scenes: dict[str, Element]) -> None:
    """Say that the first scene keeps the reader's path; `course.site.places` names its steps."""
    first = next(iter(scenes.values()))
    first.set("data-keeps", f"{first.get('id')}.path {first.get('data-keeps', '')}".strip())


TREEPROCESSORS = (ScenesTreeprocessor,)
