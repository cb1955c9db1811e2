"""What is written is kept in Firefox too, whatever happens to the store, the tab or the browser."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox, started, value, write
from tests.browser.notebook import FOCUS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("firefox")]


def test_two_tabs_lose_nothing(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    field = "#focus-appointment textarea"
    firefox.type(field, "a")
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    firefox.type(field, "b")
    firefox.tab = mine
    firefox.send("browsingContext.activate", context=mine)
    firefox.type(field, "c")
    texts = firefox.run(
        "Object.entries(localStorage).filter(([key]) => key.includes('focus-appointment'))"
        ".map(([, entry]) => JSON.parse(entry).value)"
    )
    shown = firefox.run("document.querySelector('#focus-appointment textarea').value")
    assert shown in texts
    assert {"ab", "ba"} & set(texts)


def test_a_full_store_is_told(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    firefox.run("void (Storage.prototype.setItem = () => { throw new DOMException('full') })")
    write(firefox, "#focus-appointment textarea", "not lost")
    told = "document.querySelector('#focus-appointment [data-part=kept]').textContent"
    assert firefox.run(told).startswith("Not kept")
    assert value(firefox, "#focus-appointment textarea") == "not lost"


def test_a_blocked_store_is_told_and_the_search_works(firefox: Firefox, site_url: str) -> None:
    block = """() => Object.defineProperty(window, "localStorage", {
      get() { throw new Error("blocked") }, configurable: true })"""
    script = firefox.send("script.addPreloadScript", functionDeclaration=block)["script"]
    try:
        firefox.open(site_url + FOCUS)
        write(firefox, "#focus-appointment textarea", "in memory")
        told = "document.querySelector('#focus-appointment [data-part=kept]').textContent"
        assert firefox.run(told).startswith("Not kept")
        firefox.run("document.querySelector('#__search').click()")
        firefox.type(".md-search__input", "urgency")
        firefox.wait("document.querySelector('.md-search-result__item') !== null")
    finally:
        firefox.send("script.removePreloadScript", script=script)


def test_a_corrupt_entry_does_no_harm(firefox: Firefox, site_url: str) -> None:
    page = f"{site_url}dimensions/expertise/"
    firefox.open(page)
    key = "/managing-and-leading/2/expertise-best-at"
    firefox.run(f"localStorage.setItem('{key}', '{{\"value\":')")
    firefox.open(page)
    assert value(firefox, "[name=expertise-best-at]") == '{"value":'


def test_history_shows_the_newest_text(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "old")
    firefox.open(site_url.replace("127.0.0.1", "localhost"))
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "newer text")
    firefox.tab = mine
    firefox.send("browsingContext.traverseHistory", context=mine, delta=-1)
    firefox.wait("document.querySelector('[name=focus-week]')?.value === 'newer text'")


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "שלום 👩‍🏫\n\nمرحبا", "<img src=x onerror=alert(1)>"]
)
def test_any_text_comes_back_whole(firefox: Firefox, site_url: str, text: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", text)
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == text


def test_what_could_not_be_kept_is_never_replaced(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    field = "#focus-appointment textarea"
    firefox.run("void (Storage.prototype.setItem = () => { throw new DOMException('full') })")
    write(firefox, field, "mine, not kept")
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    write(firefox, field, "from the other tab")
    write(firefox, "[name=focus-week]", "sign")
    firefox.tab = mine
    # Events come in order: when this field has changed, the other one's is past.
    firefox.wait("document.querySelector('[name=focus-week]').value === 'sign'")
    assert value(firefox, field) == "mine, not kept"


def test_what_was_typed_survives_a_killed_browser(
    firefox: Firefox, site_url: str, tmp_path: Path
) -> None:
    with started(tmp_path) as other:
        other.open(site_url + FOCUS)
        other.type("[name=focus-week]", "It was a dark night.")
        # What is promised: at most the last second is lost.
        time.sleep(1)
    with started(tmp_path) as other:
        other.open(site_url + FOCUS)
        other.wait("document.querySelector('[name=focus-week]').value === 'It was a dark night.'")
