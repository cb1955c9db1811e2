"""What is far below a reader is set when it comes near, and no place on a page moves by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.notebook import FOCUS, WEEK
from tests.browser.test_weight import wait_for

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
# Blocks that are not set yet.
UNSET = """[...document.querySelectorAll('article [data-box] > :first-child')].filter((part) =>
  part.checkVisibility() && !part.checkVisibility({ contentVisibilityAuto: true })).length"""
HEIGHT = "document.documentElement.scrollHeight"
New = Callable[..., BrowserContext]


def top(page: Page, id_: str) -> float:
    """Return how far an element is below the top of the screen."""
    found: float = page.evaluate(
        "id => document.getElementById(id).getBoundingClientRect().top", id_
    )
    return found


def comes_to(page: Page, id_: str, place: float, about: float = 2) -> None:
    """Wait until an element is at a place on the screen, and see that it stays there."""
    for _ in range(100):
        if abs(top(page, id_) - place) < about:
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(400)
    assert abs(top(page, id_) - place) < about


@pytest.fixture
def page(untouched: New) -> Page:
    return untouched(viewport=PHONE).new_page()


def test_far_blocks_are_left_for_later_where_a_page_is_opened_at_its_top(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + FOCUS)
    assert page.evaluate(UNSET) > 5
    page.goto("about:blank")
    page.goto(f"{site_url}{FOCUS}#focus-q-ramp")
    assert page.evaluate(UNSET) == 0


def test_a_page_that_is_loaded_again_is_at_its_place(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator("#focus-q-ramp").scroll_into_view_if_needed()
    wait_for(page, f"{UNSET} == 0")
    before = top(page, "focus-q-ramp")
    page.reload()
    comes_to(page, "focus-q-ramp", before)
    assert page.evaluate(UNSET) == 0


def test_each_block_is_set_once_a_reader_has_begun(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    assert page.evaluate(UNSET) > 5
    page.mouse.move(100, 200)
    wait_for(page, f"{UNSET} == 0")
    height = page.evaluate(HEIGHT)
    page.evaluate("document.documentElement.removeAttribute('data-fresh')")
    assert page.evaluate(HEIGHT) == height


def test_who_goes_back_is_at_the_same_place(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator("#focus-q-clock").scroll_into_view_if_needed()
    wait_for(page, f"{UNSET} == 0")
    before = top(page, "focus-q-clock")
    page.locator("[data-part=steps] [rel=next]").evaluate("link => link.click()")
    expect(page.locator("#focus-q-clock")).to_have_count(0)
    page.go_back()
    expect(page.locator("#focus-q-clock")).to_have_count(1)
    comes_to(page, "focus-q-clock", before)


def test_a_link_leads_to_its_place_on_a_page_that_is_not_set_yet(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    assert page.evaluate(UNSET) > 5
    page.evaluate("() => { location.hash = 'this-week'; }")
    comes_to(page, "this-week", 90, about=90)
    page.reload()
    comes_to(page, "this-week", 90, about=90)


def test_nothing_jumps_while_a_reader_scrolls(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    page.evaluate(
        """() => new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shift = (window.shift ?? 0) + value;
        }).observe({ type: "layout-shift", buffered: true })"""
    )
    for _ in range(30):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(30)
    assert page.evaluate("window.shift ?? 0") < 0.01
