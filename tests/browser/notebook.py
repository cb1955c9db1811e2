"""What the tests in a browser share: pages, what a reader does there, and what is kept of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

COURSE = "managing-and-leading"
PREFIX = f"/{COURSE}/2/"
FOCUS = "dimensions/focus/"
BASELINE = "start/baseline/"
PLAN = "practice/plan/"
REVIEW = "practice/review/"
WEEK = "practice/hard-week/"
HAT = "practice/which-hat/"
NOTEBOOK = "notebook/"
TEXTAREA = "[data-block=exercise] textarea"
# Where an exercise says that what was written there is kept.
SAID = "[data-block=exercise] [data-part=kept]"


def keep(page: Page, answers: dict[str, str]) -> None:
    """Put answers into the store, as the page would."""
    page.evaluate(
        """([prefix, answers]) => {
          for (const [name, value] of Object.entries(answers)) {
            localStorage.setItem(prefix + name, JSON.stringify({ value, when: Date.now() }));
          }
        }""",
        [PREFIX, answers],
    )


def entries(page: Page) -> dict[str, str]:
    """Return the entries of the store by name, as they are."""
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return {
        key.removeprefix(PREFIX): entry for key, entry in found.items() if key.startswith(PREFIX)
    }


def values(page: Page, start: str = "") -> dict[str, str]:
    """Return the answers of the store whose names begin so, and have no dot."""
    return {
        name: json.loads(entry)["value"]
        for name, entry in entries(page).items()
        if name.startswith(start) and "." not in name
    }


def notebook_file(answers: dict[str, str], **changes: Any) -> str:
    """Return the text of a downloaded file, changed in some of its fields."""
    content = {name: {"value": value, "when": 1000} for name, value in answers.items()}
    return json.dumps({"course": COURSE, "version": 1, "answers": content} | changes)


def open_quietly(page: Page, address: str) -> None:
    """Open a page, and wait until its scripts have run and nothing more is asked for.

    A network can be quiet before that: on a busy machine a script has come and still waits.
    """
    page.goto(address)
    page.wait_for_load_state("networkidle")


def read_all(page: Page) -> None:
    """Wait until the notebook or the review has read the pages that it needs."""
    place = page.locator("[data-part=answers], [data-mixed]").first
    expect(place).to_have_attribute("aria-busy", "false", timeout=60_000)


def downloaded(page: Page, name: str) -> str:
    """Press a button that downloads, and return the text of the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes().decode()


def finish(page: Page, site_url: str, path: str = FOCUS) -> None:
    """Mark a page as finished, and wait until that is kept: the script may come with the touch."""
    page.goto(site_url + path)
    page.get_by_role("checkbox", name="I have finished this page").check()
    kept = f"Object.keys(localStorage).some((key) => key.endsWith('{path.rstrip('/')}.finished'))"
    while not page.evaluate(kept):
        page.wait_for_timeout(50)


def check(section: Locator) -> None:
    """Press the button that checks the choice."""
    section.locator("[data-do=check], [data-do=showConsequence]").click()


def rate(page: Page, id_: str, value: int) -> None:
    """Give every statement of a rating the same number."""
    for statement in page.locator(f"#{id_} [data-statement]").all():
        statement.locator(f"input[value='{value}']").check()
