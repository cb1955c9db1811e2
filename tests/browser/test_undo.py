"""Undo lasts as long as the page says, and takes nothing away that was written since."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import FOCUS, NOTEBOOK, keep, values

pytestmark = pytest.mark.browser


@pytest.fixture
def deleted(page: Page, site_url: str) -> Page:
    """The page of the notebook, just after two answers were deleted."""
    page.goto(site_url + NOTEBOOK)
    keep(page, {"focus-week": "mine", "detail-took-back": "mine too"})
    page.reload()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all").click()
    assert values(page) == {}
    return page


def undo(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Undo").click()


def test_another_tab_that_opens_a_page_changes_nothing(deleted: Page, site_url: str) -> None:
    other = deleted.context.new_page()
    other.goto(site_url + FOCUS)
    other.evaluate("localStorage.setItem('another-project', 'x')")
    undo(deleted)
    assert values(deleted) == {"focus-week": "mine", "detail-took-back": "mine too"}


def test_what_was_written_since_then_stays_with_the_text_before_beside_it(
    deleted: Page, site_url: str
) -> None:
    other = deleted.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator("[name=focus-week]").fill("written since")
    expect(deleted.locator("[data-kept=focus-week]")).to_contain_text("written since")
    undo(deleted)
    expect(deleted.locator("[data-kept=focus-week]")).to_contain_text("written since")
    expect(deleted.locator("[data-kept=focus-week]")).to_contain_text("mine")
    assert values(deleted) == {"focus-week": "written since", "detail-took-back": "mine too"}


def test_it_ends_when_the_page_is_left(deleted: Page, site_url: str) -> None:
    deleted.reload()
    expect(deleted.get_by_role("button", name="Undo")).to_be_disabled()
