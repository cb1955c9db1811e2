"""What a file may bring into a notebook, how much of it, and what is told of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.notebook import (
    FOCUS,
    NOTEBOOK,
    TEXTAREA,
    entries,
    keep,
    notebook_file,
    read_all,
    values,
)
from tests.browser.test_store import COUNT, asked

pytestmark = pytest.mark.browser

STATUS = "[data-part=status]"
MOST = 100_000


@pytest.fixture
def notebook(page: Page, site_url: str) -> Page:
    """The page of an empty notebook."""
    page.goto(site_url + NOTEBOOK)
    return page


def load(page: Page, text: str) -> str:
    """Give a file to the page, and return what it said."""
    page.locator(STATUS).evaluate("status => status.textContent = ''")
    file = FilePayload(name="n.json", mimeType="application/json", buffer=text.encode())
    page.locator("[data-do=load]").set_input_files(file)
    expect(page.locator(STATUS)).not_to_be_empty(timeout=60_000)
    read_all(page)
    return page.locator(STATUS).inner_text()


def exported(page: Page) -> str:
    """Return the text of the file that the page gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download to load again").click()
    return Path(download.value.path()).read_text("utf-8")


def test_a_field_says_how_much_it_takes(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    field = page.locator(TEXTAREA).first
    field.focus()
    page.keyboard.insert_text("x" * (MOST + 1))
    said = page.locator("[data-block=exercise] [data-part=kept]").first
    expect(said).to_contain_text("no more than 100,000 characters")
    assert len(field.input_value()) == MOST


def test_whatever_can_be_kept_can_be_loaded_again(notebook: Page, site_url: str) -> None:
    names = [
        "focus-week",
        "detail-took-back",
        "expertise-best-at",
        "expertise-hardest-hour",
        "earlier",
    ]
    # A file of these is longer than the store, since a letter has up to three bytes there.
    texts = {name: letter * MOST for name, letter in zip(names, "管x\u0001é\u2028", strict=True)}
    keep(notebook, texts)
    notebook.reload()
    file = exported(notebook)
    notebook.evaluate("localStorage.clear()")
    notebook.reload()
    assert load(notebook, file).startswith("Loaded: 5 new")
    assert values(notebook) == texts


def test_an_answer_of_a_question_that_is_gone_can_be_loaded_again(notebook: Page) -> None:
    notebook.locator("[data-gone]").evaluate("part => part.dataset.gone += ' old-question'")
    answers = {"old-question": "mine", "old-question-abc": "too", "focus-q-gone-abcdef": "no"}
    said = load(notebook, notebook_file(answers))
    assert said.startswith("Loaded: 2 new, 0 kept beside another text of yours, 0 left")
    assert "1 not taken: focus-q-gone-abcdef" in said


@pytest.mark.parametrize(
    "name",
    [
        "nobody",
        "focus-weekend",
        "nobody.checked",
        "nobody.finished",
        "notebook.other",
        "focus-week.x",
    ],
)
def test_a_name_that_the_course_does_not_know_is_told_and_not_taken(
    notebook: Page, name: str
) -> None:
    before = entries(notebook)
    assert f"1 not taken: {name}." in load(notebook, notebook_file({name: "text"}))
    assert entries(notebook) == before


def test_a_note_has_a_limit_and_a_finished_page_only_questions(notebook: Page) -> None:
    path, done = "week-monday.path", "dimensions/focus.finished"
    said = load(notebook, notebook_file({path: "week-monday " * 2000}))
    assert f"1 not taken: {path}." in said
    load(notebook, notebook_file({done: "done focus-q-omitted x y focus-q-omitted"}))
    assert json.loads(entries(notebook)[done])["value"] == "done focus-q-omitted"


def test_one_field_has_a_limited_number_of_copies(notebook: Page) -> None:
    answers = {f"focus-week.other{number}": f"text {number}," for number in range(999)}
    load(notebook, notebook_file({"focus-week": "mine", **answers}))
    copies = [name for name in entries(notebook) if name.startswith("focus-week.other")]
    assert len(copies) == 20


@pytest.mark.parametrize(
    "entry",
    [
        {"value": "x", "when": [[]]},
        {"value": "x", "when": "1"},
        {"value": {"length": 3}, "when": 1},
        {"value": "x", "when": 1, "words": ["y"]},
        None,
    ],
)
def test_a_broken_entry_costs_itself_alone(notebook: Page, entry: Any) -> None:
    file = json.loads(notebook_file({"focus-week": "b"}))
    file["answers"] = {"detail-took-back": entry} | file["answers"]
    said = load(notebook, json.dumps(file))
    assert said.startswith("Loaded: 1 new")
    assert "1 not taken: detail-took-back." in said
    expect(notebook.get_by_role("button", name="Undo")).to_be_enabled()


@pytest.mark.parametrize("place", ["version", "when"])
def test_a_file_that_is_too_deep_is_told(notebook: Page, place: str) -> None:
    deep = "[" * 50_000 + "]" * 50_000
    text = notebook_file({"focus-week": "mine"})
    old = '"version": 1' if place == "version" else '"when": 1000'
    said = load(notebook, text.replace(old, f'"{place}": {deep}'))
    assert said.startswith(("Not loaded: the file is no notebook", "Loaded: 0 new"))


def test_a_file_that_cannot_be_read_is_told(notebook: Page) -> None:
    notebook.evaluate("void (File.prototype.text = () => Promise.reject(new Error('gone')))")
    assert load(notebook, "{}") == "Not loaded: the file cannot be read. Choose it again."


def known_names(page: Page) -> list[str]:
    """Return the names of answers that a file may have, and more that only look like them."""
    found: list[str] = page.locator("[data-part=answers] > [data-ids]").evaluate_all(
        "parts => parts.flatMap(({ dataset }) => dataset.ids.split(' ')).flatMap((id) =>"
        " Array.from({ length: 20 }, (_, number) => `${id}-${number}`))"
    )
    return found


def test_a_file_at_every_limit_is_gone_through_once(page: Page, site_url: str) -> None:
    page.add_init_script(COUNT)
    page.goto(site_url + NOTEBOOK)
    answers = dict.fromkeys(known_names(page)[:1900], "text " * 400)
    answers |= {f"focus-week.other{number}": f"{number} text" for number in range(90)}
    page.evaluate("asked.length = 0")
    assert load(page, notebook_file(answers)).startswith("Loaded: 1900 new, 20 kept beside")
    assert max(asked(page, "setItem").values()) == 1
    page.evaluate("asked.length = 0")
    page.reload()
    read_all(page)
    # The page reads the store once, once more when the second copy is there to be compared, and
    # once for each page that it reads.
    pages = page.locator("[data-part=answers] > [data-state=read]").count()
    assert max(asked(page, "getItem").values()) <= 4 + pages
