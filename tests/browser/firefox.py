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


@contextmanager
def started(profile: Path) -> Iterator[Firefox]:
    """Start a Firefox, and kill it in the end.

    Arguments:
        profile: the folder of its profile.
    """
    program = system.find_firefox()
    assert program is not None
    command = [program, "--headless", "--remote-debugging-port=0", "--profile", str(profile)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr is not None
    try:
        address = next(line for line in process.stderr if PORT_LINE in line).split()[-1]
        with connect(f"{address}/session", max_size=None) as socket:
            yield Firefox(socket)
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
