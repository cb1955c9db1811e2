"""What a reader writes is kept in their browser, and survives what happens to a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

FOCUS = "dimensions/focus/"
TEXTAREA = ".exercise textarea"
KEPT = "Kept in this browser."
NOT_KEPT = "Not kept: this browser refuses to store it."
# Instant navigation replaces the page without loading it: a mark on the window stays.
MARK = "window.sameDocument = true"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
FULL = (
    "void (Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') })"
)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """The errors of the scripts of a page."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def visit_another_page(page: Page) -> None:
    """Go to another page and back, without loading anything anew."""
    page.evaluate(MARK)
    there = page.url
    page.locator(".md-footer__link--next").click()
    page.wait_for_function("address => location.href !== address", arg=there)
    expect(page.locator("#focus-week")).to_have_count(0)
    page.go_back()
    expect(page.locator("#focus-week")).to_have_count(1)
    assert page.evaluate("window.sameDocument")


def test_text_survives_a_reload(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("Café, “plan” & <b>\nsecond line")
    page.reload()
    expect(page.locator(TEXTAREA).first).to_have_value("Café, “plan” & <b>\nsecond line")


def test_text_and_choice_survive_instant_navigation(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("mine")
    page.locator(".question input[type=radio]").nth(1).check()
    visit_another_page(page)
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    expect(page.locator(".question input[type=radio]").nth(1)).to_be_checked()


def test_an_answer_has_a_key_of_its_own(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    field = page.locator(TEXTAREA).first
    field.fill("mine")
    key = f"managing-and-leading/1/{field.get_attribute('name')}"
    assert page.evaluate("key => localStorage.getItem(key)", key) == "mine"
    field.fill("")
    assert page.evaluate("key => localStorage.getItem(key)", key) is None


def test_keeping_is_said_once_on_a_page(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    notes = page.locator("[role=status].kept")
    expect(notes.filter(has_text=KEPT)).to_have_count(0)
    page.locator(TEXTAREA).nth(0).fill("one")
    page.locator(TEXTAREA).nth(1).fill("two")
    expect(notes.filter(has_text=KEPT)).to_have_count(1)
    expect(page.locator(f"{TEXTAREA} + .kept").first).to_have_text(KEPT)


@pytest.mark.parametrize("fault", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_refusing_store_is_told_and_the_text_stays(
    page: Page, site_url: str, errors: list[str], fault: str
) -> None:
    # Material itself cannot start where the store is blocked: only our script is asked here.
    page.goto(site_url + FOCUS)
    page.evaluate(fault)
    page.locator(TEXTAREA).first.fill("mine")
    expect(page.locator(f"{TEXTAREA} + .kept").first).to_contain_text(NOT_KEPT)
    visit_another_page(page)
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    assert errors == []


def test_our_script_starts_where_the_store_is_blocked(
    page: Page, site_url: str, errors: list[str]
) -> None:
    page.add_init_script(BLOCKED)
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("mine")
    expect(page.locator(f"{TEXTAREA} + .kept").first).to_contain_text(NOT_KEPT)
    assert [error for error in errors if error != "blocked"] == []


def test_another_tab_updates_a_field_that_nobody_edits(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(TEXTAREA).first.fill("from the other tab")
    other.locator(".question input[type=radio]").first.check()
    expect(page.locator(TEXTAREA).first).to_have_value("from the other tab")
    expect(page.locator(".question input[type=radio]").first).to_be_checked()


def test_another_tab_never_replaces_what_is_being_edited(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.focus()
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(TEXTAREA).first.fill("from the other tab")
    other.locator(TEXTAREA).nth(1).fill("sign")
    # Events come in order: when the second field has changed, the first one's is past.
    expect(page.locator(TEXTAREA).nth(1)).to_have_value("sign")
    expect(page.locator(TEXTAREA).first).to_have_value("")


def test_another_tab_never_replaces_what_could_not_be_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.evaluate(FULL)
    page.locator(TEXTAREA).first.fill("mine, not kept")
    page.locator("h1").click()
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(TEXTAREA).first.fill("from the other tab")
    other.locator(TEXTAREA).nth(1).fill("sign")
    expect(page.locator(TEXTAREA).nth(1)).to_have_value("sign")
    expect(page.locator(TEXTAREA).first).to_have_value("mine, not kept")
