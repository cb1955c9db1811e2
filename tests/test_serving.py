"""The server: its address, its answers, and building again at a change."""

from __future__ import annotations

import http.client
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent, FileOpenedEvent

from course import cli, serving
from course.serving import Changes, Server, rebuild_at_changes, serve

FILES = {
    "index.html": "<title>Start</title>",
    "404.html": "<title>Not here</title>",
    "page/index.html": "<title>Page</title>",
    "assets/course.css": "a {}",
    "assets/course.js": "f()",
    "assets/logo.svg": "<svg/>",
    "assets/font.woff2": "x",
    "sitemap.xml": "<x/>",
    "search.json": "{}",
    "site.webmanifest": "{}",
    "dates.ics": "x",
    "workbook.pdf": "x",
    "offline.zip": "x",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve a small site at a free port; beside it lies a file that is not part of it."""
    (tmp_path / "secret.txt").write_text("secret")
    for name, content in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    with Server(tmp_path / "site", 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def get(server: Server, path: str, method: str = "GET") -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


def test_listens_to_this_computer_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/page/", "text/html; charset=utf-8"),
        ("/assets/course.css?v=1", "text/css; charset=utf-8"),
        ("/assets/course.js", "text/javascript; charset=utf-8"),
        ("/assets/logo.svg", "image/svg+xml"),
        ("/assets/font.woff2", "font/woff2"),
        ("/sitemap.xml", "application/xml"),
        ("/search.json", "application/json"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/dates.ics", "text/calendar; charset=utf-8"),
        ("/workbook.pdf", "application/pdf"),
        ("/offline.zip", "application/zip"),
    ],
)
def test_a_file_has_its_type_whatever_the_system_says(
    server: Server, monkeypatch: pytest.MonkeyPatch, path: str, type_: str
) -> None:
    monkeypatch.setattr("mimetypes.guess_type", lambda *args, **kwargs: ("text/plain", None))
    response, _ = get(server, path)
    assert response.status == 200
    assert response.getheader("Content-Type") == type_
    assert response.getheader("Cache-Control") == "no-cache"


@pytest.mark.parametrize("path", ["/none", "/none/", "/page/none.html", "/assets/"])
def test_an_unknown_address_gets_the_page_of_the_site(server: Server, path: str) -> None:
    response, body = get(server, path)
    assert response.status == 404
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert "Not here" in body


def test_the_head_of_an_unknown_address_has_no_body(server: Server) -> None:
    response, body = get(server, "/none", "HEAD")
    assert response.status == 404
    assert body == ""


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/page/../../secret.txt", "/..%2fsecret.txt"],
)
def test_nothing_beside_the_site_is_served(server: Server, path: str) -> None:
    response, body = get(server, path)
    assert response.status == 404
    assert "secret" not in body


def test_a_site_that_was_replaced_is_served(server: Server) -> None:
    server.site.rename(server.site.with_name("site.old"))
    server.site.mkdir()
    (server.site / "index.html").write_text("<title>New</title>")
    assert "New" in get(server, "/")[1]


def test_a_busy_port_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "stop_at_signals", lambda: None)
    monkeypatch.setattr(serving, "build_apart", lambda: pytest.fail("built for a busy port"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert serve(tmp_path, port, watch=False) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"port {port} is busy: ")
    assert "--port" in output.err
    assert output.err.count("\n") == 1


def test_a_failed_first_build_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "stop_at_signals", lambda: None)
    monkeypatch.setattr(serving, "build_apart", lambda: False)
    monkeypatch.setenv("SITE_URL", "")
    assert serve(tmp_path, 0, watch=False) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["", "-1", "65536", "http"])
def test_what_is_no_port_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["serve", "--port", text])
    assert end.value.code == 2
    assert "choose a number" in capsys.readouterr().err


@pytest.fixture
def changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Changes]:
    """Watch an empty project."""
    monkeypatch.setattr(serving, "QUIET", 0.01)
    for name in ("docs", "overrides", "scripts/course"):
        (tmp_path / name).mkdir(parents=True)
    changes = Changes(tmp_path)
    yield changes
    changes.observer.stop()
    changes.observer.join()


@pytest.mark.parametrize(
    "name", ["docs/a/new.md", "overrides/404.html", "scripts/course/cli.py", "mkdocs.yml"]
)
def test_a_source_that_changes_counts(tmp_path: Path, changes: Changes, name: str) -> None:
    changes.dispatch(FileModifiedEvent(str(tmp_path / name)))
    assert changes.changed.is_set()


@pytest.mark.parametrize(
    "name",
    [
        "site/index.html",
        "other.yml",
        "docs/.index.md.swp",
        "docs/index.md~",
        "scripts/course/__pycache__/cli.pyc",
    ],
)
def test_other_files_do_not_count(tmp_path: Path, changes: Changes, name: str) -> None:
    changes.dispatch(FileModifiedEvent(str(tmp_path / name)))
    assert not changes.changed.is_set()


def test_reading_a_source_does_not_count(tmp_path: Path, changes: Changes) -> None:
    changes.dispatch(FileOpenedEvent(str(tmp_path / "docs" / "index.md")))
    assert not changes.changed.is_set()


def test_an_editor_that_renames_its_file_into_place_counts(
    tmp_path: Path, changes: Changes
) -> None:
    new = str(tmp_path / "docs" / ".new")
    changes.dispatch(FileMovedEvent(new, str(tmp_path / "docs" / "index.md")))
    assert changes.changed.is_set()


def test_changes_that_were_waited_for_are_done(changes: Changes) -> None:
    changes.changed.set()
    changes.wait()
    assert not changes.changed.is_set()


def test_a_change_builds_again_also_after_a_mistake(
    tmp_path: Path, changes: Changes, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "docs" / "index.md"
    results = iter([False, True])
    done: queue.Queue[str] = queue.Queue()

    def build() -> bool:
        done.put(page.read_text())
        return next(results)

    threading.Thread(target=rebuild_at_changes, args=(changes, build), daemon=True).start()
    os.replace(write(tmp_path / "mistake"), page)
    assert done.get(timeout=10) == "mistake"
    os.replace(write(tmp_path / "second"), page)
    assert done.get(timeout=10) == "second"
    assert "as it was before" in capsys.readouterr().out


def write(path: Path) -> Path:
    """Write a file that says its own name."""
    path.write_text(path.name)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_printing_stops_with_all_its_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = "import time; print(1, flush=True); time.sleep(60)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    started: list[subprocess.Popen[bytes]] = []

    def run_apart(*words: str) -> subprocess.Popen[bytes]:
        assert words == ("print", str(tmp_path))
        command = [sys.executable, "-c", outer]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
        started.append(process)
        return process

    monkeypatch.setattr(serving, "run_apart", run_apart)
    printing = serving.Printing(tmp_path)
    printing.stop()
    printing.start()
    output = started[0].stdout
    assert output is not None
    assert output.readline() == b"1\n"
    printing.stop()
    # The end of the output comes when the last process that could write has ended.
    assert output.read() == b""
    printing.stop()


PROGRAM = """
import subprocess
import sys
from pathlib import Path
from course import serving
serving.build_apart = lambda: True
command = [sys.executable, "-c", "import time; time.sleep(60)"]
serving.run_apart = lambda *words: subprocess.Popen(command, start_new_session=True)
sys.exit(serving.serve(Path(sys.argv[1]), 0, True))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_it_stops_quietly(tmp_path: Path, number: signal.Signals) -> None:
    for name in ("docs", "overrides", "scripts/course"):
        (tmp_path / name).mkdir(parents=True)
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Open http://127.0.0.1:")
    process.send_signal(number)
    rest, _ = process.communicate(timeout=20)
    assert (process.returncode, rest) == (0, "")
