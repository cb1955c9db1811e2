"""What the commands need of the system: found, or installed, or told how to get."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import system

APT = "apt-get install --yes --no-install-recommends"
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
VENV = "python{}.{}-venv".format(*sys.version_info)
INSTALL_CHROMIUM = "python -m playwright install --with-deps chromium"


def provide_browser() -> None:
    """Provide a browser, beside an environment whose Python is called `python`."""
    system.provide_browser("python")


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A Debian on which nothing is installed and nothing can be; root's commands are noted."""
    commands: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system, "find_library", lambda name: None)
    monkeypatch.setattr(system, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(system, "run", lambda *command: commands.append(" ".join(command)))
    missing = subprocess.CompletedProcess("", 1, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *command, **options: missing)
    return commands


@pytest.mark.parametrize(
    ("provide", "packages"),
    [
        (system.provide_venv, VENV),
        (system.provide_pango, PANGO),
        (provide_browser, "chromium"),
        (system.provide_firefox, "firefox-esr"),
    ],
)
def test_root_installs_it_on_debian_and_is_told_first(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    provide: Callable[[], None],
    packages: str,
) -> None:
    told: list[str] = []

    def run(*command: str) -> None:
        told.append(capsys.readouterr().out)
        commands.append(" ".join(command))

    monkeypatch.setattr(system, "run", run)
    provide()
    assert commands == ["apt-get update", f"{APT} {packages}"]
    assert told[0].endswith(f" is missing; running as root: {APT} {packages}\n")
    assert told[0].count("\n") == 1


@pytest.mark.parametrize(
    ("provide", "tool", "remedy"),
    [
        (system.provide_venv, "apt-get", f"run: sudo apt-get install {VENV}"),
        (system.provide_venv, "dnf", "install Python whole, from python.org"),
        (provide_browser, "apt-get", "run: sudo apt-get install chromium"),
        (provide_browser, "dnf", f"run: {INSTALL_CHROMIUM}"),
    ],
)
def test_elsewhere_it_is_told_how_to_get_it(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    provide: Callable[[], None],
    tool: str,
    remedy: str,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == tool else None)
    with pytest.raises(system.Unready) as problem:
        provide()
    assert str(problem.value).endswith(f" is missing: {remedy}")
    assert commands == []


def test_what_cannot_be_installed_has_another_remedy(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*command: str) -> None:
        raise system.Unready("no network")

    monkeypatch.setattr(system, "run", run)
    with pytest.raises(system.Unready) as problem:
        provide_browser()
    assert str(problem.value).endswith(f" is missing: no network; or run: {INSTALL_CHROMIUM}")


@pytest.mark.parametrize("missing", ["pangoft2-1.0", "harfbuzz-subset"])
def test_one_missing_library_is_enough(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(system, "find_library", lambda name: None if name == missing else name)
    system.provide_pango()
    assert commands[-1] == f"{APT} {PANGO}"


def test_a_build_without_pango_goes_on(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system.provide_pango()
    assert capsys.readouterr().out.endswith(f" is missing: run: sudo apt-get install {PANGO}\n")


@pytest.mark.parametrize(
    ("tool", "remedy"),
    [("apt-get", "run: sudo apt-get install firefox-esr"), ("dnf", "install it from mozilla.org")],
)
def test_tests_without_firefox_go_on(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tool: str,
    remedy: str,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == tool else None)
    system.provide_firefox()
    assert capsys.readouterr().out.endswith(f" is missing: {remedy}\n")
    assert commands == []


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_nothing_is_done_or_said_where_it_is_there(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    platform: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    if platform == "linux":
        monkeypatch.setattr(system, "find_library", lambda name: name)
    monkeypatch.setattr(system, "find_spec", lambda name: name)
    monkeypatch.setattr(system, "find_program", lambda *names: names[0])
    system.provide_venv()
    system.provide_pango()
    provide_browser()
    system.provide_firefox()
    assert commands == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("own", ["", "/my/own/lib"])
def test_homebrew_is_found_by_any_python(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, own: str
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "environ", {"DYLD_FALLBACK_LIBRARY_PATH": own} if own else {})
    system.provide_pango()
    assert os.environ["DYLD_FALLBACK_LIBRARY_PATH"].startswith(own or "/opt/homebrew/lib:")
    assert commands == []


@pytest.mark.skipif(sys.platform == "win32", reason="there, no file is a program by its mode")
def test_a_browser_that_does_not_start_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, status in (("chromium", 1), ("google-chrome", 0)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {status}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.find_browser() == str(tmp_path / "google-chrome")


@pytest.mark.parametrize(
    ("output", "line"),
    [
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError("
            "'Failed to establish a new connection: [Errno -3] Temporary failure in name "
            "resolution')': /simple/lxml/\nERROR: Could not find a version that satisfies lxml\n"
            "ERROR: No matching distribution found for lxml==6.1.3",
            "the packages cannot be downloaded: connect to the network",
        ),
        (
            "Err:1 http://deb.debian.org/debian trixie InRelease\n"
            "  Temporary failure resolving 'deb.debian.org'\n"
            "E: Unable to locate package chromium",
            "the packages cannot be downloaded: connect to the network",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
            "    lxml==6.1.3: Expected sha256 00\n",
            "a package is not the one that was locked",
        ),
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot "
            "connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication "
            "Required'))': /simple/lxml/\nERROR: No matching distribution found for lxml==6.1.3",
            "the network is behind a proxy",
        ),
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError(SSLCertVerif"
            "icationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))'\n"
            "ERROR: No matching distribution found for lxml==6.1.3",
            "the network shows a certificate that Python does not know",
        ),
        (
            "ERROR: Exception:\nTraceback (most recent call last):\n"
            "pip._vendor.requests.exceptions.JSONDecodeError: Unterminated string: line 1 column 9",
            "the packages cannot be downloaded: connect to the network",
        ),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("error: [Errno 13] Permission denied: '/srv/.venv'", "this folder cannot be written to"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "cannot be had for this Python"),
        (
            "Collecting lxml\nERROR: something new\n",
            "the installation failed: ERROR: something new",
        ),
        ("", "the installation failed: no reason"),
    ],
)
def test_the_reason_of_a_failure_is_one_line(output: str, line: str) -> None:
    reason = system.reason(output)
    assert line in reason
    assert "\n" not in reason


def test_a_command_that_fails_gives_its_reason_without_a_traceback() -> None:
    with pytest.raises(system.Unready, match="the disk is full"):
        system.run(sys.executable, "-c", "raise OSError(28, 'No space left on device')")


def test_what_is_set_for_other_environments_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    system.run(sys.executable, "-c", "import os; assert 'PIP_TARGET' not in os.environ")
