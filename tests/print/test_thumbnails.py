"""The pictures of the editions."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from course.print.epub.package import COVER
from course.print.thumbnails import COLOURS, MOST, SHOWN, WIDTH, shown_size, thumbnail
from tests.markdown_page import ROOT

# A blue square in the upper left quarter.
SQUARE = b"0 0 1 rg 0 400 300 400 re f"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1800"/>'


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Return a PDF of two pages, the first of which has a square."""
    document = pikepdf.new()
    for content in (SQUARE, b""):
        page = document.add_blank_page(page_size=(600, 800))
        page.Contents = document.make_stream(content)
    document.save(tmp_path / "book.pdf", deterministic_id=True)
    return tmp_path / "book.pdf"


def test_the_picture_of_a_pdf_is_its_first_page(pdf: Path) -> None:
    with Image.open(io.BytesIO(thumbnail(pdf))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (WIDTH, 320))
        seen = picture.convert("RGB")
    assert seen.getpixel((60, 80)) == (0, 0, 255)
    assert seen.getpixel((180, 240)) == (255, 255, 255)


def test_the_picture_of_an_e_book_is_its_cover(tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(COVER, SVG)
    assert thumbnail(file) == SVG


def full_page(folder: Path) -> Path:
    """Return a PDF of one page, which is full of small letters."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(600, 800))
    font = pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    letters = "".join(chr(97 + number**3 % 1009 % 26) for number in range(12_000))
    lines = [f"({letters[start : start + 150]}) '" for start in range(0, len(letters), 150)]
    text = "\n".join(["BT /F 9 Tf 10 TL 0 800 Td", *lines, "ET"])
    page.Contents = document.make_stream(text.encode())
    document.save(folder / "full.pdf")
    return folder / "full.pdf"


def test_a_page_full_of_letters_has_fewer_colours(tmp_path: Path) -> None:
    full = thumbnail(full_page(tmp_path))
    assert len(full) <= MOST
    with Image.open(io.BytesIO(full)) as picture:
        assert len(picture.getcolors() or []) < COLOURS[0]


def test_another_process_makes_the_same_bytes(pdf: Path) -> None:
    code = "import sys; from pathlib import Path; from course.print.thumbnails import thumbnail;"
    code += "sys.stdout.buffer.write(thumbnail(Path(sys.argv[1])))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": "7"}
    run = subprocess.run(
        [sys.executable, "-c", code, str(pdf)], env=environment, capture_output=True, check=True
    )
    assert run.stdout == thumbnail(pdf)


def test_a_picture_is_shown_in_its_proportions(pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(thumbnail(pdf))
    (tmp_path / "cover.svg").write_bytes(SVG)
    assert shown_size(tmp_path / "page.png") == (SHOWN, 160)
    assert shown_size(tmp_path / "cover.svg") == (SHOWN, 180)
