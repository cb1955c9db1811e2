"""The menu and the search of the theme work from the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import FOCUS

pytestmark = pytest.mark.browser

MENU = ".md-header [for=__drawer]"
SEARCH = ".md-header [for=__search].md-header__button"
INSIDE = "selector => document.querySelector(selector).contains(document.activeElement)"
SIDEBAR = ".md-sidebar--primary"


@pytest.fixture
def phone(page: Page, site_url: str) -> Page:
    """The page of the first dimension, 360 pixels wide."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + FOCUS)
    return page


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(selector).evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_menu_opens_and_closes_by_keyboard(phone: Page, key: str) -> None:
    menu = phone.locator(MENU)
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_have_accessible_name("Menu")
    tab_to(phone, MENU)
    phone.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert phone.evaluate(INSIDE, SIDEBAR)
    phone.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_closed_menu_takes_no_focus(phone: Page) -> None:
    for _ in range(30):
        phone.keyboard.press("Tab")
        assert not phone.evaluate(INSIDE, SIDEBAR)


def test_focus_stays_in_the_part_of_the_menu_in_view(phone: Page) -> None:
    tab_to(phone, MENU)
    phone.keyboard.press("Enter")
    for _ in range(30):
        phone.keyboard.press("Tab")
        place = phone.evaluate(
            """() => {
              const at = document.activeElement.getBoundingClientRect();
              const inside = document.activeElement.closest(".md-sidebar--primary, .md-header");
              return document.activeElement === document.body
                || Boolean(inside) && at.left >= 0 && at.right <= innerWidth;
            }"""
        )
        assert place


def test_parts_of_the_menu_open_by_keyboard_and_give_the_focus_back(phone: Page) -> None:
    tab_to(phone, MENU)
    phone.keyboard.press("Enter")
    back = phone.locator(f"{SIDEBAR} button.md-nav__title:focus")
    expect(back).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Enter")
    forward = phone.locator(f"{SIDEBAR} button.md-nav__link:focus")
    expect(forward).to_have_attribute("aria-expanded", "false")
    phone.keyboard.press("Enter")
    expect(back).to_have_count(1)


def test_a_page_opens_from_the_menu(phone: Page, site_url: str) -> None:
    tab_to(phone, MENU)
    phone.keyboard.press("Enter")
    phone.keyboard.press("Enter")
    tab_to(phone, f"{SIDEBAR} [data-md-level='0'] > ul > li:first-child > .md-nav__link")
    phone.keyboard.press("Enter")
    phone.wait_for_url(site_url)
    expect(phone.locator(MENU)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_search_opens_by_keyboard(phone: Page, key: str) -> None:
    search = phone.locator(SEARCH)
    expect(search).to_have_accessible_name("Search")
    tab_to(phone, SEARCH)
    phone.keyboard.press(key)
    expect(phone.locator(".md-search__input")).to_be_focused()
    expect(search).to_have_attribute("aria-expanded", "true")
    phone.keyboard.type("urgency")
    expect(phone.locator(".md-search-result__item").first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(search).to_have_attribute("aria-expanded", "false")
    expect(search).to_be_focused()


def test_menu_and_search_open_by_pointer(phone: Page) -> None:
    phone.locator(SEARCH).click()
    expect(phone.locator(".md-search__input")).to_be_focused()
    phone.keyboard.press("Escape")
    phone.locator(MENU).click()
    expect(phone.locator(MENU)).to_have_attribute("aria-expanded", "true")


def test_the_search_is_shut_before_the_theme_has_come(phone: Page) -> None:
    phone.route("**/bundle.*.js", lambda _: None)
    phone.locator(SEARCH).click()
    expect(phone.locator("#__search")).to_be_checked()
    phone.keyboard.press("Escape")
    expect(phone.locator("#__search")).not_to_be_checked()
    expect(phone.locator(SEARCH)).to_be_focused()


def test_search_is_reached_on_a_wide_screen(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site_url + FOCUS)
    tab_to(page, ".md-search__input")
    page.keyboard.type("urgency")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_focus_goes_on_from_the_search(page: Page, site_url: str) -> None:
    """WebKit begins anew at the top of the page where the theme takes the focus away at Tab."""
    page.goto(site_url + FOCUS)
    page.locator(".md-search__input").focus()
    page.wait_for_function("globalThis.document$ !== undefined")
    expect(page.locator("#__search")).to_be_checked()
    look = "addEventListener('focusout', (event) => { window.isLost = !event.relatedTarget })"
    page.evaluate(look)
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.get_by_role("link", name="Start here")).to_be_focused()
    assert page.evaluate("isLost") is False


@pytest.mark.parametrize("selector", ["input[type=radio]", "summary", "a[href]", "textarea"])
def test_single_keys_do_nothing(page: Page, site_url: str, selector: str) -> None:
    page.goto(site_url + FOCUS)
    # The theme listens on the window: what comes this far, it acts on.
    page.evaluate("window.heard = []; addEventListener('keydown', ({ key }) => heard.push(key))")
    page.locator(f".md-content {selector}").first.focus()
    for key in "npsf/.,":
        page.keyboard.press(key)
    page.keyboard.press("Shift")
    assert page.evaluate("heard") == ["Shift"]
    assert page.url == site_url + FOCUS
    assert not page.locator("#__search").is_checked()


def test_menu_is_ready_after_instant_navigation(phone: Page) -> None:
    phone.evaluate("window.sameDocument = true")
    phone.locator("[data-part=steps] [rel=next]").click()
    expect(phone.locator("#focus-appointment-1")).to_have_count(0)
    assert phone.evaluate("window.sameDocument")
    expect(phone.locator(SIDEBAR)).to_have_js_property("inert", True)
    expect(phone.locator(f"{SIDEBAR} label.md-nav__link")).to_have_count(0)
    expect(phone.locator(f"{SIDEBAR} button.md-nav__link")).not_to_have_count(0)
