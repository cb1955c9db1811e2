"""What is laid out once is cut to each size of paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from course.editions import EDITIONS, Edition
from course.print.jobs import Job, render
from course.print.papers import PAPERS, POINTS, Size, cut, page_style
from course.print.pdf.typeset import count_pages, pages_of_anchors
from tests.print.layout.pdf import MM, Box, read
from tests.print.small_course import SmallCourse

LONG = "".join(f"<p id=p{number}>Paragraph {number}</p>" for number in range(300))
DOCUMENT = f"<!doctype html><html lang=en><head><title>Long</title></head><body>{LONG}"


def test_pages_reach_as_far_as_the_widest_and_the_highest_paper() -> None:
    style = page_style([Size(20, 30), Size(22, 28), Size(18, 34)])
    assert "size: 20mm 30mm; bleed: 2.00mm 1.00mm" in style
    assert "bleed: 0.00mm 0.00mm" in page_style([Size(20, 30)])


def test_the_middle_of_each_page_is_left() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100 * POINTS, 60 * POINTS))
    output = BytesIO()
    pdf.save(output)
    with pikepdf.open(BytesIO(cut(output.getvalue(), Size(90, 40)))) as opened:
        box = [float(number) / POINTS for number in opened.pages[0].mediabox]
    assert box == pytest.approx([5, 10, 95, 50], abs=0.01)


def test_a_layout_has_the_same_pages_on_each_paper(small_course: SmallCourse) -> None:
    edition = next(each for each in EDITIONS if each.name == "workbook")
    files = render(Job(edition, edition.sizes, DOCUMENT, small_course.course))
    assert list(files) == ["workbook-a4.pdf", "workbook-letter.pdf"]
    a4, letter = map(BytesIO, files.values())
    assert count_pages(a4) > 2
    assert pages_of_anchors(a4) == pages_of_anchors(letter) != {}
    for file, paper in zip((a4, letter), PAPERS.values(), strict=True):
        with pikepdf.open(file) as opened:
            left, bottom, right, top = map(float, opened.pages[0].mediabox)
        size = ((right - left) / POINTS, (top - bottom) / POINTS)
        assert size == pytest.approx(paper, abs=0.1)


def test_what_reaches_to_the_edges_is_laid_out_for_each_paper() -> None:
    sizes = ("a4", "letter")
    assert Edition("x", "x").layouts == [sizes]
    assert Edition("x", "x", edges=True).layouts == [("a4",), ("letter",)]


def test_a_page_that_is_left_over_has_lines_within_its_margins(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    edition = next(each for each in EDITIONS if each.name == "workbook")
    chapters = "".join(f"<section class='chapter unit'><h1>{name}</h1></section>" for name in "AB")
    words = "--word-notes: 'Notes'"
    head = f'<!doctype html><html lang=en style="{words}"><head><title>Two</title></head>'
    document = f"{head}<body>{chapters}"
    for name, data in render(Job(edition, edition.sizes, document, small_course.course)).items():
        (tmp_path / name).write_bytes(data)
        _, page, _ = read(tmp_path / name).pages
        lines = [shape.box for shape in page.shapes]
        assert lines
        room = Box(0, 0, page.width, page.height).grown(-12 * MM)
        assert [line for line in lines if not line.within(room)] == []
