"""The main behaviours in Firefox, driven over WebDriver BiDi, which a plain Firefox speaks."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.browser.notebook import COURSE, FOCUS, NOTEBOOK

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="there is no Firefox here"),
]
PORT_LINE = "WebDriver BiDi listening on "


class Firefox:
    """A tab of Firefox (https://www.w3.org/TR/webdriver-bidi/)."""

    def __init__(self, socket: ClientConnection):
        """Begin a session, and open a tab.

        Arguments:
            socket: a connection to the browser.
        """
        self.socket = socket
        self.number = 0
        self.errors: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.tab = self.send("browsingContext.create", type="tab")["context"]

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command, and return its result.

        Raises:
            AssertionError: if the browser answers with an error.
        """
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv(timeout=30))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.errors.append(str(answer["params"]["text"]))
            if answer.get("id") == self.number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, address: str) -> None:
        """Open an address, and wait until its scripts have run."""
        self.run("window.old = true")
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")
        self.wait("!window.old && document.readyState === 'complete'")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + 10
        while not self.run(expression):
            assert time.monotonic() < end, f"not true in time: {expression}"
            time.sleep(0.05)

    def run(self, expression: str) -> Any:
        """Return the value of an expression in the page, which must be plain data."""
        result = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert result["type"] == "success", result
        return json.loads(result["result"].get("value", "null"))

    def type(self, selector: str, text: str) -> None:
        """Type into a field with the keyboard."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        keys = [{"type": way, "value": key} for key in text for way in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": keys}
        self.send("input.performActions", context=self.tab, actions=[source])


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a Firefox with a new profile."""
    assert FIREFOX is not None
    profile = tmp_path_factory.mktemp("firefox")
    command = [FIREFOX, "--headless", "--remote-debugging-port=0", "--profile", str(profile)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        address = next(line for line in process.stderr if PORT_LINE in line).split()[-1]
        with connect(f"{address}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(timeout=30)


def value(firefox: Firefox, selector: str) -> Any:
    """Return the value of a field."""
    return firefox.run(f"document.querySelector({json.dumps(selector)}).value")


def test_an_answer_is_kept(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    firefox.type("[data-block=exercise] textarea", "Grüße 👍")
    firefox.open(site_url)
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[data-block=exercise] textarea") == "Grüße 👍"


def test_a_question_is_checked(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    section = "document.querySelector('#focus-q-omitted')"
    firefox.run(f"{section}.querySelector('input').click()")
    firefox.run(f"{section}.querySelector('[data-do=check]').click()")
    firefox.open(site_url + FOCUS)
    assert firefox.run(f"{section}.querySelector('[data-part=feedback]').textContent !== ''")


def test_the_story_shows_one_scene_and_moves_the_focus(firefox: Firefox, site_url: str) -> None:
    firefox.open(f"{site_url}practice/hard-week/")
    firefox.run(
        "document.querySelector('[data-block=scene]:not([hidden]) [data-part=ways] a').click()"
    )
    firefox.wait("document.activeElement.id === 'week-tuesday-plan-title'")
    scenes = "[...document.querySelectorAll('[data-block=scene]')]"
    assert firefox.run(f"{scenes}.filter((scene) => scene.checkVisibility()).length") == 1


def test_two_tabs_lose_nothing(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    field = "#focus-appointment textarea"
    firefox.type(field, "a")
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    firefox.type(field, "b")
    firefox.tab = mine
    firefox.send("browsingContext.activate", context=mine)
    firefox.type(field, "c")
    texts = firefox.run(
        "Object.entries(localStorage).filter(([key]) => key.includes('focus-appointment'))"
        ".map(([, entry]) => JSON.parse(entry).value)"
    )
    shown = firefox.run("document.querySelector('#focus-appointment textarea').value")
    assert shown in texts
    assert {"ab", "ba"} & set(texts)


def load(firefox: Firefox, text: str) -> str:
    """Load a file into the notebook, and return what the reader is told."""
    firefox.run(
        f"""(() => {{
          const input = document.querySelector("[data-do=load]");
          const files = new DataTransfer();
          files.items.add(new File([{json.dumps(text)}], "n"));
          document.querySelector("[data-part=status]").textContent = "";
          input.files = files.files;
          input.dispatchEvent(new Event("change", {{ bubbles: true }}));
        }})()"""
    )
    status = "document.querySelector('[data-part=status]').textContent"
    firefox.wait(f"{status} !== ''")
    return str(firefox.run(status))


def write(firefox: Firefox, selector: str, text: str) -> None:
    """Put a text into a field at once, as a paste does."""
    field = f"document.querySelector({json.dumps(selector)})"
    firefox.run(
        f"({field}.value = {json.dumps(text)}, "
        f"{field}.dispatchEvent(new Event('input', {{ bubbles: true }})))"
    )


def test_a_file_is_loaded_and_the_notebook_shows_it(firefox: Firefox, site_url: str) -> None:
    answers = {"detail-took-back": {"value": "<b>from a file</b>", "when": 5}}
    firefox.open(site_url + NOTEBOOK)
    told = load(firefox, json.dumps({"course": COURSE, "version": 1, "answers": answers}))
    assert told.startswith("Loaded: 1 new")
    text = firefox.run("document.querySelector('[data-part=answers]').textContent")
    assert "<b>from a file</b>" in text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("no JSON", "Not loaded: the file is no notebook."),
        ({"course": "another", "version": 1, "answers": {}}, "Not loaded: the file is of another"),
        ({"course": COURSE, "version": 99, "answers": {}}, "Not loaded: the file is of a newer"),
        (
            {
                "course": COURSE,
                "version": 1,
                "answers": {f"a{n}": {"value": "x", "when": 1} for n in range(10_000)},
            },
            "Not loaded: the file is too large",
        ),
    ],
)
def test_a_bad_file_changes_nothing(firefox: Firefox, site_url: str, file: Any, told: str) -> None:
    firefox.open(site_url + NOTEBOOK)
    before = firefox.run("JSON.stringify({ ...localStorage })")
    text = file if isinstance(file, str) else json.dumps(file)
    assert load(firefox, text).startswith(told)
    assert firefox.run("JSON.stringify({ ...localStorage })") == before


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "שלום 👩‍🏫\n\nمرحبا", "<img src=x onerror=alert(1)>"]
)
def test_any_text_comes_back_whole(firefox: Firefox, site_url: str, text: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", text)
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == text


def test_text_survives_instant_navigation_and_back(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "#focus-request textarea", "If rain falls")
    # Until the theme knows which addresses are pages of the site, it loads them.
    pages = "performance.getEntriesByType('resource').find((r) => r.name.endsWith('/sitemap.xml'))"
    firefox.wait(f"{pages}?.responseEnd > 0")
    firefox.run(
        "(window.same = true, document.querySelector('[data-part=steps] [rel=next]').click())"
    )
    firefox.wait("!document.querySelector('#focus-request')")
    firefox.run("history.back()")
    firefox.wait("document.querySelector('#focus-request textarea')?.value === 'If rain falls'")
    assert firefox.run("window.same") is True


def test_a_full_store_is_told(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    firefox.run("void (Storage.prototype.setItem = () => { throw new DOMException('full') })")
    write(firefox, "#focus-appointment textarea", "not lost")
    told = "document.querySelector('#focus-appointment [data-part=kept]').textContent"
    assert firefox.run(told).startswith("Not kept")
    assert value(firefox, "#focus-appointment textarea") == "not lost"


def test_a_blocked_store_is_told_and_the_search_works(firefox: Firefox, site_url: str) -> None:
    block = """() => Object.defineProperty(window, "localStorage", {
      get() { throw new Error("blocked") }, configurable: true })"""
    script = firefox.send("script.addPreloadScript", functionDeclaration=block)["script"]
    try:
        firefox.open(site_url + FOCUS)
        write(firefox, "#focus-appointment textarea", "in memory")
        told = "document.querySelector('#focus-appointment [data-part=kept]').textContent"
        assert firefox.run(told).startswith("Not kept")
        firefox.run("document.querySelector('#__search').click()")
        firefox.type(".md-search__input", "urgency")
        firefox.wait("document.querySelector('.md-search-result__item') !== null")
    finally:
        firefox.send("script.removePreloadScript", script=script)


def test_a_corrupt_entry_does_no_harm(firefox: Firefox, site_url: str) -> None:
    page = f"{site_url}dimensions/expertise/"
    firefox.open(page)
    key = "/managing-and-leading/2/expertise-best-at"
    firefox.run(f"localStorage.setItem('{key}', '{{\"value\":')")
    firefox.open(page)
    assert value(firefox, "[name=expertise-best-at]") == '{"value":'


def test_a_removed_question_stays_in_the_notebook(firefox: Firefox, site_url: str) -> None:
    entry = json.dumps(json.dumps({"value": "kept anyway", "when": 5}))
    firefox.open(site_url + NOTEBOOK)
    firefox.run(f"localStorage.setItem('/managing-and-leading/2/gone-long-ago', {entry})")
    firefox.open(site_url + NOTEBOOK)
    assert "kept anyway" in firefox.run("document.querySelector('[data-part=removed]').textContent")


def test_no_error_is_logged_on_any_page(
    firefox: Firefox, site_url: str, page_paths: list[str]
) -> None:
    for path in page_paths:
        firefox.open(site_url + path)
    assert firefox.errors == []


def test_history_shows_the_newest_text(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "old")
    firefox.open(site_url.replace("127.0.0.1", "localhost"))
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "newer text")
    firefox.tab = mine
    firefox.send("browsingContext.traverseHistory", context=mine, delta=-1)
    firefox.wait("document.querySelector('[name=focus-week]')?.value === 'newer text'")


def test_another_site_of_the_host_does_not_end_undo(firefox: Firefox, site_url: str) -> None:
    firefox.open(site_url + FOCUS)
    write(firefox, "[name=focus-week]", "mine")
    firefox.open(site_url + NOTEBOOK)
    button = "document.querySelector('[data-do={}]').click()"
    firefox.run(f"(window.confirm = () => true, {button.format('deleteAll')})")
    mine, firefox.tab = firefox.tab, firefox.send("browsingContext.create", type="tab")["context"]
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == ""
    firefox.run("localStorage.setItem('another-project', 'x')")
    firefox.tab = mine
    firefox.run(button.format("undo"))
    firefox.open(site_url + FOCUS)
    assert value(firefox, "[name=focus-week]") == "mine"
