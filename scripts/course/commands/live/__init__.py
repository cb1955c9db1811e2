"""What `course serve` adds to pages: they load anew after a change, and show what is to be mended.

It is put in while a page is served; nothing of it is in the built site.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

# An address that no page of a course has.
FOLDER = "/course-serve/"
EVENTS = f"{FOLDER}events"
FILES = {f"{FOLDER}{name}": Path(__file__).with_name(name) for name in ("live.css", "live.js")}
# The seconds after which the server says that it is still there, and so notices who is gone.
PATIENCE = 15.0
# What the browser shows as long as there is no site.
WAITING = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Not built yet</title>
  </head>
  <body>
    <p>There is no site yet. This page shows it as soon as it is built.</p>
  </body>
</html>
"""


@dataclass(frozen=True)
class State:
    """What a page in a browser is told.

    Attributes:
        built: which build the site is of: a name that no other one has.
        mistakes: the lines that say why the last build failed; none if it succeeded.
        remarks: the lines that say what is to be mended before the site is published.
    """

    built: str
    mistakes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class Live:
    """Tells pages of builds.

    Attributes:
        state: what they are told now.
    """

    state: State = field(default_factory=lambda: State(new_name()))
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, built: bool, mistakes: Sequence[str] = (), remarks: Sequence[str] = ()) -> None:
        """Tell that the site was built, or why it was not."""
        with self.changed:
            name = new_name() if built else self.state.built
            self.state = State(name, tuple(mistakes), tuple(remarks))
            self.changed.notify_all()

    def remark(self, remarks: Sequence[str]) -> None:
        """Tell what is to be mended before the site is published."""
        with self.changed:
            self.state = State(self.state.built, self.state.mistakes, tuple(remarks))
            self.changed.notify_all()

    def after(self, seen: State | None) -> State:
        """Return the state as soon as it is another one than that which was seen, or after a while.

        Arguments:
            seen: the state that a page was told last.
        """
        with self.changed:
            self.changed.wait_for(lambda: self.state is not seen, PATIENCE)
            return self.state

    def added(self, page: bytes) -> bytes:
        """Return a page with what it needs to be told, at the end of its head."""
        head, end, rest = page.partition(b"</head>")
        return b"".join([head, self.markup.encode() if end else b"", end, rest])

    @property
    def markup(self) -> str:
        """What a page needs: two files of the same host, which the strictest policy allows."""
        style, script = FILES
        return (
            f'<link rel="stylesheet" href="{style}">'
            f'<script src="{script}" data-built="{self.state.built}" data-events="{EVENTS}" defer>'
            "</script>"
        )


def new_name() -> str:
    """Return a name for a build; a server that was started anew gives others."""
    return str(time.time_ns())


def event(state: State) -> bytes:
    """Return a state as an event, as https://html.spec.whatwg.org/#server-sent-events has it."""
    return f"data: {json.dumps(vars(state))}\n\n".encode()
