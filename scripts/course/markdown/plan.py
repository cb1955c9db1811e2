"""Plan: an if-then plan, with whom to tell and when to look back.

Source: Gollwitzer, P. M., & Sheeran, P. (2006), https://doi.org/10.1016/S0065-2601(06)38002-1
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course.markdown.block import CourseBlock, add_status, minutes_of, options

# Each field: the end of its name, its label, and its lines (none for a field of one word).
FIELDS = (
    ("if", "If this happens", 2),
    ("then", "I will", 3),
    ("tell", "Whom I tell", 1),
    ("date", "When I look back", None),
)


class Plan(CourseBlock):
    """
    Plan.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answers hang on it.
    - `minutes` (integer): the time that the plan takes.

    Content:
    The prompt.
    """

    NAME = "plan"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")
    OPTIONS = options(*REQUIRED)

    def on_create(self, parent: Element) -> Element:
        """Create the head, a place for the prompt and the fields."""
        section = self.section(parent, f"Plan · {minutes_of(self.options['minutes'])}")
        self.heading(section)
        self.add_place(section, "prompt")
        for end, label, lines in FIELDS:
            name = f"{self.options['id']}-{end}"
            SubElement(section, "label", {"for": f"{name}-answer"}).text = label
            if lines is None:
                SubElement(section, "input", {"type": "date", "id": f"{name}-answer", "name": name})
            else:
                attributes = {"id": f"{name}-answer", "name": name, "rows": str(lines)}
                SubElement(section, "textarea", attributes)
        add_status(section, "kept")
        return section


class PlanExtension(BlocksExtension):
    """Plan Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Plan, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> PlanExtension:
    """Return extension."""
    return PlanExtension(*args, **kwargs)
