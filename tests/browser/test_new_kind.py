"""A kind of block that the script has never seen: its fields are kept as all others are."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.notebook import FOCUS, entries, values

pytestmark = pytest.mark.browser

BLOCK = """
<section data-block="tasks" id="new-tasks" data-keeps="new-tasks new-when new-word">
<p><input type="checkbox" name="new-tasks" id="t1" value="1"> <label for="t1">One</label>
<input type="checkbox" name="new-tasks" id="t2" value="2"> <label for="t2">Two</label>
<input type="checkbox" name="new-tasks" id="t3" value="3"> <label for="t3">Three</label></p>
<p><label for="w">When</label> <select name="new-when" id="w"><option></option><option>soon</option>
</select></p>
<p><label for="n">Word</label> <input name="new-word" id="n"></p>
<p data-part="kept" role="status"></p>
</section>
"""
CHOICE = """
<section data-block="guess" id="new-guess" data-keeps="new-guess">
<fieldset data-right="b"><legend>Which?</legend>
<input type="radio" name="new-guess" id="ga" value="a"> <label for="ga">A</label>
<input type="radio" name="new-guess" id="gb" value="b"> <label for="gb">B</label></fieldset>
<div data-part="feedback" role="status"></div>
<p data-part="tools" hidden><button type="button" data-do="check">Guess</button>
<button type="button" data-do="tryAgain">Try again</button> <output></output></p>
<div data-answers><p data-reason="wrong" data-for="new-guess" data-value="a">A is wrong.</p>
<p data-reason="right" data-for="new-guess" data-value="b">B is right.</p></div>
</section>
"""


@pytest.fixture
def new(page: Page, site_url: str) -> Page:
    """A page with blocks of new kinds."""

    def add_blocks(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("</article>", f"{BLOCK}{CHOICE}</article>")
        route.fulfill(response=response, body=body)

    page.route(re.compile(rf"/{FOCUS}$"), add_blocks)
    page.goto(site_url + FOCUS)
    return page


def test_several_boxes_of_one_name_are_kept_together(new: Page) -> None:
    new.get_by_role("checkbox", name="One").check()
    new.get_by_role("checkbox", name="Three").check()
    assert values(new, "new-") == {"new-tasks": "1 3"}
    expect(new.locator("#new-tasks [role=status]")).to_have_text("Kept in this browser.")
    new.reload()
    expect(new.get_by_role("checkbox", name="One")).to_be_checked()
    expect(new.get_by_role("checkbox", name="Two")).not_to_be_checked()
    expect(new.get_by_role("checkbox", name="Three")).to_be_checked()
    new.get_by_role("checkbox", name="One").uncheck()
    new.get_by_role("checkbox", name="Three").uncheck()
    assert values(new, "new-") == {}


def test_a_list_and_a_line_are_kept(new: Page) -> None:
    new.get_by_role("combobox", name="When").select_option("soon")
    new.get_by_role("textbox", name="Word").fill("patience")
    new.reload()
    expect(new.get_by_role("combobox", name="When")).to_have_value("soon")
    expect(new.get_by_role("textbox", name="Word")).to_have_value("patience")


def test_a_choice_with_one_feedback_for_all_is_checked(new: Page) -> None:
    guess = new.locator("#new-guess")
    feedback = guess.locator("[data-part=feedback]")
    expect(guess.locator("[data-answers]")).to_be_hidden()
    guess.get_by_role("radio", name="A").check()
    guess.get_by_role("button", name="Guess").click()
    expect(feedback).to_have_text("A is wrong.")
    expect(feedback).not_to_have_attribute("data-reason", "right")
    expect(guess.locator("[data-value=b]")).to_be_visible()
    guess.get_by_role("radio", name="B").check()
    expect(feedback).to_be_empty()
    guess.get_by_role("button", name="Guess").click()
    expect(feedback).to_have_text("B is right.")
    expect(feedback).to_have_attribute("data-reason", "right")
    assert json.loads(entries(new)["new-guess"])["value"] == "b"
