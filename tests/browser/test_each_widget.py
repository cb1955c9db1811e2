"""Every widget by keyboard alone, and as a screen reader is told of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.matching import open_match
from tests.browser.notebook import FOCUS
from tests.courses.build import Courses

pytestmark = pytest.mark.browser

INNOVATION = "dimensions/innovation/"
FIRST_SORT = "[data-block=sort] >> nth=0"


def choose_first(page: Page, groups: Locator) -> None:
    """Choose the first radio button of each group, from the keyboard."""
    for group in groups.all():
        group.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        expect(group.get_by_role("radio").first).to_be_checked()


def press(page: Page, button: Locator) -> None:
    """Press a button from the keyboard."""
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")


def test_sort_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + INNOVATION)
    answer_by_keyboard(page, page.locator(FIRST_SORT))


def test_match_by_keyboard_and_as_it_is_told(page: Page, courses: Courses) -> None:
    section = open_match(page, courses)
    tree = section.aria_snapshot()
    for part in ("- group ", "- radio ", '- button "Check"', "- status"):
        assert part in tree.replace("- '", "- ")
    answer_by_keyboard(page, section)


def answer_by_keyboard(page: Page, section: Locator) -> None:
    """Answer a question with several items, see what is said, and try again."""
    items = section.locator("li[data-item]")
    choose_first(page, items)
    press(page, section.get_by_role("button", name="Check"))
    expect(items.first.locator("[data-part=feedback]")).not_to_be_empty()
    press(page, section.get_by_role("button", name="Try again"))
    expect(section.locator("input:checked")).to_have_count(0)


def test_decision_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + INNOVATION)
    section = page.locator("[data-block=decision]").first
    section.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(section.get_by_role("radio").nth(1)).to_be_checked()
    press(page, section.get_by_role("button", name="See what happens"))
    expect(
        section.locator("li[data-option]").nth(1).locator("[data-part=feedback]")
    ).not_to_be_empty()


def test_rating_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}start/baseline/")
    statement = page.locator("[data-statement]").first
    statement.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(statement.get_by_role("radio").nth(1)).to_be_checked()
    expect(page.locator("[data-block=profile] td").first).to_have_text("2")


def test_plan_and_finish_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}practice/plan/")
    plan = page.locator("[data-block=plan]").first
    plan.get_by_role("textbox", name="If this happens").focus()
    page.keyboard.type("a request comes")
    page.keyboard.press("Tab")
    page.keyboard.type("answer at eleven")
    expect(plan.get_by_role("textbox", name="I will")).to_have_value("answer at eleven")
    box = page.get_by_role("checkbox", name="I have finished this page")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def test_review_and_notebook_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + INNOVATION)
    page.locator("section[data-block=exercise] textarea").first.fill("mine")
    page.goto(f"{site_url}practice/review/")
    press(page, page.get_by_role("button", name="Show every question here"))
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)
    card = page.locator("[data-block=gather] [data-copy]:has(fieldset)").first
    choose_first(page, card.locator("fieldset").first)
    press(page, card.get_by_role("button", name="Check"))
    expect(card.locator("[data-part=feedback]").first).not_to_be_empty()
    page.goto(f"{site_url}notebook/")
    page.once("dialog", lambda dialog: dialog.accept())
    press(page, page.get_by_role("button", name="Delete all"))
    expect(page.get_by_role("status").filter(has_text="Deleted")).to_be_visible()
    press(page, page.get_by_role("button", name="Undo"))
    expect(page.locator("[data-part=answers] [data-part=written]").first).to_have_text("mine")


@pytest.mark.parametrize(
    ("path", "selector", "told"),
    [
        (INNOVATION, FIRST_SORT, ["- group ", "- radio ", '- button "Check"', "- status"]),
        (
            INNOVATION,
            "[data-block=decision] >> nth=0",
            ["- heading ", "- group ", "- radio ", '- button "See what happens"', "- status"],
        ),
        (
            INNOVATION,
            "[data-block=exercise] >> nth=0",
            ["- heading ", "- table", "- columnheader ", '- textbox "', "- status"],
        ),
        (FOCUS, "#focus-week", ["- heading ", '- textbox "Your answer', "- status"]),
        (FOCUS, "#focus-request", ["- heading ", '- textbox "I will', "- status"]),
        (
            FOCUS,
            "[data-block=estimate] >> nth=0",
            ["- heading ", '- spinbutton "Your guess', '- button "See what was found"', "- status"],
        ),
        (
            "practice/which-hat/",
            "[data-block=decision] >> nth=0",
            ["- heading ", "- group ", '- radio "■ managing"', '- radio "■▲ managing'],
        ),
        (
            "start/baseline/",
            "[data-block=rating]",
            ["- heading ", "- group ", '- radio "1 , almost never"', "- status"],
        ),
        (
            "practice/plan/",
            "[data-block=plan] >> nth=0",
            ["- heading ", '- textbox "If this happens', '- textbox "I will', "- status"],
        ),
        ("practice/hard-week/", "[data-block=story]", ["- list", "- link "]),
        (
            "notebook/",
            "[data-part=notebook-tools]",
            ['- button "Print"', '- button "Delete all"', "- status"],
        ),
    ],
)
def test_each_widget_says_what_it_is(
    page: Page, site_url: str, path: str, selector: str, told: list[str]
) -> None:
    page.goto(site_url + path)
    page.locator(f"{selector} >> details").evaluate_all(
        "(all) => all.forEach((each) => { each.open = true; })"
    )
    tree = page.locator(selector).aria_snapshot()
    missing = [part for part in told if part not in tree.replace("- '", "- ")]
    assert missing == [], tree
