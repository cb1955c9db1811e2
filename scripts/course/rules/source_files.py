"""The folder `docs`: its files can be read, their front matter is complete, and they are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from course.blocks.fences import prose
from course.marks.page import Page
from course.marks.references import parse
from course.problems import Problem
from course.rules.material import Material

RE_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
RE_SNIPPET = re.compile(r'\s*--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"')
RE_ID = re.compile(r"[a-z][a-z0-9-]*")
RE_CODE = re.compile(r"(`+).+?\1")
# What a reader works with comes from a block, whose words and looks are those of the whole course.
RE_TAG = re.compile(
    r"<(button|form|input|link|output|script|select|style|template|textarea)\b", re.IGNORECASE
)
NO_TEXT = (".css", ".html", ".js")
OBJECTIVES = (2, 3)


def check_utf8(material: Material) -> Iterator[Problem]:
    """Every page and every list of sources is in UTF-8."""
    for source in material.each("source file", material.sources_of(".md", ".bib")):
        if problem := undecodable(source.label, source.file):
            yield problem


def undecodable(label: str, file: Path) -> Problem | None:
    """Return the first place where a file is not UTF-8."""
    data = file.read_bytes()
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {data[error.start]:#04x} is not UTF-8"
        return Problem(label, line, what, "save the file in the encoding UTF-8")
    return None


def check_bibliography(material: Material) -> Iterator[Problem]:
    """The BibTeX file has what a reference needs."""
    paths = filter(None, [material.course.bibliography])
    for path in material.each("pages: bibliography", paths):
        label = f"{material.course.docs.name}/{path}"
        for problem in parse(material.course.docs / path)[1]:
            yield replace(problem, file=label)


def check_snippets(material: Material) -> Iterator[Problem]:
    """What a page includes from another file is there."""
    found = (
        (file.label, line, match["path"], match["section"])
        for file in material.sources_of(".md")
        for line, text in enumerate(file.text.splitlines(), 1)
        if (match := RE_SNIPPET.match(text))
    )
    for label, line, path, section in material.each("included file", found):
        included = material.course.file.parent / path
        if not included.is_file():
            remedy = f"correct its path, which begins with {material.course.docs.name}/"
            yield Problem(label, line, f"there is no file {path} to include", remedy)
        elif section and f"[start:{section}]" not in included.read_text("utf-8"):
            remedy = f"mark it there with --8<-- [start:{section}]"
            yield Problem(label, line, f"{path} has no section {section}", remedy)


def check_text_only(material: Material) -> Iterator[Problem]:
    """A page is text: what can be clicked is a block, looks and scripts are elsewhere."""
    assets = f"{material.course.overrides.name}/assets"
    for file in material.each("source file", material.sources):
        if file.path.endswith(NO_TEXT):
            what = "this file is no text of the course"
            yield Problem(file.label, 1, what, f"move it to {assets}")
        if not file.path.endswith(".md"):
            continue
        page = Page(file.path, material.course.docs, {}, file.text.splitlines())
        for line, text in prose(page):
            for tag in RE_TAG.findall(RE_CODE.sub("", text)):
                remedy = "write a block of the course in its place"
                if tag.lower() in ("link", "script", "style"):
                    remedy = f"move what it holds to {assets}"
                yield Problem(file.label, line, f"the element <{tag}> stands in the text", remedy)


def check_front_matter(material: Material) -> Iterator[Problem]:
    """A page says what the templates print at its head."""
    for file in material.each("page", material.sources_of(".md")):
        match = RE_FRONT_MATTER.match(file.text)
        if match is None:
            remedy = "begin the page with ---, title: …, summary: … and ---"
            yield Problem(file.label, 1, "the front matter is missing", remedy)
            continue
        try:
            meta = yaml.safe_load(match["yaml"])
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 2 if mark else 1
            what = f"the front matter cannot be read: {getattr(error, 'problem', 'it is not YAML')}"
            remedy = remedy_for(file.text.splitlines()[line - 1], what)
            yield Problem(file.label, line, what, remedy)
            continue
        is_unit = material.course.units.has(file.path)
        for what, remedy in incomplete(meta if isinstance(meta, dict) else {}, is_unit):
            yield Problem(file.label, 1, what, remedy)


def remedy_for(line: str, what: str) -> str:
    """Return what to do about a line that YAML cannot read."""
    if "\t" in line:
        return "put spaces where a tab stands"
    if "mapping values" in what:
        return 'write name: text, with "…" around a text with a colon'
    return "indent this line, or the one above it, like its neighbours"


def incomplete(meta: dict[str, Any], is_unit: bool) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the entries of a page's front matter, and the remedy."""
    for name in ("title", "summary"):
        if not isinstance(meta.get(name), str) or not meta[name].strip():
            yield f'the front matter has no "{name}"', f"add {name}: …"
    if is_unit or "minutes" in meta:
        minutes, remedy = meta.get("minutes"), "write minutes: {read: 5, do: 20}"
        if not isinstance(minutes, dict):
            yield 'the front matter has no "minutes"', remedy
        elif set(minutes) != {"read", "do"} or not all(type(n) is int for n in minutes.values()):
            yield '"minutes" needs whole numbers for "read" and "do"', remedy
    if is_unit or "objectives" in meta:
        objectives, remedy = meta.get("objectives"), "write two or three entries {id: …, text: …}"
        if not isinstance(objectives, list) or not objectives:
            yield 'the front matter has no "objectives"', remedy
            return
        if len(objectives) not in OBJECTIVES:
            yield f"there are {len(objectives)} objectives", remedy
        for entry in objectives:
            complete = isinstance(entry, dict) and entry.get("text") and entry.get("id")
            if not complete or not RE_ID.fullmatch(str(entry["id"])):
                yield f"objective {entry!r} has no id and text", remedy
            elif entry.keys() != {"id", "text"}:
                # YAML takes what stands after a comma for a name of its own.
                yield f"objective {entry['id']} has more than an id and a text", 'put "…" around it'
