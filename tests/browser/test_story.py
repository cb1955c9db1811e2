"""Profile and story: what a reader rated, drawn, and one scene at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.notebook import BASELINE, HAT, NOTEBOOK, PLAN, WEEK, rate

pytestmark = pytest.mark.browser


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


def scene_of(page: Page) -> Locator:
    """Return the scene that is shown."""
    return page.locator("[data-block=scene]:visible")


def ways_of(page: Page) -> Locator:
    """Return the ways on that are open to the reader."""
    return scene_of(page).locator("[data-part=ways] a:visible")


def go(page: Page, *scenes: str) -> None:
    """Follow the way to each of these scenes, one after the other."""
    for id_ in scenes:
        scene_of(page).locator(f"[data-to='{id_}'] > a:visible").first.click()
        expect(page.locator(f"#{id_} h3")).to_be_focused()


def path_of(page: Page) -> Locator:
    """Return the steps of the path so far, which are behind a disclosure."""
    return page.locator("[data-block=story] [data-part=path] > li")


def test_one_scene_is_shown_at_a_time_and_the_way_back_loses_nothing(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + WEEK)
    expect(scene_of(page)).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()
    expect(page.locator("[data-block=references]")).to_be_hidden()
    go(page, "week-tuesday-plan", "week-wednesday-cover")
    page.get_by_text("Your path so far").click()
    page.get_by_role("link", name="Back one scene").click()
    expect(scene_of(page)).to_have_id("week-tuesday-plan")
    expect(scene_of(page).locator("h3")).to_be_focused()
    expect(path_of(page)).to_have_count(3)
    page.reload()
    expect(scene_of(page)).to_have_id("week-tuesday-plan")
    expect(path_of(page).locator("[aria-current=step]")).to_contain_text("Tuesday")
    page.get_by_text("Your path so far").click()
    path_of(page).get_by_role("link", name="Wednesday").click()
    expect(scene_of(page)).to_have_id("week-wednesday-cover")
    page.go_back()
    expect(scene_of(page)).to_have_id("week-tuesday-plan")


def test_a_way_on_asks_for_no_page_and_the_history_leads_back(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.wait_for_function("globalThis.document$ !== undefined")
    page.evaluate("document.querySelector('main').dataset.old = ''")
    go(page, "week-tuesday-plan", "week-wednesday-cover")
    expect(page.locator("main[data-old]")).to_have_count(1)
    page.go_back()
    expect(scene_of(page)).to_have_id("week-tuesday-plan")
    # The theme asks for the page again.
    expect(page.locator("main[data-old]")).to_have_count(0)
    expect(scene_of(page).locator("h3")).to_be_focused()


def test_the_ending_has_its_debrief_and_to_start_again_asks(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    for _ in range(5):
        ways_of(page).last.click()
        expect(scene_of(page).locator("h3")).to_be_focused()
    expect(scene_of(page)).to_have_attribute("data-ending", "true")
    # What follows the ending stands below it, and not above.
    last = page.locator("[data-ending]:visible > *").last
    expect(last.get_by_role("link", name="Go to the debrief")).to_be_visible()
    page.get_by_role("link", name="Go to the debrief").click()
    expect(page.locator("#debrief")).to_be_in_viewport()
    page.get_by_text("Your path so far").click()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Start again").click()
    expect(path_of(page)).to_have_count(6)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(scene_of(page)).to_have_id("week-monday")
    expect(path_of(page)).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()


def test_what_is_shown_depends_on_the_words_of_the_path(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    go(page, "week-tuesday-pair", "week-wednesday-cover")
    parts = scene_of(page).locator("[data-block=when]")
    expect(parts.locator("visible=true")).to_have_attribute("data-if", "CABLE")
    # What is said to those who read on paper is not said here.
    said = scene_of(page).locator("[data-part=condition]:visible, [data-part=goto]:visible")
    expect(said).to_have_count(0)
    page.get_by_text("Your path so far").click()
    path_of(page).get_by_role("link", name="Monday").click()
    go(page, "week-tuesday-plan", "week-wednesday-cover")
    expect(parts.locator("visible=true")).to_have_attribute("data-if", "!CABLE")


def test_closed_ways_are_not_shown_and_off_the_path_all_are(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    all_ways = "#week-friday-both [data-part=ways] > li"
    go(page, "week-tuesday-pair", "week-wednesday-both", "week-thursday-agreed")
    go(page, "week-friday-both")
    shown = page.locator(f"{all_ways}:visible")
    assert 0 < shown.count() < page.locator(all_ways).count()
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(f"{site_url}{WEEK}#week-friday-both")
    page.evaluate("location.hash = 'week-monday'")
    page.evaluate("location.hash = 'week-friday-both'")
    expect(scene_of(page)).to_have_id("week-friday-both")
    expect(shown).to_have_count(page.locator(all_ways).count())
    expect(scene_of(page).get_by_text("If you have the word").first).to_be_visible()


def test_the_debrief_has_the_own_path_with_choice_and_reason(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    reason = "A fault that comes back costs most."
    scene_of(page).get_by_label("Your choice, and why").fill(reason)
    chosen = ways_of(page).nth(1).inner_text()
    ways_of(page).nth(1).click()
    for _ in range(4):
        ways_of(page).first.click()
    shown = page.locator("[data-block=debrief]:visible")
    expect(shown).to_have_count(5)
    expect(shown.first).to_contain_text("Scene 1 · Monday")
    expect(shown.first).to_contain_text(f"You chose: {chosen}")
    expect(shown.first).to_contain_text(f"You wrote: {reason}")
    expect(shown.nth(1).get_by_text("You wrote:")).to_be_hidden()
    page.get_by_role("button", name="Show the scenes of all paths").click()
    expect(shown).to_have_count(page.locator("[data-block=debrief]").count())
    page.goto(site_url + NOTEBOOK)
    expect(page.locator("[data-kept=week-monday-reason]")).to_contain_text(reason)


def test_an_option_is_marked_and_the_course_answers(page: Page, site_url: str) -> None:
    page.goto(site_url + HAT)
    case = page.locator("[data-block=decision]:has([data-mark])").first
    options = case.locator("[data-option]:has(> input)")
    its = [option.get_attribute("data-mark") for option in options.all()]
    marks = options.nth(0).get_by_role("group")
    marks.locator(f"[value='{its[0]}']").check()
    other = next(value for value in ("manage", "lead") if value != its[1])
    options.nth(1).locator(f"[data-part=marks] [value={other}]").check()
    expect(case.locator("[data-part=course-mark]:visible")).to_have_count(0)
    check = case.get_by_role("button", name="See what happens")
    check.click()
    expect(case.get_by_text("Choose an answer first.")).to_be_visible()
    options.nth(2).locator("> input").check()
    check.click()
    told = options.locator("> [data-part=course-mark]")
    expect(told.nth(0)).to_contain_text("You marked it so too.")
    expect(told.nth(1)).to_contain_text("Your mark: ")
    expect(told.nth(2).locator("[data-part=agreement]")).to_be_empty()
    page.reload()
    expect(marks.locator(":checked")).to_have_value(its[0] or "")
    expect(told.nth(0)).to_be_visible()
    # A mark that is changed now changes what is said, and nothing is hidden again.
    options.nth(1).locator(f"[data-part=marks] [value='{its[1]}']").check()
    expect(told.nth(1)).to_contain_text("You marked it so too.")


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
    for part in page.locator("[data-block=scene] :is([data-if], [data-part=given])").all():
        expect(part).to_be_visible()
