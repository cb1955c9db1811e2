"""What is said where the printed editions cannot be made."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from course.print.pdf import unavailable


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


@pytest.mark.print
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
        "from course.print.pdf.unavailable import is_available\n"
        "print(is_available())\n"
    )
    result = subprocess.run([sys.executable, "-c", code, hidden], capture_output=True, text=True)
    assert result.stdout == f"{available}\n"
    assert result.stderr == ""
