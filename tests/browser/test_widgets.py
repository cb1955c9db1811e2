"""All widgets together: with axe, without JavaScript, and what leaves the browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.notebook import (
    BASELINE,
    FOCUS,
    NOTEBOOK,
    PLAN,
    REVIEW,
    TEXTAREA,
    WEEK,
    check,
    entries,
    finish,
    keep,
    rate,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_with_every_widget_in_use(browser: Browser, site_url: str, scheme: str) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    finish(page, site_url)
    for section in page.locator("[data-block]:has(fieldset[data-right])").all():
        for group in section.locator("fieldset:not(:has(fieldset))").all():
            group.get_by_role("radio").first.check()
        check(section)
    page.locator(TEXTAREA).first.fill("mine")
    keep(page, {"focus-week.other1": "theirs"})
    found = {}
    for path in (FOCUS, BASELINE, PLAN, WEEK, REVIEW, NOTEBOOK, ""):
        page.goto(site_url + path)
        for id_ in ("baseline", "earlier", "today"):
            rate(page, id_, 3)
        results = Axe().run(page)
        if results.violations_count:
            found[path] = results.generate_report()
    context.close()
    assert found == {}


def test_without_javascript_all_can_be_read_and_nothing_useless_is_shown(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (FOCUS, BASELINE, PLAN, WEEK, REVIEW, NOTEBOOK, ""):
        page.goto(site_url + path)
        expect(
            page.locator("article button:visible, article [type=checkbox]:visible")
        ).to_have_count(0)
        asking = "section[data-keeps], section[data-block=scene]"
        asked = page.locator(asking)
        assert all(section.is_visible() for section in asked.all()), path
    page.goto(site_url + WEEK)
    expect(page.locator("#debrief")).to_be_visible()
    # The path through the story needs the script, and all else is there to be opened.
    for summary in page.locator("details:not([data-block=story] *) > summary:visible").all():
        summary.click()
        expect(summary.locator("~ *").first).to_be_visible()
    page.goto(site_url)
    expect(page.locator(".go-on")).to_have_text(re.compile(r"^Start: \d+ minutes$"))
    context.close()


def test_what_is_written_is_in_no_address_and_no_request(page: Page, site_url: str) -> None:
    requests: list[str] = []
    page.goto(site_url + FOCUS)
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data}"))
    page.locator(TEXTAREA).first.fill("secret-word")
    page.goto(site_url + NOTEBOOK)
    expect(page.locator("[data-part=answers]")).to_contain_text("secret-word")
    assert [request for request in requests if "secret-word" in request] == []
    assert entries(page)
