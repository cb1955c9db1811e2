"""A small document set as a PDF, and its structure as a test reads it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from course.print.pdf import fonts

STYLES = """
@page { size: A5; @top-right { content: string(head) } @bottom-left { content: counter(page) } }
h1 { string-set: head "Running head" }
section, tr { break-inside: avoid }
a.reference::after { content: " (page " target-counter(attr(href), page) ")" }
.contents ol { list-style: none }
.contents a::after { content: leader(".") target-counter(attr(href), page) }
.options { list-style: upper-alpha }
.box { display: inline-block; width: 3mm; height: 3mm; border: .3mm solid }
.lines { height: 18mm; background: url(line.svg) }
:is(.blank, .circle, .square) { display: inline-block; width: 5mm; height: 5mm }
.ruled { height: 20mm }
"""
LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm">'
    '<rect width="9mm" height="1"/></svg>'
)


def prepare(folder: Path) -> list[Path]:
    """Fill a folder with the styles and fonts of the document, and return the stylesheets."""
    shutil.copytree(fonts.FOLDER, folder / "fonts")
    (folder / "styles.css").write_text(STYLES)
    (folder / "line.svg").write_text(LINE)
    return [folder / "fonts" / fonts.STYLES.name, folder / "styles.css"]


def wrap(body: str) -> str:
    """Return a small document."""
    return f'<!doctype html><html lang="en"><title>x</title><p>{body}</p></html>'


class Edition:
    """A PDF as it was set, and its structure tree.

    Arguments:
        pdf: the bytes of the PDF.
    """

    def __init__(self, pdf: bytes) -> None:
        self.bytes = pdf
        self.pdf = pikepdf.open(BytesIO(pdf))
        self.marks = [mark for sheet in self.pdf.pages for mark in marks_of(sheet)]
        self.words: dict[tuple[int, int], str] = {}
        self.decoration = ""
        with pdfplumber.open(BytesIO(pdf)) as opened:
            for number, sheet in enumerate(opened.pages):
                self.read(number, sheet.chars)

    def read(self, number: int, characters: list[dict[str, Any]]) -> None:
        """Note to which content every character of a page belongs."""
        for character in characters:
            if character["mcid"] is None:
                assert character["tag"] == "Artifact"
                self.decoration += character["text"]
            else:
                place = number, character["mcid"]
                self.words[place] = self.words.get(place, "") + character["text"]

    def elements(self, kind: str = "") -> Iterator[Any]:
        """Return the elements of the structure tree, in order."""

        def walk(element: Any) -> Iterator[Any]:
            if not kind or str(element.S) == f"/{kind}":
                yield element
            for kid in element.K:
                if is_element(kid):
                    yield from walk(kid)

        yield from walk(self.pdf.Root.StructTreeRoot.K[0])

    def show(self, kids: list[Any], sheet: Any) -> str:
        """Write kids of an element on one line: `Type[name](content)`."""
        shown = ""
        for kid in kids:
            if is_element(kid):
                if shown and shown[-1] not in " (":
                    shown += " "
                shown += f"{kid.S}"[1:] + self.attributes(kid)
                shown += f"({self.show(list(kid.K), kid.Pg).strip()}) "
            elif mark := mark_of(kid, sheet):
                shown += self.words.get(mark, "")
        return " ".join(shown.split()).replace(") )", "))")

    def attributes(self, element: Any) -> str:
        """Write what an element says beside its kids."""
        if element.S == "/TH":
            return f":{element.A.Scope}".replace("/", "")
        if element.S == "/Figure":
            return f"[{element.Alt}]"
        if element.S == "/Link":
            return f"[{element.K[0].Obj.Contents}]"
        return f"[{element.K[0].Obj.TU}]" if element.S == "/Form" else ""


def is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def mark_of(kid: Any, sheet: Any) -> tuple[int, int] | None:
    """Return the page and the number of a content that an element on a page holds."""
    if isinstance(kid, int):
        return int(sheet.StructParents), kid
    return (int(kid.Pg.StructParents), int(kid.MCID)) if "/MCID" in kid else None


def marks_of(sheet: Any) -> Iterator[tuple[int, int]]:
    """Return the page and the number of every content that is marked on a page."""
    for each in pikepdf.parse_content_stream(sheet):
        if str(each.operator) == "BDC" and "/MCID" in each.operands[1]:
            yield int(sheet.StructParents), int(each.operands[1].MCID)
