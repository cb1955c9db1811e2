"""Writes the slides as a file that a trainer can change: real text, layouts, notes, tables."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml.html import HtmlElement, document_fromstring
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Mm, Pt

from course.archive import packed
from course.model import text_of
from course.print.kit.emblem import emblem
from course.print.tokens import read_tokens
from course.settings import Course

WIDTH, HEIGHT = Mm(338.67), Mm(190.5)
LEFT, TOP, INNER = Mm(24), Mm(14), Mm(290)
HEAD, BODY = Mm(34), Mm(112)
MARK = Mm(32)
# The layouts of the library's template that are kept: a title with text, and a title alone.
WITH_TEXT, ALONE = "Title and Content", "Title Only"
# A face that each computer has, or one of the same widths.
FACE = "Arial"
EDGE = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Edge {id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="0" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
    "</p:sp>"
)


def write_slides(document: str, course: Course) -> bytes:
    """Return the slides of a document as PPTX; the same document gives the same bytes."""
    deck = new_deck(course)
    root: HtmlElement = document_fromstring(document)
    for slide in root.xpath("//section[@class='slide']"):
        add_slide(deck, slide, course)
    facts = deck.core_properties
    facts.title = text_of(root.xpath("//title")[0])
    facts.author = facts.last_modified_by = course.title
    facts.language = course.words.locale.replace("_", "-")
    facts.created = facts.modified = datetime(*course.released.timetuple()[:3])
    facts.revision = 1
    output = BytesIO()
    deck.save(output)
    return without_times(output.getvalue())


def new_deck(course: Course) -> Any:
    """Return a deck without slides, with the layouts that slides of a course need."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in (WITH_TEXT, ALONE):
            deck.slide_layouts.remove(layout)
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            place(shape, holder)
    set_theme(master, read_tokens(course))
    half = HEIGHT // 2
    for number, colour in enumerate(("accent1", "accent2")):
        facts = {"id": 100 + number, "top": number * half, "width": Mm(6), "height": half}
        master.shapes._spTree.insert(2 + number, parse_xml(EDGE.format(colour=colour, **facts)))
    return deck


def place(shape: Any, holder: Any) -> None:
    """Put a placeholder of the master or of a layout where it belongs, or take it away."""
    bounds: list[int]
    kind = str(shape.placeholder_format.type).partition(" ")[0]
    if kind == "TITLE":
        bounds = [LEFT, TOP, INNER - MARK - Mm(6), HEAD]
    elif kind in ("BODY", "OBJECT"):
        bounds = [LEFT, TOP + HEAD, INNER, BODY]
    elif kind == "SLIDE_NUMBER":
        bounds = [LEFT + INNER - Mm(30), HEIGHT - Mm(16), Mm(30), Mm(9)]
    else:
        shape._element.getparent().remove(shape._element)
        return
    shape.left, shape.top, shape.width, shape.height = map(Emu, bounds)
    if holder.__class__.__name__ == "SlideMaster":
        set_styles(holder)


def set_styles(master: Any) -> None:
    """Let titles and text of the master begin at the edge, in sizes for the last row."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "3600")
    title.find(qn("a:defRPr")).set("b", "1")
    body = styles.find(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    body.find(qn("a:defRPr")).set("sz", "2800")
    body.find(f"{qn('a:spcBef')}/{qn('a:spcPct')}").set("val", "45000")
    for frame in master._element.iter(qn("a:bodyPr")):
        frame.set("lIns", "0")
        frame.set("anchor", "t")


def set_theme(master: Any, tokens: dict[str, str]) -> None:
    """Write the face and the hues of a course into the theme of its deck."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode()
    theme = re.sub(r'(<a:latin typeface=")[^"]+', rf"\g<1>{FACE}", theme)
    for number in (1, 2):
        if hue := tokens.get(f"hue-{number}", "").lstrip("#"):
            found = rf'(<a:accent{number}>\s*<a:srgbClr val=")[0-9A-Fa-f]+'
            theme = re.sub(found, rf"\g<1>{hue.upper()}", theme)
    part._blob = theme.encode()


def add_slide(deck: Any, slide: HtmlElement, course: Course) -> None:
    """Add a slide of a document to a deck."""
    (shown,) = slide.xpath(".//*[@data-part='shown']")
    table = shown.find("table")
    wanted = ALONE if table is not None else WITH_TEXT
    layout = next(each for each in deck.slide_layouts if each.name == wanted)
    added = deck.slides.add_slide(layout)
    title = text_of(slide.xpath(".//h1")[0])
    added.shapes.title.text = title
    if table is not None:
        add_table(added, table, title)
    else:
        add_lines(added.placeholders[1].text_frame, shown)
    for address in slide.xpath(".//header/@data-mark"):
        picture = BytesIO(emblem(address))
        mark = added.shapes.add_picture(picture, LEFT + INNER - MARK, TOP, width=MARK)
        described(mark, course.words("print.slides.mark", title=title))
    number_slide(added, layout)
    said = [text_of(part) for part in slide.xpath("*[@data-part='said']//*[self::p or self::li]")]
    added.notes_slide.notes_text_frame.text = "\n".join(said)
    for run in added._element.iter(qn("a:rPr")):
        run.set("lang", course.words.locale.replace("_", "-"))


def add_lines(frame: Any, shown: HtmlElement) -> None:
    """Write what a slide shows into its frame, a paragraph for each line."""
    lines = shown.xpath(".//li | .//p[not(ancestor::li)]")
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        add_runs(paragraph, line)
        if line.tag == "p":
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.insert(0, properties.makeelement(qn("a:buNone"), {}))


def add_runs(paragraph: Any, line: HtmlElement) -> None:
    """Write a line, with what is strong or stressed in it."""
    for piece in line.xpath(".//text()"):
        text = re.sub(r"\s+", " ", str(piece))
        if text.strip() or text == " ":
            run = paragraph.add_run()
            run.text = text
            around = {each.tag for each in piece.getparent().iterancestors()}
            around.add(piece.getparent().tag if piece.is_text else "")
            run.font.bold = True if "strong" in around else None
            run.font.italic = True if "em" in around else None


def add_table(slide: Any, table: HtmlElement, title: str) -> None:
    """Write a table that a slide shows."""
    rows = table.xpath(".//tr")
    shape = slide.shapes.add_table(len(rows), len(rows[0]), LEFT, TOP + HEAD, INNER, Mm(12))
    described(shape, title)
    for row, written in zip(rows, shape.table.rows, strict=True):
        for cell, place in zip(row, written.cells, strict=True):
            paragraph = place.text_frame.paragraphs[0]
            add_runs(paragraph, cell)
            paragraph.font.size = Pt(24)


def described(shape: Any, text: str) -> None:
    """Give a shape the text that stands for it where it is not seen."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def number_slide(slide: Any, layout: Any) -> None:
    """Show the number of a slide, as its layout does."""
    for shape in layout.placeholders:
        if str(shape.placeholder_format.type).startswith("SLIDE_NUMBER"):
            slide.shapes._spTree.append(deepcopy(shape._element))


def without_times(data: bytes) -> bytes:
    """Return a zip whose files have no time, so that the same deck has the same bytes."""
    with ZipFile(BytesIO(data)) as deck:
        return packed((name, deck.read(name)) for name in deck.namelist())
