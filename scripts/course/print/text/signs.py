"""The signs of the activities, laid over each other, as a picture for covers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.print.tokens import read_tokens
from course.settings import SHAPES, Activity, Course

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def signs_of(course: Course, only: Sequence[Activity] | None = None) -> str:
    """Return the address of the picture of the signs of some activities, or else of all.

    It is nothing, if there are none.
    """
    tokens = read_tokens(course)
    activities = [
        {"hue": tokens[f"hue-{each.hue}"], "path": SHAPES[each.sign]}
        for each in (course.activities if only is None else only)
    ]
    picture = TEMPLATES.get_template("signs.svg").render(activities=activities)
    return f"data:image/svg+xml,{quote(picture)}" if activities else ""
