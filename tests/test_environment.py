"""The environment of the commands: when it is made anew, and what is said when it cannot be."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import chromium
import environment
from environment import ROOT, Environment, Unready

SCRIPTS = [
    *["build", "check", "lock", "serve", "test"],
    *["environment.py", "chromium.py", "pango.py"],
]


class Recorder(Environment):
    """An environment that installs nothing, and notes what it would."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.done: list[str] = []

    def create(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.python.parent.mkdir(parents=True)
        self.python.touch()
        self.done.append("create")

    def pip(self, arguments: list[str]) -> None:
        self.done.append(Path(arguments[-1]).stem)


@pytest.fixture
def project(tmp_path: Path) -> Recorder:
    """A project of files to install from, in a folder with a space in its name."""
    root = tmp_path / "a course"
    (root / "requirements").mkdir(parents=True)
    for name in ("pyproject.toml", "requirements/site.txt", "requirements/test.txt"):
        (root / name).write_text("one\n")
    return Recorder(root)


def prepare(project: Recorder, *groups: str) -> list[str]:
    project.done.clear()
    project.prepare(*groups)
    return project.done


def test_installs_all_once(project: Recorder) -> None:
    assert prepare(project) == ["create", "site", "a course"]
    assert prepare(project) == []


def test_adds_a_group_when_it_is_first_needed(project: Recorder) -> None:
    prepare(project)
    assert prepare(project, "test") == ["test"]
    assert prepare(project, "test") == []
    assert prepare(project) == []


@pytest.mark.parametrize(
    ("changed", "done"),
    [
        ("requirements/site.txt", ["create", "site", "a course", "test"]),
        ("requirements/test.txt", ["test"]),
        ("pyproject.toml", ["a course"]),
    ],
)
def test_a_changed_file_makes_its_part_stale(
    project: Recorder, changed: str, done: list[str]
) -> None:
    prepare(project, "test")
    (project.root / changed).write_text("two\n")
    assert prepare(project, "test") == done


def test_another_python_makes_it_stale(project: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(project)
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert prepare(project) == ["create", "site", "a course"]


def test_a_moved_project_makes_it_stale(project: Recorder) -> None:
    prepare(project)
    moved = project.root.rename(project.root.with_name("elsewhere"))
    assert prepare(Recorder(moved)) == ["create", "site", "elsewhere"]


@pytest.mark.parametrize("fails", ["site", "a course"])
def test_a_failed_installation_is_not_trusted(
    project: Recorder, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def pip(arguments: list[str]) -> None:
        if Path(arguments[-1]).stem == fails:
            raise Unready("no network")

    with monkeypatch.context() as patched:
        patched.setattr(project, "pip", pip)
        with pytest.raises(Unready):
            project.prepare()
    assert fails in prepare(project)


def test_a_damaged_stamp_is_not_trusted(project: Recorder) -> None:
    prepare(project)
    project.stamps.write_text('{"site": ')
    assert "create" in prepare(project)


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 9, 2), (3, 11, 4)])
def test_an_old_python_is_told(version: tuple[int, int, int]) -> None:
    found = ".".join(map(str, version))
    problem = environment.python_problem(version)
    assert problem.startswith(f"needs Python 3.11.5 or newer, this is {found}: install")
    assert "\n" not in problem


@pytest.mark.parametrize("version", [(3, 11, 5), (3, 12, 0), (4, 0, 0)])
def test_a_new_python_is_fine(version: tuple[int, int, int]) -> None:
    assert environment.python_problem(version) == ""


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_old_python_can_read_the_commands(name: str) -> None:
    ast.parse((ROOT / "scripts" / name).read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_gets_one_line(tmp_path: Path) -> None:
    for name in ("serve", "environment.py"):
        text = (ROOT / "scripts" / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("(3, 11, 5)", "(9, 0, 0)"), "utf-8")
    result = subprocess.run([sys.executable, tmp_path / "serve"], capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("needs Python 9.0.0 or newer, this is 3.")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["build", "check", "lock", "serve", "test"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission")
def test_the_commands_can_be_run(name: str) -> None:
    assert os.access(ROOT / "scripts" / name, os.X_OK)


@pytest.mark.parametrize(
    ("tools", "root", "message"),
    [
        ("/usr/bin/apt-get", False, "run: sudo apt-get install python3."),
        (None, False, "install Python whole"),
    ],
)
def test_a_python_without_venv_is_told(
    monkeypatch: pytest.MonkeyPatch, tools: str | None, root: bool, message: str
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: tools)
    monkeypatch.setattr(environment, "is_root", lambda: root)
    with pytest.raises(Unready, match=message):
        environment.provide_venv()


def test_venv_is_installed_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(environment, "is_root", lambda: True)
    monkeypatch.setattr(environment, "run_quietly", commands.append)
    environment.provide_venv()
    version = "python{}.{}-venv".format(*sys.version_info)
    assert commands == [["apt-get", "update"], ["apt-get", "install", "--yes", version]]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError("
            "'Failed to establish a new connection: [Errno -3] Temporary failure in name "
            "resolution')': /simple/lxml/\nERROR: Could not find a version that satisfies lxml\n"
            "ERROR: No matching distribution found for lxml==6.1.3",
            "the packages cannot be downloaded: connect to the network",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
            "    lxml==6.1.3: Expected sha256 00\n",
            "a downloaded package is not the one that was locked",
        ),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("error: [Errno 13] Permission denied: '/srv/.venv'", "cannot be written to"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "cannot be had for this Python"),
        (
            "Collecting lxml\nERROR: something new\n",
            "the installation failed: ERROR: something new",
        ),
        ("", "the installation failed"),
    ],
)
def test_the_reason_of_a_failure_is_one_line(output: str, message: str) -> None:
    reason = environment.reason(output)
    assert message in reason
    assert "\n" not in reason


def test_a_command_that_fails_is_told_without_traceback() -> None:
    with pytest.raises(Unready, match="the disk is full"):
        environment.run_quietly(
            [sys.executable, "-c", "raise OSError(28, 'No space left on device')"]
        )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.stem
)
def test_the_lock_has_hashes_and_names_no_place(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
    assert str(ROOT) not in text


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A computer without a browser, whose commands are noted and do nothing."""
    commands: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(subprocess, "run", run)
    return commands


@pytest.mark.parametrize("root", [True, False])
def test_a_browser_that_cannot_be_had_is_told(
    monkeypatch: pytest.MonkeyPatch, no_browser: list[list[str]], root: bool
) -> None:
    monkeypatch.setattr(environment, "is_root", lambda: root)
    with pytest.raises(SystemExit, match="no browser for the tests: install Chromium"):
        chromium.provide(Path("python"))
    assert any(command[:2] == ["apt-get", "install"] for command in no_browser) == root
    assert ["python", "-m", "playwright", "install", "chromium"] in no_browser


@pytest.mark.skipif(sys.platform == "win32", reason="there, a browser is not asked")
def test_a_browser_that_does_not_start_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, status in (("pointer", 1), ("works", 0)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {status}\n")
        program.chmod(0o755)
    monkeypatch.setattr(chromium, "NAMES", ())
    monkeypatch.setattr(chromium, "PLACES", (str(tmp_path / "pointer"), str(tmp_path / "works")))
    assert chromium.of_the_system() == str(tmp_path / "works")
