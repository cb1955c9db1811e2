"""The process that builds a course again and again for the one that serves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from course.commands.worker import BROKEN, Worker
from tests.courses import plain
from tests.courses.build import Courses


@pytest.fixture
def root(courses: Courses, tmp_path: Path) -> Iterator[Path]:
    """Go into the folder of a course that may be changed."""
    root = tmp_path / "course"
    shutil.copytree(courses.lay_out("one-page-to-change", plain.one_page()), root)
    with chdir(root):
        yield root


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Return a worker, and end it."""
    worker = Worker()
    yield worker
    worker.stop()


def build(worker: Worker, anew: bool = False) -> tuple[list[bool], list[str]]:
    """Build, and return of each answer whether the site was built, and all lines of the first."""
    answers: list[dict[str, Any]] = list(worker.build(anew))
    assert [answer["last"] for answer in answers] == [False] * (len(answers) - 1) + [True]
    return [answer["built"] for answer in answers], answers[0]["lines"]


def test_it_builds_until_it_is_stopped(root: Path, worker: Worker) -> None:
    page = root / "docs" / "index.md"
    text = page.read_text("utf-8")
    assert build(worker) == ([True, True], [])
    first = worker.process
    page.write_text(f"{text}\n[Nowhere](none.md)\n", "utf-8")
    built, lines = build(worker)
    assert built == [False]
    assert lines[0].startswith("docs/index.md:")
    page.write_text(f"{text}\nAnother word.\n", "utf-8")
    assert build(worker)[0] == [True, True]
    assert "Another word." in (root / "site" / "index.html").read_text("utf-8")
    # The settings are read by another process.
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("Plain course", "Another"), "utf-8")
    assert worker.process is first
    assert build(worker, anew=True)[0] == [True, True]
    assert worker.process is not first
    assert "Another" in (root / "site" / "index.html").read_text("utf-8")


def test_one_that_broke_is_told_and_replaced(
    root: Path, worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "mkdocs.yml").rename(root / "other.yml")
    # It finds nothing to build, and then is ended by somebody.
    assert build(worker)[0] == [False]
    assert worker.process is not None
    worker.process.kill()
    worker.process.wait()
    assert build(worker) == ([False], [BROKEN])
    assert BROKEN in capsys.readouterr().err
    (root / "other.yml").rename(root / "mkdocs.yml")
    assert build(worker)[0] == [True, True]
