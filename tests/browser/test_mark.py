"""The mark of a page as a reader sees it, and as nobody hears it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MARK = "[data-part=head] > [data-part=emblem]"
UNIT = "dimensions/focus/"


def box(page: Page, selector: str) -> dict[str, float]:
    """Return where an element is."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return {name: found[name] for name in ("x", "y", "width", "height")}


@pytest.mark.parametrize("width", [320, 719, 720, 1220, 1920])
def test_it_is_beside_the_title_or_beside_all_text(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}{UNIT}")
    mark, head, article = (box(page, each) for each in (MARK, "[data-part=head]", "article"))
    right = mark["x"] + mark["width"]
    assert mark["y"] == head["y"]
    assert (mark["x"] >= head["x"] + head["width"]) == (width >= 720)
    assert right <= article["x"] + article["width"] + 1


def test_it_has_one_colour_where_colours_are_forced(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{UNIT}")
    fills = f"[...document.querySelectorAll('{MARK} path')].map((e) => getComputedStyle(e).fill)"
    assert len(set(page.evaluate(fills))) == 3
    page.emulate_media(forced_colors="active")
    assert set(page.evaluate(fills)) == {"rgb(0, 0, 0)"}


def test_each_unit_has_its_mark_where_they_are_side_by_side(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}dimensions/")
    headings = page.locator("[data-block=gather] > h2")
    assert headings.count() == page.locator("[data-block=gather] > h2 > [data-part=emblem]").count()
    assert headings.first.aria_snapshot().count("img") == 0
