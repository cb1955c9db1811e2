"""What a reader writes is kept in their browser, and survives what happens to a page."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Error, Page, Route, expect

from course.site.bundle import without_instant as plain
from tests.browser.notebook import FOCUS, PREFIX, SAID, TEXTAREA, entries, keep, values
from tests.browser.test_weight import wait_for

pytestmark = pytest.mark.browser

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
    page.locator("[data-part=steps] [rel=next]").click()
    page.wait_for_function("address => location.href !== address", arg=there)
    expect(page.locator("#focus-appointment")).to_have_count(0)
    page.go_back()
    expect(page.locator("#focus-appointment")).to_have_count(1)
    assert page.evaluate("window.sameDocument")


def test_text_survives_a_reload(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("Café, “plan” & <b>\nsecond line")
    page.reload()
    expect(page.locator(TEXTAREA).first).to_have_value("Café, “plan” & <b>\nsecond line")


def test_text_and_choice_survive_instant_navigation(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("mine")
    page.locator("[data-series=question] input[type=radio]").nth(1).check()
    visit_another_page(page)
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    expect(page.locator("[data-series=question] input[type=radio]").nth(1)).to_be_checked()


def test_an_answer_has_a_key_of_its_own(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    field = page.locator(TEXTAREA).first
    field.fill("mine")
    key = f"{PREFIX}{field.get_attribute('name')}"
    entry = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    assert entry["value"] == "mine"
    assert set(entry) == {"value", "when"}
    field.fill("")
    assert page.evaluate("key => localStorage.getItem(key)", key) is None


def test_keeping_is_said_once_on_a_page(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    notes = page.locator("[role=status][data-part=kept]")
    expect(notes.filter(has_text=KEPT)).to_have_count(0)
    page.locator(TEXTAREA).nth(0).fill("one")
    page.locator(TEXTAREA).nth(1).fill("two")
    expect(notes.filter(has_text=KEPT)).to_have_count(1)
    expect(page.locator(SAID).first).to_have_text(KEPT)


@pytest.mark.parametrize("fault", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_refusing_store_is_told_and_the_text_stays(
    page: Page, site_url: str, errors: list[str], fault: str
) -> None:
    # Material itself cannot start where the store is blocked: only our script is asked here.
    page.goto(site_url + FOCUS)
    page.evaluate(fault)
    page.locator(TEXTAREA).first.fill("mine")
    expect(page.locator(SAID).first).to_contain_text(NOT_KEPT)
    visit_another_page(page)
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    assert errors == []


def test_our_script_starts_where_the_store_is_blocked(
    page: Page, site_url: str, errors: list[str]
) -> None:
    page.add_init_script(BLOCKED)
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill("mine")
    expect(page.locator(SAID).first).to_contain_text(NOT_KEPT)
    assert [error for error in errors if error != "blocked"] == []


def test_another_tab_updates_a_field_that_nobody_edits(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(TEXTAREA).first.fill("from the other tab")
    other.locator("[data-series=question] input[type=radio]").first.check()
    expect(page.locator(TEXTAREA).first).to_have_value("from the other tab")
    expect(page.locator("[data-series=question] input[type=radio]").first).to_be_checked()


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


# Two tabs


def test_two_texts_for_one_field_are_both_kept_and_shown(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    mine = page.locator(TEXTAREA).first
    mine.focus()
    other = page.context.new_page()
    other.goto(site_url + FOCUS)
    other.locator(TEXTAREA).first.fill("theirs")
    other.locator(TEXTAREA).nth(1).fill("sign")
    expect(page.locator(TEXTAREA).nth(1)).to_have_value("sign")
    mine.press_sequentially("mine")
    copy = page.get_by_role("alert")
    expect(copy).to_contain_text("theirs")
    # The other tab shows the newer text and, beside it, its own.
    expect(other.locator(TEXTAREA).first).to_have_value("mine")
    expect(other.get_by_role("alert")).to_contain_text("theirs")
    page.reload()
    expect(mine).to_have_value("mine")
    expect(copy).to_contain_text("theirs")
    copy.get_by_role("button", name="Use the other text").click()
    expect(mine).to_have_value("theirs")
    expect(copy).to_contain_text("mine")
    copy.get_by_role("button", name="Keep mine").click()
    expect(copy).to_have_count(0)
    assert set(values(page, "focus").values()) == {"theirs", "sign"}


def test_a_tab_that_slept_overwrites_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    field = page.locator(TEXTAREA).first
    name = str(field.get_attribute("name"))
    # No event comes from the same tab: it is as if this one had slept.
    keep(page, {name: "written elsewhere"})
    field.fill("mine")
    expect(page.get_by_role("alert")).to_contain_text("written elsewhere")
    assert json.loads(entries(page)[name])["value"] == "mine"


# What happens to a page


@pytest.mark.parametrize("instant", [True, False], ids=["instant", "plain"])
def test_answers_survive_back_and_forward(page: Page, site_url: str, instant: bool) -> None:
    def without_instant(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=plain(response.text()))

    if not instant:
        page.route(re.compile(r"/bundle\."), without_instant)
    page.goto(site_url + FOCUS)
    page.evaluate(MARK)
    page.locator(TEXTAREA).first.fill("mine")
    page.locator("[data-part=steps] [rel=next]").click()
    expect(page.locator("#focus-appointment")).to_have_count(0)
    assert bool(page.evaluate("window.sameDocument")) is instant
    page.go_back()
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    page.locator(TEXTAREA).first.fill("mine too")
    page.go_forward()
    expect(page.locator("#focus-appointment")).to_have_count(0)
    page.go_back()
    expect(page.locator(TEXTAREA).first).to_have_value("mine too")


def test_what_was_typed_survives_the_end_of_the_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    tmp_path: Path,
) -> None:
    context = browser_type.launch_persistent_context(str(tmp_path), **browser_type_launch_args)
    page = context.new_page()
    page.goto(site_url + FOCUS)
    field = page.locator(TEXTAREA).first
    field.press_sequentially("h")
    # The first letter brings the script that keeps it, and the others.
    wait_for(page, "localStorage.length > 0")
    field.press_sequentially("alf a sent")
    # The process of the tab is killed in the midst of typing.
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    after = context.new_page()
    after.goto(site_url + FOCUS)
    expect(after.locator(TEXTAREA).first).to_have_value("half a sent")
    context.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_what_was_typed_survives_a_killed_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    tmp_path: Path,
) -> None:
    """The browser itself writes its store to the disk only after some seconds."""
    program = browser_type_launch_args.get("executable_path") or browser_type.executable_path
    options = ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-port=0"]
    command = [program, *options, f"--user-data-dir={tmp_path}"]

    @contextlib.contextmanager
    def started() -> Iterator[Page]:
        (tmp_path / "DevToolsActivePort").unlink(missing_ok=True)
        process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
        assert process.stderr is not None
        line = next(line for line in process.stderr if b"DevTools listening on " in line)
        address = line.decode().split()[-1]
        try:
            yield browser_type.connect_over_cdp(address).contexts[0].new_page()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    with started() as page:
        page.goto(site_url + FOCUS)
        page.locator("[name=focus-week]").press_sequentially("It was a dark night.")
        # What is promised: at most the last second is lost.
        page.wait_for_timeout(1000)
    with started() as page:
        page.goto(site_url + FOCUS)
        expect(page.locator("[name=focus-week]")).to_have_value("It was a dark night.")


@pytest.mark.parametrize("first", [0, 2, 4])
def test_corrupt_entries_do_no_harm(
    page: Page, site_url: str, errors: list[str], first: int
) -> None:
    page.goto(site_url + FOCUS)
    names = ["focus-week", "focus-q-omitted", "focus-q-omitted.checked", "notebook.last"]
    names += ["week-monday.path", "week-monday.at", "dimensions/focus.finished", "plan-first-date"]
    corrupt = ["{", "null", "[]", "5", '{"value": 5, "when": 1}', '{"value": "a", "when": "x"}']
    page.evaluate(
        "(entries) => entries.forEach(([key, entry]) => localStorage.setItem(key, entry))",
        [[PREFIX + name, corrupt[(first + n) % 6]] for n, name in enumerate(names)],
    )
    for path in (FOCUS, "", "notebook/", "practice/hard-week/", "practice/review/"):
        page.goto(site_url + path)
    assert errors == []
    page.goto(site_url + FOCUS)
    page.locator("[name=focus-week]").fill("mine")
    page.reload()
    expect(page.locator("[name=focus-week]")).to_have_value("mine")


@pytest.mark.parametrize(
    "text",
    ["long line " * 2000, "👩🏽‍🏫 🏳️‍🌈 👍", "שלום עולם\nمرحبا", "a\n\n\nb\n", "  spaces\tand tab "],
    ids=["20,000", "emoji", "right to left", "lines", "spaces"],
)
def test_any_text_comes_back_as_it_was(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator(TEXTAREA).first.fill(text)
    page.reload()
    expect(page.locator(TEXTAREA).first).to_have_value(text)
    page.goto(f"{site_url}notebook/")
    assert (
        page.locator("[data-part=written]").first.evaluate("element => element.textContent") == text
    )


def test_search_works_where_the_browser_blocks_the_store(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    tmp_path: Path,
) -> None:
    settings = tmp_path / "Default"
    settings.mkdir()
    # What the setting “block all cookies” writes; it blocks the store too.
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (settings / "Preferences").write_text(json.dumps(blocked))
    context = browser_type.launch_persistent_context(str(tmp_path), **browser_type_launch_args)
    page = context.new_page()
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.goto(site_url + FOCUS)
    assert page.evaluate("(() => { try { localStorage.setItem('a', 'b') } catch { return 1 } })()")
    page.locator(".md-search__input").press_sequentially("urgency")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(TEXTAREA).first.fill("mine")
    expect(page.locator(SAID).first).to_contain_text(NOT_KEPT)
    visit_another_page(page)
    expect(page.locator(TEXTAREA).first).to_have_value("mine")
    assert found == []
    context.close()
