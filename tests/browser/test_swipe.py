"""Cards beside each other: from the end of a long one, a reader comes to the top of the next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import FOCUS

pytestmark = pytest.mark.browser

# As a finger does it, which no script can: the deck comes to rest at another card.
SWIPE = """async (card) => {
    const deck = card.parentElement;
    const end = new Promise((done) => deck.addEventListener("scrollend", done, { once: true }));
    deck.scrollTo({ left: card.offsetLeft, behavior: "instant" });
    await end;
}"""


def test_the_next_card_begins_in_sight(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site_url + FOCUS)
    cards = page.locator("#focus-q-door, #focus-q-door ~ section")
    cards.first.get_by_role("button").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    expect(cards.first.locator("h3, legend").first).not_to_be_in_viewport()
    cards.nth(1).evaluate(SWIPE)
    expect(cards.nth(1).locator("[data-part=kind]")).to_be_in_viewport()
    # Who swipes no further stays where the reading is.
    page.mouse.wheel(0, 150)
    page.wait_for_timeout(300)
    place = page.evaluate("scrollY")
    cards.nth(1).evaluate("card => card.parentElement.dispatchEvent(new Event('scrollend'))")
    assert page.evaluate("scrollY") == place
