"""The reader's notebook: everything that was written, as a page, as a file and back from a file."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import (
    COURSE,
    FOCUS,
    NOTEBOOK,
    downloaded,
    entries,
    keep,
    notebook_file,
    read_all,
    values,
)

pytestmark = pytest.mark.browser

STATUS = "[data-part=status]"
# Gives files to the page one after another, as a reader would, and returns what it said.
LOAD_ALL = """
async (texts) => {
  const input = document.querySelector("[data-do=load]");
  const status = document.querySelector("[data-part=status]");
  const said = [];
  for (const text of texts) {
    const files = new DataTransfer();
    files.items.add(new File([text], "notebook.json"));
    input.files = files.files;
    status.textContent = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const isBusy = () => document.querySelector("[data-part=answers]").ariaBusy === "true";
    for (let wait = 0; (!status.textContent || isBusy()) && wait < 500; wait++) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    said.push(status.textContent);
  }
  return said;
}
"""
HOSTILE = [
    "<img src=x onerror='window.hacked = true'>",
    "<script>window.hacked = true</script>",
    "javascript:window.hacked=true",
    '"><svg onload=window.hacked=true>',
    "</textarea><script>window.hacked=true</script>",
    "{{constructor.constructor('window.hacked=true')()}}",
    "__proto__",
    "constructor",
    "\u0000\u202e\ufeff\ud83d",
    "a" * 5000,
    "",
    " ",
    "../../etc/passwd",
    "9" * 400,
]


@pytest.fixture
def notebook(page: Page, site_url: str) -> Page:
    """The page of the notebook, with two answers."""
    page.goto(site_url + NOTEBOOK)
    keep(page, {"focus-week": "mine", "focus-q-omitted": "2"})
    page.reload()
    # What is kept under an older value is taken along when its page has been read.
    read_all(page)
    return page


def load(page: Page, text: str) -> str:
    """Give a file to the page, and return what it said."""
    said: list[str] = page.evaluate(LOAD_ALL, [text])
    return said[0]


def test_answers_stand_below_their_questions_in_course_order(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator("[data-block=exercise] textarea").first.fill("first line\nsecond line")
    title = page.locator("[data-block=exercise] h3").first.text_content() or ""
    id_ = page.locator("[data-block=exercise]").first.get_attribute("id")
    choice = page.locator("[data-block=question] [data-option]").first
    option = choice.locator("label").inner_text()
    choice.get_by_role("radio").check()
    page.goto(f"{site_url}start/baseline/")
    page.locator("[data-block=rating] input").nth(4).check()
    page.goto(site_url + NOTEBOOK)
    read_all(page)
    titles = page.locator("[data-part=answers] h2:visible").all_inner_texts()
    assert titles == ["Where you stand", "Focus and priorities"]
    text = page.locator("[data-part=answers]").inner_text()
    assert "first line\nsecond line" in text
    assert "5, almost always" in text
    assert option in text
    page.get_by_role("link", name=title.partition("¶")[0].strip()).click()
    page.wait_for_url(f"{site_url}{FOCUS}#{id_}")


def test_without_answers_it_says_so(page: Page, site_url: str) -> None:
    page.goto(site_url + NOTEBOOK)
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(page.locator("[data-part=answers] h2:visible")).to_have_count(0)


def test_a_removed_question_keeps_its_answer(page: Page, site_url: str) -> None:
    page.goto(site_url + NOTEBOOK)
    keep(page, {"old-exercise": "Still mine"})
    page.reload()
    expect(page.get_by_role("heading", name="No longer in the course")).to_be_visible()
    expect(page.locator("[data-part=removed]")).to_contain_text("Still mine")


def test_a_downloaded_file_restores_everything(notebook: Page) -> None:
    file = downloaded(notebook, "Download to load again")
    before = entries(notebook)
    kept = values(notebook, "focus")
    assert set(kept) == {"focus-week", "focus-q-omitted"}
    notebook.evaluate("localStorage.clear()")
    notebook.reload()
    assert load(notebook, file).startswith("Loaded: 2 new, 0 kept beside")
    assert values(notebook, "focus") == kept
    assert before["focus-week"] == entries(notebook)["focus-week"]
    expect(notebook.locator("[data-part=answers]")).to_contain_text("mine")


def test_digits_of_a_message_are_digits(notebook: Page) -> None:
    message = notebook.locator("[data-message=loaded]")
    message.evaluate("li => { li.textContent = '{new} of 3 in 5 minutes, {other} of {left}' }")
    said = load(notebook, notebook_file({"focus-appointment-1": "new", "focus-q-omitted": "1"}))
    assert said == "1 of 3 in 5 minutes, {other} of 1"


def test_the_copy_to_read_has_text_and_no_script(notebook: Page) -> None:
    keep(notebook, {"focus-appointment-1": HOSTILE[0]})
    notebook.reload()
    copy = downloaded(notebook, "Download to read")
    assert "mine" in copy
    assert "&lt;img src=x" in copy
    assert "<img" not in copy
    assert "hidden" not in copy
    assert re.search(r'href="http[^"]+dimensions/focus/#focus-week"', copy)


def test_what_is_here_stays_and_another_text_is_kept_beside_it(
    notebook: Page, site_url: str
) -> None:
    chosen = values(notebook, "focus-q-omitted")
    said = load(notebook, notebook_file({"focus-week": "theirs", "focus-q-omitted": "1"}))
    assert said.startswith("Loaded: 0 new, 1 kept beside another text of yours, 1 left")
    assert values(notebook, "focus-q-omitted") == chosen
    expect(notebook.locator("[data-part=answers]")).to_contain_text("theirs")
    notebook.goto(site_url + FOCUS)
    field = notebook.locator("[name=focus-week]")
    expect(field).to_have_value("mine")
    other = notebook.locator("[data-part=other]")
    expect(other).to_contain_text("theirs")
    other.get_by_role("button", name="Use the other text").click()
    expect(field).to_have_value("theirs")
    expect(field).to_be_focused()
    expect(other).to_contain_text("mine")
    other.get_by_role("button", name="Keep mine").click()
    expect(other).to_have_count(0)
    notebook.reload()
    expect(field).to_have_value("theirs")
    expect(other).to_have_count(0)


def test_loading_can_be_undone(notebook: Page) -> None:
    before = entries(notebook)
    load(notebook, notebook_file({"focus-week": "theirs", "focus-appointment-1": "new"}))
    notebook.get_by_role("button", name="Undo").click()
    assert entries(notebook) == before
    expect(notebook.locator(STATUS)).to_contain_text("Undone")
    expect(notebook.get_by_role("button", name="Undo")).to_be_disabled()


def test_delete_all_asks_and_can_be_undone(notebook: Page) -> None:
    before = entries(notebook)
    notebook.once("dialog", lambda dialog: dialog.dismiss())
    notebook.get_by_role("button", name="Delete all").click()
    assert entries(notebook) == before
    notebook.once("dialog", lambda dialog: dialog.accept())
    notebook.get_by_role("button", name="Delete all").click()
    assert entries(notebook) == {}
    expect(notebook.get_by_text("There is nothing here yet.")).to_be_visible()
    notebook.get_by_role("button", name="Undo").click()
    assert entries(notebook) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not JSON", "Not loaded: the file is no notebook"),
        ("null", "Not loaded: the file is no notebook"),
        ("[]", "Not loaded: the file is no notebook"),
        ('{"course": "x"}', "Not loaded: the file is no notebook"),
        (notebook_file({"a": "b"}, course="another"), "Not loaded: the file is of another course"),
        (notebook_file({"a": "b"}, version=2), "Not loaded: the file is of a newer version"),
        (
            notebook_file({f"n{number}": "text" for number in range(10_000)}),
            "Not loaded: the file is too large",
        ),
    ],
    ids=["not JSON", "null", "list", "no answers", "other course", "newer", "10,000 entries"],
)
def test_a_wrong_file_changes_nothing_and_is_named(notebook: Page, text: str, said: str) -> None:
    before = entries(notebook)
    assert load(notebook, text).startswith(said)
    assert entries(notebook) == before


def test_a_huge_file_is_refused(notebook: Page, tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as opened:
        opened.truncate(50 * 2**20)
    mine = values(notebook, "focus")
    notebook.locator("[data-do=load]").set_input_files(file)
    expect(notebook.locator(STATUS)).to_contain_text("too large")
    assert values(notebook, "focus") == mine


def hostile_file(chance: random.Random) -> str:
    """Return a file with something hostile in every field."""

    def word() -> str:
        return chance.choice(HOSTILE)

    def value() -> Any:
        strange = [None, 1, -1, 1e308, True, [], {}, [word()], {"value": word()}]
        return chance.choice([word(), word(), chance.choice(strange)])

    def name() -> str:
        known = ["focus-week", "focus-appointment-1", "focus-q-omitted", "focus-q-omitted.checked"]
        notes = ["dimensions/focus.finished", "notebook.last", "focus-q-omitted.review", "x.other1"]
        story = ["week-monday.path", "week-monday.at", "plan-first-date", "gone"]
        return chance.choice([*known, *notes, *story, word()])

    def entry() -> Any:
        when = chance.choice([0, 1, -5, 1e300, "x", None])
        return chance.choice([{"value": value(), "when": when}] * 4 + [value()])

    content: dict[str, Any] = {
        "course": chance.choice([COURSE] * 9 + [value()]),
        "version": chance.choice([1] * 9 + [value()]),
        "answers": chance.choice([{name(): entry() for _ in range(4)}] * 9 + [value()]),
        word(): value(),
    }
    text = json.dumps(content)
    return text if chance.random() < 0.9 else text[: chance.randrange(len(text))]


def test_a_thousand_hostile_files_run_nothing_and_lose_nothing(
    notebook: Page, site_url: str
) -> None:
    errors: list[str] = []
    notebook.on("pageerror", lambda error: errors.append(str(error)))
    notebook.on("dialog", lambda dialog: errors.append(dialog.message))
    chance = random.Random(4)
    mine = values(notebook, "focus")
    for _ in range(4):
        said = notebook.evaluate(LOAD_ALL, [hostile_file(chance) for _ in range(250)])
        assert all(re.match(r"Loaded: |Not loaded: the file is ", text) for text in said)
        assert values(notebook, "focus").items() >= mine.items()
        for path in (NOTEBOOK, FOCUS, "practice/hard-week/", "practice/plan/", ""):
            notebook.goto(site_url + path)
            assert notebook.evaluate("window.hacked") is None
        keys = notebook.evaluate("Object.keys(localStorage)")
        assert all(key.startswith("/") for key in keys)
        # The next ones meet the same answers, and not the copies of all those before.
        notebook.evaluate("localStorage.clear()")
        keep(notebook, mine)
        notebook.goto(site_url + NOTEBOOK)
    assert errors == []


def test_a_full_store_is_told_when_a_file_is_loaded(notebook: Page) -> None:
    room = "localStorage.setItem('filler', 'x'.repeat(5 * 2**20 - 2000))"
    notebook.evaluate(f"try {{ {room} }} catch {{}}")
    mine = values(notebook, "focus")
    said = load(notebook, notebook_file({"focus-appointment-1": "x" * 90_000}))
    assert said.startswith("Not everything could be stored")
    assert "focus-appointment-1" in said
    assert values(notebook, "focus") == mine


def test_a_reminder_comes_when_much_is_in_no_file(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    page.goto(site_url + NOTEBOOK)
    keep(page, {f"focus-{number}": "text" for number in range(10)})
    page.reload()
    reminder = page.locator("[data-part=reminder]")
    expect(reminder).to_be_hidden()
    page.clock.set_fixed_time("2026-03-12T10:00:00")
    page.reload()
    expect(reminder).to_be_visible()
    downloaded(page, "Download to load again")
    expect(reminder).to_be_hidden()
