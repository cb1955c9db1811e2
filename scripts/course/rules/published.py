"""What has been published stays: addresses, and the ids that readers' answers hang on."""

from __future__ import annotations

from collections.abc import Iterator

from course.problems import Problem
from course.published import COMMAND, NAME, present, read_published
from course.rules.material import Material


def check_published(material: Material) -> Iterator[Problem]:
    """Check that no published address or id has vanished, and that the list is complete."""
    course = material.course
    published = read_published(course)
    label = f"{course.docs.name}/{NAME}"
    if published is None:
        material.looked_for = f"list of what is published, {label}"
        return
    yield from published.problems
    now = present(material.pages)
    for line in material.each("published name", published.lines):
        kind, _, name = line.partition(" ")
        number = published.lines[line]
        if kind == "page" and not leads(name, material):
            what = f"the published address {name} leads to no page any more"
            remedy = f"write moved_from: {source_of(name)} at the head of the page that it became"
            yield Problem(label, number, what, f"{remedy}, or, if it is gone, run: {COMMAND}")
        elif kind == "block" and line not in now:
            what = f'the published block "{name}" is gone, and readers have answers under its id'
            yield Problem(label, number, what, f"give it back, or, if it is gone, run: {COMMAND}")
        elif kind == "gone" and f"block {name}" in now:
            what = f'the id "{name}" was that of a block that is gone'
            remedy = "choose another id, or, if it is the same block again, take out this line"
            yield Problem(label, number, what, remedy)
    new = [line for line in now if line not in published.lines]
    if new:
        more = f" and {len(new) - 1} more" if new[1:] else ""
        yield Problem(label, 1, f"it lacks “{new[0]}”{more}", f"run: {COMMAND}")


def leads(address: str, material: Material) -> bool:
    """Tell whether an address, such as `/dimensions/focus/`, is one of the site."""
    path = address.removeprefix("/")
    return (f"{path}index.html" if not path or path.endswith("/") else path) in material.files


def source_of(address: str) -> str:
    """Return the path of the page that probably had an address."""
    return f"{address.strip('/').removesuffix('.html') or 'index'}.md"
