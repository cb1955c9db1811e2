"""What the notebook reads on other pages: what was asked, and nothing is lost without it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from course.model import Block, blocks, text_of
from course.site.page import parse
from tests.browser.notebook import FOCUS, NOTEBOOK, WEEK, downloaded, keep, read_all
from tests.browser.test_weight import SHIFT, New

pytestmark = pytest.mark.browser

STATUS = "[data-part=status]"
# What each place of an answer says: its name, and what is asked, the label, the values, and what
# they were once. The part of a review repeats them.
PLACES = """
(parts) => parts.flatMap((part) => {
  const texts = [part.querySelector("h3"), ...part.querySelectorAll(":scope > p")];
  return [...part.querySelectorAll(":scope > [data-kept]")].map(({ dataset, children }) => [
    dataset.kept,
    [
      texts.map((each) => each.textContent),
      children[0]?.matches("p") ? children[0].textContent : "",
      JSON.parse(dataset.values ?? "{}"),
      dataset.was ?? "",
      dataset.places ?? "",
    ],
  ]);
})
"""


def asked_by(block: Block) -> list[str]:
    """Return the title and the prompts of a block."""
    prompts = [] if block.get("values") else block.parts("prompt") + block.parts("content")
    texts = [text_of(each) for prompt in prompts for each in prompt]
    return [block.title, *(text for text in texts if text)]


def test_every_answer_has_a_place_with_what_it_needs_to_be_read(
    page: Page, site: Path, site_url: str
) -> None:
    """A script reads on the pages what the build reads there too."""
    expected: dict[str, list[Any]] = {}
    for path in site.rglob("index.html"):
        for block in blocks(parse(path.read_text("utf-8")), copies=True):
            for each in block.answers:
                facts = [each.label, each.values, each.was, each.places]
                expected[each.name] = [asked_by(block), *facts]
    assert len(expected) > 150
    page.goto(site_url + NOTEBOOK)
    keep(page, dict.fromkeys(expected, "1"))
    page.reload()
    read_all(page)
    found = page.locator("[data-part=answers] > [data-state] > section").evaluate_all(PLACES)
    assert dict(found) == expected
    assert page.locator("section > section > [data-kept]:visible").count() == len(expected)
    expect(page.locator("[data-part=removed]")).to_be_hidden()


def test_it_asks_for_the_pages_that_have_answers_alone(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.resource_type} {request.url}"))
    page.goto(site_url + NOTEBOOK)
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if each.startswith("fetch ")] == []
    keep(page, {"focus-week": "mine", "week-monday.path": "week-monday", "old": "gone"})
    page.reload()
    read_all(page)
    fetched = [each for each in asked if each.startswith("fetch ")]
    assert fetched == [f"fetch {site_url}{path}" for path in (FOCUS, WEEK)]
    expect(page.locator("[data-part=removed]")).to_contain_text("gone")
    expect(page.locator("[data-kept='week-monday.path']")).to_contain_text("→")


@pytest.mark.parametrize("text", ["", "<h1>Log in</h1>"])
def test_a_page_that_cannot_be_read_loses_no_answer(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator("[name=focus-week]").fill("mine")
    choice = page.locator("#focus-q-omitted [data-option]").first
    choice.get_by_role("radio").check()
    option = choice.locator("label").inner_text()
    page.route(
        f"{site_url}{FOCUS}", lambda route: route.fulfill(body=text) if text else route.abort()
    )
    page.goto(site_url + NOTEBOOK)
    read_all(page)
    part = page.locator("[data-part=answers] > section:visible")
    expect(part).to_contain_text("This page cannot be read now.")
    expect(page.locator(STATUS)).to_have_text("Some pages cannot be read now.")
    for shown in ("focus-week", "mine", "focus-q-omitted", option):
        expect(part).to_contain_text(shown)
    expect(page.locator("[data-part=removed]")).to_be_hidden()
    copy = downloaded(page, "Download to read")
    assert "mine" in copy
    assert option in copy
    assert "<button" not in copy
    assert set(json.loads(downloaded(page, "Download to load again"))["answers"]) >= {"focus-week"}
    page.unroute(f"{site_url}{FOCUS}")
    part.get_by_role("button", name="Try again").click()
    expect(part.locator("[data-kept=focus-week]")).to_contain_text("mine")
    expect(part).not_to_contain_text("cannot be read")
    expect(part).not_to_contain_text("focus-week")
    expect(part.locator("h2 a")).to_be_focused()
    expect(page.locator(STATUS)).to_be_empty()


def test_what_is_not_read_yet_is_printed_and_saved(page: Page, site_url: str) -> None:
    page.goto(site_url + NOTEBOOK)
    keep(page, {"focus-week": "mine"})
    held: list[Route] = []
    page.route(f"{site_url}{FOCUS}", lambda route: held.append(route))
    page.reload()
    expect(page.locator("[data-part=answers]")).to_have_attribute("aria-busy", "true")
    expect(page.locator(STATUS)).to_have_text("Reading the pages …")
    mine = page.get_by_text("mine", exact=True)
    expect(mine).to_be_hidden()
    page.emulate_media(media="print")
    expect(mine).to_be_visible()
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download to read").click()
        page.wait_for_timeout(200)
        held[0].continue_()
    text = Path(download.value.path()).read_text("utf-8")
    assert "mine" in text
    assert 'data-kept="focus-week"' in text


def test_what_was_answered_in_a_review_stands_with_the_question(page: Page, site_url: str) -> None:
    page.goto(site_url + NOTEBOOK)
    keep(page, {"focus-q-omitted": "x", "focus-focus-q-omitted": "y"})
    page.reload()
    part = page.locator("section > section:visible").filter(has_text="In the review:").first
    expect(part.locator("[data-kept]:visible")).to_have_count(2)
    link = part.locator("h3 a")
    assert link.get_attribute("href") == f"{site_url}{FOCUS}#focus-q-omitted"


def test_nothing_moves_while_answers_come(untouched: New, site_url: str) -> None:
    for width in (412, 1280):
        page = untouched(viewport={"width": width, "height": 900}).new_page()
        page.goto(site_url + NOTEBOOK)
        answers = {"baseline-surprise": "a", "focus-week": "mine", "plan-first-date": "2099-01-01"}
        keep(page, answers)
        page.add_init_script(SHIFT)
        page.reload()
        read_all(page)
        assert page.evaluate("window.shift ?? 0") == 0


def test_the_notebook_prints_its_text_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + NOTEBOOK)
    keep(page, {"focus-week": "mine", "focus-q-omitted": "2"})
    page.reload()
    page.emulate_media(media="print")
    expect(page.locator("button:visible, input:visible")).to_have_count(0)
    expect(page.get_by_text("mine", exact=True)).to_be_visible()


def test_without_a_script_no_room_is_left_for_answers(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + NOTEBOOK)
    box = page.locator("[data-part=answers]").bounding_box()
    assert box is None or box["height"] < 100
    context.close()
