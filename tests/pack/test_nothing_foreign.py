"""Nothing is asked of another host: by no page, no file beside it, and nothing in an archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.rules.security import CSS_HOST
from course.site.links import links
from course.site.page import Page
from tests.courses.build import Built

MARKUP = (".html", ".xhtml", ".svg", ".xml", ".anki2", ".anki21")
# What loads as soon as it is shown; a link that a reader follows is `<a href>`.
LOADED = re.compile(
    r"""<(?!a[\s>])\w[^>]*?\s(?:src|srcset|poster|data|xlink:href|action)\s*=\s*["']?\s*"""
    r"((?:https?:|wss?:)?//[^\"'\s>]+)",
    re.IGNORECASE,
)
REFRESH = re.compile(r"<meta[^>]+http-equiv=[\"']?refresh[^>]+(https?://[^\"'>]+)", re.IGNORECASE)
ASKED = re.compile(
    r"(?:fetch|open|import|Worker|sendBeacon|importScripts)\(\s*[\"'`](?:https?:)?//"
)


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and each file that it holds."""
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from contents(f"{name}/{inner}", archive.read(inner))


def foreign(name: str, data: bytes) -> list[str]:
    """Return what a file would load from another host."""
    text = data.decode("utf-8", "replace")
    found: list[str] = []
    if name.endswith(".html"):
        page = Page(name, text)
        found += [link.address for link in links(page) if link.loads and link.foreign]
    if name.endswith(MARKUP):
        found += [*LOADED.findall(text), *REFRESH.findall(text), *CSS_HOST.findall(text)]
    if name.endswith(".css"):
        found += CSS_HOST.findall(text)
    if name.endswith(".js"):
        found += ASKED.findall(text)
    return found


def loaded(site: Path) -> dict[str, list[str]]:
    """Return the files of a site that would load something from another host."""
    return {
        name: found
        for path in sorted(site.rglob("*"))
        if path.is_file()
        for name, data in contents(path.relative_to(site).as_posix(), path.read_bytes())
        if (found := foreign(name, data))
    }


def test_a_site_and_its_archives_load_nothing(packed: Built) -> None:
    kinds = {path.suffix for path in (packed.site / "downloads").iterdir()}
    assert kinds >= {".zip", ".apkg"}
    assert loaded(packed.site) == {}


def test_this_course_loads_nothing(site: Path) -> None:
    assert loaded(site) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<img src="https://x.example/a.png" alt="">'),
        ("a.xhtml", '<img alt="" src="//x.example/a.png"/>'),
        ("a.html", '<meta http-equiv="refresh" content="0;url=https://x.example/">'),
        ("a.svg", '<svg><image xlink:href="https://x.example/a.png"/></svg>'),
        ("a.css", "p { background: url(https://x.example/a.png) }"),
        ("a.js", 'fetch("https://x.example/")'),
        ("a.anki2", "it says <img src='https://x.example/a.png'>"),
    ],
)
def test_what_is_loaded_is_found(tmp_path: Path, name: str, text: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, text)
    assert list(loaded(tmp_path)) == [f"a.zip/{name}"]


def test_a_link_is_no_load(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p><a href="https://x.example/">x</a>', "utf-8")
    assert loaded(tmp_path) == {}
