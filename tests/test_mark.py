"""The mark of a page as its templates draw it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from course.mark import drawing, mark_names
from tests.rules.small import ROOT

DOCS = ROOT / "docs"
SVG = "{http://www.w3.org/2000/svg}"


def test_mark_is_a_drawing_that_nobody_hears() -> None:
    picture = ElementTree.fromstring(drawing(DOCS, mark_names(DOCS)[0]))
    assert picture.tag == f"{SVG}svg"
    assert (picture.get("data-part"), picture.get("aria-hidden")) == ("emblem", "true")


@pytest.mark.parametrize("name", [None, "", "nonsuch", "../index", 3])
def test_page_without_a_mark_has_none(name: object) -> None:
    assert drawing(DOCS, name) == ""


def test_file_that_is_no_drawing_is_left_to_the_rules(tmp_path: Path) -> None:
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "bad.svg").write_text("<svg>", encoding="utf-8")
    assert drawing(tmp_path, "bad") == ""


@pytest.mark.parametrize("name", mark_names(DOCS))
def test_marks_of_the_course_are_small_and_have_no_colour_of_their_own(name: str) -> None:
    picture = ElementTree.fromstring(drawing(DOCS, name))
    assert picture.get("viewBox") == "0 0 48 48"
    assert {each.tag for each in picture} == {f"{SVG}path"}
    assert {key for each in picture for key in each.keys()} <= {"d", "data-hue"}  # noqa: SIM118
    assert len(picture) <= 3
    assert {each.get("data-hue") for each in picture} >= {"1", "2"}
