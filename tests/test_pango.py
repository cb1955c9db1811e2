"""Pango: found or installed where it can be, and told how to get where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

import environment
import pango
from course.print import unavailable

APT = ["apt-get", "install", "--yes", "--no-install-recommends", *pango.PACKAGES]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian without Pango, whose commands are noted and do nothing."""
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(pango, "loads", lambda library: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(environment, "is_root", lambda: True)
    monkeypatch.setattr(environment, "run_quietly", commands.append)
    return commands


def test_root_installs_it_on_debian(
    commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    pango.provide()
    assert commands == [["apt-get", "update"], APT]
    assert capsys.readouterr().out == "Installing Pango for the printed editions\n"


@pytest.mark.parametrize("library", pango.LIBRARIES)
def test_one_missing_library_is_enough(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setattr(pango, "loads", lambda name: name != library)
    pango.provide()
    assert commands[-1] == APT


@pytest.mark.parametrize(
    ("module", "name", "answer"),
    [
        (pango, "loads", lambda library: True),
        (environment, "is_root", lambda: False),
        (shutil, "which", lambda name: None),
    ],
    ids=["it is there", "not root", "not Debian"],
)
def test_nothing_is_done_or_said(
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: object,
    name: str,
    answer: Callable[..., object],
) -> None:
    monkeypatch.setattr(module, name, answer)
    pango.provide()
    assert commands == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("problem", [environment.Unready("no network"), OSError("no apt-get")])
def test_a_failed_installation_does_not_stop_the_build(
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: Exception,
) -> None:
    def fail(command: list[str]) -> None:
        raise problem

    monkeypatch.setattr(environment, "run_quietly", fail)
    pango.provide()
    assert capsys.readouterr().out.endswith(f"Pango could not be installed: {problem}\n")


@pytest.mark.parametrize("own", ["", "/my/own/lib"])
def test_homebrew_is_found_by_any_python(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, own: str
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "environ", {"DYLD_FALLBACK_LIBRARY_PATH": own} if own else {})
    pango.provide()
    assert os.environ["DYLD_FALLBACK_LIBRARY_PATH"].startswith(own or "/opt/homebrew/lib:")
    assert commands == []


def test_a_library_that_is_none_does_not_load() -> None:
    assert not pango.loads("libno-such-library.so.0")


@pytest.mark.parametrize(
    ("platform", "tools", "line"),
    [
        ("linux", ["apt-get"], "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "),
        ("linux", ["dnf"], "sudo dnf install pango;"),
        ("darwin", [], "brew install pango;"),
        ("win32", [], "pacman -S mingw-w64-ucrt-x86_64-pango;"),
    ],
)
def test_the_advice_is_one_line_for_this_system(
    monkeypatch: pytest.MonkeyPatch, platform: str, tools: list[str], line: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: name if name in tools else None)
    advice = unavailable.advice()
    assert line in advice
    assert advice.startswith("no printed editions: the library Pango")
    assert "\n" not in advice


def test_an_unknown_system_is_told_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd15")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    first, *lines = unavailable.advice().splitlines()
    assert first.endswith("install it, then run the same command again")
    assert [line.strip().split(":")[0] for line in lines] == list(unavailable.INSTALLING)


def test_debian_is_told_of_the_packages_that_are_installed() -> None:
    assert unavailable.INSTALLING["Debian, Ubuntu"].endswith(" ".join(pango.PACKAGES))


@pytest.mark.parametrize(
    ("hidden", "available"),
    [("", True), ("libpango-1.0", False), ("libharfbuzz-subset", False)],
)
def test_what_weasyprint_cannot_load_is_found(hidden: str, available: bool) -> None:
    """Run it in a process of its own, in which a library cannot be loaded."""
    code = (
        "import sys, cffi, ctypes.util\n"
        "hidden, load = sys.argv[1], cffi.FFI.dlopen\n"
        "def dlopen(self, name, flags=0):\n"
        "    if hidden and name and hidden.removeprefix('lib') in name:\n"
        "        raise OSError(name)\n"
        "    return load(self, name, flags)\n"
        "cffi.FFI.dlopen = dlopen\n"
        "from course.print.unavailable import is_available\n"
        "print(is_available())\n"
    )
    result = subprocess.run([sys.executable, "-c", code, hidden], capture_output=True, text=True)
    assert result.stdout == f"{available}\n"
    assert result.stderr == ""
