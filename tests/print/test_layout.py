"""Every check of a PDF's layout finds its fault, and none in a good document."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring

from course.print.pdf.fonts import STYLES
from course.print.pdf.placement import Placement
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from tests.print.layout import checks
from tests.print.layout.pdf import MM, Pdf, read
from tests.print.layout.texts import fragments_of

pytestmark = pytest.mark.print

STYLE = """
@page { size: 100mm 100mm; margin: 15mm;
  @top-left { content: "Running head" } @bottom-left { content: "Foot" } }
body { font-size: 10pt; line-height: 1.2; margin: 0 } p, h2, table { margin: 0 0 3mm }
td, th { border: 1px solid; padding: 1mm; vertical-align: top } tr { break-inside: avoid }
svg { display: block } a::after { content: " (page 7)" }
.blank { display: block; border: 1px solid; width: 30mm; height: 5mm; margin-bottom: 1mm }
.circle { display: inline-block; width: 5mm; height: 5mm }
.line { height: 8.8mm; border-bottom: .2mm solid } .verdict::before { content: "Verdict: " }
.long, .over { white-space: nowrap } .over { width: 15mm } .next, #x { break-before: page }
.left { margin-left: -12mm } .right { margin-left: 60mm } .low { height: 55mm }
.up3 { margin-top: -3mm } .up6 { margin-top: -6mm } .up8 { margin-top: -8mm }
.frame { border: 1px solid } .rule { border-bottom: 1px solid } .area { background: #ccc }
.lid { position: relative; top: -7mm; background: #eee; height: 5mm } .gone { display: none }
.pale { color: #999 } .dark { background: #333; color: white } .dark i { color: #555 }
.slim { width: 35mm; hyphens: auto; text-align: justify }
.split { break-inside: auto } .body { display: table-row-group }
"""
FIGURE = (
    '<svg width="100" height="50"><title>A figure</title><path fill="#ccc" d="M0 0h100v50H0z"/>'
    '<path fill="none" d="M0 0L100 50" stroke="black"/><text x="10" y="30">Label</text></svg>'
)
LOW = '<p class="low">Text.</p>'
LINES = '<div class="line"></div>' * 3
FIELD = '<span class="blank" name="one" title="one"></span>'
BUTTON = '<span class="circle" type="radio" name="b" value="1" title="b"></span>'
WORDS = "several plain words that fill more than a line of this small page. "
ROWS = "".join(f"<tr><th scope=row>Row {number}<td>{WORDS}" for number in range(9))
TABLE = f"<table><thead><tr><th>Head one<th>Head two</thead><tbody>{ROWS}</tbody></table>"
GOOD = f"""
<h2>An <i>office</i> heading<sup>2</sup></h2>
<p>See <a href="#x">the table</a>: {WORDS} <u>jumping gently</u> and <mark>marked</mark> AV. Y.</p>
<p>Reading 1: <span class="verdict">mixed</span></p>{FIGURE}<p>{FIELD} {BUTTON} one</p>{LINES}
<div class="rule">Boxes that are too low</div><div class="rule">to be written in</div>
<ul><li>Outer item<ul><li>inner item</li></ul></li></ul>{TABLE}<h2>Not alone</h2>{LINES}
<h2 class="next">Nor this one</h2>{FIELD}<h2 class="next">Nor this</h2>{FIGURE}
<table id="x">{ROWS}</table><p class="slim">{"incomprehensibilities and&nbsp;again " * 40}</p>
"""


def finished(folder: Path, body: str, style: str = "") -> tuple[Pdf, HtmlElement]:
    """Set a document with tags and form fields, and return it and its tree."""
    html = f'<!doctype html><html lang="en"><title>Test</title><body>{body}'
    sheet, path = folder / "style.css", folder / "document.pdf"
    sheet.write_text(STYLE + style, "utf-8")
    path.write_bytes(typeset(html, Setting([STYLES, sheet], folder, form="Form"))[1])
    return read(path), document_fromstring(html)


def faults(folder: Path, body: str, style: str = "") -> list[str]:
    """Return what all the checks find in a document."""
    pdf, html = finished(folder, body, style)
    plain = (checks.overlaps, checks.stranded_headings, checks.stranded_labels, checks.pale_text)
    found = [fault for check in (*plain, checks.tables_without_head) for fault in check(pdf)]
    found += checks.outside_page(pdf, 5)
    return found + checks.cut_rows(pdf, html) + checks.missing_text(pdf, html)


@pytest.fixture(autouse=True)
def set_with_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a document be set although it has faults, which are what is looked for here."""
    monkeypatch.setattr(Placement, "add_fault", lambda *_: None)
    monkeypatch.setattr(Placement, "look_for", lambda *_: None)


def test_a_good_document_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (f'<p class="long">{WORDS}', "16 mm from the top: “several plain words that fill more"),
        ('<p class="left">Too far left', "“Too far left” is nearer to the page's edge than 5 mm"),
        (f'<p class="right">{FIGURE}', "a shape is nearer to the page's edge than 0 mm"),
        (f'<p class="right">{FIELD}', "the field “one” is nearer to the page's edge than 0 mm"),
        ('<p>First text<p class="up6">Other', "“Other” lies on “First text”"),
        ('<p>gang<p style="margin-top: -13pt">held', "“held” lies on “gang”"),
        ('<p class="up8">Over the head', "“Running head” lies on “Over the head”"),
        (f'{FIGURE}<p class="up8">Under it', "“Under it” lies on a figure"),
        ('<div class="rule"></div><p class="up3">Struck', "“Struck” lies on a line"),
        ('<p class="over frame">Over the frame', "“Over the frame” lies on an edge"),
        ('<p class="over area">Over the edge', "“Over the edge” lies on an edge"),
        ('<p>Hidden<p class="lid">', "“Hidden” is hidden by a filled shape"),
        (f'{LINES}<p class="up8">Written', "a line to write on lies on “Written”"),
        (f'<p>Below<p class="up8">{FIELD}', "the field “one” lies on “Below”"),
        (f'{FIELD}<p class="up3">{FIELD}', "“one” and the field “one-2” lie on one another"),
        (f'{FIGURE}<div class="up8">{LINES}', "a line to write on and a figure lie on one another"),
        (f"{LOW}<h1>Alone</h1>{WORDS}", "nothing follows “Alone” on its page"),
        (f"{LOW}<h4>Alone</h4>{WORDS}", "nothing follows “Alone” on its page"),
        (f"{LOW}<table><caption>Alone</caption>{ROWS}", "nothing follows “Alone"),
        (f'<ol><li>{BUTTON}<p class="next">Words', "nothing follows the label of “1. Words” on"),
        (f'<table><tr class="split"><td>{WORDS * 12}', "…” is not whole on one page"),
        (TABLE.replace("<thead", '<thead class="body"'), "a table goes on without its head row"),
        ('<p>Yes.<p class="gone">Not there.', "“Not there.” occurs 0 of 1 times"),
        ('<p>Twice.<p class="gone">Twice.', "“Twice.” occurs 1 of 2 times"),
        ('<p>Black<p class="pale">Pale', "“Pale” has a contrast of 2.8:1"),
        ('<div class="area"><p class="dark">White on <i>dark', "“dark” has a contrast of 1.7:1"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    found = faults(tmp_path, body, "* { break-after: auto !important }")
    assert any(fault in each for each in found), found


def test_the_fragments_of_a_document_are_the_texts_of_its_blocks() -> None:
    html = f"""
        <html><head><title>Not this</title></head><body>
        <h1>One <em>big</em> head <span class="more">and more</span></h1>
        <p>See <a href="#x">there</a>, or<br>not.<!-- no --></p>
        <ul><li>Outer<ul><li>inner</ul></ul>{FIGURE}
        <label>Name <input><textarea>typed</textarea></label>"""
    found = "|".join(fragments_of(document_fromstring(html)))
    assert found == "One big head|and more|See|there|, ornot.|Outer|inner|Label|Name"


def test_sizes_lines_and_places_are_read(tmp_path: Path) -> None:
    body = f'<h2>Head</h2>{LINES}<p class="next">See <a href="#x">this</a><p class="next" id="x">'
    pdf, _ = finished(tmp_path, body)
    first, second, third = pdf.pages
    assert {run.text: round(run.size, 1) for run in first.runs}["Head"] == 15
    assert [round((line.bottom - line.top) / MM) for line in first.lines] == [9] * 3
    assert second.lines == third.body == []
    assert third.text == "RunningheadFoot"
    assert pdf.text_and_pages == ("HeadSeethis(page7)", [1] * 4 + [2] * 14)
    (link,) = pdf.tags.iter("Link")
    assert (link.get("page"), link.get("target")) == ("2", "x")
