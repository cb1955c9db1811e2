"""Questions and decisions: what is told, when, and by keyboard too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.matching import open_match
from tests.browser.notebook import FOCUS, check, values
from tests.courses.build import Courses

pytestmark = pytest.mark.browser

QUESTION = "#focus-q-omitted"


def question(page: Page, site_url: str, selector: str = QUESTION, path: str = FOCUS) -> Locator:
    """Open a page, and return one of its questions."""
    page.goto(site_url + path)
    return page.locator(selector)


def test_nothing_is_told_before_it_is_asked_for(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    expect(section.locator("details")).to_be_hidden()
    check(section)
    expect(section.get_by_role("status").last).to_have_text("Choose an answer first.")
    section.get_by_role("radio").first.check()
    expect(section.locator("[data-part=feedback]:not(:empty)")).to_have_count(0)
    expect(section.locator("details")).to_be_hidden()


def test_the_reason_for_the_choice_comes_first_and_the_others_on_request(
    page: Page, site_url: str
) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").nth(1).check()
    check(section)
    expect(section.locator("li[data-option]").nth(1).get_by_role("status")).to_be_visible()
    expect(section.locator("[data-part=feedback]:not(:empty)")).to_have_count(1)
    reasons = section.locator("[data-part=reasons] [data-reason]")
    expect(reasons.first).to_be_hidden()
    section.get_by_text("Show the other reasons").click()
    expect(reasons.nth(0)).to_be_visible()
    expect(reasons.nth(1)).to_be_hidden()
    expect(reasons.nth(2)).to_have_js_property("value", 3)


def test_a_checked_question_comes_back_and_can_be_tried_again(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").first.check()
    check(section)
    section.get_by_text("Show the other reasons").click()
    page.reload()
    expect(section.get_by_role("radio").first).to_be_checked()
    expect(section.locator("[data-part=feedback]:not(:empty)")).to_have_count(1)
    expect(section.locator("[data-part=reasons] [data-reason]").nth(1)).to_be_visible()
    section.get_by_role("button", name="Try again").click()
    expect(section.get_by_role("radio").first).not_to_be_checked()
    expect(section.get_by_role("radio").first).to_be_focused()
    expect(section.locator("[data-part=feedback]:not(:empty)")).to_have_count(0)
    expect(section.locator("details")).to_be_hidden()
    assert values(page) == {}


def test_another_choice_takes_the_reason_away_and_locks_nothing(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").first.check()
    check(section)
    section.get_by_role("radio").nth(2).check()
    expect(section.locator("[data-part=feedback]:not(:empty)")).to_have_count(0)
    check(section)
    expect(
        section.locator("li[data-option]").nth(2).locator("[data-part=feedback]")
    ).not_to_be_empty()


@pytest.mark.parametrize("kind", ["sort", "match"])
def test_each_item_of_a_sort_or_match_gets_its_answer(
    page: Page, site_url: str, courses: Courses, kind: str
) -> None:
    if kind == "match":
        section = open_match(page, courses)
    else:
        section = question(page, site_url, "[data-block=sort] >> nth=0", "dimensions/innovation/")
    items = section.locator("[data-item]")
    for number in range(items.count()):
        group = items.nth(number).locator("fieldset")
        right = f"[value='{group.get_attribute('data-right')}']"
        group.locator(f"input{right if number else f':not({right})'}").first.check()
    check(section)
    expect(items.nth(0).get_by_role("status")).to_contain_text("The answer is: ")
    for number in range(1, items.count()):
        expect(items.nth(number).get_by_role("status")).to_contain_text("Right.")
    expect(section.locator("details")).to_be_hidden()
    page.reload()
    expect(items.nth(0).get_by_role("status")).to_contain_text("The answer is: ")


def test_a_decision_shows_its_own_consequence_first(page: Page, site_url: str) -> None:
    section = question(page, site_url, "[data-block=decision] >> nth=0")
    expect(section.locator("[data-part=consequences] > details:visible")).to_have_count(0)
    section.get_by_role("radio").nth(1).check()
    expect(section.locator("[data-part=consequences] > details:visible")).to_have_count(0)
    section.get_by_role("button", name="See what happens").click()
    expect(section.locator("li[data-option]").nth(1).get_by_role("status")).not_to_be_empty()
    others = section.locator("[data-part=consequences] > details:visible")
    expect(others).to_have_count(2)
    expect(others.first.locator("p").first).to_be_hidden()
    others.first.locator("summary").click()
    expect(others.first.locator("p").first).to_be_visible()


def test_a_question_works_by_keyboard_alone(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(section.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(section.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(section.locator("li[data-option]").nth(1).get_by_role("status")).not_to_be_empty()
    expect(section.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.locator("[data-part=reasons] [data-reason]").first).to_be_visible()


def test_the_tree_of_a_question_says_what_it_is(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").first.check()
    check(section)
    tree = section.aria_snapshot()
    assert tree.count("- radio ") == 3
    assert "[checked]" in tree
    assert '- button "Check"' in tree
    assert '- button "Try again"' in tree
    assert "- status" in tree
    assert 'group "A garage supervisor gave' in tree


def test_a_circle_to_sort_into_is_round(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site_url + FOCUS)
    circle = page.locator("[data-part=groups] ~ ol [data-option] > label").first
    box = circle.bounding_box()
    assert box is not None
    assert box["width"] == box["height"] >= 24
