"""How the script uses the browser's store: it reads it once, and writes only what has changed."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import FOCUS, NOTEBOOK, PREFIX, TEXTAREA, finish, keep, open_quietly

pytestmark = pytest.mark.browser

# Counts what is asked of the store, by the name of the function and the key.
COUNT = """
window.asked = [];
for (const name of ["getItem", "setItem", "removeItem"]) {
  const original = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (this === window.localStorage) window.asked.push([name, key]);
    return original.call(this, key, ...rest);
  };
}
"""


def asked(page: Page, function: str) -> Counter[str]:
    """Return how often a function of the store was called for each of our names."""
    calls: list[list[str]] = page.evaluate("asked")
    return Counter(
        key.removeprefix(PREFIX)
        for name, key in calls
        if name == function and key.startswith(PREFIX)
    )


@pytest.fixture
def counted(page: Page) -> Page:
    """A page that counts what is asked of the store."""
    page.add_init_script(COUNT)
    return page


def test_a_full_notebook_is_read_once(counted: Page, site_url: str) -> None:
    counted.goto(site_url + NOTEBOOK)
    keep(counted, {f"old-{number}": "text" for number in range(2000)})
    counted.reload()
    expect(counted.locator("[data-part=removed] [data-part=written]")).to_have_count(2000)
    assert max(asked(counted, "getItem").values()) == 1
    counted.evaluate("asked.length = 0; dispatchEvent(new StorageEvent('storage', {key: null}))")
    assert max(asked(counted, "getItem").values()) == 1


def test_a_page_is_opened_once(counted: Page, site_url: str) -> None:
    open_quietly(counted, site_url + FOCUS)
    while not asked(counted, "setItem"):
        counted.wait_for_timeout(50)
    assert asked(counted, "setItem") == {"notebook.last": 1}
    counted.locator("[data-part=steps] [rel=next]").click()
    expect(counted.locator("#focus-appointment-1")).to_have_count(0)
    assert asked(counted, "setItem") == {"notebook.last": 2}


def test_reading_writes_nothing(counted: Page, site_url: str) -> None:
    finish(counted, site_url)
    counted.evaluate("asked.length = 0")
    radio = counted.locator("#focus-q-omitted").get_by_role("radio").first
    radio.check()
    assert asked(counted, "setItem") == {"focus-q-omitted": 1}
    counted.goto(site_url)
    expect(counted.locator("[data-block=map] [data-part=tick]")).to_have_count(1)
    assert asked(counted, "setItem") == {}


def test_a_time_to_come_is_set_right_once(counted: Page, site_url: str) -> None:
    counted.goto(site_url + FOCUS)
    name = "dimensions/focus.finished"
    late = json.dumps({"value": "done focus-q-omitted", "when": 9e15})
    counted.evaluate("([key, entry]) => localStorage.setItem(key, entry)", [PREFIX + name, late])
    counted.goto(site_url)
    entry = json.loads(counted.evaluate("key => localStorage.getItem(key)", PREFIX + name))
    assert entry["value"] == "done focus-q-omitted"
    assert entry["when"] <= counted.evaluate("Date.now()")
    counted.reload()
    assert asked(counted, "setItem") == {}


def test_another_project_at_the_same_address_changes_nothing(counted: Page, site_url: str) -> None:
    counted.goto(site_url + FOCUS)
    counted.locator(TEXTAREA).first.fill("mine")
    counted.evaluate("asked.length = 0")
    counted.evaluate("dispatchEvent(new StorageEvent('storage', {key: 'another/project'}))")
    assert counted.evaluate("asked") == []
    expect(counted.locator(TEXTAREA).first).to_have_value("mine")
