"""The environment of the commands: when it is made anew, and what is said when it cannot be."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import environment
import system
from environment import ROOT, SOURCES, Environment

COMMANDS = ["bench", "build", "check", "lock", "serve", "test"]
BUILD, COURSE, DEVELOP = SOURCES


class Recorder(Environment):
    """An environment that installs nothing, and notes what it would; a source may fail."""

    def __init__(self, root: Path, fails: str = "") -> None:
        super().__init__(root)
        self.fails = fails
        self.done: list[str] = []

    def install(self, source: str) -> None:
        if source == self.fails:
            raise system.Unready("no network")
        if source == BUILD:
            for file in self.folder.glob("*.installed"):
                file.unlink()
            self.python.parent.mkdir(parents=True, exist_ok=True)
            self.python.touch()
        self.done.append(source)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of files to install from, in a folder with a space in its name."""
    root = tmp_path / "a course"
    (root / "requirements").mkdir(parents=True)
    for source in SOURCES:
        (root / source).write_text("one\n")
    return root


def prepare(root: Path, sources: list[str] = SOURCES) -> list[str]:
    """Prepare the environment of a project, and return what was installed for it."""
    recorder = Recorder(root)
    recorder.prepare(sources)
    return recorder.done


def test_installs_all_once(project: Path) -> None:
    assert prepare(project) == SOURCES
    assert prepare(project) == []


def test_adds_what_is_for_developing_when_it_is_first_needed(project: Path) -> None:
    assert prepare(project, [BUILD, COURSE]) == [BUILD, COURSE]
    assert prepare(project) == [DEVELOP]
    assert prepare(project, [BUILD, COURSE]) == []


@pytest.mark.parametrize(
    ("changed", "done"), [(BUILD, SOURCES), (COURSE, [COURSE]), (DEVELOP, [DEVELOP])]
)
def test_a_changed_source_is_installed_again(project: Path, changed: str, done: list[str]) -> None:
    prepare(project)
    (project / changed).write_text("two\n")
    assert prepare(project) == done
    (project / changed).write_text("one\n")
    assert prepare(project) == done


def test_another_python_makes_all_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(project)
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert prepare(project) == SOURCES


def test_another_folder_makes_all_anew(project: Path) -> None:
    prepare(project)
    assert prepare(project.rename(project.with_name("elsewhere"))) == SOURCES


@pytest.mark.parametrize("source", SOURCES)
def test_a_failed_installation_is_done_again(project: Path, source: str) -> None:
    with pytest.raises(system.Unready):
        Recorder(project, fails=source).prepare(SOURCES)
    assert prepare(project) == SOURCES[SOURCES.index(source) :]


KILLED = """
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[2])
import system
from environment import Environment


class Slow(Environment):
    def install(self, source):
        last = "import time; open('began', 'w'); time.sleep(1); open('ended', 'w')"
        system.run(sys.executable, "-c", last)


Slow(Path(sys.argv[1])).prepare(["requirements/build.txt"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock here")
def test_a_set_up_whose_parent_was_killed_is_waited_for(project: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(project), str(ROOT / "scripts")]
    parent = subprocess.Popen(command, cwd=project)
    while not (project / "began").exists():
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    assert not (project / "ended").exists()
    assert prepare(project, [BUILD]) == [BUILD]
    # What it had started is over, so that nothing is installed on top of it.
    assert (project / "ended").exists()


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (system.Unready("no network"), "no network"),
        (OSError(28, "No space left on device"), "the disk is full: free about 1 GB"),
        (KeyboardInterrupt(), "Stopped; the next run sets the environment up again."),
    ],
)
def test_what_is_in_the_way_is_one_line(
    monkeypatch: pytest.MonkeyPatch, problem: BaseException, line: str
) -> None:
    def fail(self: Environment, sources: list[str]) -> None:
        raise problem

    monkeypatch.setattr(Environment, "prepare", fail)
    with pytest.raises(SystemExit) as end:
        environment.prepare()
    assert str(end.value).startswith(line)
    assert "\n" not in str(end.value)


@pytest.mark.parametrize("name", [*COMMANDS, "environment.py", "system.py"])
def test_an_old_python_can_read_the_commands(name: str) -> None:
    ast.parse((ROOT / "scripts" / name).read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_gets_one_line(tmp_path: Path) -> None:
    for name in ("serve", "environment.py", "system.py"):
        text = (ROOT / "scripts" / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("(3, 11, 5)", "(9, 0)"), "utf-8")
    result = subprocess.run([sys.executable, tmp_path / "serve"], capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stdout == ""
    found = "{}.{}.{}".format(*sys.version_info)
    assert result.stderr.startswith(f"needs Python 3.11.5 or newer, this is {found}: install")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission")
def test_the_commands_can_be_run(name: str) -> None:
    assert os.access(ROOT / "scripts" / name, os.X_OK)


@pytest.mark.parametrize("name", [BUILD, DEVELOP])
def test_each_locked_package_has_hashes_and_none_names_a_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    _, *packages = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    assert len(packages) > 20
    locked = re.compile(r"[\w.-]+==\S+ .*\\\n    --hash=sha256:[0-9a-f]{64}\b")
    assert [package for package in packages if not locked.match(package)] == []
    assert "--only-binary :all:\n" in text
    assert "://" not in text
    assert str(ROOT) not in text
