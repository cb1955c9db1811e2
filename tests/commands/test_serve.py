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
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from watchdog.events import FileModifiedEvent, FileMovedEvent, FileOpenedEvent

from course.commands.serve import Changes, rebuild_at_changes, serve
from course.commands.server import TYPES, Server
from course.commands.worker import Worker
from tests.rules.small import SmallCourse

# The package has a function of this name too.
serving = import_module("course.commands.serve")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
SLEEPING = [sys.executable, "-c", "import time; time.sleep(60)"]
SOURCES = ("docs", "overrides", "scripts/course")
BUILT = {"built": True, "lines": [], "last": True}
FAILED = {"built": False, "lines": ["docs/index.md:1: a mistake"], "last": True}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve a small site at a free port; beside it lies a file that is not part of it."""
    (tmp_path / "secret.txt").write_text("secret")
    pages = {"index": "Start", "404": "Not here", "page/index": "Page"}
    for name in (*(f"{page}.html" for page in pages), *(f"assets/x{suffix}" for suffix in TYPES)):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages.get(name.removesuffix(".html"), "x"))
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
        ("/assets/x.css?v=1", "text/css; charset=utf-8"),
        ("/assets/x.js", "text/javascript; charset=utf-8"),
        ("/assets/x.svg", "image/svg+xml"),
        ("/assets/x.woff2", "font/woff2"),
        ("/assets/x.ics", "text/calendar; charset=utf-8"),
        ("/assets/x.epub", "application/epub+zip"),
        ("/assets/x.pdf", "application/pdf"),
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
    assert (response.status, body) == (404, "Not here")
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    response, body = get(server, path, "HEAD")
    assert (response.status, body) == (404, "")


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
    (server.site / "index.html").write_text("New")
    assert get(server, "/")[1] == "New"


def test_a_busy_port_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "stop_at_signals", lambda: None)
    monkeypatch.setattr(Worker, "build", lambda *_: pytest.fail("built for a busy port"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert serve(tmp_path, port, watch=False) == 1
    output = capsys.readouterr()
    assert output.out == ""
    (line,) = output.err.splitlines()
    assert line.startswith(f"port {port} is busy: ")
    assert "--port" in line


def test_a_failed_first_build_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "stop_at_signals", lambda: None)
    monkeypatch.setattr(Worker, "build", lambda *_: [FAILED])
    monkeypatch.setenv("SITE_URL", "")
    assert serve(tmp_path, 0, watch=False) == 1
    assert capsys.readouterr().out == ""


@needs_signals
def test_a_mistake_at_the_start_is_waited_for(tmp_path: Path) -> None:
    for name in ("docs", "overrides", "scripts/course"):
        (tmp_path / name).mkdir(parents=True)
    program = PROGRAM.replace(repr(BUILT), repr(FAILED))
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert b"Open http://" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0


@pytest.fixture
def changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Changes]:
    """Watch an empty project."""
    monkeypatch.setattr(serving, "QUIET", 0.01)
    monkeypatch.setattr(serving, "CODE", tmp_path / "scripts" / "course")
    for name in SOURCES:
        (tmp_path / name).mkdir(parents=True)
    changes = Changes(tmp_path)
    yield changes
    changes.observer.stop()
    changes.observer.join()


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("docs/a/new.md", True),
        ("overrides/404.html", True),
        ("scripts/course/model.py", True),
        ("mkdocs.yml", True),
        ("site/index.html", False),
        ("other.yml", False),
        ("docs/.index.md.swp", False),
        ("docs/index.md~", False),
        ("scripts/course/__pycache__/model.pyc", False),
    ],
)
def test_sources_count_when_they_change(
    tmp_path: Path, changes: Changes, name: str, counts: bool
) -> None:
    changes.dispatch(FileOpenedEvent(str(tmp_path / name)))
    assert not changes.changed.is_set()
    changes.dispatch(FileModifiedEvent(str(tmp_path / name)))
    assert changes.changed.is_set() == counts


def test_an_editor_that_renames_its_file_into_place_counts(
    tmp_path: Path, changes: Changes
) -> None:
    new = str(tmp_path / "docs" / ".new")
    changes.dispatch(FileMovedEvent(new, str(tmp_path / "docs" / "index.md")))
    assert changes.changed.is_set()
    changes.wait()
    assert not changes.changed.is_set()


def test_changes_without_an_end_are_built_too(
    tmp_path: Path, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "LONGEST", 0.1)
    changes.changed.set()
    # Whoever looks whether there was another change is told that there was.
    monkeypatch.setattr(changes.changed, "clear", lambda: None)
    changes.wait()


def test_a_change_builds_again_also_after_a_mistake(
    tmp_path: Path,
    changes: Changes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(serving, "PAUSE", 0.01)
    page = tmp_path / "docs" / "index.md"
    results = iter([False, True])
    done: queue.Queue[str] = queue.Queue()

    def build(anew: bool) -> bool:
        done.put(page.read_text())
        return next(results)

    arguments = (changes, build, lambda: done.put("rest"))
    threading.Thread(target=rebuild_at_changes, args=arguments, daemon=True).start()
    for text in ("mistake", "second"):
        new = tmp_path / text
        new.write_text(text)
        os.replace(new, page)
        assert done.get(timeout=10) == text
    assert done.get(timeout=10) == "rest"
    assert "as it was before" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "more"),
    [
        (["docs/a.md"], False),
        (["docs/a.md", "docs/sources.bib"], True),
        (["overrides/main.html"], True),
        (["mkdocs.yml"], True),
        (["scripts/course/words.md"], True),
    ],
)
def test_what_is_more_than_the_text_of_pages_is_told(
    tmp_path: Path, changes: Changes, names: list[str], more: bool
) -> None:
    for name in names:
        changes.dispatch(FileModifiedEvent(str(tmp_path / name)))
    assert changes.take() is more
    assert changes.take() is False


def test_what_the_settings_name_is_watched_wherever_it_lies(
    tmp_path: Path, changes: Changes
) -> None:
    small = SmallCourse(tmp_path, kinds=["own/letter.py"], fonts=["own/letters.ttf"])
    theme = {"name": None, "custom_dir": "own/look"}
    config = {**small.config, "INHERIT": "own/words.yml", "theme": theme}
    named = ("own/letter.py", "own/letters.ttf", "own/words.yml", "own/look/main.html")
    for name in named:
        small.write(name, "")
    # What is named now counts from the next build on, also while there is a mistake.
    for settings in (yaml.safe_dump(config), "site_name: ["):
        small.write("mkdocs.yml", settings)
        changes.dispatch(FileModifiedEvent(str(tmp_path / "mkdocs.yml")))
        assert changes.take()
        while changes.wait(0.1):
            pass
        for name in named:
            small.write(name, "# changed\n")
            assert changes.wait(10), name


def test_a_course_without_a_folder_of_its_own_is_watched(tmp_path: Path) -> None:
    changes = Changes(tmp_path / "course")
    changes.observer.stop()
    changes.observer.join()
    assert changes.is_source(tmp_path / "course" / "docs" / "index.md")
    assert changes.is_source(Path(serving.__file__ or ""))


@needs_signals
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
    (tmp_path / "index.html").write_text("")
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


PROGRAM = f"""
import subprocess
import sys
from importlib import import_module
from pathlib import Path
serving = import_module("course.commands.serve")
serving.Worker.build = lambda *_: [{BUILT!r}]
serving.run_apart = lambda *words: subprocess.Popen({SLEEPING!r}, start_new_session=True)
sys.exit(serving.serve(Path(sys.argv[1]), 0, True))
"""


@needs_signals
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_stops_quietly(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    for folder in SOURCES:
        (tmp_path / folder).mkdir(parents=True)
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Open http://127.0.0.1:")
    process.send_signal(number)
    rest, _ = process.communicate(timeout=20)
    assert (process.returncode, rest) == (0, "")
