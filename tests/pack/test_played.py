"""The packages for learning management systems, played: opened, left, opened again, finished."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from course.model import blocks
from course.print.downloads import FOLDER
from tests.courses.build import Built
from tests.pack.system import System, course, player

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# As wide as the course needs to show its menu.
SIZE = ViewportSize(width=1350, height=750)
TOMATOES = "kapitel/tomaten/"
KEPT = "api.cmi.suspend_data"
STATUS = {"1.2": "api.cmi.core.lesson_status", "2004": "api.cmi.completion_status"}
LOADED = """() => new Promise((loaded) => {
  if (document.readyState === "complete") loaded();
  addEventListener("load", loaded);
})"""
ROOM = {"1.2": 4096, "2004": 64000}
# Of these, chosen at random, no text becomes much shorter.
LETTERS = string.ascii_letters + string.digits
LATE = "(offer) => setTimeout(offer, 1200)"
BROKEN = """(offer, all) => {
  for (const name of Object.keys(all)) all[name] = () => { throw new Error(name); };
  offer();
}"""
SLOW = """(offer, all) => {
  for (const [name, method] of Object.entries(all)) {
    all[name] = (...values) => {
      for (const end = Date.now() + 30; Date.now() < end;);
      return method(...values);
    };
  }
  offer();
}"""
NEVER = "() => {}"
Open = Callable[..., System]


@pytest.fixture(params=["1.2", "2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Return each standard."""
    return str(request.param)


@pytest.fixture
def machine(browser: Browser, packed: Built, standard: str) -> Iterator[Open]:
    """Return what opens a browser of its own with the package, as on another machine."""
    opened: list[System] = []

    def open_machine(before: System | None = None, prepare: str = "") -> System:
        name = "scorm12" if standard == "1.2" else "scorm2004"
        file = packed.site / FOLDER / f"balkon-{name}.zip"
        system = System(browser.new_context(viewport=SIZE), standard, file)
        system.record = before.record if before else {}
        system.prepare = prepare or system.prepare
        opened.append(system)
        return system

    yield open_machine
    for system in opened:
        system.context.close()
        assert system.foreign == []
        assert system.missing == []
        assert system.errors == []


def go(page: Page, path: str) -> None:
    """Open a page of the course by its menu."""
    name = path.rstrip("/").rpartition("/")[2]
    course(page).locator(f".md-nav--primary a[href$='{name}/index.html']").first.click()
    expect(course(page).locator(f"link[rel=canonical][href$='{path}']")).to_have_count(1)
    course(page).locator("html").evaluate(LOADED)


def write(page: Page, text: str, field: str = "#tomaten-platz textarea") -> None:
    """Write an answer, and wait until the system was given what it has room for."""
    before = page.evaluate(KEPT)
    course(page).locator(field).fill(text)
    page.wait_for_function(f"before => {KEPT} !== before", arg=before)


def leave(system: System, page: Page) -> None:
    """Leave the course, and note what the system then has."""
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("log.at(-1)[0].match(/Finish|Terminate/)")
    system.record = page.evaluate("api.renderCMIToJSONObject().cmi")
    page.close()


def test_it_opens_and_says_that_it_has_begun(machine: Open, standard: str) -> None:
    page = machine().launch()
    expect(course(page).locator("h1")).to_have_text("Gemüse auf dem Balkon")
    page.wait_for_function("log.includes('commit')")
    assert page.evaluate(STATUS[standard]) == "incomplete"
    expect(player(page).get_by_role("status").first).to_be_empty()
    assert player(page).locator("html").get_attribute("lang") == "de"


def test_it_goes_on_where_it_was_left_on_another_machine(machine: Open) -> None:
    here = machine()
    page = here.launch()
    go(page, TOMATOES)
    write(page, "Neben der Tür, wo die Sonne bis fünf Uhr steht.")
    course(page).get_by_role("checkbox", name="fertig").check()
    page.wait_for_timeout(1500)
    leave(here, page)
    there = machine(here)
    page = there.launch()
    expect(course(page).locator("h1")).to_have_text("Tomaten")
    field = course(page).locator("#tomaten-platz textarea")
    expect(field).to_have_value("Neben der Tür, wo die Sonne bis fünf Uhr steht.")
    expect(course(page).get_by_role("checkbox", name="fertig")).to_be_checked()


def test_it_is_complete_when_every_page_is_finished_and_has_no_score(
    machine: Open, standard: str, packed: Built
) -> None:
    page = machine().launch()
    pages = packed.pages.items()
    finishing = [path for path, each in pages if any(blocks(each.tree, "finish"))]
    assert len(finishing) > 3
    for path in finishing:
        assert page.evaluate(STATUS[standard]) != "completed"
        go(page, path)
        course(page).get_by_role("checkbox", name="fertig").check()
    page.wait_for_function(f"{STATUS[standard]} === 'completed'")
    told = page.evaluate("log.filter((each) => /SetValue/.test(each[0])).map((each) => each[1])")
    assert not [name for name in told if "score" in name or "success" in name]


