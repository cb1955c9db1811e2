"""The main behaviours in Firefox."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.firefox import Firefox, load, value, write
from tests.browser.notebook import COURSE, FOCUS, NOTEBOOK

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("firefox")]


def test_every_page_opens_in_peace(firefox: Firefox, site_url: str, page_paths: list[str]) -> None:
    firefox.asked.clear()
    firefox.errors.clear()
    for path in page_paths:
        firefox.open(site_url + path)
        # The theme's script, which has come at the touch, has done all that it does by itself.
        firefox.wait("globalThis.document$ !== undefined")
        assert firefox.run("window.violations") == [], path
    foreign = [each for each in firefox.asked if not each.startswith((site_url, "data:", "blob:"))]
    assert (foreign, firefox.errors) == ([], [])


def test_an_answer_is_kept(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    firefox.type("[data-block=exercise] textarea", "Grüße 👍")
    firefox.open(site_url)
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[data-block=exercise] textarea") == "Grüße 👍"


def test_a_question_is_checked(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    section = "document.querySelector('#focus-q-omitted')"
    firefox.run(f"{section}.querySelector('input').click()")
    firefox.run(f"{section}.querySelector('[data-do=check]').click()")
    firefox.open(site_url + FOCUS)
    assert firefox.run(f"{section}.querySelector('[data-part=feedback]').textContent !== ''")


def test_the_story_shows_one_scene_and_moves_the_focus(firefox: Firefox, site_url: str) -> None:
    firefox.open(f"{site_url}practice/hard-week/")
    firefox.run(
        "document.querySelector('[data-block=scene]:not([hidden]) [data-part=ways] a').click()"
    )
    firefox.wait("document.activeElement.id === 'week-tuesday-plan-title'")
    scenes = "[...document.querySelectorAll('[data-block=scene]')]"
    assert firefox.run(f"{scenes}.filter((scene) => scene.checkVisibility()).length") == 1


def test_a_file_is_loaded_and_the_notebook_shows_it(firefox: Firefox, site_url: str) -> None:
    answers = {"detail-took-back": {"value": "<b>from a file</b>", "when": 5}}
    firefox.open(site_url + NOTEBOOK)
    told = load(firefox, json.dumps({"course": COURSE, "version": 1, "answers": answers}))
    assert told.startswith("Loaded: 1 new")
    text = firefox.run("document.querySelector('[data-part=answers]').textContent")
    assert "<b>from a file</b>" in text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("no JSON", "Not loaded: the file is no notebook."),
        ({"course": "another", "version": 1, "answers": {}}, "Not loaded: the file is of another"),
        ({"course": COURSE, "version": 99, "answers": {}}, "Not loaded: the file is of a newer"),
        (
            {
                "course": COURSE,
                "version": 1,
                "answers": {f"a{n}": {"value": "x", "when": 1} for n in range(10_000)},
            },
            "Not loaded: the file is too large",
        ),
    ],
)
def test_a_bad_file_changes_nothing(firefox: Firefox, site_url: str, file: Any, told: str) -> None:
    firefox.open(site_url + NOTEBOOK)
    before = firefox.run("JSON.stringify({ ...localStorage })")
    text = file if isinstance(file, str) else json.dumps(file)
    assert load(firefox, text).startswith(told)
    assert firefox.run("JSON.stringify({ ...localStorage })") == before


def test_text_survives_instant_navigation_and_back(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "#focus-request textarea", "If rain falls")
    # Until the theme knows which addresses are pages of the site, it loads them.
    pages = "performance.getEntriesByType('resource').find((r) => r.name.endsWith('/sitemap.xml'))"
    firefox.wait(f"{pages}?.responseEnd > 0")
    firefox.run(
        "(window.same = true, document.querySelector('[data-part=steps] [rel=next]').click())"
    )
    firefox.wait("!document.querySelector('#focus-request')")
    firefox.run("history.back()")
    firefox.wait("document.querySelector('#focus-request textarea')?.value === 'If rain falls'")
    assert firefox.run("window.same") is True


def test_a_removed_question_stays_in_the_notebook(firefox: Firefox, site_url: str) -> None:
    entry = json.dumps(json.dumps({"value": "kept anyway", "when": 5}))
    firefox.open(site_url + NOTEBOOK)
    firefox.run(f"localStorage.setItem('/managing-and-leading/2/gone-long-ago', {entry})")
    firefox.open(site_url + NOTEBOOK)
    assert "kept anyway" in firefox.run("document.querySelector('[data-part=removed]').textContent")


def test_no_error_is_logged_on_any_page(
    firefox: Firefox, site_url: str, page_paths: list[str]
) -> None:
    for path in page_paths:
        firefox.open(site_url + path)
    assert firefox.errors == []


def test_another_site_of_the_host_does_not_end_undo(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "mine")
    firefox.open(site_url + NOTEBOOK)
    button = "document.querySelector('[data-do={}]').click()"
    firefox.run(f"(window.confirm = () => true, {button.format('deleteAll')})")
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == ""
    firefox.run("localStorage.setItem('another-project', 'x')")
    firefox.tab = mine
    firefox.run(button.format("undo"))
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == "mine"


def test_a_card_is_still_the_row_of_a_table(firefox: Firefox, site_url: str) -> None:
    size = {"width": 360, "height": 800}
    firefox.send("browsingContext.setViewport", context=firefox.tab, viewport=size)
    try:
        firefox.open(site_url + FOCUS)
        for role, selector in (("rowheader", "th[scope=row]"), ("columnheader", "th[scope=col]")):
            locator = {"type": "accessibility", "value": {"role": role}}
            told = firefox.send("browsingContext.locateNodes", context=firefox.tab, locator=locator)
            number = firefox.run(f"document.querySelectorAll('{selector}').length")
            assert len(told["nodes"]) == number > 2
    finally:
        firefox.send("browsingContext.setViewport", context=firefox.tab, viewport=None)
