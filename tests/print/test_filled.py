"""What readers write into the fields of a PDF, in the engines of viewers, and what is seen then."""

from __future__ import annotations

import ctypes
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from course.print.jobs import HERE
from course.print.pdf.fonts import STYLES
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from tests.npm import deno, package

pytestmark = pytest.mark.print

POLISH = "Zażółć gęślą jaźń."
VIETNAMESE = "Hạnh ở Đà Nẵng nói rất ít ế ộ ữ."
GREEK = "Ελένη: Καλημέρα κόσμε"
CYRILLIC = "Мария: съешь ещё ■ ▲ → ✓"
LONG = "one more word " * 143
# Of the library that draws and fills PDFs in Firefox.
PDFJS = "5.6.205"
TEXTS = {"a": POLISH, "b": VIETNAMESE, "c": GREEK, "d": CYRILLIC, "e": LONG, "f": LONG}
FIELDS = "".join(f'<div class="ruled" name="{name}" title="{name}"></div>' for name in "abcde")
# A cell for a few words, and two buttons.
FIELDS += '<p><span class="blank" name="f" title="f"></span> '
FIELDS += "".join(
    f'<span class="circle" type="radio" name="g" data-group="Which?" title="Which?: {option}"'
    f' value="{option}"></span>'
    for option in ("One", "Two")
)
STYLE = """
@page { size: 200mm 270mm; margin: 10mm }
.ruled { width: 150mm; height: 32mm; margin-bottom: 4mm }
.blank { display: inline-block; width: 60mm; height: 7mm }
.circle { display: inline-block; width: 5mm; height: 5mm; margin: 0 3mm }
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a PDF with fields."""
    style = tmp_path_factory.mktemp("form") / "style.css"
    style.write_text(STYLE, "utf-8")
    html = f'<!doctype html><html lang="en"><title>Form</title><h1>Head</h1>{FIELDS}'
    return typeset(html, Setting([STYLES, style], HERE, form="Form"))[1]


class Field(NamedTuple):
    """A field, or a button of a group: what it says of itself, what is in it, and where it is."""

    label: str
    value: str
    rect: tuple[float, ...]
    kids: tuple[Any, ...] = ()


def fields(pdf: bytes) -> dict[str, Field]:
    """Return the fields of a PDF by their names."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {str(field.T): read(field) for field in opened.Root.AcroForm.Fields}


def read(field: Any) -> Field:
    """Return a field of pikepdf, which is gone when its file is closed."""
    kids = tuple(map(read, field.get("/Kids", ())))
    rect = tuple(map(float, field.get("/Rect", ())))
    return Field(str(field.get("/TU")), str(field.get("/V", "")), rect, kids)


def centre(rect: tuple[float, ...]) -> tuple[float, float]:
    """Return the middle of a rectangle."""
    left, bottom, right, top = rect
    return (left + right) / 2, (bottom + top) / 2


def clicked(page: Any, env: Any, rect: tuple[float, ...]) -> None:
    """Click into the middle of a rectangle of a page."""
    place = [ctypes.c_double(each) for each in centre(rect)]
    pdfium.FORM_OnLButtonDown(env, page, 0, *place)
    pdfium.FORM_OnLButtonUp(env, page, 0, *place)


def filled_by_pdfium(pdf: bytes) -> bytes:
    """Return a PDF with its fields filled in as Chrome and Edge do, key by key."""
    document = pypdfium2.PdfDocument(pdf)
    env = document.init_forms()
    page = document[0]
    for name, field in fields(pdf).items():
        if name in TEXTS:
            clicked(page, document.formenv, field.rect)
            for letter in TEXTS[name]:
                pdfium.FORM_OnChar(document.formenv, page, ord(letter), 0)
            pdfium.FORM_ForceToKillFocus(document.formenv)
    output = io.BytesIO()
    document.save(output)
    page.close()
    del env
    document.close()
    return output.getvalue()


def shown_by_pdfium(pdf: bytes) -> str:
    """Return the text that PDFium shows of a page with its fields, without spaces."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    text = document[0].get_textpage().get_text_range()
    return "".join(text.split())


def squeezed(text: str) -> str:
    """Return a text without spaces."""
    return "".join(text.split())


def test_the_form_is_an_object_by_itself_and_bookmarks_open(form: bytes) -> None:
    with pikepdf.open(io.BytesIO(form)) as opened:
        assert opened.Root.AcroForm.is_indirect
        assert opened.Root.PageMode == "/UseOutlines"


