"""The built site in a real browser: what a reader meets on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.notebook import FOCUS, open_quietly

pytestmark = pytest.mark.browser

# Set in every document before its own scripts, so that no violation of the policy is missed.
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


@dataclass
class Watch:
    """What a page did that it should not."""

    messages: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def watch(page: Page, site_url: str) -> Watch:
    """Note the page's error messages, foreign requests and failed requests from now on."""
    seen = Watch()
    page.add_init_script(LISTEN)
    page.on("pageerror", lambda error: seen.messages.append(str(error)))
    page.on(
        "console",
        lambda message: seen.messages.append(message.text) if message.type == "error" else None,
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((site_url, "data:", "blob:"))
            else seen.foreign.append(request.url)
        ),
    )
    page.on(
        "response",
        lambda response: seen.failed.append(response.url) if response.status >= 400 else None,
    )
    return seen


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Return each of the two colour schemes that a system may ask for."""
    return str(request.param)


@pytest.fixture
def reader(browser: Browser, scheme: str) -> Iterator[BrowserContext]:
    """Return a browser of a reader whose system asks for a colour scheme."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    yield context
    context.close()


def test_every_page_opens_in_peace(page: Page, site_url: str, page_paths: list[str]) -> None:
    seen = watch(page, site_url)
    for path in page_paths:
        open_quietly(page, site_url + path)
        assert page.title(), path
        assert page.evaluate("window.violations") == [], path
    assert seen == Watch()


def test_every_page_passes_axe(page: Page, site_url: str, page_paths: list[str]) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = {}
    for path in page_paths:
        page.goto(site_url + path)
        # Closed answers are part of the page too.
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        results = [Axe().run(page)]
        # The other scheme changes colours alone: contrast, and links told apart by colour.
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        results.append(Axe().run(page, options={"runOnly": ["cat.color"]}))
        page.emulate_media(color_scheme="light")
        if any(result.violations_count for result in results):
            found[path] = [result.generate_report() for result in results]
    assert found == {}


def test_axe_with_the_search_and_the_menu_open(
    reader: BrowserContext, scheme: str, site_url: str
) -> None:
    page = reader.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + FOCUS)
    page.get_by_role("button", name="Menu").click()
    check_axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search").click()
    page.locator(".md-search__input").press_sequentially("urgency")
    page.locator(".md-search-result__item").first.wait_for()
    check_axe(page)


def check_axe(page: Page) -> None:
    """Fail with axe's report if it finds a violation, once the theme's panels stand still."""
    page.wait_for_function("document.getAnimations().every((a) => a.playState !== 'running')")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_dark_scheme_follows_the_system(reader: BrowserContext, scheme: str, site_url: str) -> None:
    page = reader.new_page()
    page.goto(site_url)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(18, 22, 26)" if scheme == "dark" else "rgb(255, 255, 255)")


def test_the_switch_changes_the_scheme_and_is_kept(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site_url)
    switch = page.locator("form[data-md-component=palette] label:visible")
    while page.locator("body").get_attribute("data-md-color-scheme") != "slate":
        switch.click()
    # At each change of such a line, a browser would compute the style of the whole page again.
    expect(page.locator("meta[name=color-scheme]")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_search_finds_a_word(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.locator(".md-search__input").press_sequentially("urgency")
    result = page.locator(".md-search-result__link", has_text="Focus and priorities").first
    result.click()
    page.wait_for_url(f"{site_url}{FOCUS}**")
    expect(page.locator("article header h1")).to_have_text("Focus and priorities")


def test_links_are_followed_without_a_new_document(page: Page, site_url: str) -> None:
    seen = watch(page, site_url)
    page.goto(site_url)
    page.evaluate("window.same = true")
    page.locator("article a[href*='dimensions/focus']").first.click()
    page.wait_for_url(site_url + FOCUS)
    expect(page.locator("h1")).to_have_text("Focus and priorities")
    assert page.evaluate("window.same") is True
    assert page.evaluate("window.violations") == []
    page.go_back()
    page.wait_for_url(site_url)
    expect(page.locator("h1")).to_have_text("Managing and leading")
    assert seen == Watch()


def test_no_page_scrolls_sideways(page: Page, site_url: str, page_paths: list[str]) -> None:
    wide = {}
    for path in page_paths:
        page.goto(site_url + path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        for width in (320, 360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide[path, width] = needed
    assert wide == {}


def test_a_comparison_becomes_cards_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site_url + FOCUS)
    cells = page.locator("table[data-block=comparison] tbody tr").first.locator("td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert all(box is not None for box in boxes)
    lefts = {round(box["x"]) for box in boxes if box}
    tops = [box["y"] for box in boxes if box]
    assert len(lefts) == 1
    assert tops == sorted(tops)
    # A card is still a row of a table for who hears it.
    assert page.locator("table[data-block=comparison]").get_by_role("row").count() > 1
    # The heads of the columns stay for who hears it, and stand once above the cards.
    heads = page.locator("table[data-block=comparison]").first.get_by_role("columnheader")
    assert "When you manage" in " ".join(heads.all_text_contents())


def test_everything_can_be_read_without_javascript(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + FOCUS)
    question = page.locator("[data-block=question]").first
    reasons = question.locator("details")
    reasons.locator("summary").click()
    expect(reasons.locator("li").first).to_be_visible()
    expect(page.locator("section[data-block=exercise] textarea").first).to_be_editable()
    decision = page.locator("[data-block=decision] details").first
    decision.locator("summary").click()
    expect(decision.locator("p").first).to_be_visible()
    context.close()


def test_a_missing_page_helps(page: Page, site_url: str) -> None:
    response = page.goto(f"{site_url}dimensions/no/such/page/")
    assert response is not None
    assert response.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")
    page.locator("article a", has_text="Start here").click()
    page.wait_for_url(site_url)


def test_a_tooltip_tells_what_a_term_means(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    term = page.locator("a[data-term]").first
    term.focus()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_be_visible()
    address = urlsplit(str(term.get_attribute("href")))
    assert address.fragment
    term.click()
    page.wait_for_url("**/reference/glossary/**")
    expect(page.locator(f"dt#{address.fragment}")).to_be_in_viewport()


def test_a_page_prints_as_text_on_paper(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    text = page.locator("article p:not([data-part])").first
    expect(text).to_have_css("color", "rgb(0, 0, 0)")
