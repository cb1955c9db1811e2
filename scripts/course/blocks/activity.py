"""Activity: something that a group does together, with what a trainer needs to prepare it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock

FACTS = ("goal", "people", "material")


class Activity(CourseBlock):
    """
    Activity.

    Arguments (1 required):
    - The title.

    Options:
    - `id` (string, required): permanent and unique in the course.
    - `minutes` (integer, required): the time that it takes a group, as it is.
    - `goal` (string, required): what it is for.
    - `people` (string): for how many people it is.
    - `material` (string): what has to be there.

    Content:
    The steps, and what to ask afterwards.
    """

    NAME = "activity"
    ARGUMENT = True
    REQUIRED = ("id", "minutes", "goal")
    OPTIONAL = ("people", "material")

    def on_create(self, parent: Element) -> Element:
        """Create the head with the facts, and a place for the steps."""
        section = self.section(parent)
        # What others state is multiplied for a group; this is stated for one.
        section.set("data-paced", "group")
        self.heading(section)
        facts = SubElement(section, "dl", {"data-part": "facts"})
        for name in FACTS:
            if self.options[name]:
                head = SubElement(facts, "dt")
                head.text = AtomicString(self.course.words(f"blocks.activity.{name}"))
                SubElement(facts, "dd").text = self.options[name]
        self.add_place(section, "content")
        return section
