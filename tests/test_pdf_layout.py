"""Every check of a PDF's layout finds its fault, and finds none in a good document."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from course.print import fonts
from course.print.typeset import finish
from tests import pdf_layout
from tests.pdf_layout import MM, fragments_of, rows_of

# A tile of one line to write on, as the workbook has it.
LINES = (
    "url('data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2210mm%22"
    " height=%229mm%22><path d=%22M0 33H40%22 stroke=%22black%22/></svg>') 0 0 / 10mm 9mm"
)
STYLE = f"""
@page {{ size: 100mm 100mm; margin: 15mm; @top-left {{ content: "Running head" }} }}
body {{ font-size: 10pt; line-height: 1.2; margin: 0 }} p, h2, table {{ margin: 0 0 3mm }}
td, th {{ border: 1px solid; padding: 1mm; vertical-align: top }} svg {{ display: block }}
.lines {{ height: 18mm; background: {LINES} }} input {{ border: 1px solid }}
.verdict::before {{ content: "Verdict: " }}
.line {{ height: 8.8mm; border-bottom: .2mm solid }}
.up {{ margin-top: -8mm }} a::after {{ content: " (page 7)" }}
"""
FIGURE = (
    '<svg width="100" height="50"><title>A figure</title><path fill="#ccc" d="M0 0h100v50H0z"/>'
    '<path d="M0 0L100 50" stroke="black"/><text x="10" y="30">Label</text></svg>'
)
RULED = '<div class="line"></div>' * 3
LISTED = '<div class="line">Item</div>' * 3
WORDS = "several plain words that fill more than a line of this small page. "


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """The place of a PDF."""
    return tmp_path / "document.pdf"


def write(pdf: Path, body: str, style: str = "") -> str:
    """Set a document with tags and form fields, and return its HTML."""
    html = f'<!doctype html><html lang="en"><title>Test</title><body>{body}'
    config = FontConfiguration()
    sheets = [
        weasyprint.CSS(filename=fonts.STYLES, font_config=config),
        weasyprint.CSS(string=STYLE + style, font_config=config),
    ]
    weasyprint.HTML(string=html).write_pdf(
        pdf,
        stylesheets=sheets,
        font_config=config,
        pdf_tags=True,
        pdf_variant="pdf/ua-1",
        pdf_forms=True,
    )
    return html


def table(rows: int, words: str, head: str = "<thead><tr><th>Head one<th>Head two</thead>") -> str:
    """Return a table with numbered rows."""
    body = "".join(f"<tr><th scope=row>Row {row}<td>{words}" for row in range(1, rows + 1))
    return f"<table>{head}<tbody>{body}</tbody></table>"


GOOD = f"""
<h2>An <i>office</i> heading<sup>2</sup></h2>
<p>See <a href="#x">the table</a>: {WORDS} <u>jumping gently</u> and <mark>marked</mark> AV. Y.</p>
<p>Reading 1: <span class="verdict">mixed</span></p>
{FIGURE}
<p><input name="a" title="a"> <input type="radio" name="b" value="1" title="b"> one</p>
<div class="lines"></div>{RULED}<p>Next paragraph.</p>{LISTED}
<ul><li>Outer item<ul><li>inner item</li></ul></li></ul>
{table(9, WORDS)}
"""


def test_a_good_document_has_no_fault(pdf: Path) -> None:
    html = write(pdf, GOOD, "tr { break-inside: avoid }")
    assert pdf_layout.outside_page(pdf, 5) == []
    assert pdf_layout.overlaps(pdf) == []
    assert pdf_layout.stranded_headings(pdf) == []
    assert pdf_layout.cut_rows(pdf, rows_of(html)) == []
    assert pdf_layout.tables_without_head(pdf) == []
    assert pdf_layout.missing_text(pdf, fragments_of(html)) == []
    assert pdf_layout.fonts_not_embedded(pdf) == []
    assert pdf_layout.empty_pages(pdf) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (
            '<p style="white-space: nowrap">' + WORDS * 2,
            "page 1, 15 mm from the left, 16 mm from the top: “several plain words that fill more "
            "than …” crosses the page's edge",
        ),
        (
            '<p style="margin-left: -12mm">Too far left',
            "page 1, 3 mm from the left, 16 mm from the top: “Too far left” is nearer to the "
            "page's edge than 5 mm",
        ),
        (
            f'<div style="margin-left: 60mm">{FIGURE}</div>',
            "page 1, 75 mm from the left, 15 mm from the top: an image or shape crosses the page's "
            "edge",
        ),
        (
            '<input name="wide" title="w" style="margin-left: 50mm">',
            "the field “wide” crosses the page's edge",
        ),
        (
            '<div class="lines" style="margin-right: -20mm">',
            "page 1, 15 mm from the left, 15 mm from the top: a block of writing lines crosses the "
            "page's edge",
        ),
    ],
)
def test_what_is_outside_the_page_is_found(pdf: Path, body: str, fault: str) -> None:
    write(pdf, body)
    assert any(found.endswith(fault) for found in pdf_layout.outside_page(pdf, 5))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p>First text<p style="margin-top: -6mm">Other', "“Other” lies on “First text”"),
        (
            '<p style="margin-top: -10mm">Over the head',
            "“Running head” lies on “Over the head”",
        ),
        (f'{FIGURE}<p class="up">Under it', "“Under it” lies on a figure"),
        (
            '<hr style="border: 0; border-top: 1px solid; margin: 2mm 0 0">'
            '<p style="margin-top: -3mm">Struck',
            "“Struck” lies on a line",
        ),
        (
            '<p style="border: 1px solid; width: 15mm; white-space: nowrap">Over the frame',
            "“Over the frame” lies on a frame",
        ),
        (
            '<p style="background: #ccc; width: 15mm; white-space: nowrap">Over the edge',
            "“Over the edge” lies on the edge of an area",
        ),
        (
            '<p>Hidden<p style="position: relative; top: -7mm; background: #eee; height: 5mm">',
            "“Hidden” is hidden by a filled shape",
        ),
        ('<div class="lines"></div><p class="up">Written', "“Written” lies on writing lines"),
        (
            f'{RULED}<p style="margin-top: -17mm">Between',
            "“Between” lies on writing lines",
        ),
        (
            '<p>Under a field</p><input name="one" title="one" style="margin-top: -7mm">',
            "the field “one” lies on “Under a field”",
        ),
        (
            '<input name="one" title="one" style="display: block">'
            '<input name="two" title="two" style="display: block; margin-top: -4mm">',
            "the field “one” and the field “two” lie on one another",
        ),
        (
            f'{FIGURE}<div class="lines up"></div>',
            "a figure and a block of writing lines lie on one another",
        ),
    ],
)
def test_what_lies_on_something_is_found(pdf: Path, body: str, fault: str) -> None:
    write(pdf, body)
    faults = pdf_layout.overlaps(pdf)
    assert any(found.endswith(f"from the top: {fault}") for found in faults), faults


@pytest.mark.parametrize("head", ["h1", "h4"])
def test_a_heading_alone_at_the_foot_is_found(pdf: Path, head: str) -> None:
    write(
        pdf,
        f'<p style="height: 55mm">Text.</p><{head}>Alone</{head}><p>{WORDS * 9}',
        "* { break-after: auto }",
    )
    (fault,) = pdf_layout.stranded_headings(pdf)
    assert fault.startswith("page 1, ")
    assert fault.endswith("nothing follows “Alone” on its page")


@pytest.mark.parametrize(
    "below",
    [
        '<div class="lines"></div>',
        RULED,
        '<input name="a" title="a">',
        FIGURE,
        '<div style="border: 1px solid; height: 9mm">',
    ],
)
def test_a_heading_over_a_place_to_write_or_a_figure_is_good(pdf: Path, below: str) -> None:
    write(pdf, f"<h2>Not alone</h2>{below}")
    assert pdf_layout.stranded_headings(pdf) == []


def test_a_label_without_its_words_is_found(pdf: Path) -> None:
    field = '<input type="radio" name="a" value="1" title="a">'
    html = write(pdf, f"<ol><li>{field}<p style='break-before: page'>Words<li>{field}More</ol>")
    pdf.write_bytes(finish(pdf.read_bytes(), html))
    assert pdf_layout.stranded_labels(pdf) == [
        "page 1: nothing follows the label of “1. Words” on its page"
    ]


def test_sizes_lines_and_pages_are_read(pdf: Path) -> None:
    write(pdf, f"<h2>Head</h2>{RULED}<p style='break-before: page'>End {WORDS}{LISTED}")
    layout = pdf_layout.read(pdf)
    first, second = layout.pages
    assert {run.text: round(run.size, 1) for run in first.runs}["Head"] == 15
    assert [len(block) for block in first.lines] == [3]
    assert first.lines[0][1].bottom - first.lines[0][0].bottom == pytest.approx(9 * MM, abs=0.1)
    assert second.lines == []
    assert "Runninghead" in second.text
    text, pages = layout.text_and_pages
    assert text.startswith("HeadEndseveral")
    assert pages[:4] == [1, 1, 1, 1]
    assert set(pages[4:]) == {2}
    assert len(pages) == len(text)


def test_a_caption_without_its_table_is_found(pdf: Path) -> None:
    rows = '<caption>The caption</caption><tr><td style="height: 60mm">Cell'
    style = "* { break-after: auto !important } tr { break-inside: avoid }"
    write(pdf, f'<p style="height: 40mm">Text.</p><table>{rows}</table>', style)
    (fault,) = pdf_layout.stranded_headings(pdf)
    assert fault.endswith("nothing follows “The caption” on its page")


def test_a_cut_row_is_found(pdf: Path) -> None:
    html = write(pdf, table(2, WORDS * 12))
    faults = pdf_layout.cut_rows(pdf, rows_of(html))
    assert [fault.partition(" several")[0] for fault in faults] == [
        "page 1: the row “Row 1",
        "page 3: the row “Row 2",
    ]
    assert all(fault.endswith("is not whole on one page") for fault in faults)


def test_a_table_that_goes_on_without_its_head_is_found(pdf: Path) -> None:
    style = "tr { break-inside: avoid } thead { display: table-row-group }"
    write(pdf, table(9, WORDS), style)
    faults = pdf_layout.tables_without_head(pdf)
    assert [fault[:6] for fault in faults] == ["page 2"]
    assert all(fault.endswith("a table goes on without its head row") for fault in faults)


def test_a_table_that_never_had_a_head_is_good(pdf: Path) -> None:
    write(pdf, table(9, WORDS, head=""))
    assert pdf_layout.tables_without_head(pdf) == []


def test_missing_text_is_found(pdf: Path) -> None:
    write(pdf, "<p>Twice.</p><p>An office full of words.</p>")
    fragments = ["Twice.", "Twice.", "An oﬃce", "Not there", "full"]
    assert pdf_layout.missing_text(pdf, fragments) == [
        "“Twice.” occurs 1 of 2 times",
        "“Not there” is missing",
    ]


def test_text_cut_by_lines_pages_and_hyphens_is_not_missing(pdf: Path) -> None:
    words = "incomprehensibilities and counterdemonstrations\N{NO-BREAK SPACE}again " * 40
    html = write(pdf, f"<p>{words}</p>", "p { hyphens: auto; width: 35mm; text-align: justify }")
    assert len(pdf_layout.read(pdf).pages) > 2
    assert pdf_layout.missing_text(pdf, fragments_of(html)) == []
    assert pdf_layout.missing_text(pdf, ["Running head"]) == ["“Running head” is missing"]


def test_the_fragments_of_a_document_are_the_texts_of_its_blocks() -> None:
    html = (
        "<html><head><title>Not this</title></head><body>"
        '<h1>One <em>big</em> head <span class="more">and more</span></h1>'
        '<p>See <a href="#x">there</a>, or<br>not.<!-- no --></p>'
        f"<ul><li>Outer<ul><li>inner</ul></ul>{FIGURE}"
        "<label>Name <input><textarea>typed</textarea></label>"
        "<table><tr><th>A<td>B</table>"
    )
    assert fragments_of(html) == [
        *("One big head", "and more", "See", "there", ", ornot.", "Outer", "inner", "Label"),
        *("Name", "A", "B"),
    ]
    assert rows_of(html) == ["A B"]


def test_fonts_are_told_by_their_names(pdf: Path) -> None:
    write(pdf, "<p>Text</p>")
    names = pdf_layout.embedded_fonts(pdf)
    assert names
    assert not any("+" in name for name in names)


def test_a_font_that_is_not_embedded_is_found(pdf: Path, tmp_path: Path) -> None:
    write(pdf, "<p>Text</p>", "@page { @top-left { content: none } }")
    (name,) = pdf_layout.embedded_fonts(pdf)
    stripped = tmp_path / "stripped.pdf"
    with pikepdf.open(pdf) as document:
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor":
                for key in {"/FontFile2", "/FontFile3"} & set(font.keys()):
                    del font[key]
        document.save(stripped)
    assert pdf_layout.fonts_not_embedded(stripped) == [f"the font {name} is not embedded"]
    assert pdf_layout.embedded_fonts(stripped) == set()


def test_pale_text_is_found(pdf: Path) -> None:
    pale = '<p style="color: #999">Pale</p><p style="color: white; background: #333">White'
    write(pdf, f"<p>Black</p>{pale}")
    (fault,) = pdf_layout.not_printed_black(pdf)
    assert fault.endswith("from the top: “Pale” has a contrast of 2.8:1")


def test_pages_with_little_on_them_are_found(pdf: Path) -> None:
    write(pdf, '<p>One</p><p style="break-before: page"></p><p style="break-before: page">Three')
    assert pdf_layout.empty_pages(pdf) == ["page 2 is empty"]
    assert pdf_layout.nearly_empty_pages(pdf, 0.3) == [
        "page 1: the body ends at 18% of the height",
        "page 3: the body ends at 18% of the height",
    ]
    assert pdf_layout.nearly_empty_pages(pdf, 0.1) == []
