"""Each mark that a page names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.mark import FOLDER, mark_names
from course.problems import Problem, nearest
from course.rules.heads import RE_FRONT_MATTER
from course.rules.material import Material

RE_MARK = re.compile(r"^mark:(?P<name>.*)$", re.MULTILINE)


def check_marks(material: Material) -> Iterator[Problem]:
    """A page names a mark that there is."""
    names = mark_names(material.course.docs)
    found = (
        (file, file.text.count("\n", 0, head.start("yaml") + entry.start()) + 1, entry["name"])
        for file in material.sources_of(".md")
        if (head := RE_FRONT_MATTER.match(file.text))
        and (entry := RE_MARK.search(head["yaml"].replace("\r", " ")))
    )
    for file, line, written in material.each("page with a mark", found):
        name = written.partition(" #")[0].strip().strip("\"'")
        if name not in names:
            near = nearest(name, names, 20)
            remedy = f"write mark: {near}" if near else "remove the entry"
            what = f'there is no mark "{name}" in {material.course.docs.name}/{FOLDER}'
            yield Problem(file.label, line, what, remedy)
