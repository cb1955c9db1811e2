"""The design tokens: values that the pages, the PDFs and the e-book share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from course.problems import Problem, Refused
from course.settings import Course

RE_TOKEN = re.compile(r"--([\w-]+):([^;]+)")
RE_USE = re.compile(r"var\(--([\w-]+)\)")


def tokens_file(course: Course) -> Path:
    """Return the stylesheet that has the tokens of a course, or raise Refused."""
    file = course.overrides / "assets" / "css" / "tokens.css"
    if not file.is_file():
        name = file.relative_to(course.file.parent).as_posix()
        raise Refused(Problem(name, 1, "there is no such file", "copy it from another course"))
    return file


def read_tokens(course: Course) -> dict[str, str]:
    """Return the tokens of a course, by name without the hyphens: those of the first rule."""
    file = tokens_file(course)
    css = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    rule = css.partition("{")[2].partition("}")[0]
    tokens = {name: " ".join(value.split()) for name, value in RE_TOKEN.findall(rule)}
    missing = [f"--hue-{each.hue}" for each in course.activities if f"hue-{each.hue}" not in tokens]
    if missing:
        name = file.relative_to(course.file.parent).as_posix()
        what = f"{', '.join(missing)} missing: mkdocs.yml has more activities than hues"
        raise Refused(Problem(name, 1, what, "add it to :root, with its tints"))
    return tokens


def fill_in(css: str, values: Mapping[str, str]) -> str:
    """Return a stylesheet with values in the place of tokens, for readers that know no `var`."""
    return RE_USE.sub(lambda match: values.get(match[1], match[0]), css)


def css_string(text: str) -> str:
    """Return a text as a string of CSS that is safe in a `style` element too."""
    safe = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(safe)}"'
