"""Exercise: something to write."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, add_status, minutes_of, options


class Exercise(CourseBlock):
    """
    Exercise.

    Arguments (1 required):
    - The title, an instruction in the imperative.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer hangs on it.
    - `minutes` (integer): the time that the exercise takes.
    - `lines` (integer): the lines to write on, on screen and on paper.
    - `objective` (string): the id of the objective that it serves.

    Content:
    The prompt.
    """

    NAME = "exercise"
    ARGUMENT = True
    REQUIRED = ("id", "minutes", "lines", "objective")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head, a place for the prompt and a field for the answer."""
        answer = f"{self.options['id']}-answer"
        section = self.section(parent, f"Exercise · {minutes_of(self.options['minutes'])}")
        self.heading(section)
        self.add_place(section, "prompt")
        SubElement(section, "label", {"for": answer}).text = "Your answer"
        SubElement(
            section,
            "textarea",
            {"id": answer, "name": self.options["id"], "rows": str(self.options["lines"])},
        )
        add_status(section, "kept")
        return section


class ExerciseExtension(BlocksExtension):
    """Exercise Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Exercise, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> ExerciseExtension:
    """Return extension."""
    return ExerciseExtension(*args, **kwargs)
