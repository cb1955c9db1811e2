"""Progress, review and calendar: finished pages, and what comes back on which day."""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.notebook import (
    BASELINE,
    FOCUS,
    NOTEBOOK,
    PLAN,
    REVIEW,
    TEXTAREA,
    check,
    finish,
    keep,
    read_all,
    values,
)
from tests.browser.test_weight import SHIFT, New

pytestmark = pytest.mark.browser

INNOVATION = "dimensions/innovation/"

CARD = "[data-block=review] [data-copy]"
LINES = "[data-mixed] > ul > li"
EVERY = "Show every question here"


def questions(page: Page) -> list[list[str]]:
    """Return the questions of each page that the review lists, as a copy would name them."""
    found: list[list[str]] = page.locator(LINES).evaluate_all(
        "lines => lines.map(({ dataset }) =>"
        " dataset.ids.split(' ').map((id) => `${dataset.page}#${id}`))"
    )
    return found


def shown(page: Page) -> list[str]:
    """Return the questions that are shown, once all have come."""
    read_all(page)
    found: list[str] = page.locator(CARD).evaluate_all("all => all.map((c) => c.dataset.copy)")
    return found


def come_due(page: Page, site_url: str, *paths: str) -> None:
    """Finish pages, and let a week pass."""
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    for path in paths:
        finish(page, site_url, path)
    page.clock.set_fixed_time("2026-03-09T10:00:00")


def test_a_finished_page_is_ticked_and_the_start_page_goes_on(page: Page, site_url: str) -> None:
    finish(page, site_url)
    link = page.locator(f".md-nav--primary a[href$='{FOCUS}'], .md-nav--primary a[aria-current]")
    expect(link.first.get_by_role("img", name="finished")).to_have_count(1)
    page.reload()
    expect(page.get_by_role("checkbox", name="I have finished")).to_be_checked()
    page.goto(site_url)
    expect(page.locator("[data-block=map] [data-part=tick]")).to_have_count(1)
    go_on = page.locator(".go-on")
    expect(go_on).to_have_text(re.compile(r"^Go on: Creation and innovation, \d+ minutes$"))
    go_on.click()
    page.wait_for_url("**/dimensions/innovation/")
    expect(page.locator("[data-block=finish]")).to_be_visible()
    page.goto(site_url)
    expect(go_on).to_have_text(re.compile(r"^Go on: Creation and innovation, \d+ minutes$"))


def test_a_first_visit_begins_at_the_beginning(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator("[data-block=finish], [data-block=story]")).to_have_count(0)
    expect(page.locator(".go-on")).to_have_text(re.compile(r"^Start: \d+ minutes$"))


