"""The pictures of pages come into the PDFs and the e-book, or are told at their line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from course.editions import EDITIONS, Layout
from course.print.jobs import Job, render
from course.print.pictures import check_pictures, kind_of
from course.print.text.documents import document
from course.rules.material import Material
from tests.print.small_course import SmallCourse, whole_course

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>T</title>'
    '<path d="M0 0h9v9z"/></svg>'
)
FORMATS = {"a.png": "PNG", "b.jpg": "JPEG", "c.webp": "WEBP", "mein bild ü.gif": "GIF"}
TEXT = "# A\n\nText.\n\n" + "\n\n".join(
    f"![A picture](../img/{name.replace(' ', '%20')})" for name in [*FORMATS, "d.svg"]
)


@pytest.fixture
def course(small_course: SmallCourse) -> SmallCourse:
    """Return a course with a page of pictures."""
    folder = small_course.site / "img"
    folder.mkdir(parents=True)
    for number, (name, kind) in enumerate(FORMATS.items()):
        Image.effect_noise((1200, 40 + number), 90).save(folder / name, kind)
    (folder / "d.svg").write_text(SVG, "utf-8")
    whole_course(small_course)
    small_course.add("a", TEXT)
    return small_course


def made(course: SmallCourse, name: str, size: str) -> bytes:
    """Return the file of an edition."""
    book = course.book()
    edition = next(each for each in EDITIONS if each.name == name)
    text = document(book, Layout(edition))
    (data,) = render(Job(edition, (size,), text, book.course, None, book.site)).values()
    return data


@pytest.mark.print
def test_pictures_are_in_the_workbook(course: SmallCourse) -> None:
    with pikepdf.open(io.BytesIO(made(course, "workbook", "a4"))) as pdf:
        images = {name for page in pdf.pages for name in page.get_images()}
    assert len(images) == len(FORMATS)


def test_pictures_are_in_the_e_book(course: SmallCourse) -> None:
    with zipfile.ZipFile(io.BytesIO(made(course, "reading", ""))) as archive:
        names = [name for name in archive.namelist() if "/picture-" in name]
        package = archive.read("EPUB/package.opf").decode()
        page = archive.read("EPUB/a.xhtml").decode()
    assert sorted(name.rpartition(".")[2] for name in names) == ["gif", "jpg", "png", "svg", "webp"]
    for name in names:
        assert f'href="{name.removeprefix("EPUB/")}" media-type="image/' in package
        assert f'src="{name.removeprefix("EPUB/")}"' in page


def test_another_picture_is_another_document(course: SmallCourse) -> None:
    layout = Layout(next(each for each in EDITIONS if each.name == "workbook"))
    before = document(course.book(), layout)
    Image.new("RGB", (9, 9)).save(course.site / "img/a.png")
    assert document(course.book(), layout) != before


def test_a_picture_that_no_edition_can_show_is_told(course: SmallCourse) -> None:
    whole = (course.site / "img/b.jpg").read_bytes()
    (course.site / "img/b.jpg").write_bytes(whole[: len(whole) // 2])
    (course.site / "img/c.webp").write_bytes(b"no picture")
    book = course.book()
    found = check_pictures(Material(book.course, book.pages, course.site))
    remedy = "save it again, as PNG, JPEG, WebP or SVG"
    assert list(map(str, found)) == [
        f"docs/a.md:{line}: the printed editions cannot show the picture “{name}”: {remedy}"
        for line, name in ((7, "b.jpg"), (9, "c.webp"))
    ]


@pytest.mark.parametrize(("name", "kind"), [("a.bmp", ""), ("a.tiff", ""), ("a.png", "PNG")])
def test_a_kind_that_reading_devices_do_not_know_is_none(
    tmp_path: Path, name: str, kind: str
) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / name)
    assert kind_of(tmp_path / name) == kind
