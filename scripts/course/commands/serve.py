"""Builds the course, serves it to this computer alone, and builds it again at a change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import FrameType
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from course.commands.alone import alone
from course.commands.apart import run_apart

HOST = "127.0.0.1"
WATCHED = ("docs", "overrides", "scripts/course", "mkdocs.yml")
# The seconds without a further change after which a change is complete, and those after which it
# is built although others follow.
QUIET = 0.3
LONGEST = 3.0

# Said here because the tables of some systems leave these out or have them wrong.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


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
    try:
        server = Server(root / "site", port)
    except OSError as error:
        print(port_problem(port, error), file=sys.stderr)
        return 1
    os.environ["SITE_URL"] = server.address
    printing = Printing(root / "site")

    def build() -> bool:
        printing.stop()
        try:
            return build_apart()
        finally:
            printing.start()

    with server, alone(root / "mkdocs.yml", "scripts/serve"):
        try:
            changes = Changes(root) if watch else None
            if not build_apart() and changes is None:
                return 1
            threading.Thread(target=server.serve_forever, daemon=True).start()
            printing.start()
            hint = "; changes are built: reload the page to see them" if watch else ""
            print(f"Open {server.address} (stop with Ctrl+C{hint})", flush=True)
            if changes is None:
                threading.Event().wait()
            else:
                rebuild_at_changes(changes, build)
        except KeyboardInterrupt:
            return 0
        finally:
            printing.stop()
    return 0


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


def build_apart() -> bool:
    """Build the site in a process of its own, which reads the code of the course afresh."""
    # Ctrl+C is for this program, which then ends the build.
    process = run_apart("build", "--no-editions")
    try:
        return process.wait() == 0
    finally:
        process.terminate()


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


def rebuild_at_changes(changes: Changes, build: Callable[[], bool]) -> None:
    """Build after each change, for ever; a build that fails leaves the last good site.

    Arguments:
        changes: tells of changes.
        build: builds the site and returns whether it succeeded.
    """
    while True:
        changes.wait()
        if not build():
            print("The site is served as it was before the change", flush=True)


class Changes(FileSystemEventHandler):
    """Watches the sources of a project.

    Arguments:
        root: the folder of the project.
    """

    def __init__(self, root: Path) -> None:
        self.changed = threading.Event()
        self.sources = [root / name for name in WATCHED]
        self.observer = Observer()
        self.observer.daemon = True
        for source in self.sources:
            folder = source if source.is_dir() else source.parent
            self.observer.schedule(self, str(folder), recursive=source.is_dir())
        self.observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take notice of an event that changes a source."""
        read_only = event.event_type in ("opened", "closed_no_write")
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if not event.is_directory and not read_only and any(map(self.is_source, paths)):
            self.changed.set()

    def is_source(self, path: Path) -> bool:
        """Tell a source from what editors and Python write beside it."""
        beside = path.name.startswith(".") or path.name.endswith("~") or "__pycache__" in path.parts
        return not beside and any(path.is_relative_to(source) for source in self.sources)

    def wait(self) -> None:
        """Wait for a change, and until no other follows at once."""
        self.changed.wait()
        end = time.monotonic() + LONGEST
        while self.changed.is_set() and time.monotonic() < end:
            self.changed.clear()
            self.changed.wait(QUIET)


class Server(ThreadingHTTPServer):
    """Serves a folder at an address that only this computer can reach.

    Arguments:
        site: the folder; it may be missing at first, and be replaced at any time.
        port: the port, or 0 for any that is free.

    Raises:
        OSError: if the port is in use or not allowed.
    """

    daemon_threads = True
    # On Windows this would let two programs share the port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, site: Path, port: int) -> None:
        self.site = site
        super().__init__((HOST, port), Handler)
        self.address = f"http://{HOST}:{self.server_port}/"

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answer a request."""
        Handler(request, client_address, self, directory=str(self.site))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about a browser that does not wait for the answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: files, the index of a folder, or the page 404.html."""

    protocol_version = "HTTP/1.1"
    timeout = 60

    def guess_type(self, path: Any) -> str:
        """Return the media type of a file."""
        return TYPES.get(Path(path).suffix.lower()) or super().guess_type(path)

    def end_headers(self) -> None:
        """Have the browser ask each time: a page may have been built again."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """Show no list of a folder that has no index."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an address that does not exist with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing: the terminal is for the builds."""
