"""Fixtures: a page of Markdown, the site of this project, and a browser that reads it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chromium
from course.cli import CACHE
from course.print.make import make_editions
from course.serving import Server
from tests.markdown_page import Pages
from tests.small_course import SmallCourse

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Pages:
    """Convert Markdown inside an otherwise empty course."""
    monkeypatch.chdir(tmp_path)
    return Pages(tmp_path, caplog)


@pytest.fixture
def small_course(tmp_path: Path, pages: Pages) -> SmallCourse:
    """Return a course without pages, beside its glossary and bibliography."""
    return SmallCourse(tmp_path, pages)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's browser where there is one; it is not asked to sandbox, as root cannot."""
    path = chromium.of_the_system()
    return {**browser_type_launch_args, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Build this project as `mkdocs build --strict` alone does, and serve it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with Server(folder, 0) as server:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
            cwd=ROOT,
            env={**os.environ, "SITE_URL": server.address, "NO_MKDOCS_2_WARNING": "1"},
            check=True,
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def site(server: Server) -> Path:
    """Return the folder of the built site."""
    return server.site


@pytest.fixture(scope="session")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site with its printed editions."""
    copy = tmp_path_factory.mktemp("printed") / "site"
    shutil.copytree(site, copy)
    assert make_editions(copy, ROOT / "docs", CACHE) == []
    return copy


@pytest.fixture(scope="session")
def site_url(server: Server) -> str:
    """Return the address of the built site, which ends with a slash."""
    return server.address


@pytest.fixture(scope="session")
def page_paths(site: Path) -> list[str]:
    """Return the path of every page of the site, such as `dimensions/focus/`."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return sorted(path.removesuffix("index.html") for path in paths)
