"""What is set is looked at: nothing beyond the margin, nothing on other text, nothing cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.print.faults import told
from course.print.pdf.fonts import STYLES
from course.print.pdf.placement import Fault, Misplaced
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from tests.print.small_course import SmallCourse

STYLE = """
@page { size: 80mm 80mm; margin: 10mm } html { font-size: 12pt } p { margin: 0 0 2mm }
.long { white-space: nowrap } .up { margin-top: -7mm } .gone { display: none }
.box { height: 8mm; overflow: hidden } .low { margin-top: 70mm }
td { width: 10mm } table { table-layout: fixed; width: 20mm }
"""
WORDS = "several plain words that fill more than a line of this small page."


def faults(folder: Path, body: str) -> list[Fault]:
    """Return what is wrong with a document whose only chapter is `a`."""
    sheet = folder / "style.css"
    sheet.write_text(STYLE, "utf-8")
    html = f'<!doctype html><html lang="en"><title>T</title><section class="chapter" id="a">{body}'
    try:
        typeset(html, Setting([STYLES, sheet], folder))
    except Misplaced as misplaced:
        return misplaced.faults
    return []


@pytest.mark.print
@pytest.mark.parametrize(
    ("body", "what", "text"),
    [
        (f'<p class="long">{WORDS}', "lies beyond the margin or is cut off", WORDS),
        ("<p>First<p class='up'>Other", "lies on “Other”", "First"),
        (
            "<table><tr><td>Internationalisation<td>Other</table>",
            "lies on “Other”",
            "Internationalisation",
        ),
        ("<div class='box'><p>In<p>Out", "lies beyond the margin or is cut off", "Out"),
    ],
)
def test_what_nobody_could_read_is_found(tmp_path: Path, body: str, what: str, text: str) -> None:
    found = faults(tmp_path, body)
    assert Fault(what, text, "a", 1) in found


@pytest.mark.print
@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORDS}<ul><li>One <b>bold</b><sup>2</sup><li>incomprehen&shy;sibilities</ul>{WORDS}",
        f"<p class='gone'>Not seen</p><table><tr><td>{WORDS}<td>Other</table>",
        f"<p>{WORDS * 30}",
    ],
)
def test_what_can_be_read_is_no_fault(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


def test_it_is_told_once_at_the_line_that_it_comes_from(small_course: SmallCourse) -> None:
    small_course.add("index", "# A\n\nGood.\n\nA word that *sticks* out.\n")
    small_course.add("b", "# B\n\nGood.\n")
    fault = Fault("lies beyond the margin or is cut off", "A word that", "index", 3)
    other = Fault("lies on “Good.”", "sticks out.", "index", 4)
    found = told({"one-a4.pdf": [fault, other], "one-letter.pdf": [fault]}, small_course.book())
    assert list(map(str, found)) == [
        "docs/index.md:5: “A word that” lies beyond the margin or is cut off on page 3: "
        "one-a4.pdf, one-letter.pdf not made: make it shorter, or write it in another way"
    ]


def test_what_is_in_no_chapter_is_looked_for_on_every_page(small_course: SmallCourse) -> None:
    small_course.add("index", "# A\n\nGood.\n")
    small_course.add("b", "# B\n\nGood.\n\nHere is 日 too.\n")
    (found,) = told({"one-a4.pdf": [Fault("is in no font", "日", "", 0)]}, small_course.book())
    assert (found.file, found.line) == ("docs/b.md", 5)
