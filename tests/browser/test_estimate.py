"""An estimate and the fields of each form of an exercise: kept, compared, and in the notebook."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.blocks.samples import BOXES, CHECKS, ESTIMATE, TABLE
from tests.courses import plain
from tests.courses.browser import open_course
from tests.courses.build import Built, Courses

pytestmark = pytest.mark.browser

HEAD = "---\ntitle: {}\nsummary: In short.\n---\n"
OBJECTIVES = "objectives: [{id: a-one, text: Do it.}, {id: a-two, text: Do more.}]\n---\n"
FILES = {
    "mkdocs.yml": plain.config(units=False),
    "docs/index.md": HEAD.format("Start").removesuffix("---\n")
    + OBJECTIVES
    + "\n".join(["", ESTIMATE, TABLE, CHECKS, BOXES]),
    "docs/notebook.md": HEAD.format("Notebook") + "\n/// notebook\n///\n",
    "docs/review.md": HEAD.format("Review") + "\n/// review\n///\n",
}
COMPARED = "Your guess: 400. Found: 7.5 of 1000 nurses."


@pytest.fixture(scope="module")
def built(courses: Courses) -> Built:
    """Return a course with an estimate and each form of an exercise."""
    built = courses.build("forms", FILES)
    assert built.messages == []
    return built


@pytest.fixture
def start(page: Page, built: Built) -> Page:
    """Return its page."""
    open_course(page, built)
    return page


def guess(block: Locator, number: str) -> None:
    """Write a number, and ask for what was found."""
    block.get_by_role("spinbutton", name="Your guess of 1000 nurses").fill(number)
    block.get_by_role("button", name="See what was found").click()


def kept(page: Page) -> dict[str, str]:
    """Return what the browser keeps of answers."""
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    start = "/plain/2/"
    names = {key: key.removeprefix(start) for key in found if key.startswith(f"{start}a-")}
    return {name: json.loads(found[key])["value"] for key, name in names.items() if "." not in name}


def test_what_was_found_comes_after_a_guess(start: Page) -> None:
    block = start.locator("#a-guess")
    finding = block.get_by_text("Few told somebody.")
    expect(block.locator("details")).to_be_hidden()
    for nothing in ("", "1001"):
        guess(block, nothing)
        expect(block.locator("output")).to_have_text("Write a number from 0 to 1,000 first.")
        expect(finding).to_be_hidden()
    guess(block, "400")
    expect(block.locator("output")).to_be_empty()
    expect(finding).to_be_visible()
    expect(block.get_by_role("status").filter(has_text="Found")).to_have_text(COMPARED)
    expect(block.get_by_text("Found: 7.5")).to_have_count(2)
    expect(block.locator("[data-part=found]")).to_be_hidden()


def test_a_guess_and_what_was_found_stay(start: Page) -> None:
    guess(start.locator("#a-guess"), "400")
    assert kept(start) == {"a-guess": "400"}
    start.reload()
    expect(start.get_by_role("spinbutton")).to_have_value("400")
    expect(start.locator("#a-guess [data-part=compared]")).to_have_text(COMPARED)
    expect(start.locator("#a-guess details")).to_be_visible()


def test_another_guess_hides_it_again(start: Page) -> None:
    block = start.locator("#a-guess")
    guess(block, "400")
    block.get_by_role("spinbutton").fill("40")
    expect(block.locator("details, [data-part=range]")).to_have_count(2)
    for part in ("details", "[data-part=range]"):
        expect(block.locator(part)).to_be_hidden()
    expect(block.locator("[data-part=compared]")).to_be_empty()


def test_both_numbers_are_marked_on_a_line(start: Page) -> None:
    block = start.locator("#a-guess")
    for number in ("0", "400", "1000"):
        guess(block, number)
        line = block.locator("[data-part=range]").bounding_box()
        assert line
        for name in ("guessed", "right"):
            label = block.locator(f"[data-mark={name}] > span").bounding_box()
            assert label
            assert line["x"] <= label["x"]
            assert label["x"] + label["width"] <= line["x"] + line["width"]
    places = block.locator("[data-mark]").evaluate_all(
        "(marks) => marks.map((mark) => mark.style.getPropertyValue('--at'))"
    )
    assert places == ["100%", "0.75%"]


def test_in_the_review_it_is_seen_and_asked_again(page: Page, built: Built) -> None:
    open_course(page, built, "review/")
    page.get_by_role("button", name="Show every question here").click()
    card = page.locator("[data-copy]").first
    guess(card, "400")
    expect(card.get_by_text("Few told somebody.")).to_be_visible()
    card.get_by_role("button", name="Seen").click()
    expect(card.get_by_role("spinbutton")).to_have_value("")
    expect(card.locator("details")).to_be_hidden()
    assert kept(page) == {}


def test_without_a_script_it_waits_behind_a_disclosure(built: Built) -> None:
    estimate = built.pages[""].tree.get_element_by_id("a-guess")
    (finding,) = estimate.xpath("details")
    assert finding.get("hidden") is None
    assert finding.get("open") is None


def test_fields_of_each_form_are_kept_and_stand_in_the_notebook(start: Page, built: Built) -> None:
    start.get_by_label("Row 2 – Who").fill("Amal")
    start.get_by_label("Close the till").fill("Jonas")
    start.get_by_role("checkbox", name="The till").check()
    start.get_by_role("textbox", name="I will …").fill("ask")
    found = sorted((name[:7], text) for name, text in kept(start).items())
    assert found == [
        ("a-boxes", "ask"),
        ("a-check", "1"),
        ("a-table", "Amal"),
        ("a-table", "Jonas"),
    ]
    start.reload()
    expect(start.get_by_label("Row 2 – Who")).to_have_value("Amal")
    expect(start.get_by_role("checkbox", name="The till")).to_be_checked()
    expect(start.get_by_role("checkbox", name="The door")).not_to_be_checked()
    open_course(start, built, "notebook/")
    shown = start.locator("[data-part=answers] [data-kept]:visible")
    expect(shown).to_have_count(4)
    assert [" ".join(text.split()) for text in shown.all_inner_texts()] == [
        "Close the till Jonas",
        "Row 2 – Who Amal",
        "The till",
        "I will … ask",
    ]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_table_can_be_filled_in_on_every_screen(start: Page, width: int) -> None:
    start.set_viewport_size({"width": width, "height": 700})
    assert start.evaluate("document.documentElement.scrollWidth") <= width
    field = start.get_by_label("Row 2 – Who")
    field.fill("A text that is much longer than one line of its cell, and still seen whole")
    box = field.bounding_box()
    assert box
    assert box["width"] > 120
    assert field.evaluate("(field) => field.scrollHeight - field.clientHeight") <= 1
