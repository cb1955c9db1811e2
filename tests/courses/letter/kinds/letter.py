"""Letter: a letter to somebody, and a model to look at afterwards."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from course.blocks.block import CourseBlock, add_field, add_status

# The end of each field's name, and its lines.
FIELDS = {"to": 1, "text": 6}


class Letter(CourseBlock):
    """
    Letter.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answers are kept under it.
    - `minutes` (integer): the time that the letter takes.

    Content:
    A model of the letter.
    """

    NAME = "letter"
    SERIES = "letter"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")

    def on_create(self, parent: Element) -> Element:
        """Create the head, the fields and a disclosure for the model."""
        section = self.section(parent)
        self.heading(section)
        names = [f"{self.options['id']}-{end}" for end in FIELDS]
        section.set("data-keeps", " ".join(names))
        for name, (end, rows) in zip(names, FIELDS.items(), strict=True):
            add_field(section, name, self.course.words(f"blocks.letter.{end}"), rows)
        add_status(section, "kept")
        self.place = SubElement(section, "details", {"data-answers": ""})
        SubElement(self.place, "summary").text = self.course.words("blocks.letter.model")
        return section
