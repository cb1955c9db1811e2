"""Questions, decisions, profile, story, review and progress: what each does, by keyboard too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.notebook import FOCUS, NOTEBOOK, entries, keep, values

BASELINE = "start/baseline/"
PLAN = "practice/plan/"
REVIEW = "practice/review/"
WEEK = "practice/hard-week/"
QUESTION = "#focus-q-urgent"


def question(page: Page, site_url: str, selector: str = QUESTION, path: str = FOCUS) -> Locator:
    """Open a page, and return one of its questions."""
    page.goto(site_url + path)
    return page.locator(selector)


def check(section: Locator) -> None:
    """Press the button that checks the choice."""
    section.locator("[data-do=check]").click()


# Questions and decisions


def test_nothing_is_told_before_it_is_asked_for(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    expect(section.locator("details")).to_be_hidden()
    check(section)
    expect(section.get_by_role("status").last).to_have_text("Choose an answer first.")
    section.get_by_role("radio").first.check()
    expect(section.locator(".feedback:not(:empty)")).to_have_count(0)
    expect(section.locator("details")).to_be_hidden()


def test_the_reason_for_the_choice_comes_first_and_the_others_on_request(
    page: Page, site_url: str
) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").nth(1).check()
    check(section)
    expect(section.locator(".option").nth(1).get_by_role("status")).to_be_visible()
    expect(section.locator(".feedback:not(:empty)")).to_have_count(1)
    reasons = section.locator(".reason")
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
    expect(section.locator(".feedback:not(:empty)")).to_have_count(1)
    expect(section.locator(".reason").nth(1)).to_be_visible()
    section.get_by_role("button", name="Try again").click()
    expect(section.get_by_role("radio").first).not_to_be_checked()
    expect(section.get_by_role("radio").first).to_be_focused()
    expect(section.locator(".feedback:not(:empty)")).to_have_count(0)
    expect(section.locator("details")).to_be_hidden()
    assert values(page) == {}


def test_another_choice_takes_the_reason_away_and_locks_nothing(page: Page, site_url: str) -> None:
    section = question(page, site_url)
    section.get_by_role("radio").first.check()
    check(section)
    section.get_by_role("radio").nth(2).check()
    expect(section.locator(".feedback:not(:empty)")).to_have_count(0)
    check(section)
    expect(section.locator(".option").nth(2).locator(".feedback")).not_to_be_empty()


@pytest.mark.parametrize("kind", ["sort", "match"])
def test_each_item_of_a_sort_or_match_gets_its_answer(page: Page, site_url: str, kind: str) -> None:
    section = question(page, site_url, f".question.{kind}", "dimensions/innovation/")
    items = section.locator(".item")
    for number in range(items.count()):
        right = section.locator(f"[data-item='{number + 1}']").get_attribute("data-answer")
        value = right if number else str(int(right or 0) % 2 + 1)
        items.nth(number).locator(f"input[value='{value}']").check()
    check(section)
    expect(items.nth(0).get_by_role("status")).to_contain_text("Not this one.")
    for number in range(1, items.count()):
        expect(items.nth(number).get_by_role("status")).to_contain_text("Right.")
    expect(section.locator("details")).to_be_hidden()
    page.reload()
    expect(items.nth(0).get_by_role("status")).to_contain_text("Not this one.")


def test_a_decision_shows_its_own_consequence_first(page: Page, site_url: str) -> None:
    section = question(page, site_url, ".decision >> nth=0")
    expect(section.locator(".consequence:visible")).to_have_count(0)
    section.get_by_role("radio").nth(1).check()
    expect(section.locator(".consequence:visible")).to_have_count(0)
    section.get_by_role("button", name="See what happens").click()
    expect(section.locator(".option").nth(1).get_by_role("status")).not_to_be_empty()
    others = section.locator(".consequence:visible")
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
    expect(section.locator(".option").nth(1).get_by_role("status")).not_to_be_empty()
    expect(section.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.locator(".reason").first).to_be_visible()


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
    assert 'group "An optional staff survey' in tree


# Profile


def rate(page: Page, id_: str, value: int) -> None:
    """Give every statement of a rating the same number."""
    for statement in page.locator(f"#{id_} .statement").all():
        statement.locator(f"input[value='{value}']").check()


def test_a_profile_is_drawn_and_given_as_a_table(page: Page, site_url: str) -> None:
    page.goto(site_url + BASELINE)
    expect(page.get_by_role("img", name="lines, given as numbers")).to_be_hidden()
    rate(page, "baseline", 4)
    expect(page.get_by_role("img", name="lines, given as numbers")).to_be_visible()
    expect(page.locator(".lines [d^=M][data-rating]")).to_have_count(10)
    row = page.get_by_role("row", name="▲ Personalities")
    expect(row.get_by_role("cell")).to_have_text("4")
    lead = page.locator("path.leading.rated").first
    expect(lead).to_have_attribute("stroke-dasharray", "6 3")
    manage = page.locator("path.managing.rated").first
    assert lead.get_attribute("marker-end") != manage.get_attribute("marker-end")


def test_three_ratings_stand_side_by_side_on_the_plan(page: Page, site_url: str) -> None:
    page.goto(site_url + BASELINE)
    rate(page, "baseline", 2)
    page.goto(site_url + PLAN)
    rate(page, "earlier", 1)
    rate(page, "today", 5)
    row = page.get_by_role("row", name="■ Focus and priorities")
    assert row.get_by_role("cell").all_inner_texts() == ["2", "1", "5"]
    boxes = [figure.bounding_box() for figure in page.locator(".lines figure").all()]
    assert len({round(box["y"]) for box in boxes if box}) == 1


# Story


def test_one_scene_is_shown_at_a_time_and_the_way_back_loses_nothing(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + WEEK)
    scene = page.locator(".scene:visible")
    expect(scene).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()
    scene.locator(".ways a").first.click()
    expect(scene).to_have_id("week-tuesday-plan")
    expect(scene.locator("h3")).to_be_focused()
    scene.locator(".ways a").first.click()
    expect(scene).to_have_id("week-wednesday-cover")
    page.get_by_role("link", name="Back one scene").click()
    expect(scene).to_have_id("week-tuesday-plan")
    expect(scene.locator("h3")).to_be_focused()
    path = page.get_by_role("navigation", name="Your path so far")
    expect(path.get_by_role("listitem")).to_have_count(3)
    page.reload()
    expect(scene).to_have_id("week-tuesday-plan")
    expect(path.locator("[aria-current=step]")).to_contain_text("Tuesday")
    path.get_by_role("link", name="Wednesday").click()
    expect(scene).to_have_id("week-wednesday-cover")
    page.go_back()
    expect(scene).to_have_id("week-tuesday-plan")


def test_the_ending_has_its_debrief_and_to_start_again_asks(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    for _ in range(5):
        page.locator(".scene:visible .ways a").last.click()
        expect(page.locator(".scene:visible h3")).to_be_focused()
    expect(page.locator(".scene:visible")).to_have_attribute("data-ending", "true")
    page.get_by_role("link", name="Go to the debrief").click()
    expect(page.locator("#debrief")).to_be_in_viewport()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Start again").click()
    path = page.get_by_role("navigation", name="Your path so far").get_by_role("listitem")
    expect(path).to_have_count(6)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".scene:visible")).to_have_id("week-monday")
    expect(path).to_have_count(1)
    expect(page.locator("#debrief")).to_be_hidden()


def test_the_story_works_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.locator(".scene:visible .ways a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#week-tuesday-pair h3")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".scene:visible")).to_have_count(1)


def test_the_whole_story_is_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.emulate_media(media="print")
    assert page.locator(".scene:visible").count() == page.locator(".scene").count()
    expect(page.locator("#debrief")).to_be_visible()


# Progress and review


def finish(page: Page, site_url: str, path: str = FOCUS) -> None:
    """Mark a page as finished."""
    page.goto(site_url + path)
    page.get_by_role("checkbox", name="I have finished this page").check()


def test_a_finished_page_is_ticked_and_the_start_page_goes_on(page: Page, site_url: str) -> None:
    finish(page, site_url)
    link = page.locator(f".md-nav--primary a[href$='{FOCUS}'], .md-nav--primary a[aria-current]")
    expect(link.first.get_by_role("img", name="finished")).to_have_count(1)
    page.reload()
    expect(page.get_by_role("checkbox", name="I have finished")).to_be_checked()
    page.goto(site_url)
    expect(page.locator(".doors .tick")).to_have_count(1)
    go_on = page.locator(".go-on")
    expect(go_on).to_have_text("Creation and innovation")
    go_on.click()
    page.wait_for_url("**/dimensions/innovation/")
    expect(page.locator(".finish")).to_be_visible()
    page.goto(site_url)
    expect(go_on).to_have_text("Creation and innovation")


def test_a_first_visit_begins_at_the_beginning(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator(".finish, .story")).to_have_count(0)
    expect(page.locator(".go-on")).to_have_text("Where you stand")


def test_a_card_of_an_unfinished_page_has_no_date(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}practice/review/")
    review = page.locator(".gather > .question .review").first
    expect(review.get_by_role("button")).to_have_count(2)
    expect(review).not_to_contain_text("Due")


def test_cards_come_up_after_a_week_and_after_four(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-03-01T22:00:00")
    finish(page, site_url)
    due = page.locator(".due")
    page.clock.set_fixed_time("2026-03-07T23:00:00")
    page.goto(site_url)
    expect(due).to_be_empty()
    page.clock.set_fixed_time("2026-03-08T01:00:00")
    page.goto(site_url)
    expect(due).to_contain_text("Due: ")
    page.goto(site_url + REVIEW)
    cards = page.locator(".gather > .question:visible")
    count = cards.count()
    assert 0 < count < page.locator(".gather > .question").count()
    expect(page.get_by_role("button", name="Show only")).to_have_attribute("aria-pressed", "true")
    cards.nth(0).get_by_role("radio").first.check()
    check(cards.nth(0))
    cards.nth(0).get_by_role("button", name="Seen").click()
    expect(cards.nth(0).locator(".review")).to_contain_text("Due: 2026-03-29")
    expect(cards.nth(0).get_by_role("button", name="Seen")).to_be_focused()
    cards.nth(1).get_by_role("button", name="Again").click()
    expect(cards.nth(1).locator(".review")).to_contain_text("Due: 2026-03-11")
    page.reload()
    expect(cards).to_have_count(count - 2)
    page.clock.set_fixed_time("2026-03-29T08:00:00")
    page.reload()
    expect(cards).to_have_count(count)
    cards.nth(0).get_by_role("button", name="Seen").click()
    expect(cards.nth(0).locator(".review")).to_contain_text("–")
    assert values(page) == {}


def test_all_cards_can_be_shown(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    expect(page.locator(".gather > .question:visible").first).to_be_visible()
    page.get_by_role("button", name="Show only what is due").click()
    expect(page.locator(".gather > .question:visible")).to_have_count(0)
    page.get_by_role("button", name="Show only what is due").click()
    shown = page.locator(".gather > .question:visible").count()
    assert shown == page.locator(".gather > .question").count()


def test_a_clock_that_was_set_back_delays_nothing_for_good(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2030-01-01T10:00:00")
    finish(page, site_url)
    page.locator(".exercise textarea").first.fill("from the future")
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    page.reload()
    expect(page.locator(".exercise textarea").first).to_have_value("from the future")
    page.clock.set_fixed_time("2026-03-08T10:00:00")
    page.goto(site_url)
    expect(page.locator(".due")).to_contain_text("Due: ")
    page.goto(site_url + NOTEBOOK)
    expect(page.locator(".notebook")).to_contain_text("from the future")


def test_the_calendar_file_is_valid(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    finish(page, site_url)
    page.goto(site_url + PLAN)
    page.locator("[name=plan-first-date]").fill("2026-04-02")
    with page.expect_download() as download:
        page.get_by_role("button", name="Dates for my calendar").click()
    assert download.value.suggested_filename.endswith(".ics")
    data = Path(download.value.path()).read_bytes()
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert {"VERSION", "PRODID"} <= set(calendar)
    events = calendar.events
    assert {event.start for event in events} == {
        date(2026, 3, 8),
        date(2026, 3, 29),
        date(2026, 4, 2),
    }
    assert all(not event.errors and "DTSTAMP" in event for event in events)
    assert len({event["UID"] for event in events}) == 3
    assert "Review: Focus and priorities" in {str(event["SUMMARY"]) for event in events}


def test_without_dates_there_is_no_calendar_file(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    button = page.get_by_role("button", name="Dates for my calendar")
    button.click()
    expect(button.locator("xpath=..").get_by_role("status")).to_contain_text("no date to come")


# All together


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_with_every_widget_in_use(browser: Browser, site_url: str, scheme: str) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    finish(page, site_url)
    for section in page.locator(".question, .decision").all():
        for group in section.locator("fieldset:not(:has(fieldset))").all():
            group.get_by_role("radio").first.check()
        check(section)
    page.locator(".exercise textarea").first.fill("mine")
    keep(page, {"focus-guess-clock.other1": "theirs"})
    found = {}
    for path in (FOCUS, BASELINE, PLAN, WEEK, REVIEW, NOTEBOOK, ""):
        page.goto(site_url + path)
        for id_ in ("baseline", "earlier", "today"):
            rate(page, id_, 3)
        results = Axe().run(page)
        if results.violations_count:
            found[path] = results.generate_report()
    context.close()
    assert found == {}


def test_without_javascript_all_can_be_read_and_nothing_useless_is_shown(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (FOCUS, BASELINE, PLAN, WEEK, REVIEW, NOTEBOOK, ""):
        page.goto(site_url + path)
        expect(
            page.locator("article button:visible, article [type=checkbox]:visible")
        ).to_have_count(0)
        asking = "section:is(.exercise, .question, .decision, .rating, .plan, .scene)"
        assert page.locator(f"{asking}:visible").count() == page.locator(asking).count()
    page.goto(site_url + WEEK)
    expect(page.locator("#debrief")).to_be_visible()
    for details in page.locator("details").all():
        details.locator("summary").click()
        expect(details.locator(":scope > :not(summary)").first).to_be_visible()
    page.goto(site_url)
    expect(page.locator(".go-on")).to_have_text("Where you stand")
    context.close()


def test_what_is_written_is_in_no_address_and_no_request(page: Page, site_url: str) -> None:
    requests: list[str] = []
    page.goto(site_url + FOCUS)
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data}"))
    page.locator(".exercise textarea").first.fill("secret-word")
    page.goto(site_url + NOTEBOOK)
    expect(page.locator(".notebook")).to_contain_text("secret-word")
    assert [request for request in requests if "secret-word" in request] == []
    assert entries(page)
