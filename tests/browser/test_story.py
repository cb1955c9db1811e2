"""Profile and story: what a reader rated, drawn, and one scene at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import BASELINE, PLAN, WEEK, rate

pytestmark = pytest.mark.browser


def open_path(page: Page) -> None:
    """Open the path so far, which has the ways back too."""
    page.get_by_role("navigation", name="Your path so far").locator("summary").click()


def test_a_profile_is_drawn_and_given_as_a_table(page: Page, site_url: str) -> None:
    page.goto(site_url + BASELINE)
    expect(page.get_by_role("img", name="lines, given as numbers")).to_be_hidden()
    rate(page, "baseline", 4)
    expect(page.get_by_role("img", name="lines, given as numbers")).to_be_visible()
    expect(page.locator("[data-part=lines] [d^=M][data-rating]")).to_have_count(10)
    row = page.get_by_role("row", name="▲ Personalities")
    expect(row.get_by_role("cell")).to_have_text("4")
    lead = page.locator("path[data-rating$=lead]").first
    expect(lead).to_have_attribute("stroke-dasharray", "6 3")
    manage = page.locator("path[data-rating$=manage]").first
    assert lead.get_attribute("marker-end") != manage.get_attribute("marker-end")


def test_three_ratings_stand_side_by_side_on_the_plan(page: Page, site_url: str) -> None:
    page.goto(site_url + BASELINE)
    rate(page, "baseline", 2)
    page.goto(site_url + PLAN)
    rate(page, "earlier", 1)
    rate(page, "today", 5)
    row = page.get_by_role("row", name="■ Focus and priorities")
    assert row.get_by_role("cell").all_inner_texts() == ["2", "1", "5"]
    boxes = [figure.bounding_box() for figure in page.locator("[data-part=lines] figure").all()]
    assert len({round(box["y"]) for box in boxes if box}) == 1


def test_one_scene_is_shown_at_a_time_and_the_way_back_loses_nothing(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + WEEK)
    scene = page.locator("[data-block=scene]:visible")
    expect(scene).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()
    scene.locator("[data-part=ways] a").first.click()
    expect(scene).to_have_id("week-tuesday-plan")
    expect(scene.locator("h3")).to_be_focused()
    scene.locator("[data-part=ways] a").first.click()
    expect(scene).to_have_id("week-wednesday-cover")
    open_path(page)
    page.get_by_role("link", name="Back one scene").click()
    expect(scene).to_have_id("week-tuesday-plan")
    expect(scene.locator("h3")).to_be_focused()
    path = page.get_by_role("navigation", name="Your path so far")
    expect(path.get_by_role("listitem")).to_have_count(3)
    page.reload()
    open_path(page)
    expect(scene).to_have_id("week-tuesday-plan")
    expect(path.locator("[aria-current=step]")).to_contain_text("Tuesday")
    path.get_by_role("link", name="Wednesday").click()
    expect(scene).to_have_id("week-wednesday-cover")
    page.go_back()
    expect(scene).to_have_id("week-tuesday-plan")


def test_the_ending_has_its_debrief_and_to_start_again_asks(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    for _ in range(5):
        page.locator("[data-block=scene]:visible [data-part=ways] a:visible").last.click()
        expect(page.locator("[data-block=scene]:visible h3")).to_be_focused()
    expect(page.locator("[data-block=scene]:visible")).to_have_attribute("data-ending", "true")
    page.get_by_role("link", name="Go to the debrief").click()
    expect(page.locator("#debrief")).to_be_in_viewport()
    open_path(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Start again").click()
    path = page.get_by_role("navigation", name="Your path so far").get_by_role("listitem")
    expect(path).to_have_count(6)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[data-block=scene]:visible")).to_have_id("week-monday")
    expect(path).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()


def test_the_story_works_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.locator("[data-block=scene]:visible [data-part=ways] a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#week-tuesday-pair h3")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-block=scene]:visible")).to_have_count(1)


def test_the_whole_story_is_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.emulate_media(media="print")
    assert (
        page.locator("[data-block=scene]:visible").count()
        == page.locator("[data-block=scene]").count()
    )
    expect(page.locator("#debrief")).to_be_visible()
