"""Fixtures: a page of Markdown, the sites of this course and of others, and a browser."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

import system
from course.commands.build import render
from course.commands.server import Server
from course.settings import read_course
from tests.courses.build import ROOT, Courses, once, print_editions
from tests.markdown_page import Pages

# Tests run in several processes. What takes long is made once, in a folder that they share, and
# served by the process that started them.
SERVER = pytest.StashKey[Server]()
# Where the printed editions say that the course is: always the same, or all would be set anew.
ADDRESS = "http://127.0.0.1:8000/"
# As if the pointer moved over each page as soon as it is there: then all scripts come.
TOUCH = "addEventListener('DOMContentLoaded', () => document.dispatchEvent(new Event('scroll')))"


def pytest_configure(config: pytest.Config) -> None:
    """Serve the folder for the built site, which is empty until a test needs the site."""
    if not hasattr(config, "workerinput"):
        server = Server(Path(tempfile.mkdtemp(prefix="course-tests-")) / "site", 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        config.stash[SERVER] = server


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a process of pytest-xdist which folder is shared and served."""
    server = node.config.stash[SERVER]
    node.workerinput.update(shared=str(server.site.parent), address=server.address)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what was made for the tests."""
    if server := config.stash.get(SERVER, None):
        server.shutdown()
        server.server_close()
        shutil.rmtree(server.site.parent, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it asks for.

    Those that read the pages of this course are marked `content`: a copy of the course with another
    text is published when all others and its rules pass.
    """
    marks = {"browser": "browser", "printed": "print", "site": "content"}
    for item in items:
        for fixture in marks.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(marks[fixture])


@pytest.fixture(scope="session")
def shared(pytestconfig: pytest.Config) -> Path:
    """Return the folder that all processes of the run share."""
    given = getattr(pytestconfig, "workerinput", None)
    return Path(given["shared"]) if given else pytestconfig.stash[SERVER].site.parent


@pytest.fixture(scope="session")
def courses(shared: Path) -> Courses:
    """Return what makes the courses of the tests."""
    return Courses(shared)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """Convert Markdown inside an otherwise empty course."""
    monkeypatch.chdir(tmp_path)
    return Pages(tmp_path)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's browser where there is one; it is not asked to sandbox, as root cannot."""
    path = system.find_browser()
    # A test of print in the same process leaves the course's own fonts there, with which Chromium
    # ends at the first letter that they lack.
    environment = {name: os.environ[name] for name in os.environ if name != "FONTCONFIG_FILE"}
    found = {"executable_path": path} if path else {}
    return {**browser_type_launch_args, "env": environment, **found}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Browser:
    """Return a browser whose reader touches each page at once; `untouched` is for the others."""
    new_context = browser.new_context

    def touching(**given: Any) -> BrowserContext:
        context = new_context(**given)
        context.add_init_script(TOUCH)
        return context

    vars(browser).update(new_context=touching, untouched=new_context)
    return browser


@pytest.fixture
def untouched(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return what makes a window of the browser in which nothing is touched but by the test."""
    contexts: list[BrowserContext] = []

    def make(**given: Any) -> BrowserContext:
        contexts.append(vars(browser)["untouched"](**given))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def address(pytestconfig: pytest.Config) -> str:
    """Return the address at which the site of this course is, once it is built."""
    given = getattr(pytestconfig, "workerinput", None)
    return str(given["address"] if given else pytestconfig.stash[SERVER].address)


@pytest.fixture(scope="session")
def site(shared: Path, address: str) -> Path:
    """Build this course as MkDocs alone does, and return the folder of its site."""

    def make(folder: Path) -> None:
        with chdir(ROOT), pytest.MonkeyPatch.context() as environment:
            environment.setenv("SITE_URL", address)
            assert render(folder, ROOT / "mkdocs.yml")

    return once(shared / "site", make)


@pytest.fixture(scope="session")
def site_url(site: Path, address: str) -> str:
    """Return the address of the built site, which ends with a slash."""
    return address


@pytest.fixture(scope="session")
def printed(shared: Path, site: Path, address: str) -> Path:
    """Return the folder of the built site with its printed editions."""

    def make(folder: Path) -> None:
        shutil.copytree(site, folder)
        for page in folder.rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace(address, ADDRESS), "utf-8")
        with chdir(ROOT):
            print_editions(folder, read_course(ROOT / "mkdocs.yml"), ROOT / ".cache" / "editions")

    return once(shared / "printed", make)


@pytest.fixture(scope="session")
def page_paths(site: Path) -> list[str]:
    """Return the path of every page of the site, such as `dimensions/focus/`."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return sorted(path.removesuffix("index.html") for path in paths)
