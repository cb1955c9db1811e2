"""The signs of the activities, laid over each other, as a picture for covers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from course.print.tokens import read_tokens
from course.settings import SHAPES, Activity, Course
from course.templates import templates_in

TEMPLATES = templates_in(Path(__file__).parents[1] / "templates")


def picture_of_signs(course: Course, only: Sequence[Activity] | None = None) -> str:
    """Return the address of the picture of some activities, by default of all; nothing for none."""
    tokens = read_tokens(course)
    activities = [
        {"hue": tokens[f"hue-{each.hue}"], "path": SHAPES[each.sign]}
        for each in (course.activities if only is None else only)
    ]
    picture = TEMPLATES.get_template("signs.svg").render(activities=activities)
    return f"data:image/svg+xml,{quote(picture)}" if activities else ""
