"""What a screen reader is told of every page, as Chromium itself tells it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.notebook import FOCUS

pytestmark = pytest.mark.browser

# What somebody can act on, or jump to.
NAMED = {"button", "checkbox", "heading", "image", "link", "radio", "spinbutton", "textbox"}
PARTS = {"table": "table", "row": "tr", "rowheader": "th[scope=row]", "cell": "td"}
COUNT = """(selectors) => selectors.map((selector) => [...document.querySelectorAll(
  `:is([data-block=comparison], [data-part=cells], [data-part=agenda], [data-part=map])`)]
  .filter((table) => table.checkVisibility())
  .flatMap((table) => [table, ...table.querySelectorAll("*")])
  .filter((part) => part.matches(selector) && part.checkVisibility()).length)"""


def tree(session: CDPSession) -> list[tuple[str, str]]:
    """Return the role and the name of each part of the page that is told."""
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


def test_every_page_is_told_whole_on_a_phone(
    page: Page, site_url: str, page_paths: list[str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    session = page.context.new_cdp_session(page)
    found, tables = {}, 0
    for path in page_paths:
        page.goto(site_url + path)
        # Tables that are laid out as tables are told as such in any case.
        page.evaluate("document.querySelectorAll('.md-typeset__table').forEach((t) => t.remove())")
        told = tree(session)
        wrong = [each for each in told if each[0] in NAMED and is_wrong(*each)]
        # A row that is shown as a card is still the row of a table.
        shown = page.evaluate(COUNT, list(PARTS.values()))
        counted = Counter(role for role, _ in told)
        expected = dict(zip(PARTS, shown, strict=True))
        wrong += [(role, f"{counted[role]}") for role in PARTS if counted[role] != expected[role]]
        tables += expected["table"]
        if wrong:
            found[path] = wrong
    assert found == {}
    assert tables > 10


def is_wrong(role: str, name: str) -> bool:
    """Tell whether a name is missing, or has the sign of a link to a heading."""
    return not name.strip() or "¶" in name or (role == "heading" and "Link to" in name)


def test_a_block_says_its_kind_and_title(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    region = page.locator("#focus-appointment")
    assert region.aria_snapshot().startswith("- 'region \"Exercise: Make the")
    assert '- heading "Make the appointment" [level=3]' in region.aria_snapshot()
    box = page.get_by_role("checkbox", name="I have finished this page")
    box.check()
    assert page.locator("[data-block=finish]").aria_snapshot().count("[checked]") == 1
