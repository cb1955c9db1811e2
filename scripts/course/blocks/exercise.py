"""Exercise: something to write."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from course.blocks.block import CourseBlock, add_field, add_status


class Exercise(CourseBlock):
    """
    Exercise.

    Arguments (1 required):
    - The title, an instruction in the imperative.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answer is kept under it.
    - `minutes` (integer): the time that the exercise takes.
    - `lines` (integer): the lines to write on, on screen and on paper.
    - `objective` (string): the id of the objective that it serves.

    Content:
    The prompt.
    """

    NAME = "exercise"
    SERIES = "exercise"
    ARGUMENT = True
    REQUIRED = ("id", "minutes", "lines", "objective")
    KEEPS = True

    def on_create(self, parent: Element) -> Element:
        """Create the head, a place for the prompt and a field for the answer."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "prompt")
        label = self.course.words("answer")
        add_field(section, self.options["id"], label, self.options["lines"])
        add_status(section, "kept")
        return section
