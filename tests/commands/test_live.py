"""What `course serve` adds to pages while it serves them, and how they are told of builds."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.commands.live import EVENTS, FILES, Live
from course.commands.serve import tell
from course.commands.server import Server

PAGE = "<!doctype html><html><head><title>Page</title></head><body><p>Text</p></body></html>"
MISTAKE = "docs/index.md:1: “x” is wrong: write y"


@pytest.fixture
def live() -> Live:
    """Return what tells pages of builds."""
    return Live()


@pytest.fixture
def server(tmp_path: Path, live: Live) -> Iterator[Server]:
    """Serve an empty folder in the way of `course serve`."""
    with Server(tmp_path / "site", 0, live) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def get(server: Server, path: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse()


def write_page(server: Server, name: str = "index.html") -> None:
    server.site.mkdir(exist_ok=True)
    (server.site / name).write_text(PAGE)


@pytest.mark.parametrize("path", ["/", "/index.html", "/none"])
def test_a_page_gets_two_files_and_nothing_that_a_policy_refuses(server: Server, path: str) -> None:
    write_page(server)
    write_page(server, "404.html")
    page = get(server, path).read().decode()
    assert [name in page for name in FILES] == [True, True]
    assert page.replace(server.live.markup, "") == PAGE if server.live else False
    assert "style=" not in page
    assert "></script></head>" in page
    # Nothing of it is in the file.
    assert (server.site / "index.html").read_text() == PAGE


def test_the_files_are_served(server: Server) -> None:
    for path, file in FILES.items():
        assert get(server, path).read() == file.read_bytes()


def test_other_files_are_served_as_they_are(server: Server) -> None:
    write_page(server)
    (server.site / "x.txt").write_text("</head>")
    assert get(server, "/x.txt").read() == b"</head>"


def test_a_site_that_is_not_there_yet_is_waited_for(server: Server) -> None:
    answer = get(server, "/")
    assert answer.status == 404
    assert EVENTS in answer.read().decode()


def test_pages_are_told_of_builds(server: Server, live: Live) -> None:
    answer = get(server, EVENTS)
    assert answer.getheader("Content-Type") == "text/event-stream"

    def told() -> dict[str, object]:
        line = answer.readline()
        assert answer.readline() == b"\n"
        found: dict[str, object] = json.loads(line.removeprefix(b"data: "))
        return found

    first = told()
    assert (first["mistakes"], first["remarks"]) == ([], [])
    tell([{"built": False, "lines": [MISTAKE], "last": True}], live)
    assert told() == {**first, "mistakes": [MISTAKE]}
    tell([{"built": True, "lines": [], "last": False}], live)
    mended = told()
    assert mended["built"] != first["built"]
    assert mended["mistakes"] == []
    live.remark([MISTAKE])
    assert told() == {**mended, "remarks": [MISTAKE]}


def test_a_silent_server_still_says_that_it_is_there(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.commands.live.PATIENCE", 0.01)
    answer = get(server, EVENTS)
    answer.readline()
    answer.readline()
    assert answer.readline() == b":\n"
