"""A Firefox, driven over WebDriver BiDi, which a plain one speaks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

import system
from tests.conftest import TOUCH

PORT_LINE = "WebDriver BiDi listening on "


# Set in every document before its own scripts, so that no violation of the policy is missed.
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


class Firefox:
    """A tab of Firefox (https://www.w3.org/TR/webdriver-bidi/).

    Attributes:
        errors: the errors that were told until now.
        asked: the addresses that were asked for.
    """

    def __init__(self, socket: ClientConnection, touch: str):
        """Begin a session, and open a tab.

        Arguments:
            socket: a connection to the browser.
            touch: a script that every page runs before its own.
        """
        self.socket = socket
        self.number = 0
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        script = f"() => {{ {LISTEN} {touch} }}"
        self.send("script.addPreloadScript", functionDeclaration=script)
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
            if "method" in answer:
                self.note(answer["method"], answer["params"])
            if answer.get("id") == self.number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def note(self, event: str, told: Any) -> None:
        """Note what the browser tells by itself."""
        if event == "log.entryAdded" and told["level"] == "error":
            self.errors.append(str(told["text"]))
        elif event == "network.beforeRequestSent":
            self.asked.append(str(told["request"]["url"]))

    def open(self, address: str) -> None:
        """Open an address, and wait until its scripts have run."""
        self.run("window.old = true")
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")
        # Between two pages there may be an empty one, which is complete too.
        self.wait(
            "!window.old && location.protocol !== 'about:' && document.readyState === 'complete'"
        )

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
        """Type into a field with the keyboard, in the tab in front: no other one has the focus."""
        self.send("browsingContext.activate", context=self.tab)
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        keys = [{"type": way, "value": key} for key in text for way in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": keys}
        self.send("input.performActions", context=self.tab, actions=[source])

    def click(self, selector: str) -> None:
        """Click in the middle of an element with the mouse."""
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        x, y, width, height = self.run(
            f"(({{ x, y, width, height }}) => [x, y, width, height])({box})"
        )
        move = {"type": "pointerMove", "x": round(x + width / 2), "y": round(y + height / 2)}
        press = [{"type": way, "button": 0} for way in ("pointerDown", "pointerUp")]
        source = {"type": "pointer", "id": "mouse", "actions": [move, *press]}
        self.send("input.performActions", context=self.tab, actions=[source])


@contextmanager
def started(profile: Path, touch: str = TOUCH) -> Iterator[Firefox]:
    """Start a Firefox, and kill it in the end.

    Arguments:
        profile: the folder of its profile.
        touch: a script that touches each page as soon as it is there; nothing, for the tests that
            touch the page themselves.
    """
    program = system.find_firefox()
    assert program is not None
    command = [program, "--headless", "--remote-debugging-port=0", "--profile", str(profile)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr is not None
    try:
        address = next(line for line in process.stderr if PORT_LINE in line).split()[-1]
        with connect(f"{address}/session", max_size=None) as socket:
            yield Firefox(socket, touch)
    finally:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=30)


def value(firefox: Firefox, selector: str) -> Any:
    """Return the value of a field."""
    return firefox.run(f"document.querySelector({json.dumps(selector)}).value")


def write(firefox: Firefox, selector: str, text: str) -> None:
    """Put a text into a field at once, as a paste does."""
    field = f"document.querySelector({json.dumps(selector)})"
    firefox.run(
        f"({field}.value = {json.dumps(text)}, "
        f"{field}.dispatchEvent(new Event('input', {{ bubbles: true }})))"
    )


def load(firefox: Firefox, text: str) -> str:
    """Turn to the notebook's button, load a file, and return what the reader is told."""
    firefox.run(
        f"""(() => {{
          const input = document.querySelector("[data-do=load]");
          input.focus();
          const files = new DataTransfer();
          files.items.add(new File([{json.dumps(text)}], "n"));
          document.querySelector("[data-part=status]").textContent = "";
          input.files = files.files;
          input.dispatchEvent(new Event("change", {{ bubbles: true }}));
        }})()"""
    )
    status = "document.querySelector('[data-part=status]').textContent"
    # It says first that pages are read, which tell what the answers belong to.
    firefox.wait(f"!/^$|…$/.test({status})")
    return str(firefox.run(status))
