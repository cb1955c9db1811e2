"""The front matter of a page: it says what the templates print at its head, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import yaml

from course.entries import RE_ID, Entry, compose_text
from course.kept import kept
from course.problems import Problem, Refused, nearest
from course.rules.material import Material, SourceFile
from course.yaml_mistakes import NO_COLON, QUOTES, read_as

RE_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
# What the templates of the course print, and what the theme and its plugins do something with.
OWN = ("title", "summary", "minutes", "objectives", "mark", "moved_from")
THEME = ("template", "hide", "search", "icon", "status", "tags", "description", "social", "lang")
RE_TAG = re.compile(r"</?[a-zA-Z!][^>]*>?")
OBJECTIVES = (2, 3)
MINUTES = "write minutes: {read: 5, do: 20}"
TWO_OR_THREE = "write two or three entries {id: …, text: …}"


def check_front_matter(material: Material) -> Iterator[Problem]:
    """A page says what the templates print at its head."""
    for file in material.each("page", material.sources_of(".md")):
        is_unit = material.course.units.has(file.path)
        depends_on = ("mistakes_in_head", file.label, file.text, str(is_unit))
        yield from kept(depends_on, partial(mistakes_in_head, file, is_unit))


def mistakes_in_head(file: SourceFile, is_unit: bool) -> Sequence[Problem]:
    """Return what is wrong with the front matter of a page."""
    try:
        head = head_of(file)
    except Refused as refused:
        return refused.problems
    look_at_head(head, is_unit)
    return head.problems


def check_titles(material: Material) -> Iterator[Problem]:
    """No two pages have the same title."""
    seen: dict[str, str] = {}
    for head in material.each("page", heads(material)):
        title = head.get("title")
        place = f"{head.file}:{title.line}"
        if seen.setdefault(title.text(), place) != place:
            what = f"{seen[title.text()]} has the title “{title.text()}” too"
            yield Problem(head.file, title.line, what, "give each page its own")


def heads(material: Material) -> Iterator[Entry]:
    """Yield the front matter of each page; what cannot be read, `check_front_matter` tells."""
    for file in material.sources_of(".md"):
        with suppress(Refused):
            yield head_of(file)


def head_of(file: SourceFile) -> Entry:
    """Return the entries of a page's front matter.

    Raises:
        Refused: if there is none, or it cannot be read.
    """
    match = RE_FRONT_MATTER.match(file.text)
    if match is None:
        raise Refused(without_head(file))
    # So that the lines are those of the file, its first one stands above.
    node = compose_text(f"\n{match['yaml']}", file.label)
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise Refused(Problem(file.label, 2, *NO_COLON))
    return Entry(file.label, file.file.parent, (), node, 1)


def some_unread(material: Material) -> bool:
    """Tell whether the front matter of a page cannot be read that may have objectives."""
    for file in material.sources_of(".md"):
        if material.course.units.has(file.path) or "objectives" in file.text:
            try:
                head_of(file)
            except Refused:
                return True
    return False


def without_head(file: SourceFile) -> Problem:
    """Return what is wrong with a page that does not begin with a front matter."""
    lines = file.text.splitlines()
    first = next((number for number, text in enumerate(lines, 1) if text.strip()), 1)
    remedy = "begin the page with ---, title: …, summary: … and ---"
    if lines and lines[first - 1].strip() == "---" and first > 1:
        return Problem(file.label, 1, "lines stand above the ---", "let the file begin with ---")
    if lines and lines[0].strip() == "---":
        what = "the front matter does not end"
        return Problem(file.label, 1, what, "write --- on a line of its own below its entries")
    return Problem(file.label, 1, "the front matter is missing", remedy)


def look_at_head(head: Entry, is_unit: bool) -> None:
    """Report what is wrong with the entries of a front matter."""
    head.only(*OWN, *THEME)
    for name in ("title", "summary"):
        look_at_text(head, name)
    if is_unit or head.get("minutes").node is not None:
        look_at_minutes(head)
    if is_unit or head.get("objectives").node is not None:
        look_at_objectives(head)


def settle(meta: MutableMapping[str, Any]) -> None:
    """Take out of a front matter what no template can print: it is told, and stops no build."""
    minutes, objectives = meta.get("minutes"), meta.get("objectives")
    numbers = (
        [minutes.get(name) for name in ("read", "do")] if isinstance(minutes, dict) else [None]
    )
    if not all(type(number) is int for number in numbers):
        meta.pop("minutes", None)
    complete = isinstance(objectives, list) and all(
        isinstance(each, dict) and each.get("id") and each.get("text") for each in objectives
    )
    if not complete:
        meta.pop("objectives", None)
    for name in ("title", "summary"):
        if name in meta:
            meta[name] = str(meta[name] or "")


def misspelt(head: Entry, name: str) -> bool:
    """Tell whether an entry is there under another name, which is told already."""
    known = (*OWN, *THEME)
    return any(nearest(each, known, 1) == name for each in head.names() if each not in known)


def look_at_text(entry: Entry, name: str) -> None:
    """Report an entry that is no text, or none."""
    inner = entry.get(name)
    if inner.node is None:
        if not misspelt(entry, name):
            entry.say(f'the front matter has no "{name}"', f"add {name}: …")
    elif not inner.is_text:
        inner.report("it is not a text", QUOTES)
    elif kind := read_as(inner.node):
        remedy = f'write {name}: "{inner.node.value}"'
        inner.report(f"YAML reads {inner.node.value} as {kind}", remedy)
    elif not inner.text():
        inner.report("it is empty", 'write a text after it; with a # in it, put "…" around it')
    elif not inner.node.tag.startswith("tag:yaml.org"):
        inner.report('a text begins with "!"', QUOTES)
    elif tag := RE_TAG.search(inner.text()):
        # Menus show a title as it is written.
        inner.report(f"it has the tag {tag[0]}", "write it in plain words")


def look_at_minutes(head: Entry) -> None:
    """Report minutes that are no whole numbers."""
    minutes = head.get("minutes")
    if minutes.node is None:
        if not misspelt(head, "minutes"):
            head.say('the front matter has no "minutes"', MINUTES)
    elif not isinstance(minutes.node, yaml.MappingNode):
        minutes.report("it is not one number for read and one for do", MINUTES)
    else:
        wrong = len(head.problems)
        minutes.only("read", "do")
        for name in ("read", "do"):
            inner = minutes.get(name)
            if inner.node is None and len(head.problems) == wrong:
                inner.report("it is missing", MINUTES)
            elif inner.node is not None and not re.fullmatch(r"0|[1-9]\d*", inner.text()):
                inner.report(f'it is "{inner.text()}"', "write a whole number of minutes")


def look_at_objectives(head: Entry) -> None:
    """Report objectives that are not two or three, each with an id and a text."""
    objectives = head.get("objectives")
    if objectives.node is None or not objectives.is_list:
        if objectives.node is not None:
            objectives.report("it is not a list", TWO_OR_THREE)
        elif not misspelt(head, "objectives"):
            head.say('the front matter has no "objectives"', TWO_OR_THREE)
        return
    found = objectives.items()
    if len(found) not in OBJECTIVES:
        number = f"there {'is' if len(found) == 1 else 'are'} {len(found)}"
        objectives.report(number, TWO_OR_THREE)
    wrong = len(head.problems)
    for each in found:
        look_at_objective(each)
    if len(head.problems) == wrong:
        objectives.unique("id")


def look_at_objective(entry: Entry) -> None:
    """Report what is wrong with an objective."""
    if not isinstance(entry.node, yaml.MappingNode):
        entry.report("it has no id and text", "write {id: …, text: …}")
        return
    names = [each for each in entry.names() if each not in ("id", "text")]
    texts = [each for each in entry.values() if each is not None]
    # YAML takes what stands after a comma for a name of its own.
    if any(not nearest(each, ("id", "text"), 1) for each in names) and entry.is_flow:
        entry.report("a comma stands in the text", 'put "…" around the text')
        return
    entry.only("id", "text")
    if names:
        return
    id_, text = entry.get("id"), entry.get("text")
    for inner in (id_, text):
        if inner.node is None or (inner.is_text and not inner.text() and texts):
            inner.report("it is missing", f"add {inner.path[-1]}: …")
    if id_.text() and not RE_ID.fullmatch(id_.text()):
        id_.id()
    elif id_.node is not None and id_.is_text and (kind := read_as(id_.node)):
        id_.report(f"YAML reads {id_.text()} as {kind}", "choose another id")
