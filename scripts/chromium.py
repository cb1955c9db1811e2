"""Finds the browser for the tests, or installs one. It uses the standard library alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)


def of_the_system() -> str | None:
    """Return the path of an installed Chromium or Chrome that starts, if there is one."""
    for path in (*map(shutil.which, NAMES), *PLACES):
        if path and Path(path).exists() and starts(path):
            return path
    return None


def starts(path: str) -> bool:
    """Tell whether a browser answers: some systems have a mere pointer to a shop by its name."""
    if sys.platform == "win32":
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def of_playwright(python: Path) -> bool:
    """Tell whether Playwright has installed a browser of its own.

    Arguments:
        python: the Python of the environment that Playwright is in.
    """
    code = (
        "import os, playwright.sync_api as p\n"
        "with p.sync_playwright() as it: exit(not os.path.exists(it.chromium.executable_path))"
    )
    return subprocess.run([python, "-c", code], capture_output=True).returncode == 0


def provide(python: Path) -> None:
    """Make sure that there is a browser, or end with one line that says how to get one.

    Arguments:
        python: the Python of the environment that Playwright is in.
    """
    if of_the_system() or of_playwright(python):
        return
    environment.say("Installing the browser Chromium for the tests")
    if environment.is_root() and shutil.which("apt-get"):
        variables = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *command], env=variables, capture_output=True)
        if of_the_system():
            return
    subprocess.run([python, "-m", "playwright", "install", "chromium"], capture_output=True)
    if not of_playwright(python):
        sys.exit(
            "no browser for the tests: install Chromium or Chrome, "
            f"or run: {os.path.relpath(python)} -m playwright install --with-deps chromium"
        )
