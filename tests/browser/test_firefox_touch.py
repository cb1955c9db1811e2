"""What a reader does first in Firefox, before most scripts are there, is not lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import system
from tests.browser.firefox import Firefox, load, started
from tests.browser.notebook import COURSE, FOCUS, NOTEBOOK

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("firefox")]

# Whether the theme's script has come.
THEME = "globalThis.document$ !== undefined"


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[Firefox]:
    """Return a new Firefox, in which nothing is kept and nothing is touched but by the test."""
    if not system.find_firefox():
        pytest.skip("there is no Firefox here")
    with started(tmp_path, touch="") as firefox:
        yield firefox


def test_the_first_click_is_on_search(untouched: Firefox, site_url: str) -> None:
    untouched.open(site_url + FOCUS)
    assert untouched.run(THEME) is False
    untouched.click(".md-search__input")
    untouched.type(".md-search__input", "urgency")
    untouched.wait("document.querySelector('.md-search-result__item') !== null")


def test_the_first_touch_chooses_a_file(untouched: Firefox, site_url: str) -> None:
    answers = {"detail-took-back": {"value": "from a file", "when": 5}}
    untouched.open(site_url + NOTEBOOK)
    assert untouched.run(THEME) is False
    told = load(untouched, json.dumps({"course": COURSE, "version": 1, "answers": answers}))
    assert told.startswith("Loaded: 1 new")
    text = untouched.run("document.querySelector('[data-part=answers]').textContent")
    assert "from a file" in text
