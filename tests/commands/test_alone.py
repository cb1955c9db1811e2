"""One build and one server at a time in a folder, and what the system refuses, in one line."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

from course.commands.alone import Busy, alone
from course.commands.line import main
from course.commands.trouble import trouble

commands = import_module("course.commands.line")
HOLD = """
import sys
from pathlib import Path
from course.commands.alone import alone
with alone(Path(sys.argv[1]), "a build"):
    print("held", flush=True)
    sys.stdin.read()
"""


def holding(place: Path) -> subprocess.Popen[bytes]:
    """Return a process that holds a place."""
    command = [sys.executable, "-c", HOLD, str(place)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_one_is_told_in_one_line_and_a_killed_one_leaves_nothing(tmp_path: Path) -> None:
    other = holding(tmp_path)
    with pytest.raises(Busy) as told, alone(tmp_path, "a build"):
        pass
    assert str(told.value).count("\n") == 0
    assert "a build is at work in this folder already: wait until it has ended" in str(told.value)
    other.kill()
    other.wait()
    with alone(tmp_path, "a build"):
        assert list(tmp_path.iterdir()) == []


def test_a_command_ends_with_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def busy(*arguments: object) -> int:
        raise Busy("busy")

    monkeypatch.setattr(commands, "run", busy)
    assert main(["--config", str(tmp_path / "mkdocs.yml"), "build"]) == 1
    assert capsys.readouterr().err == "busy\n"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full: free some room"),
        (errno.EROFS, "this folder cannot be written to: copy the project"),
        (errno.EACCES, "you may not read or change this: "),
        (errno.EPERM, "you may not read or change this: "),
        (errno.ELOOP, "look at it"),
    ],
)
def test_what_the_system_refuses_is_told_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    told: str,
) -> None:
    def refuse(*arguments: object) -> int:
        raise OSError(number, os.strerror(number), str(tmp_path / "site.new/x"))

    monkeypatch.setattr(commands, "run", refuse)
    assert main(["--config", str(tmp_path / "mkdocs.yml"), "build"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("site.new/x: ")
    assert told in line
    assert "Errno" not in trouble(OSError(number, os.strerror(number)))


def test_what_lies_outside_of_the_course_is_named_whole(tmp_path: Path) -> None:
    # On Windows it can be on another drive, to which no path leads from here.
    file = str(tmp_path / "base.yml")
    assert trouble(OSError(errno.ELOOP, os.strerror(errno.ELOOP), file)).startswith(f"{file}: ")


APART = """
import sys, time
from course.commands import apart
sys.executable = sys.argv[1]
process = apart.run_apart("x")
print(process.pid, flush=True)
time.sleep(60)
"""
CHILD = """#!/bin/sh
exec {python} -c 'import time
from course.commands.apart import end_with_parent
end_with_parent()
time.sleep(60)'
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts no such script")
def test_what_runs_apart_ends_with_a_killed_parent(tmp_path: Path) -> None:
    child = tmp_path / "child"
    child.write_text(CHILD.format(python=sys.executable))
    child.chmod(0o755)
    command = [sys.executable, "-c", APART, str(child)]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    number = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(200):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        if (
            Path(f"/proc/{number}/stat").exists()
            and " Z " in Path(f"/proc/{number}/stat").read_text()
        ):
            return
        time.sleep(0.1)
    pytest.fail("it is still there")
