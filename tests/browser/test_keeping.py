"""What a reader is told about keeping: first, when a store is full, and without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.notebook import FOCUS, TEXTAREA, WEEK

pytestmark = pytest.mark.browser

ADVICE = "Some browsers delete what they keep after seven days"
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('') })"


def test_the_first_answer_comes_with_advice_and_asks_the_browser_to_lose_nothing(
    page: Page, site_url: str
) -> None:
    asking = "window.asked = 0; navigator.storage.persist = async () => { window.asked++ }"
    page.add_init_script(asking)
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.press_sequentially("one")
    page.locator(TEXTAREA).nth(1).fill("two")
    expect(page.get_by_text(ADVICE)).to_have_count(1)
    assert page.evaluate("asked") == 1
    page.reload()
    page.locator(TEXTAREA).first.fill("three")
    expect(page.get_by_text("Kept in this browser.")).to_be_visible()
    expect(page.get_by_text(ADVICE)).to_have_count(0)


def test_leaving_a_page_asks_when_its_text_is_not_kept(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("kept")
    page.reload()
    assert asked == []
    page.evaluate(FULL)
    page.locator(TEXTAREA).first.press_sequentially(" not kept")
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_a_story_stays_where_it_is_when_another_tab_goes_on(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    shown = page.locator("[data-block=scene]:visible")
    first = shown.get_attribute("id")
    other = page.context.new_page()
    other.goto(site_url + WEEK)
    other.locator("[data-block=scene]:visible [data-part=ways] a").first.click()
    expect(page.locator("[data-part=path] li")).to_have_count(2)
    assert shown.get_attribute("id") == first


def test_two_tabs_that_write_in_turn_leave_one_copy(page: Page, site_url: str) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(site_url + FOCUS)
    fields = page.locator("[name=focus-week]"), other.locator("[name=focus-week]")
    for turn in range(4):
        for field, text in zip(fields, ("mine", "theirs"), strict=True):
            field.focus()
            field.press_sequentially(f"{text} {turn}. ")
    copies = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('.other'))")
    assert len(copies) <= 2


def test_without_a_script_a_page_with_fields_says_that_nothing_is_kept(
    browser: Browser, site_url: str
) -> None:
    told = "nothing that you write on this page is kept"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + FOCUS)
    assert told in page.inner_text(".page-head")
    page.goto(f"{site_url}reference/glossary/")
    assert told not in page.inner_text(".page-head")
    context.close()


def test_a_site_in_a_folder_names_the_offline_copy(page: Page, site: Path, site_url: str) -> None:
    page.goto((site / "index.html").as_uri())
    expect(page.get_by_role("note").filter(has_text="offline copy")).to_be_visible()
    page.goto(site_url)
    expect(page.get_by_text("offline copy of the course")).to_have_count(0)


@pytest.mark.parametrize("typed", ["course's", "course’s"])
def test_the_search_takes_both_apostrophes(page: Page, site_url: str, typed: str) -> None:
    page.goto(site_url)
    page.locator(".md-search__input").press_sequentially(typed)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
