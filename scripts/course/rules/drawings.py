"""The drawings of a course: they can be drawn everywhere, and say what they show."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from course.includes import includes
from course.mark import FOLDER
from course.problems import Problem
from course.rules.material import Material, SourceFile

SVG = "{http://www.w3.org/2000/svg}"


def check_drawings(material: Material) -> Iterator[Problem]:
    """A drawing says how large it is, runs nothing, and has a name where a page includes it."""
    root = material.course.file.parent
    pages = material.sources_of(".md")
    included = {each.file(root) for page in pages for each in includes(page.text)}
    for file in material.each("drawing", material.sources_of(".svg")):
        data = file.file.read_bytes()
        if b"--8<--" in data:
            continue  # parts of it are included, which no comment of XML may mark
        try:
            picture = etree.fromstring(data)
        except etree.XMLSyntaxError as error:
            line = min(error.lineno or 1, data.rstrip().count(b"\n") + 1)
            remedy = "save it as SVG again, or close what is open there"
            yield Problem(file.label, line, "it cannot be drawn: it is no whole SVG", remedy)
            continue
        for element, what, remedy in wrong(file, picture, file.file in included):
            yield Problem(file.label, line_of(element), what, remedy)
        if b"<!DOCTYPE" in data:
            line = data.count(b"\n", 0, data.index(b"<!DOCTYPE")) + 1
            remedy = "remove the line: it would stand in the middle of a page"
            yield Problem(file.label, line, "it has a DOCTYPE", remedy)


def wrong(
    file: SourceFile, picture: etree._Element, is_included: bool
) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield what is wrong with a drawing, each with its element."""
    if not picture.get("viewBox"):
        size = "0 0 48 48" if file.path.startswith(f"{FOLDER}/") else "0 0 600 400"
        remedy = f'write viewBox="{size}", or what its size is'
        yield picture, "the drawing has no viewBox", remedy
    for element in picture.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}script"):
            yield element, "the drawing has a script", "remove it: nothing runs in a drawing"
    if is_included:
        yield from nameless(picture)


def line_of(element: etree._Element) -> int:
    """Return the line of an element."""
    return int(str(element.sourceline or 1))


def nameless(picture: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield what keeps an included drawing from having a name for who hears the page."""
    named = (picture.get("aria-labelledby") or "").split()
    ids = {element.get("id") for element in picture.iter()}
    titles = picture.findall(f"{SVG}title") + picture.findall("title")
    if not titles and not picture.get("aria-label"):
        remedy = 'write <title id="…">what it shows</title> first, and name it in aria-labelledby'
        yield picture, "the drawing has no title", remedy
    elif missing := [each for each in named if each not in ids]:
        what = f"aria-labelledby names “{missing[0]}”, which no part has as its id"
        yield picture, what, f'write id="{missing[0]}" on the title'
    elif not named and not picture.get("aria-label"):
        remedy = 'give the title an id, and write role="img" aria-labelledby="that id" here'
        yield picture, "the drawing does not say that the title is its name", remedy
    elif picture.get("role") != "img":
        yield picture, "the drawing has no role", 'write role="img"'
