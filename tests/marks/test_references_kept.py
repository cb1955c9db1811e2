"""Sources that an earlier build set are taken from where they are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from pybtex.database import parse_string

from course.marks import references

BIB = "@misc{%s, author = {Nosek, Vera}, title = {On Rotas}, year = {2020}, %s}"
NOTES = "finding = {One.}, limits = {Few.}, checked = {Read.}"


def entry(key: str) -> str:
    """Return a bibliography of one entry."""
    return BIB % (key, NOTES)


def test_sources_are_set_once_and_again_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = references.kept(parse_string(entry("a"), "bibtex"), "en-GB", tmp_path)
    kept = list(tmp_path.iterdir())
    assert first["a"].citation == "Nosek, 2020"
    with monkeypatch.context() as patch:
        patch.setattr(references, "set_in_apa", lambda *_: pytest.fail("they were set again"))
        assert references.kept(parse_string(entry("a"), "bibtex"), "en-GB", tmp_path) == first
    assert list(references.kept(parse_string(entry("b"), "bibtex"), "en-GB", tmp_path)) == ["b"]
    # What nobody needs any more does not stay.
    assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) != kept
