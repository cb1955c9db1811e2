"""Serves a built site to this computer alone, as GitHub Pages would."""

from __future__ import annotations

import os
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from course.commands.live import EVENTS, FILES, WAITING, Live, event

HOST = "127.0.0.1"
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


class Server(ThreadingHTTPServer):
    """Serves a folder at an address that only this computer can reach.

    Arguments:
        site: the folder; it may be missing at first, and be replaced at any time.
        port: the port, or 0 for any that is free.
        live: tells the pages of builds; without it, they are served as they are.

    Raises:
        OSError: if the port is in use or not allowed.
    """

    daemon_threads = True
    # On Windows this would let two programs share the port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, site: Path, port: int, live: Live | None = None) -> None:
        self.site = site
        self.live = live
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
    server: Server

    def send_head(self) -> Any:
        """Send what goes before a file, and return the file; of what pages are told, send all."""
        live, path = self.server.live, urlsplit(self.path).path
        if live is None:
            return super().send_head()
        if path == EVENTS:
            return self.send_events(live)
        if path in FILES:
            return self.send(HTTPStatus.OK, TYPES[FILES[path].suffix], FILES[path].read_bytes())
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if path.endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        return self.send(HTTPStatus.OK, TYPES[".html"], live.added(file.read_bytes()))

    def send_events(self, live: Live) -> None:
        """Tell a page of builds as long as it listens."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = None
        while self.command != "HEAD":
            state = live.after(seen)
            # A line that begins with a colon says nothing.
            self.wfile.write(event(state) if state is not seen else b":\n\n")
            seen = state

    def send(self, code: int, type_: str, body: bytes) -> None:
        """Send a whole answer."""
        self.send_response(code)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

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
        page, live = Path(self.directory) / "404.html", self.server.live
        if code != HTTPStatus.NOT_FOUND or not (page.is_file() or live):
            super().send_error(code, message, explain)
            return
        body = page.read_bytes() if page.is_file() else WAITING.encode()
        self.send(code, TYPES[".html"], live.added(body) if live else body)

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing: the terminal is for the builds."""