def test_no_stream_is_empty(form: bytes) -> None:
    with pikepdf.open(io.BytesIO(form)) as opened:
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        assert len(streams) > 5
        assert [stream.objgen for stream in streams if not stream.read_bytes()] == []


def test_a_button_says_its_option_and_its_group_what_it_asks(form: bytes) -> None:
    group = fields(form)["g"]
    assert group.label == "Which?"
    assert [button.label for button in group.kids] == ["Which?: One", "Which?: Two"]


def test_a_place_that_goes_on_overleaf_is_a_field_on_each_page(tmp_path: Path) -> None:
    style = tmp_path / "style.css"
    style.write_text("@page { size: 60mm 60mm; margin: 5mm } .line { height: 8mm }", "utf-8")
    place = f'<div class="ruled" name="a" title="Why?">{"<div class=line></div>" * 9}</div>'
    html = f'<!doctype html><html lang="en"><title>Form</title>{place}'
    plain, form = typeset(html, Setting([STYLES, style], HERE, form="Form"))
    assert {name: field.label for name, field in fields(form).items()} == {
        "a": "Why?",
        "a-2": "Why? (2)",
    }
    # The pages to write on by hand are the same without a form.
    assert [plain] == typeset(html, Setting([STYLES, style], HERE))


def test_a_field_hides_the_lines_for_a_pen(form: bytes) -> None:
    with pikepdf.open(io.BytesIO(form)) as opened:
        (field, *_) = opened.Root.AcroForm.Fields
        assert field.MK.BG == [1, 1, 1]
        look = field.AP.N
        left, bottom, right, top = map(float, field.Rect)
        assert [float(each) for each in look.BBox] == pytest.approx(
            [0, 0, right - left, top - bottom], abs=0.01
        )
        assert b"re f" in look.read_bytes()


def test_a_choice_can_be_taken_back(form: bytes) -> None:
    group = fields(form)["g"]
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    page = document[0]
    chosen = []
    for _ in range(2):
        clicked(page, document.formenv, group.kids[1].rect)
        pdfium.FORM_ForceToKillFocus(document.formenv)
        output = io.BytesIO()
        document.save(output)
        chosen.append(fields(output.getvalue())["g"].value or "/Off")
    assert chosen[0] != "/Off"
    assert chosen[1] == "/Off"


def test_pdfium_keeps_and_shows_what_is_written(form: bytes) -> None:
    filled = filled_by_pdfium(form)
    found = {name: field.value for name, field in fields(filled).items()}
    shown = shown_by_pdfium(filled)
    for name, text in TEXTS.items():
        assert text.startswith(found[name]), name
        assert squeezed(found[name]) in shown, name
    assert [found[name] for name in "abcd"] == [TEXTS[name] for name in "abcd"]
    # What has no room is refused, and not cut when it is printed.
    assert len(found["e"]) > 900
    assert 50 < len(found["f"]) < 200


def test_pikepdf_keeps_what_is_written(form: bytes) -> None:
    with pikepdf.open(io.BytesIO(form)) as opened:
        for field in opened.Root.AcroForm.Fields:
            if str(field.T) in "abcd":
                field.V = pikepdf.String(TEXTS[str(field.T)])
        output = io.BytesIO()
        opened.save(output)
    found = fields(output.getvalue())
    assert [found[name].value for name in "abcd"] == [TEXTS[name] for name in "abcd"]


def test_pdfjs_keeps_and_draws_what_is_written(form: bytes, tmp_path: Path) -> None:
    before, after = tmp_path / "form.pdf", tmp_path / "filled.pdf"
    before.write_bytes(form)
    script = Path(__file__).with_name("fill.mjs")
    values = json.dumps({name: TEXTS[name] for name in "abcd"})
    allowed = ("--allow-read", f"--allow-write={tmp_path}")
    done = deno("run", *allowed, script, package("pdfjs-dist", PDFJS), before, after, values)
    assert done.returncode == 0, done.stderr.decode()
    filled = after.read_bytes()
    assert [fields(filled)[name].value for name in "abcd"] == [TEXTS[name] for name in "abcd"]
    shown = shown_by_pdfium(filled)
    assert [name for name in "abcd" if squeezed(TEXTS[name]) not in shown] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_shows_what_pdfium_wrote(form: bytes, tmp_path: Path) -> None:
    file = tmp_path / "filled.pdf"
    file.write_bytes(filled_by_pdfium(form))
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    shown = squeezed(done.stdout.decode("utf-8"))
    assert [name for name in "abcd" if squeezed(TEXTS[name]) not in shown] == []
