"""The fonts of the printed editions: what they can write, their licences, and no other is used."""

from __future__ import annotations

import io
import re
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from course.print.pdf import fonts
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from course.rules.material import Material
from tests.print.small_course import SmallCourse

pytestmark = pytest.mark.print

FILES = sorted(fonts.FOLDER.glob("*.ttf"))
LICENCES = sorted(fonts.FOLDER.glob("OFL-*.txt"))
ASKED_FOR = [
    # All of Latin-1 and Latin Extended-A, but for a letter that Unicode advises against.
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])).replace("ŉ", ""),
    "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỊịỌọỘộỚớỢợỤụỨứỰựỲỳỴỵỶỷỸỹ",
    "ΑΒΓΔαβγδςάέήίόύώ АБВГДабвгдёЁіїєґЎў",
    "–—‘’‚“”„…•·‹›«»†‡′″ ←↑→↓↔ ×÷−±≤≥≠≈∞√ ½⅓¼ €£₹ ■□▲△●○◆◇✓✗✔✘☐☑☒★☆",
]


def set_in_pdf(body: str) -> pikepdf.Pdf:
    """Set a page with the shipped style sheet."""
    # Where Pango is missing, these cannot even be loaded.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts.use_ours_alone()
    configuration = FontConfiguration()
    styles = CSS(filename=fonts.STYLES, font_config=configuration)
    html = HTML(string=f"<html lang=en><title>A page</title>{body}")
    pdf = html.write_pdf(stylesheets=[styles], font_config=configuration, pdf_forms=True)
    return pikepdf.open(io.BytesIO(pdf))


def families(pdf: pikepdf.Pdf) -> set[str]:
    """Return the families of the fonts that a PDF holds."""
    descriptors = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    return {str(item.FontFamily) for item in descriptors if "/FontFamily" in item}


def test_every_character_of_the_course_is_covered(site: Path, page_paths: list[str]) -> None:
    files = [
        site / path if path.endswith(".html") else site / path / "index.html" for path in page_paths
    ]
    pages = [lxml.html.fromstring(file.read_bytes()) for file in files]
    articles = [article for page in pages for article in page.iter("article")]
    parts = [fonts.seen_in(article) for article in articles]
    for element in (element for article in articles for element in article.iter()):
        parts.extend(map(str, element.attrib.values()))
    text = "".join(map(str, parts))
    assert len(text) > 10_000
    assert fonts.missing_characters(text) == set()


@pytest.mark.parametrize("text", ASKED_FOR)
def test_other_languages_can_be_written(text: str) -> None:
    assert fonts.missing_characters(text) == set()


def test_a_missing_character_is_found() -> None:
    assert fonts.missing_characters("An emoji 🙂 and 日本") == set("🙂日本")


def test_it_is_reported_where_a_missing_character_stands(small_course: SmallCourse) -> None:
    small_course.add("index", "# A\n\nGood.\n\nIt is 日 here.")
    book = small_course.book()
    assert list(map(str, fonts.check_characters(Material(book.course, book.pages)))) == [
        f"docs/index.md:5: no font of the printed editions has 日: {fonts.REMEDY}"
    ]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a font of a course's own, which has one sign."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "day"])
    builder.setupCharacterMap({ord("日"): "day"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((700, 0))
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyf({".notdef": glyph, "day": glyph})
    builder.setupHorizontalMetrics({".notdef": (800, 0), "day": (800, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "own.ttf")
    return tmp_path / "own.ttf"


def test_a_font_of_the_course_draws_what_the_others_lack(own: Path, tmp_path: Path) -> None:
    assert fonts.missing_characters("It is 日本", [own]) == {"本"}
    html = "<!doctype html><html lang=en><title>A page</title><p>It is <b>日</b>"
    (data,) = typeset(html, Setting([fonts.STYLES], tmp_path, own_fonts=[own]))
    assert families(pikepdf.open(io.BytesIO(data))) == {"Course Sans", "Course Own 1"}


def test_what_is_no_font_is_told(small_course: SmallCourse) -> None:
    settings = small_course.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "    name: small-course\n", "    name: small-course\n    fonts: [a.ttf]\n"
    )
    settings.write_text(text, "utf-8")
    (small_course.root / "a.ttf").write_text("no font")
    line = text.splitlines().index("    fonts: [a.ttf]") + 1
    assert list(map(str, fonts.check_fonts(Material(small_course.course)))) == [
        f"mkdocs.yml:{line}: a.ttf is no font: name a file that ends with .ttf or .otf"
    ]


def test_what_is_not_drawn_is_not_missing() -> None:
    assert fonts.missing_characters("soft\u00adhyphen\n\tjoiner\u200d sign ✔\ufe0f") == set()


@pytest.mark.parametrize("family", ["AtkinsonHyperlegibleNext", "Inter"])
def test_every_face_has_the_same_characters(family: str) -> None:
    faces = [TTFont(path) for path in FILES if path.stem.startswith(family)]
    assert len(faces) == 4
    assert len({frozenset(face.getBestCmap()) for face in faces}) == 1


def test_the_style_sheet_declares_every_file_and_no_other() -> None:
    named = re.findall(r"url\((.+?)\)", fonts.STYLES.read_text("utf-8"))
    assert sorted(set(named)) == [path.name for path in FILES]


@pytest.mark.parametrize("path", LICENCES, ids=lambda path: path.stem)
def test_each_licence_is_open_and_reserves_no_name(path: Path) -> None:
    copyright, rest = path.read_text("utf-8").split("\n", 1)
    assert copyright.startswith("Copyright 20")
    assert "reserved font name" not in copyright.lower()
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in rest


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_font_says_the_same_of_itself(path: Path) -> None:
    names = [record.toUnicode() for record in TTFont(path)["name"].names]
    assert any("SIL Open Font License, Version 1.1" in name for name in names)
    # What is a part of a font whose name is reserved has another name (OFL 1.1, 3).
    reserved = re.findall("Reserved Font Name ‘(.+?)’", " ".join(names))
    assert not any(name in str(TTFont(path)["name"].getDebugName(1)) for name in reserved)
    stem = path.stem.split("-")[0]
    licence = {"CourseField": "Inter", "CourseSerif": "SourceSerif4"}.get(stem, stem)
    assert fonts.FOLDER / f"OFL-{licence}.txt" in LICENCES


def test_only_shipped_fonts_come_into_a_pdf() -> None:
    # Neither the Japanese nor the coloured sign is taken from a font of the computer.
    signs = "■ ▲ ☐ ✔\ufe0f Nẵng Ελένη Мария 日本"
    svg = f'<svg font-family="{fonts.SVG_FAMILIES}"><text y="9">Nẵng ☐</text></svg>'
    pdf = set_in_pdf(f"<p>{signs}<b>{signs}</b><i>{signs}</i><b><i>{signs}</i></b></p>{svg}")
    assert families(pdf) == set(fonts.SVG_FAMILIES.split(","))


def test_code_is_set_in_the_font_around_it() -> None:
    assert families(set_in_pdf("<p>Text</p><pre><code>code</code></pre>")) == {"Course Sans"}


def test_a_field_has_a_font_of_its_own(tmp_path: Path) -> None:
    html = "<!doctype html><html lang=en><title>A page</title><p>Text<div class=ruled name=a></div>"
    _, form = typeset(html, Setting([fonts.STYLES], tmp_path, form="Form"))
    assert families(pikepdf.open(io.BytesIO(form))) == {"Course Sans", "Course Field"}
