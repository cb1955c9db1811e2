"""A course in another language as a reader meets it: its words, hues and place in the store."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.courses.browser import open_course
from tests.courses.build import BALCONY, Built, Courses

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def balcony(courses: Courses) -> Built:
    """Return the course with its site."""
    return courses.build("balcony", BALCONY)


def hues(dark: bool) -> list[str]:
    """Return the hues of the activities, in order, as a browser says them."""
    light, _, rest = (
        (BALCONY / "overrides/assets/css/tokens.css").read_text("utf-8").partition("@media")
    )
    found = re.findall(r"--hue-\d: #(..)(..)(..)", rest if dark else light)
    return [f"rgb({', '.join(str(int(part, 16)) for part in hue)})" for hue in found]


def test_an_answer_is_kept_under_its_own_name(page: Page, balcony: Built) -> None:
    open_course(page, balcony, "kapitel/tomaten/")
    block = page.locator("#tomaten-platz")
    block.get_by_label("Deine Antwort").fill("An der Tür")
    expect(block.get_by_role("status")).to_have_text("In diesem Browser aufgehoben.")
    names = page.evaluate("Object.keys(localStorage)")
    assert "/balkon/2/tomaten-platz" in names
    assert [name for name in names if name.startswith("managing")] == []
    open_course(page, balcony, "merkheft/")
    expect(page.locator("[data-kept=tomaten-platz]")).to_contain_text("An der Tür")


def test_a_question_is_answered_in_its_language(page: Page, balcony: Built) -> None:
    open_course(page, balcony, "kapitel/salat/")
    question = page.locator("#salat-frage-folge")
    question.get_by_role("radio").nth(1).check()
    question.get_by_role("button", name="Prüfen").click()
    feedback = question.locator("[data-part=feedback]:not(:empty)")
    expect(feedback).to_have_text("Das nicht. Dann wird alles zugleich reif.")
    question.get_by_role("button", name="Noch einmal").click()
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Prüfen").click()
    expect(feedback).to_have_text("Richtig. So ist immer ein Topf so weit (Beet & Acker, 2020a).")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_activity_has_its_hue(page: Page, balcony: Built, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_course(page, balcony, "kapitel/salat/")
    heads = page.locator("[data-block=comparison] thead th[data-column=activity]")
    colours = heads.evaluate_all("(heads) => heads.map((head) => getComputedStyle(head).color)")
    assert colours == hues(dark=scheme == "dark")
    assert len(set(colours)) == 3


def test_the_profile_draws_three_activities(page: Page, balcony: Built) -> None:
    open_course(page, balcony, "start/standort/")
    for statement in page.locator("#standort [data-statement]").all():
        statement.locator("input[value='4']").check()
    lines = page.locator("#standort-bild path[data-rating]")
    expect(page.locator("#standort-bild [data-part=lines]")).to_be_visible()
    assert (
        lines.evaluate_all("(all) => all.map((line) => line.getAttribute('d'))") == ["M2 0h160"] * 6
    )
    strokes = lines.evaluate_all("(lines) => lines.map((line) => getComputedStyle(line).stroke)")
    assert strokes == [*hues(dark=False), *hues(dark=False)]
    cells = page.locator("#standort-bild td[data-rating]").all_inner_texts()
    assert cells == ["4"] * 6
