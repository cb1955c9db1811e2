"""The hashes of a site: written with it, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.manifest import MANIFEST, check_manifest, write_manifest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two files, with its manifest."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("one", "utf-8")
    (site / "a" / "b.css").write_text("two", "utf-8")
    write_manifest(site)
    return site


def told(site: Path) -> list[str]:
    return [str(problem) for problem in check_manifest(site)]


def test_a_site_is_as_it_was_made(site: Path) -> None:
    before = (site / MANIFEST).read_bytes()
    write_manifest(site)
    assert (site / MANIFEST).read_bytes() == before
    assert told(site) == []


def test_what_differs_is_named_a_line_each(site: Path) -> None:
    (site / "index.html").write_text("One", "utf-8")
    (site / "a" / "b.css").unlink()
    (site / "a" / "c.css").touch()
    assert told(site) == [
        "site/a/b.css:1: the file is missing: build it again, or copy it again",
        "site/a/c.css:1: the file is not one of the site: remove it",
        "site/index.html:1: the file is not as it was made: build it again, or copy it again",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sha256": '])
def test_a_manifest_that_is_none_is_told(site: Path, text: str) -> None:
    (site / MANIFEST).write_text(text, "utf-8")
    (line,) = told(site)
    assert line.startswith("site/manifest.json:1: it is no list of files: ")


def test_a_missing_manifest_is_told(site: Path) -> None:
    (site / MANIFEST).unlink()
    assert told(site) == ["site/manifest.json:1: there is none: build the site again"]
