"""Sources that an earlier build set are taken from where they are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.marks import references
from course.marks.bibtex import parse

BIB = "@misc{%s, author = {Nosek, Vera}, title = {On Rotas}, year = {2020}, %s}"
NOTES = "finding = {One.}, limits = {Few.}, checked = {Read.}"


def kept(folder: Path, key: str) -> dict[str, references.Publication]:
    """Return the sources of a file with one entry."""
    path = folder / "sources.bib"
    path.write_text(BIB % (key, NOTES), "utf-8")
    data, _ = parse(path)
    return references.kept(path, data, "en-GB", folder / "kept")


def test_sources_are_set_once_and_again_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    folder = tmp_path / "a"
    first = kept(folder, "a")
    assert first["a"].citation == "Nosek, 2020"
    with monkeypatch.context() as patch:
        patch.setattr(references, "set_in_apa", lambda *_: pytest.fail("they were set again"))
        assert kept(folder, "a") == first
    assert list(kept(folder, "b")) == ["b"]
    # What nobody needs any more does not stay.
    assert len(list((folder / "kept").iterdir())) == 1
