"""The pictures of the pages: which every edition can show, and where it finds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from lxml import etree
from PIL import Image, ImageFile

from course.model import COPIED
from course.problems import Problem
from course.rules.material import Material
from course.site.links import base_path, target

# What begins the address of a picture of the site in a document.
PICTURE = "picture:"
# What both a PDF and an e-book can show, by the name that Pillow has for it, and how a zip of the
# e-book names it: https://www.w3.org/TR/epub-33/#sec-core-media-types
KINDS = {
    "GIF": ("gif", "image/gif"),
    "JPEG": ("jpg", "image/jpeg"),
    "MPO": ("jpg", "image/jpeg"),
    "PNG": ("png", "image/png"),
    "WEBP": ("webp", "image/webp"),
    "SVG": ("svg", "image/svg+xml"),
}


def picture_address(path: str, site: Path) -> str:
    """Return the address of a picture in a document, with a hash of what it holds.

    Arguments:
        path: its path in the site.
        site: the folder of the site.
    """
    file = site / path
    held = hashlib.sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else ""
    return f"{PICTURE}{quote(path)}?{held}"


def picture_file(address: str, site: Path) -> Path:
    """Return the file of a picture by its address in a document."""
    return site / unquote(urlsplit(address).path)


def kind_of(file: Path) -> str:
    """Return what a picture is, one of `KINDS`; nothing, if it is another or cannot be read."""
    try:
        if file.suffix == ".svg":
            root = etree.fromstring(file.read_bytes())
            return "SVG" if etree.QName(root).localname == "svg" else ""
        with Image.open(file) as picture, strict():
            # All of it: a file that was cut off begins well.
            picture.load()
            return picture.format if picture.format in KINDS else ""
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return ""


@contextmanager
def strict() -> Iterator[None]:
    """Let Pillow take no picture that was cut off; WeasyPrint lets it take every one."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def check_pictures(material: Material) -> Iterator[Problem]:
    """Every picture is of a kind that a PDF and an e-book can show."""
    base = base_path(material.pages)
    pages = [page for page in material.pages if page.source]
    path = f"//article//img[@src][not({COPIED})]"
    found = [(page, picture) for page in pages for picture in page.tree.xpath(path)]
    for page, picture in material.each("picture", found):
        address = picture.get("src")
        place = target(page, address, base)
        file = (material.site or Path()) / (place or "")
        if place and file.is_file() and not kind_of(file):
            what = f"the printed editions cannot show the picture “{file.name}”"
            remedy = "save it again, as PNG, JPEG, WebP or SVG"
            yield page.problem(what, remedy, picture, f"/{file.name})", file.name, quote(file.name))
