"""The way through the course: where a reader is, what comes next, and the map."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.notebook import BASELINE, FOCUS

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 780}
ENDS = "element => element.getBoundingClientRect().bottom"
# Folds that show what they hold.
SHOWN = "folds => folds.filter((fold) => fold.lastElementChild.checkVisibility()).length"


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_start_can_be_seen_without_scrolling(
    page: Page, site_url: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(site_url)
    button = page.locator(".go-on")
    expect(page.locator("article .md-button--primary")).to_have_count(1)
    expect(button).to_have_text(re.compile(r"^Start: \d+ minutes$"))
    assert button.evaluate(ENDS) < size["height"]
    expect(page.locator("[data-layout]:visible")).to_have_count(1)


def test_the_map_leads_through_the_course(page: Page, site_url: str) -> None:
    page.goto(site_url)
    stops = page.locator("[data-block=map] a")
    assert stops.count() > 8
    stops.nth(1).click()
    page.wait_for_url(f"**/{FOCUS}")
    expect(page.locator("[data-part=place]")).to_have_text("Dimensions, 1 of 5")


def test_a_page_ends_with_one_next_step(page: Page, site_url: str) -> None:
    page.goto(site_url + BASELINE)
    steps = page.get_by_role("navigation", name="Before and after this page")
    step = steps.get_by_role("link", name="Next")
    expect(step).to_have_text(re.compile(r"Next · about \d+ minutes\s+Focus and priorities"))
    step.click()
    page.wait_for_url(f"**/{FOCUS}")
    steps.get_by_role("link", name="Back: Where you stand").click()
    page.wait_for_url(f"**/{BASELINE}")


def test_on_a_phone_the_contents_open_and_the_title_is_whole(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + FOCUS)
    contents = page.locator("[data-part=contents]")
    contents.locator("summary").click()
    contents.get_by_role("link", name="Decide").click()
    expect(page.locator("#decide")).to_be_in_viewport()
    title = page.locator(".md-header__topic > .md-ellipsis").first
    assert title.evaluate("element => element.scrollHeight <= element.clientHeight + 1")
    assert title.evaluate("element => element.scrollWidth <= element.clientWidth + 1")


def test_a_phone_folds_what_a_desk_and_paper_show(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    folds = page.locator("[data-fold]")
    assert folds.evaluate_all(SHOWN) == folds.count() > 1
    expect(page.locator("[data-part=contents]")).to_be_hidden()
    page.emulate_media(media="print")
    assert folds.evaluate_all(SHOWN) == folds.count()
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    assert folds.evaluate_all(SHOWN) == 0
    folds.first.locator("summary").click()
    assert folds.evaluate_all(SHOWN) == 1


def test_on_a_phone_questions_stand_beside_each_other(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + FOCUS)
    deck = page.locator("[data-part=deck]", has=page.locator("[data-block=question]")).first
    cards = deck.locator("> *")
    assert cards.count() >= 5
    tops = {card.evaluate("element => element.getBoundingClientRect().top") for card in cards.all()}
    assert len(tops) == 1
    expect(cards.nth(1).locator("[data-part=kind]")).to_contain_text(f"2 of {cards.count()}")
    expect(cards.nth(1).get_by_role("radio").first).not_to_be_in_viewport()
    # WebKit scrolls to what has the focus, and back to the card before.
    cards.nth(2).get_by_role("radio").first.evaluate("radio => radio.focus({preventScroll: true})")
    assert deck.evaluate("deck => deck.scrollLeft") > PHONE["width"]
    cards.nth(1).get_by_role("radio").first.focus()
    expect(cards.nth(1).get_by_role("radio").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.set_viewport_size(LAPTOP)
    tops = {card.evaluate("element => element.getBoundingClientRect().top") for card in cards.all()}
    assert len(tops) == cards.count()


def test_a_page_is_not_too_long_for_a_phone(page: Page, site_url: str) -> None:
    """What may fold is folded; the letters of this machine may be wider than those of a phone."""
    page.set_viewport_size(PHONE)
    page.goto(site_url)
    section = page.locator("[data-block=map] div", has=page.locator("[data-part=section]")).first
    links = section.locator("a:has(~ [data-part=minutes])").evaluate_all(
        "all => all.map((a) => a.href)"
    )
    assert len(links) == 5
    for link in links:
        page.goto(link)
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height <= 16 * PHONE["height"], link
