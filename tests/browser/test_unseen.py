"""Blocks out of sight: they are no work for the browser, and nothing is where it would not be."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.notebook import FOCUS

pytestmark = pytest.mark.browser

SIZES: list[ViewportSize] = [{"width": 360, "height": 780}, {"width": 1280, "height": 900}]
RESTING = "main.resting"
# Blocks that the browser leaves out, once it has looked which of them are in sight.
UNSEEN = """async () => {
    for (let picture = 0; picture < 3; picture++) await new Promise(requestAnimationFrame);
    return [...document.querySelectorAll("[data-box]")].filter(({ firstElementChild: part }) =>
        part.checkVisibility() && !part.checkVisibility({ contentVisibilityAuto: true })).length;
}"""
PLACES = """[...document.querySelectorAll("article > *, [data-box]")].filter((block) =>
    block.checkVisibility()
).map((block) => {
    const { top, left, width, height } = block.getBoundingClientRect();
    return [top + scrollY, left, width, height].map(Math.round).join(" ");
})"""
SHIFT = """window.shift = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
SHOW_ALL = "document.querySelector('main').classList.remove('resting')"


@pytest.mark.parametrize("size", SIZES, ids=["phone", "desk"])
def test_what_is_out_of_sight_has_the_place_that_it_would_have(
    page: Page, site_url: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.add_init_script(SHIFT)
    page.goto(site_url + FOCUS)
    # The second page comes by instant navigation.
    for title in ("Focus and priorities", "Creation and innovation"):
        expect(page.locator("h1")).to_have_text(title)
        page.wait_for_selector(RESTING)
        assert page.evaluate(UNSEEN) > 5
        assert page.evaluate("shift") == 0
        places = page.evaluate(PLACES)
        page.evaluate(SHOW_ALL)
        assert page.evaluate(UNSEEN) == 0
        assert page.evaluate(PLACES) == places
        page.locator("[data-part=steps] [rel=next]").click()


def test_a_reader_comes_back_to_the_same_place(page: Page, site_url: str) -> None:
    page.set_viewport_size(SIZES[0])
    page.goto(site_url + FOCUS)
    page.wait_for_selector(RESTING)
    link = page.locator("[data-part=steps] [rel=next]")
    link.scroll_into_view_if_needed()
    page.evaluate(UNSEEN)
    before = link.bounding_box()
    link.click()
    expect(page.locator("h1")).to_have_text("Creation and innovation")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Focus and priorities")
    page.wait_for_selector(RESTING)
    page.evaluate(UNSEEN)
    assert link.bounding_box() == before
