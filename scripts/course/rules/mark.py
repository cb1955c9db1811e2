"""Each mark that a page names is there."""

from __future__ import annotations

from collections.abc import Iterator

from course.mark import FOLDER, mark_names
from course.problems import Problem, nearest
from course.rules.heads import heads
from course.rules.material import Material


def check_marks(material: Material) -> Iterator[Problem]:
    """A page names a mark that there is."""
    names = mark_names(material.course.docs)
    found = (head.get("mark") for head in heads(material))
    for entry in material.each("page with a mark", (each for each in found if each.node)):
        name = entry.text()
        if name not in names and not entry.problems:
            near = nearest(name, names, 20)
            remedy = f"write mark: {near}" if near else "remove the entry"
            entry.say(f'there is no mark "{name}" in {material.course.docs.name}/{FOLDER}', remedy)
        yield from entry.problems
