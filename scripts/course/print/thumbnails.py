"""Makes a picture of the first page of an edition, from its file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from PIL import Image
from pypdfium2 import PdfDocument

from course.print.epub.package import COVER

# It is shown half as wide, so that it is sharp on a screen with fine pixels.
WIDTH = 240
SHOWN = WIDTH // 2
# The first is enough for print in black and a few hues; more would only make the file larger. A
# page full of small letters has many shades, and is drawn with the most colours that keep it small.
COLOURS = (16, 8, 4)
# What a picture may have, in bytes.
MOST = 12_000


def thumbnail(file: Path) -> bytes:
    """Return the first page of a PDF as a PNG, or the cover of an e-book, which is an SVG.

    The same file gives the same bytes.
    """
    return first_page(file) if file.suffix == ".pdf" else cover(file)


def first_page(file: Path) -> bytes:
    """Return the first page of a PDF as a PNG."""
    with PdfDocument(file) as document:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    for number in COLOURS:
        few = picture.quantize(number, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        output = BytesIO()
        few.save(output, "PNG", optimize=True)
        if output.tell() <= MOST:
            break
    return output.getvalue()


def cover(file: Path) -> bytes:
    """Return the cover of an e-book, as it is in its file."""
    with ZipFile(file) as archive:
        return archive.read(COVER)


def shown_size(picture: Path) -> tuple[int, int]:
    """Return how wide and high a picture is shown, so that a page can keep room for it."""
    if picture.suffix == ".svg":
        root = etree.parse(picture).getroot()
        width, height = (int(root.get(name, "")) for name in ("width", "height"))
    else:
        with Image.open(picture) as opened:
            width, height = opened.size
    return SHOWN, round(SHOWN * height / width)
