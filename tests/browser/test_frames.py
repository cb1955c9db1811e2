"""The states of a chart: chosen by buttons without a script, and all there on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.blocks.samples import FRAMES, HOURS
from tests.courses import plain
from tests.courses.browser import open_course
from tests.courses.build import Built, Courses

pytestmark = pytest.mark.browser

FILES = {
    "mkdocs.yml": plain.config(),
    "docs/index.md": f"---\ntitle: Start\nsummary: In short.\n---\n\n{FRAMES}",
    "docs/figures/hours.csv": HOURS,
}


@pytest.fixture(scope="module")
def built(courses: Courses) -> Built:
    """Return a course of one page with a chart."""
    built = courses.build("frames", FILES)
    assert built.messages == []
    return built


def shown(page: Page) -> list[str]:
    """Return the sentences that can be seen."""
    says: Locator = page.locator("[data-part=says]:visible")
    return says.all_inner_texts()


FIRST = "They do 28 hours at first."
SECOND = "They do 25 hours at first, and 29 at the end."
THIRD = "They do 22.5 hours at first."


def test_a_state_is_chosen_by_keyboard_without_a_script(browser: Browser, built: Built) -> None:
    page = browser.new_page(java_script_enabled=False)
    open_course(page, built)
    assert shown(page) == [FIRST]
    page.get_by_role("radio", name="None").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="4")).to_be_checked()
    assert shown(page) == [SECOND]
    expect(page.locator("[data-frame] svg:visible")).to_have_count(1)
    page.close()


def test_a_button_is_described_by_the_sentence_of_its_state(page: Page, built: Built) -> None:
    open_course(page, built)
    group = page.get_by_role("group", name="How many hours?")
    buttons = group.get_by_role("radio")
    for button, says in zip(buttons.all(), (FIRST, SECOND, THIRD), strict=True):
        expect(button).to_have_accessible_description(says)


def test_a_finger_can_choose_and_nothing_moves_below(page: Page, built: Built) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_course(page, built)
    heights = []
    for name in ("None", "4", "8"):
        page.get_by_role("radio", name=name).check()
        heights.append(page.locator("[data-block=frames]").bounding_box())
    assert len({str(each) for each in heights}) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    boxes = [each.bounding_box() for each in page.locator("[data-part=choose]").all()]
    assert all(box and box["height"] >= 24 and box["width"] >= 24 for box in boxes)


def test_paper_has_the_states_that_teach(page: Page, built: Built) -> None:
    open_course(page, built)
    page.emulate_media(media="print")
    assert shown(page) == [FIRST, THIRD]
    expect(page.locator("[data-block=frames] input:visible")).to_have_count(0)