def test_a_card_of_an_unfinished_page_has_no_date(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    page.get_by_role("button", name=EVERY).click()
    review = page.locator(f"{CARD} [data-review]").first
    expect(review.get_by_role("button")).to_have_count(2)
    expect(review).not_to_contain_text("Due")


def test_cards_come_up_after_a_week_and_after_four(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-03-01T22:00:00")
    finish(page, site_url)
    due = page.locator("[data-part=due]")
    page.clock.set_fixed_time("2026-03-07T23:00:00")
    page.goto(site_url)
    expect(due).to_have_count(0)
    page.clock.set_fixed_time("2026-03-08T01:00:00")
    page.goto(site_url)
    expect(due).to_have_text(re.compile(r"^ \(Due: \d+\)$"))
    page.goto(site_url + REVIEW)
    cards = page.locator(f"{CARD}:visible")
    assert shown(page) == next(ids for ids in questions(page) if ids[0].startswith(FOCUS))
    count = cards.count()
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)
    cards.nth(0).get_by_role("spinbutton").fill("50")
    cards.nth(0).get_by_role("button", name="See what was found").click()
    expect(cards.nth(0).locator("[data-part=finding]")).to_be_visible()
    other = cards.filter(has=page.locator("fieldset")).first
    other.get_by_role("radio").first.check()
    check(other)
    cards.nth(0).get_by_role("button", name="Seen").click()
    expect(cards.nth(0).locator("[data-review]")).to_contain_text("Due: 2026-03-29")
    expect(cards.nth(0).get_by_role("button", name="Seen")).to_be_focused()
    other.locator("[data-do=again]").click()
    expect(other.locator("[data-review]")).to_contain_text("Due: 2026-03-11")
    page.reload()
    expect(cards).to_have_count(count - 2)
    page.clock.set_fixed_time("2026-03-29T08:00:00")
    page.reload()
    expect(cards).to_have_count(count)
    cards.nth(0).get_by_role("button", name="Seen").click()
    expect(cards.nth(0).locator("[data-review]")).to_contain_text("–")
    assert values(page) == {}


def test_the_pages_are_listed_and_all_cards_can_be_shown_mixed(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    expect(page.locator(f"{LINES}:visible > a")).to_have_count(len(questions(page)))
    assert page.locator(CARD).count() == 0
    every = page.get_by_role("button", name=EVERY)
    every.click()
    turns = zip_longest(*questions(page))
    assert shown(page) == [question for turn in turns for question in turn if question]
    expect(every).to_have_attribute("aria-pressed", "true")
    expect(every).to_be_focused()
    first = page.locator("[data-part=origin] a").first
    place = shown(page)[0]
    assert first.get_attribute("href") == f"{site_url}{place}"
    every.click()
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.locator(f"{LINES}:visible")).not_to_have_count(0)


def test_what_is_due_of_several_pages_comes_in_turn(page: Page, site_url: str) -> None:
    come_due(page, site_url, FOCUS, INNOVATION)
    page.goto(site_url + REVIEW)
    pages = [question.partition("#")[0] for question in shown(page)]
    assert pages[:4] == [FOCUS, INNOVATION] * 2
    assert set(pages) == {FOCUS, INNOVATION}
    expect(page.locator("[data-review] output").first).to_have_text("Due: 2026-03-08")


def test_nothing_due_asks_for_no_page(page: Page, site_url: str) -> None:
    finish(page, site_url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(site_url + REVIEW)
    expect(page.get_by_role("status").filter(has_text="Nothing is due.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert "fetch" not in asked


def test_only_the_pages_of_what_is_due_are_asked_for(page: Page, site_url: str) -> None:
    come_due(page, site_url, FOCUS, INNOVATION)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.resource_type} {request.url}"))
    page.goto(site_url + REVIEW)
    shown(page)
    fetched = [each for each in asked if each.startswith("fetch ") and each.endswith("/")]
    assert fetched == [f"fetch {site_url}{path}" for path in (FOCUS, INNOVATION)]


def test_a_page_that_cannot_be_read_is_told_and_read_again(page: Page, site_url: str) -> None:
    come_due(page, site_url, FOCUS, INNOVATION)
    page.route(f"{site_url}{FOCUS}", lambda route: route.abort())
    page.goto(site_url + REVIEW)
    assert {question.partition("#")[0] for question in shown(page)} == {INNOVATION}
    told = page.locator("[data-part=unread]")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("This page cannot be read now.")
    link = page.locator("[data-part=origin]:has(+ [data-part=unread]) a")
    expect(link).to_have_attribute("href", re.compile(f"{FOCUS}#"))
    expect(page.get_by_role("status").filter(has_text="Some pages cannot be read")).to_be_visible()
    page.unroute(f"{site_url}{FOCUS}")
    told.get_by_role("button", name="Try again").click()
    expect(told).to_have_count(0)
    assert {question.partition("#")[0] for question in shown(page)} == {FOCUS, INNOVATION}
    expect(page.get_by_role("button", name=EVERY)).to_be_focused()


def test_who_leaves_while_pages_are_read_loses_nothing(page: Page, site_url: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    come_due(page, site_url, FOCUS, INNOVATION)

    held: list[Route] = []

    def hold(route: Route) -> None:
        if held or route.request.resource_type != "fetch":
            route.continue_()
        else:
            held.append(route)

    page.route(f"{site_url}{FOCUS}", hold)
    page.goto(site_url + REVIEW)
    expect(page.locator("[data-mixed]")).to_have_attribute("aria-busy", "true")
    # The theme goes to pages by itself when it knows which there are.
    page.wait_for_timeout(500)
    page.evaluate("window.stays = true")
    page.locator("[data-part=steps] a[rel=prev]").click()
    expect(page.locator("[data-mixed]")).to_have_count(0)
    held[0].continue_()
    page.go_back()
    expect(page.locator("[data-mixed]")).to_have_count(1)
    assert page.evaluate("window.stays")
    assert {question.partition("#")[0] for question in shown(page)} == {FOCUS, INNOVATION}
    assert len(shown(page)) == len(set(shown(page)))
    assert errors == []


def test_nothing_moves_while_what_is_due_comes(untouched: New, site_url: str) -> None:
    context = untouched(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    come_due(page, site_url, FOCUS, INNOVATION)
    page.add_init_script(SHIFT)
    page.goto(site_url + REVIEW)
    assert shown(page)
    assert page.evaluate("window.shift ?? 0") == 0


def test_a_clock_that_was_set_back_delays_nothing_for_good(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2030-01-01T10:00:00")
    finish(page, site_url)
    page.locator(TEXTAREA).first.fill("from the future")
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    page.reload()
    expect(page.locator(TEXTAREA).first).to_have_value("from the future")
    page.clock.set_fixed_time("2026-03-08T10:00:00")
    page.goto(site_url)
    expect(page.locator("a.due + [data-part=due]")).to_contain_text("Due: ")
    page.goto(site_url + NOTEBOOK)
    expect(page.locator("[data-part=answers]")).to_contain_text("from the future")


def test_the_calendar_file_is_valid(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    finish(page, site_url)
    # This one has no questions to come back.
    finish(page, site_url, BASELINE)
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


def test_only_a_field_for_dates_has_dates(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    # What a file may bring is no date in any field, and a date in another field is a text.
    keep(page, {"plan-first-date": "2099-02-30", "plan-second-date": "2099-01-01 or so"})
    page.locator(TEXTAREA).first.fill("2099-01-05")
    button = page.get_by_role("button", name="Dates for my calendar")
    button.click()
    expect(button.locator("xpath=..").get_by_role("status")).to_contain_text("no date to come")


def test_without_dates_there_is_no_calendar_file(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    button = page.get_by_role("button", name="Dates for my calendar")
    button.click()
    expect(button.locator("xpath=..").get_by_role("status")).to_contain_text("no date to come")
