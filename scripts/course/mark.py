"""The mark of a page: a small drawing that tells without a word what the page is about.

A page names its mark in its front matter, and the drawing is a file of that name in `docs/marks`.
The templates have a place for it beside the title, where it is no text: whoever hears the page
hears the title. It is drawn when the site is complete, whatever tool built the pages.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

FOLDER = "marks"


def mark_file(docs: Path, name: object) -> Path:
    """Return the file of a mark, which may not be there."""
    return docs / FOLDER / f"{name}.svg"


def mark_names(docs: Path) -> list[str]:
    """Return the names of all marks of a course."""
    return sorted(file.stem for file in (docs / FOLDER).glob("*.svg"))


def drawing(docs: Path, name: object) -> str:
    """Return a mark as part of a page; nothing where a page has none.

    Arguments:
        docs: the folder of the pages.
        name: what the front matter of the page calls it; `course.rules` tells of a wrong name.
    """
    picture = drawn(docs, name)
    return "" if picture is None else str(etree.tostring(picture, encoding="unicode"))


def drawn(docs: Path, name: object) -> etree._Element | None:
    """Return a mark as an element; none where there is no such mark."""
    if name not in mark_names(docs):
        return None
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True, resolve_entities=False)
    try:
        picture = etree.parse(mark_file(docs, name), parser).getroot()
    except etree.XMLSyntaxError:
        return None
    picture.set("data-part", "emblem")
    picture.set("aria-hidden", "true")
    return picture
