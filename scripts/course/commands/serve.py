"""Builds the course, serves it to this computer alone, and builds it again at a change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from course.commands.alone import alone
from course.commands.apart import run_apart
from course.commands.live import Live
from course.commands.server import Server
from course.commands.worker import Worker
from course.problems import Refused
from course.settings import read_course

CODE = Path(__file__).resolve().parents[1]
# The seconds without a further change after which a change is complete, and those after which it
# is built although others follow.
QUIET = 0.1
LONGEST = 3.0
# The seconds without a change after which the printed editions are made again.
PAUSE = 20.0


def serve(root: Path, port: int, watch: bool) -> int:
    """Build and serve the course until it is stopped.

    Arguments:
        root: the folder of the project; the site is built into its folder `site`.
        port: the port at 127.0.0.1, or 0 for any that is free.
        watch: whether to build again when a source changes.

    Returns:
        The exit status: 0 when stopped, 1 when the port cannot be had or the first build fails.
    """
    stop_at_signals()
    live = Live() if watch else None
    try:
        server = Server(root / "site", port, live)
    except OSError as error:
        print(port_problem(port, error), file=sys.stderr)
        return 1
    os.environ["SITE_URL"] = server.address
    printing = Printing(root / "site")
    worker = Worker()

    def build(anew: bool = False) -> bool:
        printing.stop()
        return tell(worker.build(anew), live)

    with server, alone(root / "mkdocs.yml", "scripts/serve"):
        try:
            changes = Changes(root) if watch else None
            if changes is not None:
                # So that a mistake at the start shows in the browser, too.
                threading.Thread(target=server.serve_forever, daemon=True).start()
            if not build() and changes is None:
                return 1
            hint = "; each change shows in the browser" if watch else ""
            print(f"Open {server.address} (stop with Ctrl+C{hint})", flush=True)
            printing.start()
            if changes is None:
                worker.stop()
                server.serve_forever()
            else:
                rebuild_at_changes(changes, build, printing.start)
        except KeyboardInterrupt:
            return 0
        finally:
            worker.stop()
            printing.stop()
    return 0


def tell(answers: Iterable[dict[str, Any]], live: Live | None) -> bool:
    """Tell the pages in browsers how a build goes, and return whether it succeeded."""
    built = False
    for number, answer in enumerate(answers):
        if live and number:
            live.remark(answer["lines"])
        elif live:
            live.tell(answer["built"], [] if answer["built"] else answer["lines"])
        built = answer["built"]
    return built


def stop_at_signals() -> None:
    """Let Ctrl+C and a request to end stop the program alike, also in the background."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    # The last comes when the terminal is closed; Windows has none.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, stop)


def port_problem(port: int, error: OSError) -> str:
    """Return what keeps a port from being served, and what to do."""
    if isinstance(error, PermissionError):
        why = f"port {port} may not be used"
    else:
        why = f"port {port} is busy"
    other = port + 1 if 1024 <= port < 65535 else 8001
    return f"{why}: stop what uses it, or choose another, as in: scripts/serve --port {other}"


class Printing:
    """Makes the printed editions of a site while it is read, in processes of their own.

    Arguments:
        site: the folder of the site.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start to make the editions; those that did not change are there at once."""
        if not (self.site / "index.html").is_file():
            return  # its mistakes have been told
        self.process = run_apart("print", str(self.site))

    def stop(self) -> None:
        """Stop making editions: the site is about to change."""
        if self.process is None or self.process.poll() is not None:
            return
        if sys.platform == "win32":
            self.process.terminate()
        else:
            # It has processes of its own, one for each edition that is being set.
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()


def rebuild_at_changes(
    changes: Changes, build: Callable[[bool], bool], rest: Callable[[], None]
) -> None:
    """Build after each change, for ever; a build that fails leaves the last good site.

    Arguments:
        changes: tells of changes.
        build: builds the site and returns whether it succeeded; it is told whether more has
            changed than the text of pages.
        rest: what is done when no change follows for a while.
    """
    patience = None
    while True:
        if not changes.wait(patience):
            patience = None
            rest()
        elif build(changes.take()):
            patience = PAUSE
        else:
            patience = None
            print("The site is served as it was before the change", flush=True)


class Changes(FileSystemEventHandler):
    """Watches the sources of a project.

    Arguments:
        root: the folder of the project.
    """

    def __init__(self, root: Path) -> None:
        self.changed = threading.Event()
        self.config = root / "mkdocs.yml"
        self.docs = root / "docs"
        # Whether more has changed than the text of pages.
        self.more = False
        self.sources = {CODE, self.docs, self.config, root / "overrides"}
        self.observer = Observer()
        self.observer.daemon = True
        self.watch()
        self.observer.start()

    def watch(self) -> None:
        """Watch what the settings name, too; while these have mistakes, what they named before."""
        # Another set, since the observer goes through this one in its own thread.
        with suppress(Refused, OSError):
            self.sources = self.sources | set(read_course(self.config).made_from)
        for source in self.sources:
            folder = source if source.is_dir() else source.parent
            if folder.is_dir():
                self.observer.schedule(self, str(folder), recursive=source.is_dir())

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take notice of an event that changes a source."""
        read_only = event.event_type in ("opened", "closed_no_write")
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        sources = [path for path in paths if self.is_source(path)]
        if sources and not event.is_directory and not read_only:
            self.more |= not all(map(self.is_text, sources))
            self.changed.set()

    def is_source(self, path: Path) -> bool:
        """Tell a source from what editors and Python write beside it."""
        beside = path.name.startswith(".") or path.name.endswith("~") or "__pycache__" in path.parts
        return not beside and any(path.is_relative_to(source) for source in self.sources)

    def is_text(self, path: Path) -> bool:
        """Tell the text of a page from other sources."""
        return path.suffix == ".md" and path.is_relative_to(self.docs)

    def take(self) -> bool:
        """Return whether more has changed than the text of pages since this was asked last."""
        more, self.more = self.more, False
        if more:
            self.watch()
        return more

    def wait(self, patience: float | None = None) -> bool:
        """Wait for a change, and until no other follows at once.

        Arguments:
            patience: the seconds to wait at most; without end by default.

        Returns:
            Whether there was a change.
        """
        if not self.changed.wait(patience):
            return False
        end = time.monotonic() + LONGEST
        while self.changed.is_set() and time.monotonic() < end:
            self.changed.clear()
            self.changed.wait(QUIET)
        return True