def test_what_has_no_room_stays_in_the_browser_and_the_reader_is_told(
    machine: Open, standard: str
) -> None:
    here = machine()
    page = here.launch()
    go(page, TOMATOES)
    write(page, "Kurz und gut.")
    long = "".join(random.Random(1).choices(LETTERS, k=5000 if standard == "1.2" else 90_000))
    go(page, "kapitel/salat/")
    field = course(page).locator("[data-block=exercise] textarea").first
    field.fill(long)
    status = player(page).get_by_role("status").first
    expect(status).to_contain_text("keinen Platz (1)")
    assert 0 < page.evaluate(f"{KEPT}.length") <= ROOM[standard]
    go(page, TOMATOES)
    go(page, "kapitel/salat/")
    assert len(field.input_value()) == len(long)
    leave(here, page)
    page = machine(here).launch()
    expect(course(page).locator("h1")).to_have_text("Salat")
    course(page).locator("html").evaluate(LOADED)
    assert course(page).locator("[data-block=exercise] textarea").first.input_value() == ""
    go(page, TOMATOES)
    expect(course(page).locator("#tomaten-platz textarea")).to_have_value("Kurz und gut.")


@pytest.mark.parametrize("standard", ["2004"])
def test_several_learners_of_one_browser_have_a_notebook_each(machine: Open, standard: str) -> None:
    system = machine()
    page = system.launch()
    go(page, TOMATOES)
    write(page, "Annas Antwort")
    page.close()
    key = "student_id" if standard == "1.2" else "learner_id"
    ben = {key: "ben/2"}
    system.record = {"core": ben} if standard == "1.2" else ben
    page = system.launch()
    go(page, TOMATOES)
    expect(course(page).locator("#tomaten-platz textarea")).to_have_value("")
    write(page, "Bens Antwort")
    page.close()
    system.record = {}
    page = system.launch()
    go(page, TOMATOES)
    expect(course(page).locator("#tomaten-platz textarea")).to_have_value("Annas Antwort")


@pytest.mark.parametrize("standard", ["1.2"])
def test_a_text_from_another_machine_takes_none_away(machine: Open) -> None:
    here, there = machine(), machine()
    page = here.launch()
    go(page, TOMATOES)
    write(page, "Auf dem Tisch am Fenster")
    page.close()
    other = there.launch()
    go(other, TOMATOES)
    write(other, "Draußen neben der Bank")
    other.wait_for_timeout(1500)
    leave(there, other)
    here.record = there.record
    page = here.launch()
    field = course(page).locator("#tomaten-platz textarea")
    expect(field).to_have_value("Draußen neben der Bank")
    expect(course(page).locator("[data-part=other]")).to_contain_text("Auf dem Tisch am Fenster")


@pytest.mark.parametrize(
    ("standard", "prepare"), [("1.2", LATE), ("2004", SLOW)], ids=["late", "slow"]
)
def test_a_slow_system_is_waited_for(machine: Open, standard: str, prepare: str) -> None:
    page = machine(prepare=prepare).launch()
    expect(course(page).locator("h1")).to_have_text("Gemüse auf dem Balkon")
    page.wait_for_function(f"{STATUS[standard]} === 'incomplete' && log.includes('commit')")
    go(page, TOMATOES)
    write(page, "Neben der Tür")


@pytest.mark.parametrize(
    ("standard", "prepare"), [("2004", NEVER), ("1.2", BROKEN)], ids=["none", "broken"]
)
def test_without_a_system_it_works_and_says_so(machine: Open, prepare: str) -> None:
    page = machine(prepare=prepare).launch()
    expect(course(page).locator("h1")).to_have_text("Gemüse auf dem Balkon", timeout=10_000)
    expect(player(page).get_by_role("status").first).to_contain_text(
        "Lernplattform antwortet nicht"
    )
    go(page, TOMATOES)
    course(page).locator("#tomaten-platz textarea").fill("Neben der Tür")
    page.reload()
    go(page, TOMATOES)
    expect(course(page).locator("#tomaten-platz textarea")).to_have_value("Neben der Tür")


@pytest.mark.parametrize("standard", ["2004"])
def test_a_system_that_breaks_later_is_asked_again(machine: Open) -> None:
    page = machine().launch()
    go(page, TOMATOES)
    write(page, "Neben der Tür")
    commit = "interface_.LMSCommit ? 'LMSCommit' : 'Commit'"
    page.evaluate(f"window.kept = interface_[{commit}]; interface_[{commit}] = () => 'false'; 0")
    course(page).locator("#tomaten-platz textarea").fill("Neben der Tür, links")
    status = player(page).get_by_role("status").first
    expect(status).to_contain_text("nicht angenommen")
    page.evaluate(f"interface_[{commit}] = window.kept; 0")
    expect(status).to_be_empty(timeout=20_000)
