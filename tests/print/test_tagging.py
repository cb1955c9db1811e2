"""A document set as a PDF: its tags, its fields, and that it is the same everywhere."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import page
import pdfplumber
import pikepdf
import pypdf
import pytest

from course.print.pdf.setting import Setting
from course.print.pdf.typeset import count_pages, pages_of_anchors, typeset
from tests.print.tagged import Edition, is_element, mark_of, prepare, wrap

pytestmark = pytest.mark.print

CHOICE = '<span class="circle" type="radio" name="c" title="Choose" value="{}"></span>'
SVG = """<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 60 30">
<title>Two bars</title><rect x="5" y="5" width="20" height="10"/>
<rect x="5" y="20" width="40" height="5"/></svg>"""
LONG = "an address whose words are so many that they do not go on one line of the page but on two"

# A construct by its heading, and its tags as `show` writes them.
PARTS = {
    "Words": (
        "<p>Some <strong>strong</strong>, <i>other</i> words<sup>2</sup> <abbr>abbr.</abbr></p>",
        "P(Some strong, other words2abbr.)",
    ),
    "Items of words": (
        "<ul><li>one</li><li><p>two</p></li></ul>",
        "L(LI(Lbl(•) LBody(one)) LI(Lbl(•) LBody(P(two))))",
    ),
    "Items of blocks": (
        "<ol><li><p>one</p><p>more</p></li><li>two<p>more</p></li></ol>",
        "L(LI(Lbl(1.) LBody(P(one) P(more))) LI(Lbl(2.) LBody(two P(more))))",
    ),
    "List in a list": (
        "<ul><li>one<ol><li>in <b>it</b></li><li>too</li></ol></li><li>two</li></ul>",
        "L(LI(Lbl(•) LBody(one L(LI(Lbl(1.) LBody(in it)) LI(Lbl(2.) LBody(too))))) "
        "LI(Lbl(•) LBody(two)))",
    ),
    "Lists between blocks": (
        "<ul><li><p>one</p><ul><li>in</li></ul><p>after</p><ul><li>again</li></ul></li></ul>",
        "L(LI(Lbl(•) LBody(P(one) L(LI(Lbl(◦) LBody(in))) P(after) L(LI(Lbl(◦) LBody(again))))))",
    ),
    "Terms": (
        "<dl><dt>term</dt><dd>what it is</dd></dl>",
        "L(LI(LBody(term)) LI(LBody(what it is)))",
    ),
    "Table": (
        "<table><caption>Table 1</caption><thead><tr><td></td><th scope=col>Manage</th>"
        "<th scope=col>Lead</th></tr></thead><tbody><tr><th scope=row rowspan=2>Aim</th>"
        "<td>order</td><td></td></tr><tr><td colspan=2>both <ul><li>x</li></ul></td></tr></tbody>"
        "</table>",
        "Table(Caption(Table 1) THead(TR(TD() TH:Column(Manage) TH:Column(Lead))) "
        "TBody(TR(TH:Row(Aim) TD(order) TD()) TR(TD(both L(LI(Lbl(•) LBody(x)))))))",
    ),
    "Figure": (
        f"<figure>{SVG}<figcaption>Figure 1</figcaption></figure>",
        "NonStruct(Figure[Two bars]() Caption(Figure 1))",
    ),
    "Link with a page": (
        '<p>See <a class="reference" href="#last">the <i>last</i> part</a>.</p>',
        "P(See Link[the last part](the last part (page 5)) .)",
    ),
    "Link on two lines": (
        f'<p>See <a href="https://example.org/">{LONG}</a>, <a href="#last" title="x">y</a></p>',
        f"P(See Link[{LONG}]({LONG.replace('do not', 'donot')}) , Link[the last part](y))",
    ),
    "Link that leads nowhere": ("<p>See <a>it</a></p>", "P(See it)"),
    "Contents": (
        '<nav class="contents"><ol><li><a href="#last">The <b>last</b></a><ol><li>'
        '<a href="#q">Page</a></li></ol></li></ol></nav>',
        "TOC(TOCI(Reference(Link[the last part](The last5)) "
        "TOC(TOCI(Reference(Link[Page](Page4))))))",
    ),
    "Links in a list": (
        '<ul><li><a href="#q">Question</a></li></ul>',
        "L(LI(Lbl(•) LBody(Link[Page](Question))))",
    ),
    "Question": (
        '<ol type="A" class="options" id="q"><li><span class="box"></span> first</li>'
        '<li><p><span class="box"></span> second</p></li></ol><div class="lines"></div>',
        "L(LI(Lbl(A.) LBody(first)) LI(Lbl(B.) LBody(P(second))))",
    ),
    "Choices": (
        f'<ol class="options"><li>{CHOICE.format("a")} Yes</li>'
        f"<li><label>{CHOICE.format('b')} No</label></li></ol>",
        "L(LI(Lbl(A.) LBody(Form[Choose]() Yes)) LI(Lbl(B.) LBody(Form[Choose]() No)))",
    ),
    "Fields": (
        '<p>Name <span class="blank" name="name" title="Your name"></span></p>'
        '<p><span class="square" type="checkbox" name="done" title="Done"></span> done</p>'
        '<div class="ruled" name="answer" title="Your answer"></div>',
        "P(Name Form[Your name]()) P(Form[Done]() done) Div(Form[Your answer]())",
    ),
    "Quotation": ("<blockquote><p>Words.</p></blockquote>", "BlockQuote(P(Words.))"),
    "Last": ('<p id="last">The last part.</p>', "P(The last part.)"),
}

# What goes over the end of a page, and its tags; `WORDS1` and `WORDS2` are the lines on each.
LINES = [f"line{number:02}" for number in range(46)]
WORDS = "<br>".join(LINES)
ITEMS = "".join(f"<li>{line}" for line in LINES)
SHOWN_ITEMS = " ".join(f"LI(Lbl(◦) LBody({line}))" for line in LINES)
BREAKING = {
    "Item of words": (f"<ul><li>{WORDS}</ul>", "L(LI(Lbl(•) LBody(WORDS1WORDS2)))"),
    "Item of blocks": (
        f"<ul><li>x<p>{WORDS}</p><p>y</p></ul>",
        "L(LI(Lbl(•) LBody(x P(WORDS1) P(WORDS2) P(y))))",
    ),
    "Item of a link": (
        f'<ul><li><a href="#after" title="z">{WORDS}</a> y</ul>',
        "L(LI(Lbl(•) LBody(Link[z](WORDS1) Link[z](WORDS2) y)))",
    ),
    "Item in an item": (
        f"<ul><li>x<ul><li>{WORDS}<li>y</ul>z</ul>",
        "L(LI(Lbl(•) LBody(x L(LI(Lbl(◦) LBody(WORDS1WORDS2)) LI(Lbl(◦) LBody(y))) z)))",
    ),
    "List in a list": (
        f"<ul><li>x<ul>{ITEMS}</ul><li>y</ul>",
        f"L(LI(Lbl(•) LBody(x L({SHOWN_ITEMS}))) LI(Lbl(•) LBody(y)))",
    ),
    "Lists one after the other": (
        f"<ul><li>x<ul>{ITEMS}</ul></ul><ul><li>y</ul>",
        f"L(LI(Lbl(•) LBody(x L({SHOWN_ITEMS})))) L(LI(Lbl(•) LBody(y)))",
    ),
    "Contents in contents": (
        '<div class="contents"><ol><li><a href="#after" title="z">x</a><ol>'
        + "".join(f'<li><a href="#after">{line}</a>' for line in LINES)
        + "</ol></ol></div>",
        "Div(TOC(TOCI(Reference(Link[z](x2)) TOC("
        + " ".join(f"TOCI(Reference(Link[z]({line}2)))" for line in LINES)
        + "))))",
    ),
    "Cell": (
        f'<table><tr style="break-inside: auto"><td>x<td>{WORDS}</table>',
        "Table(TBody(TR(TD(x) TD(WORDS1)) TR(TD() TD(WORDS2))))",
    ),
}

DOCUMENT = "".join(
    [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Every construct</title>',
        '<meta name="author" content="Some One">',
        '<meta name="dcterms.modified" content="2026-01-02">',
        '<h1 id="first">Every construct</h1>Words outside of any block.',
        *(f"<section><h2>{head}</h2>{part}</section>" for head, (part, _) in PARTS.items()),
    ]
)


@pytest.fixture(scope="module")
def edition(folder: Path, styles: list[Path]) -> Edition:
    """The document with every construct, to fill in."""
    return Edition(typeset(DOCUMENT, Setting(styles, folder, form="Form"))[1])


# Valid, and right.


def test_the_pdf_is_pdf_ua(edition: Edition) -> None:
    report = page.validate_pdf_bytes(edition.bytes, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_the_pdf_says_what_it_is(edition: Edition) -> None:
    root = edition.pdf.Root
    assert root.Lang == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    assert edition.pdf.docinfo.Title == "Form"
    assert edition.pdf.docinfo.Author == "Some One"
    assert str(edition.pdf.docinfo.ModDate).startswith("D:20260102")
    assert all(sheet.Tabs == "/S" for sheet in edition.pdf.pages)
    with edition.pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Every construct"]


@pytest.mark.parametrize("heading", PARTS)
def test_the_tags_of_every_construct(edition: Edition, heading: str) -> None:
    sections = {edition.show(list(part.K)[:1], part.Pg): part for part in edition.elements("Sect")}
    section = sections[f"H2({heading})"]
    assert edition.show(list(section.K)[1:], section.Pg) == PARTS[heading][1]


def test_a_table_on_two_pages_is_one(folder: Path, styles: list[Path]) -> None:
    body = "<table><caption>Rows</caption><thead><tr><th>No.<th>Name</thead>"
    body += "".join(f"<tr><th>{number}<td>{'x<br>' * 9}" for number in range(9))
    edition = Edition(
        typeset(wrap(f"Before</p>{body}</table><p>After"), Setting(styles, folder))[0]
    )
    assert len(edition.pdf.pages) > 2
    shown = edition.show(list(edition.pdf.Root.StructTreeRoot.K[0].K), None)
    rows = " ".join(f"TR(TH:Row({number}) TD({'x' * 9}))" for number in range(9))
    head = "THead(TR(TH:Column(No.) TH:Column(Name)))"
    assert shown == f"P(Before) Table(Caption(Rows) {head} TBody({rows})) P(After)"
    assert edition.decoration.count("Name") == len(edition.pdf.pages) - 1
    assert page.is_pdf_compliant_bytes(edition.bytes, profile="ua1")


def test_a_list_on_two_pages_is_one(folder: Path, styles: list[Path]) -> None:
    items = "".join(f"<li>{number}{'<p>x</p>' * 5}" for number in range(9))
    edition = Edition(
        typeset(wrap(f"Before</p><ul>{items}</ul><p>After"), Setting(styles, folder))[0]
    )
    assert len(edition.pdf.pages) > 2
    shown = edition.show(list(edition.pdf.Root.StructTreeRoot.K[0].K), None)
    items = " ".join(f"LI(Lbl(•) LBody({number} {' '.join(['P(x)'] * 5)}))" for number in range(9))
    assert shown == f"P(Before) L({items}) P(After)"
    assert page.is_pdf_compliant_bytes(edition.bytes, profile="ua1")


@pytest.mark.parametrize("name", BREAKING)
def test_what_breaks_over_a_page_has_its_words_of_both(
    folder: Path, styles: list[Path], name: str
) -> None:
    body, shown = BREAKING[name]
    edition = Edition(
        typeset(wrap(f"Before</p>{body}<p id=after>After"), Setting(styles, folder))[0]
    )
    with pdfplumber.open(BytesIO(edition.bytes)) as opened:
        texts = [sheet.extract_text() for sheet in opened.pages]
    parts = ["".join(line for line in LINES if line in text) for text in texts]
    assert len(parts) == 2
    assert all(parts)
    shown = shown.replace("WORDS1", parts[0]).replace("WORDS2", parts[1])
    kids = list(edition.pdf.Root.StructTreeRoot.K[0].K)
    assert edition.show(kids, None) == f"P(Before) {shown} P(After)"
    assert_every_content_has_one_element(edition)
    assert page.is_pdf_compliant_bytes(edition.bytes, profile="ua1")


def test_every_content_has_one_element(edition: Edition) -> None:
    assert_every_content_has_one_element(edition)


def assert_every_content_has_one_element(edition: Edition) -> None:
    parents = pikepdf.NumberTree(edition.pdf.Root.StructTreeRoot.ParentTree)
    held = []
    for element in edition.elements():
        for kid in element.K:
            if is_element(kid):
                assert kid.P.objgen == element.objgen
            elif mark := mark_of(kid, element.get("/Pg")):
                held.append(mark)
                assert parents[mark[0]][mark[1]].objgen == element.objgen
            else:
                assert parents[int(kid.Obj.StructParent)].objgen == element.objgen
    assert sorted(held) == sorted(edition.marks)


def test_every_annotation_has_its_element(edition: Edition) -> None:
    annotations = [each.objgen for sheet in edition.pdf.pages for each in sheet.get("/Annots", [])]
    references = [
        kid.Obj.objgen
        for element in edition.elements()
        for kid in element.K
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    ]
    assert sorted(annotations) == sorted(references)


def test_running_heads_and_leaders_are_decoration(edition: Edition) -> None:
    pages = len(edition.pdf.pages)
    assert edition.decoration.replace(".", "").count("Running head") == pages
    assert edition.decoration.count(".") > 20
    assert not any("..." in words for words in edition.words.values())


def test_a_figure_is_where_its_tag_says(edition: Edition) -> None:
    (figure,) = edition.elements("Figure")
    left, foot, right, head = map(float, figure.A.BBox)
    with pdfplumber.open(BytesIO(edition.bytes)) as opened:
        sheet = opened.pages[int(figure.Pg.StructParents)]
        bars = [bar for bar in sheet.rects if left < bar["x0"] and bar["x1"] < right]
        assert len(bars) == 2
        assert all(foot < bar["y0"] and bar["y1"] < head for bar in bars)


# Fields.


def test_the_fields_can_be_filled_and_read_back(edition: Edition) -> None:
    values = {"name": "Zoë Ünal", "answer": "One line,\nand “another”", "done": "/on", "c": "/1"}
    writer = pypdf.PdfWriter(clone_from=BytesIO(edition.bytes))
    for sheet in writer.pages:
        writer.update_page_form_field_values(sheet, values)
    filled = BytesIO()
    writer.write(filled)
    fields = pypdf.PdfReader(filled).get_fields() or {}
    assert {name: field.value for name, field in fields.items()} == values


def test_every_field_has_a_name_and_says_what_it_is_for(edition: Edition) -> None:
    fields = pypdf.PdfReader(BytesIO(edition.bytes)).get_fields() or {}
    reported = {name: field["/TU"] for name, field in fields.items()}
    assert reported == {
        "c": "Choose",
        "name": "Your name",
        "done": "Done",
        "answer": "Your answer",
    }
    with pikepdf.open(BytesIO(edition.bytes)) as opened:
        (group,) = (field for field in opened.Root.AcroForm.Fields if "/Kids" in field)
        states = [set(button.AP.N.keys()) for button in group.Kids]
    assert states == [{"/0", "/Off"}, {"/1", "/Off"}]


def test_without_fields_there_is_no_form(folder: Path, styles: list[Path]) -> None:
    (pdf,) = typeset(DOCUMENT, Setting(styles, folder))
    assert page.is_pdf_compliant_bytes(pdf, profile="ua1")
    assert not pypdf.PdfReader(BytesIO(pdf)).get_fields()


# The same everywhere.


def test_another_process_in_another_folder_makes_the_same(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = prepare(tmp_path / "elsewhere")
    script = (
        "import sys; from pathlib import Path\n"
        "from course.print.pdf.typeset import Setting, typeset\n"
        "document, folder, *sheets = map(Path, sys.argv[1:])\n"
        "pdf = typeset(document.read_text('utf-8'), Setting(sheets, folder, form='Form'))[1]\n"
        "(folder / 'out.pdf').write_bytes(pdf)\n"
    )
    (tmp_path / "document.html").write_text(DOCUMENT, "utf-8")
    paths = [tmp_path / "document.html", tmp_path / "elsewhere", *sheets]
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    subprocess.run([sys.executable, "-c", script, *paths], check=True, cwd=tmp_path)
    assert (tmp_path / "elsewhere/out.pdf").read_bytes() == edition.bytes


def test_the_pages_of_anchors(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(edition.bytes)
    assert pages_of_anchors(path) == {"first": 1, "q": 4, "last": 5}
    assert count_pages(path) == 5
    with pdfplumber.open(path) as opened:
        assert "The last part." in opened.pages[4].extract_text()


def test_without_anchors_there_are_no_pages_of_them(folder: Path, styles: list[Path]) -> None:
    assert pages_of_anchors(BytesIO(typeset(wrap("x"), Setting(styles, folder))[0])) == {}
