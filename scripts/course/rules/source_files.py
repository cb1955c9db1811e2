"""Rules on the source files: they can be read, and their front matter is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from course.markdown.page import BIBLIOGRAPHY
from course.markdown.references import parse
from course.problems import Problem

RE_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
RE_SNIPPET = re.compile(r'\s*--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"')
RE_ID = re.compile(r"[a-z][a-z0-9-]*")


def check_sources(docs: Path) -> list[Problem]:
    """Check every source file of a course.

    Arguments:
        docs: the folder of the sources.

    Returns:
        The problems of all files, by file and line.
    """
    problems = []
    for path in sorted([*docs.rglob("*.md"), *docs.rglob("*.bib")]):
        label = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        undecodable = check_encoding(label, path)
        if undecodable:
            problems.append(undecodable)
        elif path.suffix == ".md":
            text = path.read_text("utf-8-sig")
            problems += [*check_front_matter(label, text), *check_snippets(docs, label, text)]
        elif path == docs / BIBLIOGRAPHY:
            problems += parse(path)[1]
    return sorted(problems)


def check_encoding(label: str, path: Path) -> Problem | None:
    """Return the first place where a file is not UTF-8."""
    data = path.read_bytes()
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {data[error.start]:#04x} is not UTF-8"
        return Problem(label, line, what, "save the file in the encoding UTF-8")
    return None


def check_front_matter(label: str, text: str) -> Iterator[Problem]:
    """Check that a page says what the templates print at its head."""
    match = RE_FRONT_MATTER.match(text)
    if match is None:
        remedy = "begin the page with ---, title: …, summary: … and ---"
        yield Problem(label, 1, "the front matter is missing", remedy)
        return
    try:
        meta = yaml.safe_load(match["yaml"])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        what = f"the front matter cannot be read: {getattr(error, 'problem', 'it is not YAML')}"
        yield Problem(label, line, what, yaml_remedy(text.splitlines()[line - 1], what))
        return
    if not isinstance(meta, dict):
        yield Problem(label, 1, "the front matter has no entries", "write title: … and summary: …")
        return
    for name in ("title", "summary"):
        if not isinstance(meta.get(name), str) or not meta[name].strip():
            yield Problem(label, 1, f'the front matter has no "{name}"', f"add {name}: …")
    dimension = re.fullmatch(r"[^/]+/dimensions/(?!index\.md)[^/]+\.md", label)
    if dimension or "minutes" in meta:
        yield from check_minutes(label, meta.get("minutes"))
    if dimension or "objectives" in meta:
        yield from check_objectives(label, meta.get("objectives"))


def yaml_remedy(line: str, what: str) -> str:
    """Return what to do about a line that YAML cannot read."""
    if "\t" in line:
        return "put spaces where a tab stands"
    if "mapping values" in what:
        return 'write name: text, with "…" around a text with a colon'
    return "indent this line, or the one above it, like its neighbours"


def check_minutes(label: str, minutes: Any) -> Iterator[Problem]:
    """Check the time that a page takes."""
    remedy = "write minutes: {read: 5, do: 20}"
    if not isinstance(minutes, dict):
        yield Problem(label, 1, 'the front matter has no "minutes"', remedy)
    elif set(minutes) != {"read", "do"} or not all(type(n) is int for n in minutes.values()):
        yield Problem(label, 1, '"minutes" needs whole numbers for "read" and "do"', remedy)


def check_objectives(label: str, objectives: Any) -> Iterator[Problem]:
    """Check the objectives of a page: two or three, each with an id and a text."""
    remedy = "write two or three entries {id: …, text: …}"
    if not isinstance(objectives, list) or not objectives:
        yield Problem(label, 1, 'the front matter has no "objectives"', remedy)
        return
    if not 2 <= len(objectives) <= 3:
        yield Problem(label, 1, f"there are {len(objectives)} objectives", remedy)
    for entry in objectives:
        complete = isinstance(entry, dict) and entry.get("text") and entry.get("id")
        if not complete or not RE_ID.fullmatch(str(entry["id"])):
            yield Problem(label, 1, f"objective {entry!r} has no id and text", remedy)


def check_snippets(docs: Path, label: str, text: str) -> Iterator[Problem]:
    """Check that what a page includes from another file is there."""
    for line, content in enumerate(text.splitlines(), 1):
        match = RE_SNIPPET.match(content)
        if match is None:
            continue
        included = docs.parent / match["path"]
        if not included.is_file():
            what = f"there is no file {match['path']} to include"
            yield Problem(label, line, what, "correct its path, which begins with docs/")
        elif match["section"] and f"[start:{match['section']}]" not in included.read_text("utf-8"):
            what = f"{match['path']} has no section {match['section']}"
            yield Problem(
                label, line, what, f"mark it there with --8<-- [start:{match['section']}]"
            )
