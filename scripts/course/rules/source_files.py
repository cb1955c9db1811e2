"""The folder `docs`: its files can be read, their front matter is complete, and they are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from course.includes import Include, includes
from course.kept import kept
from course.marks.bibtex import parse
from course.problems import Problem, not_utf8
from course.rules.material import Material, SourceFile
from course.settings import Course

RE_CODE = re.compile(r"(`+).+?\1")
# What a reader works with comes from a block, whose words and looks are those of the whole course.
WORKING = "button|form|input|output|select|template|textarea"
# What runs or loads something, or is about the page as a whole, comes from the templates.
RUNNING = "base|embed|iframe|link|meta|object|script|style"
RE_TAG = re.compile(rf"<({WORKING}|{RUNNING})(?=[\s/>]|$)", re.IGNORECASE)
NO_TEXT = (".css", ".html", ".js")


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
        return not_utf8(label, data, error)
    return None


def check_bibliography(material: Material) -> Iterator[Problem]:
    """The BibTeX file has what a reference needs."""
    paths = filter(None, [material.course.bibliography])
    for path in material.each("pages: bibliography", paths):
        for mistake in parse(material.course.docs / path)[1]:
            yield Problem(f"{material.course.docs.name}/{path}", *mistake)


def check_snippets(material: Material) -> Iterator[Problem]:
    """What a page includes from another file is there."""
    found = ((file, each) for file in material.sources_of(".md") for each in includes(file.text))
    for file, include in material.each("included file", found):
        for what, remedy in wrong_include(include, material.course):
            yield Problem(file.label, include.line, what, remedy)


def wrong_include(include: Include, course: Course) -> Iterator[tuple[str, str]]:
    """Yield what keeps a page from including something, and what to do."""
    path, section, file = include.path, include.section, include.file(course.file.parent)
    if not path:
        remedy = f'write the path of one file in quotes behind it: --8<-- "{course.docs.name}/…"'
        yield "this line includes nothing", remedy
    elif file is None:
        yield (
            f"{path} lies outside of the course",
            f"copy it into {course.docs.name}, and name that",
        )
    elif not file.is_file():
        remedy = f"correct its path, which begins with {course.docs.name}/"
        yield f"there is no file {path} to include", remedy
    elif section and f"[start:{section}]" not in file.read_text("utf-8", "replace"):
        remedy = f"mark it there with --8<-- [start:{section}]"
        yield f"{path} has no section {section}", remedy


def check_text_only(material: Material) -> Iterator[Problem]:
    """A page is text: what can be clicked is a block, looks and scripts are elsewhere."""
    assets = f"{material.course.overrides.name}/assets"
    for file in material.each("source file", material.sources):
        if file.path.endswith(NO_TEXT):
            what = "this file is no text of the course"
            yield Problem(file.label, 1, what, f"move it to {assets}")
        if not file.path.endswith(".md"):
            continue
        depends_on = ("check_text_only", file.label, file.text, assets)
        yield from kept(depends_on, partial(elements_in, file, assets))


def elements_in(file: SourceFile, assets: str) -> list[Problem]:
    """Return each element of a page that is more than text; `assets` is the folder for it."""
    found = []
    for line, text in file.read.lines:
        for tag in RE_TAG.findall(RE_CODE.sub("", text)) if "<" in text else ():
            remedy = "write a block of the course in its place"
            if tag.lower() in ("link", "script", "style"):
                remedy = f"move what it holds to {assets}"
            elif tag.lower() in RUNNING.split("|"):
                remedy = "use a picture, text or a link"
            what = f"the element <{tag}> stands in the text"
            found.append(Problem(file.label, line, what, remedy))
    return found
