"""Story: the reader's path through the scenes of the page, which a script shows.

On paper it is a table for notes.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper
from course.blocks.scene import Scene
from course.model import Block, replace

COLUMNS = ("scene", "choice")
# A column more, where scenes give words.
WORDS = "words"
ROWS = 6


class Story(CourseBlock):
    """
    Story.

    Arguments: none.

    Options:
    - `after` (string, required): the id of the heading that follows an ending.

    Content: none.
    """

    NAME = "story"
    REQUIRED = ("after",)

    def on_create(self, parent: Element) -> Element:
        """Create the path and its buttons."""
        words = self.course.words
        path = words("blocks.story.path")
        nav = self.element(parent, "nav", **{"aria-label": path})
        nav.set("hidden", "")
        # It is closed, so that a scene begins on the first screen of a phone.
        details = SubElement(nav, "details")
        SubElement(details, "summary").text = AtomicString(path)
        SubElement(details, "ol", {"data-part": "path"})
        tools = SubElement(details, "p", {"data-part": "tools"})
        button = {"class": "md-button"}
        back = SubElement(tools, "a", {**button, "data-part": "back"})
        again = SubElement(tools, "button", {**button, "type": "button", "data-do": "startAgain"})
        again.set("data-ask", words("blocks.story.ask"))
        end = SubElement(SubElement(nav, "p"), "a", {**button, "data-part": "end"})
        end.set("href", f"#{self.options['after']}")
        for element, name in ((back, "back"), (again, "again"), (end, "end")):
            element.text = AtomicString(words(f"blocks.story.{name}"))
            element.tail = " "
        return nav

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Return a table for the notes of a reader who goes through the story."""
        given = block.element.xpath("//*[@data-gives]")
        columns = [*COLUMNS, WORDS] if given else COLUMNS
        heads = [paper.words(f"blocks.story.notes.{name}") for name in columns]
        body = E.tbody()
        for row in range(1, ROWS + 1):
            cells = []
            for column, head in enumerate(heads, 1):
                title = paper.words("blocks.story.note", number=row, column=head)
                name = f"{paper.slug}-path-{row}-{column}"
                cells.append(E.td(paper.writing.words(name, title)))
            body.append(E.tr(*cells))
        head = E.thead(E.tr(*(E.th({"scope": "col"}, each) for each in heads)))
        replace(block.element, E.table({"data-part": "path"}, head, body))


class StoryTreeprocessor(Treeprocessor):
    """Let the way back lead to the first scene, until a script knows a better one."""

    def run(self, root: Element) -> None:
        """Find the first scene of the page."""
        scenes = (e.get("id", "") for e in root.iter() if e.get("data-block") == Scene.NAME)
        first = next(scenes, "")
        for link in root.iter("a"):
            if link.get("data-part") == "back":
                link.set("href", f"#{first}")


TREEPROCESSORS = (StoryTreeprocessor,)
