"""How blocks stand on the pages of a workbook and of the guide."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from course.editions import EDITIONS
from course.print.jobs import Job, render
from tests.print.layout import checks
from tests.print.layout.pdf import MM, Box, Page, Pdf, read
from tests.print.small_course import SmallCourse

pytestmark = pytest.mark.print

# The height of a line to write on, and what a ground sticks out by below.
LINE, PADDING = 8 * MM, 3 * MM
HEAD = "<!doctype html><html lang=en><head><title>Book</title></head><body>"
KIND = '<p data-part="kind"><span data-part="name">Question 1</span></p>'
SORT = f'<section data-block="sort" data-series="question">{KIND}<p class="stem">Which?</section>'
OPTIONS = "".join(f'<li data-option="{each}">Option' for each in "abc")
QUESTION = f"""<section data-block="question" data-series="question"><div class="sides">
<div style="width: 50%">{KIND}<p class="stem">Which of these?</div>
<div><ol data-part="options" type="A">{OPTIONS}</ol></div></div></section>"""
LINES = '<div class="ruled">' + '<div class="line"></div>' * 3 + "</div>"
TOLD = "<p>What happens in a scene, told in some words.</p>" * 12
SCENE = f"""<section data-block="scene">{KIND}<h3>Scene</h3><div class="sides">
<div style="width: 60%">{TOLD}</div><div><p class="label">Why</p>{LINES}<ul><li>Go on</ul></div>
</div></section>"""


def workbook(course: SmallCourse, folder: Path, body: str, name: str = "workbook") -> Pdf:
    """Return a workbook, or another edition, with one chapter."""
    edition = next(each for each in EDITIONS if each.name == name)
    document = f'{HEAD}<section class="chapter"><h1>Chapter</h1>{body}</section>'
    path = folder / f"{name}-a4.pdf"
    path.write_bytes(render(Job(edition, ("a4",), document, course.course))[path.name])
    return read(path)


def grounds(page: Page) -> list[Box]:
    """Return the grounds of the blocks on a page, from its head down."""
    boxes = [shape.box for shape in page.shapes if shape.filled]
    return [box for box in boxes if box.x1 - box.x0 > 100 * MM]


def test_every_question_has_a_ground_over_the_whole_width(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    (page,) = workbook(small_course, tmp_path, SORT + QUESTION).pages
    sort, question = grounds(page)[-2:]
    assert (question.x0, question.x1) == pytest.approx((sort.x0, sort.x1), abs=0.1)
    assert question.x1 - question.x0 > 170 * MM
    assert question.top > sort.bottom


def test_a_kind_of_block_that_has_no_looks_of_its_own_has_no_ground(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    letter = f'<section data-block="letter" data-series="letter">{KIND}<h3>Write</h3></section>'
    (page,) = workbook(small_course, tmp_path, letter).pages
    assert "Write" in page.text
    assert grounds(page) == []


def test_a_place_beside_a_text_grows_as_far_as_the_text_goes(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    pdf = workbook(small_course, tmp_path, SCENE)
    (page,) = pdf.pages
    (ground,) = grounds(page)
    end = max(run.box.bottom for run in page.runs if run.text.endswith("Go on"))
    assert 0 < ground.bottom - end < LINE + PADDING
    steps = [below.top - above.top for above, below in pairwise(page.lines)]
    assert steps == pytest.approx([LINE] * len(steps), abs=0.1)
    assert len(steps) > 5
    assert checks.overlaps(pdf) == []


def test_the_kind_of_a_long_exercise_stands_beside_its_head(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    lines = f'<div class="ruled">{"<div class=line></div>" * 30}</div>'
    exercise = f'<section data-block="exercise">{KIND}<h3>Head</h3><p>Write.</p>{lines}</section>'
    pages = workbook(small_course, tmp_path, exercise).pages
    (kind,) = (run for run in pages[0].runs if run.text == "Question 1")
    (head,) = (run for run in pages[0].runs if run.text == "Head")
    assert kind.baseline == pytest.approx(head.baseline, abs=3 * MM)
    assert [len(page.lines) > 3 for page in pages] == [True, True]


def test_the_minutes_of_an_exercise_stand_in_one_line(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    kind = KIND.replace("</p>", ' · <span data-part="detail">120 minutes</span></p>')
    (page,) = workbook(small_course, tmp_path, f'<section data-block="exercise">{kind}').pages
    assert "120 minutes" in [run.text for run in page.runs]


@pytest.mark.parametrize(("steps", "on"), [(12, [2]), (90, [2, 3])])
def test_an_activity_of_less_than_a_page_is_whole_on_one(
    small_course: SmallCourse, tmp_path: Path, steps: int, on: list[int]
) -> None:
    before = "<p style='height: 200mm'>Before"
    items = "".join(f"<li>Step {number}" for number in range(steps))
    activity = f'<section data-block="activity">{KIND}<h3>Activity</h3><ol>{items}</ol></section>'
    pdf = workbook(small_course, tmp_path, before + activity, "facilitator")
    found = [page.number for page in pdf.pages if any("Step" in run.text for run in page.runs)]
    assert found == on


def test_a_case_that_is_answered_stands_on_its_ground_on_one_page(
    small_course: SmallCourse, tmp_path: Path
) -> None:
    told = f'<div class="told">{TOLD}</div><p>Answer</p>'
    before = "<p style='height: 180mm'>Before</p>"
    pdf = workbook(small_course, tmp_path, f'{before}<div class="answered">{told}</div>', "answers")
    assert ["What happens" in run.text for run in pdf.pages[0].runs].count(True) == 0
    assert len(grounds(pdf.pages[1])) == 1
