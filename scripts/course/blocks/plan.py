"""Plan: an if-then plan, with whom to tell and when to look back.

Source: Gollwitzer, P. M., & Sheeran, P. (2006), https://doi.org/10.1016/S0065-2601(06)38002-1
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock, add_field, add_status

# The end of each field's name, and its lines.
FIELDS = {"if": 2, "then": 3, "tell": 1}


class Plan(CourseBlock):
    """
    Plan.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answers are kept under it.
    - `minutes` (integer): the time that the plan takes.

    Content:
    The prompt.
    """

    NAME = "plan"
    SERIES = "plan"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")

    def on_create(self, parent: Element) -> Element:
        """Create the head, a place for the prompt and the fields."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "prompt")
        words = self.course.words
        names = [f"{self.options['id']}-{end}" for end in (*FIELDS, "date")]
        section.set("data-keeps", " ".join(names))
        for name, (end, rows) in zip(names, FIELDS.items(), strict=False):
            add_field(section, name, words(f"blocks.plan.{end}"), rows)
        label = SubElement(section, "label", {"for": f"{names[-1]}-answer"})
        label.text = AtomicString(words("blocks.plan.date"))
        field = {"type": "date", "id": f"{names[-1]}-answer", "name": names[-1]}
        SubElement(section, "input", field)
        add_status(section, "kept")
        return section
