"""Progress, review and calendar: finished pages, and what comes back on which day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import (
    FOCUS,
    NOTEBOOK,
    PLAN,
    REVIEW,
    TEXTAREA,
    check,
    finish,
    keep,
    values,
)

pytestmark = pytest.mark.browser

CARD = "[data-block=review] [data-copy]"


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
    count = cards.count()
    assert 0 < count < page.locator(CARD).count()
    expect(page.get_by_role("button", name="Show only")).to_have_attribute("aria-pressed", "true")
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


def test_all_cards_can_be_shown(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    expect(page.locator(f"{CARD}:visible").first).to_be_visible()
    page.get_by_role("button", name="Show only what is due").click()
    expect(page.locator(f"{CARD}:visible")).to_have_count(0)
    page.get_by_role("button", name="Show only what is due").click()
    shown = page.locator(f"{CARD}:visible").count()
    assert shown == page.locator(CARD).count()


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
