"""A course whose options, items and boxes change: what a reader chose stays what it was."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.notebook import check
from tests.courses import plain
from tests.courses.browser import ADDRESS, open_course
from tests.courses.build import Built, Courses

pytestmark = pytest.mark.browser

FIRST = "- [ ] Ask her.\n\n    Not yet.\n\n"
SECOND = "- [x] Wait a day.\n\n    She calms down.\n\n"
THIRD = "- [ ] Write to all.\n\n    Too many.\n"
CAT = "- [Home] The cat\n\n    It sleeps there.\n\n"
BUS = "- [Town] The bus\n\n    It runs there.\n"
TEXT = """
/// question | What first?
    id: a-first
    objective: a-one

{options}///

/// sort | Where?
    id: a-where
    objective: a-one
    into: Home, Town

{items}///

/// exercise | Note it
    id: a-note
    minutes: 1
    objective: a-one
    form: boxes

{boxes}///

/// notebook
///
"""
BOXES = "- Who\n- When\n"
PLACES = """page /
block a-first
place a-first a-first {first}
place a-where-1 a-where-{cat} {groups}
place a-where-2 a-where-{bus} {groups}
place a-note-1 a-note-{who}
"""


def built(
    courses: Courses,
    name: str,
    options: str,
    items: str = CAT + BUS,
    boxes: str = BOXES,
    **more: str,
) -> Built:
    """Return the course with these options, items and boxes."""
    text = plain.HEAD.format(title="A", id="a", do=3) + TEXT.format(
        options=options, items=items, boxes=boxes
    )
    files = {"mkdocs.yml": plain.config(units=False), "docs/index.md": text, **more}
    course = courses.build(f"reordered-{name}", files)
    assert course.messages == []
    return course


@pytest.fixture(scope="module")
def before(courses: Courses) -> Built:
    """The course as it was first."""
    return built(courses, "before", FIRST + SECOND + THIRD)


@pytest.fixture(scope="module")
def turned(courses: Courses) -> Built:
    """The course with everything in another order."""
    return built(
        courses, "turned", THIRD + "\n" + SECOND + FIRST, f"{BUS}\n{CAT}", "- When\n- Who\n"
    )


def answer(page: Page) -> None:
    """Answer everything."""
    page.get_by_role("radio", name="Wait a day.").check()
    check(page.locator("#a-first"))
    page.get_by_role("group", name="The cat").get_by_role("radio", name="Home").check()
    page.get_by_role("textbox", name="Who").fill("Amal")


def test_another_order_changes_no_answer(page: Page, before: Built, turned: Built) -> None:
    open_course(page, before)
    answer(page)
    open_course(page, turned)
    expect(page.get_by_role("radio", name="Wait a day.")).to_be_checked()
    expect(page.locator("#a-first [data-part=feedback]:not(:empty)")).to_contain_text("Right.")
    cat = page.get_by_role("group", name="The cat")
    expect(cat.get_by_role("radio", name="Home")).to_be_checked()
    expect(page.get_by_role("group", name="The bus").locator(":checked")).to_have_count(0)
    expect(page.get_by_role("textbox", name="Who")).to_have_value("Amal")
    expect(page.get_by_role("textbox", name="When")).to_have_value("")


def test_other_words_are_another_option_and_the_old_ones_stay_in_the_notebook(
    page: Page, courses: Courses, before: Built
) -> None:
    open_course(page, before)
    answer(page)
    page.locator("#a-first summary").click()
    words = SECOND.replace("Wait a day", "Wait until Monday")
    open_course(page, built(courses, "words", FIRST + words + THIRD))
    question = page.locator("#a-first")
    expect(question.locator(":checked")).to_have_count(0)
    expect(question.locator("[data-part=feedback]:not(:empty)")).to_have_count(0)
    expect(question.locator("details")).to_be_hidden()
    expect(question.get_by_role("button", name="Try again")).to_be_hidden()
    expect(page.locator("[data-kept=a-first] [data-part=written]")).to_have_text("Wait a day.")


def test_signs_and_capitals_change_no_answer(page: Page, courses: Courses, before: Built) -> None:
    open_course(page, before)
    answer(page)
    signs = SECOND.replace("Wait a day.", "Wait *a day*!")
    open_course(page, built(courses, "signs", FIRST + signs + THIRD))
    expect(page.get_by_role("radio", name="Wait a day!")).to_be_checked()


def test_two_options_with_the_same_words_are_told(courses: Courses) -> None:
    with pytest.raises(AssertionError, match="two options have the same words"):
        built(courses, "same", FIRST + SECOND + FIRST)


# Answers that were kept by place


def keep_by_place(page: Page, answers: dict[str, str]) -> None:
    """Put answers into the store as they were kept once."""
    page.evaluate(
        """(answers) => {
          localStorage.clear();
          for (const [name, value] of Object.entries(answers)) {
            localStorage.setItem(`plain/1/${name}`, JSON.stringify({ value, when: 5 }));
          }
        }""",
        answers,
    )


def places(page: Page) -> str:
    """Return the list of what is published, with the order that the options have on a page."""

    def values(name: str) -> str:
        found = page.locator(f"[name='{name}']").evaluate_all("all => all.map((i) => i.value)")
        return " ".join(found)

    def key(legend: str) -> str:
        group = page.get_by_role("group", name=legend).get_by_role("radio").first
        return str(group.get_attribute("name")).removeprefix("a-where-")

    cat, bus = key("The cat"), key("The bus")
    who = page.get_by_role("textbox", name="Who").get_attribute("name") or ""
    facts = {"first": values("a-first"), "groups": values(f"a-where-{cat}"), "cat": cat, "bus": bus}
    return PLACES.format(**facts, who=who.removeprefix("a-note-"))


OLD = {"a-first": "2", "a-first.checked": "own", "a-where-1": "1", "a-note-1": "Amal"}


def test_what_was_kept_by_place_is_taken_along_once(
    page: Page, courses: Courses, before: Built
) -> None:
    open_course(page, before)
    listed = {"docs/published.txt": places(page)}
    keep_by_place(page, OLD)
    open_course(page, built(courses, "listed", THIRD + "\n" + SECOND + FIRST, **listed))
    expect(page.get_by_role("radio", name="Wait a day.")).to_be_checked()
    expect(page.locator("#a-first [data-part=feedback]:not(:empty)")).to_contain_text("Right.")
    home = page.get_by_role("group", name="The cat").get_by_role("radio", name="Home")
    expect(home).to_be_checked()
    expect(page.get_by_role("textbox", name="Who")).to_have_value("Amal")
    expect(page.locator("[data-kept=a-first] [data-part=written]")).to_have_text("Wait a day.")
    kept = page.evaluate("({ ...localStorage })")
    assert [key for key in kept if key.startswith("plain/1/")] == []
    times = [json.loads(entry)["when"] for key, entry in kept.items() if "notebook." not in key]
    assert times == [5] * len(OLD)
    page.reload()
    expect(page.get_by_role("radio", name="Wait a day.")).to_be_checked()


def test_a_file_with_answers_by_place_is_loaded(
    page: Page, courses: Courses, before: Built
) -> None:
    open_course(page, before)
    listed = {"docs/published.txt": places(page)}
    open_course(page, built(courses, "listed", THIRD + "\n" + SECOND + FIRST, **listed))
    answers = {name: {"value": value, "when": 5} for name, value in OLD.items()}
    text = json.dumps({"course": "plain", "version": 1, "answers": answers})
    file = FilePayload(name="n.json", mimeType="application/json", buffer=text.encode())
    page.locator("[data-do=load]").set_input_files(file)
    expect(page.locator("[data-part=status]")).to_contain_text("Loaded: 4 new")
    page.reload()
    expect(page.get_by_role("radio", name="Wait a day.")).to_be_checked()
    expect(page.get_by_role("textbox", name="Who")).to_have_value("Amal")


def test_a_place_that_no_list_explains_chooses_nothing(page: Page, turned: Built) -> None:
    open_course(page, turned)
    keep_by_place(page, OLD)
    page.reload()
    expect(page.locator("#a-first :checked")).to_have_count(0)


# Two copies of the site at one host


def test_two_copies_at_one_host_are_two_notebooks(page: Page, before: Built) -> None:
    open_course(page, before, copies=("team-a/", "team-b/"))
    page.goto(f"{ADDRESS}team-a/")
    page.get_by_role("textbox", name="Who").fill("Written in A")
    page.goto(f"{ADDRESS}team-b/")
    expect(page.get_by_role("textbox", name="Who")).to_have_value("")
    page.get_by_role("textbox", name="Who").fill("Written in B")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all").click()
    page.goto(ADDRESS)
    expect(page.get_by_role("textbox", name="Who")).to_have_value("")
    page.goto(f"{ADDRESS}team-a/")
    expect(page.get_by_role("textbox", name="Who")).to_have_value("Written in A")


def test_an_old_notebook_goes_to_the_copy_that_is_opened_first(page: Page, before: Built) -> None:
    open_course(page, before, copies=("team-a/", "team-b/"))
    keep_by_place(page, {"a-note": "Old", "a-note.other1": "Older"})
    page.goto(f"{ADDRESS}team-a/")
    expect(page.locator("[data-part=removed]")).to_contain_text("Old")
    expect(page.locator("[data-part=removed]")).to_contain_text("Older")
    page.goto(f"{ADDRESS}team-b/")
    expect(page.locator("[data-part=removed]")).to_be_hidden()
