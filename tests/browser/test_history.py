"""What a browser shows from its history: never an older text than the newest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import FOCUS, NOTEBOOK, keep, values
from tests.courses.browser import ADDRESS

pytestmark = pytest.mark.browser

FIELD = "[name=focus-week]"
# A page that the browser cannot set aside as a whole is loaded anew, and gets what its fields had.
UNLOAD = "addEventListener('unload', () => {})"


@pytest.fixture(params=[True, False], ids=["set aside", "loaded anew"])
def left(request: pytest.FixtureRequest, page: Page, site_url: str) -> Callable[[], None]:
    """Write a text on a page, go to another site, and return what goes back."""
    if not request.param:
        page.add_init_script(UNLOAD)
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body="elsewhere"))
    page.goto(site_url + FOCUS)
    page.locator(FIELD).fill("old")
    page.locator("#focus-q-omitted").get_by_role("radio").first.check()
    page.goto(ADDRESS)

    def back() -> None:
        page.go_back(wait_until="load")

    return back


def test_the_newest_text_is_shown_and_not_overwritten(
    page: Page, site_url: str, left: Callable[[], None]
) -> None:
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(FIELD).fill("newer text")
    other.locator("#focus-q-omitted").get_by_role("radio").nth(1).check()
    left()
    expect(page.locator(FIELD)).to_have_value("newer text")
    expect(page.locator("#focus-q-omitted").get_by_role("radio").nth(1)).to_be_checked()
    page.locator(FIELD).press("End")
    page.locator(FIELD).press_sequentially("!")
    assert values(page, "focus-week") == {"focus-week": "newer text!"}


def test_nothing_is_shown_after_everything_was_deleted(
    page: Page, site_url: str, left: Callable[[], None]
) -> None:
    other = page.context.new_page()
    other.goto(site_url + NOTEBOOK)
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Delete all").click()
    left()
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator("#focus-q-omitted :checked")).to_have_count(0)


def test_the_notebook_from_history_is_that_of_now(page: Page, site_url: str) -> None:
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body="elsewhere"))
    page.goto(site_url + NOTEBOOK)
    page.goto(ADDRESS)
    other = page.context.new_page()
    other.goto(site_url)
    keep(other, {"focus-week": "written meanwhile"})
    page.go_back()
    expect(page.locator("[data-kept=focus-week]")).to_contain_text("written meanwhile")
