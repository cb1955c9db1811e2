"""What the commands need of the system: a recent Python, its venv module, Pango, a browser.

It runs before anything is installed: it uses the standard library alone, and its syntax stays
that of Python 3.6, so that an older Python too can say what it lacks.
"""

import os
import re
import shutil
import subprocess
import sys
from ctypes.util import find_library
from importlib.util import find_spec

# Before anything below, whose annotations an older Python could not evaluate.
if sys.version_info < (3, 11, 5):
    found = "{}.{}.{}".format(*sys.version_info)
    remedy = "install a newer one, then run the same command with it: python3.13 scripts/serve"
    sys.exit("needs Python 3.11.5 or newer, this is " + found + ": " + remedy)

# What pip, venv and apt-get print, what it means, and what to do.
REASONS = {
    "No space left|not enough space": "the disk is full: free about 1 GB, then try again",
    "DO NOT MATCH THE HASHES": "a package is not the one that was locked: try again, or report it",
    "407|Proxy Auth|ProxyError|Cannot connect to proxy": (
        "the network is behind a proxy that does not let this through: "
        "set HTTPS_PROXY to its address, with name and password if it asks, then try again"
    ),
    "CERTIFICATE_VERIFY_FAILED|certificate verify failed": (
        "the network shows a certificate that Python does not know, as in some companies: "
        "set PIP_CERT to the file of your company's certificate, then try again"
    ),
    "JSONDecodeError|Connection|Temporary failure|timed out|Incomplete|SSLError|Failed to fetch": (
        "the packages cannot be downloaded: connect to the network, then try again"
    ),
    "denied|Read-only": "this folder cannot be written to: copy the project to one of your own",
    "No matching distribution|Requires-Python": (
        "a package cannot be had for this Python on this machine: use another, such as Python 3.13"
    ),
}


class Unready(Exception):
    """Something cannot be installed; the message says why and what to do, on one line."""


def reason(output: str) -> str:
    """Turn what a failed installation printed into one line for the reader."""
    for pattern, message in REASONS.items():
        if re.search(pattern, output):
            return message
    return f"the installation failed: {output.strip().rpartition(chr(10))[2] or 'no reason'}"


def run(*command: str) -> None:
    """Run a command that installs; what it prints is kept, as the reason if it fails."""
    # Settings that are meant for other environments would break this one.
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    variables = {name: value for name, value in os.environ.items() if name not in unwanted}
    variables["DEBIAN_FRONTEND"] = "noninteractive"
    done = subprocess.run(
        command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, close_fds=False
    )
    if done.returncode != 0:
        raise Unready(reason((done.stdout + done.stderr).decode(errors="replace")))


def provide(what: str, packages: list[str], otherwise: str) -> None:
    """Install packages of Debian as root, and print the command first; or raise with a remedy."""
    if not shutil.which("apt-get"):
        raise Unready(f"{what} is missing: {otherwise}")
    if os.geteuid() != 0:
        raise Unready(f"{what} is missing: run: sudo apt-get install {' '.join(packages)}")
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    print(f"{what} is missing; running as root: {' '.join(command)}", flush=True)
    try:
        run("apt-get", "update")
        run(*command)
    except Unready as problem:
        raise Unready(f"{what} is missing: {problem}; or {otherwise}") from None


def provide_venv() -> None:
    """Make sure that Python can make environments: Debian keeps a part of that in a package."""
    if not find_spec("ensurepip"):
        package = "python{}.{}-venv".format(*sys.version_info)
        provide("Python's venv module", [package], "install Python whole, from python.org")


def provide_pango() -> None:
    """Make sure that there is Pango; where it is missing, the site can still be built."""
    # Without the second, WeasyPrint makes other bytes.
    missing = not (find_library("pangoft2-1.0") and find_library("harfbuzz-subset"))
    if sys.platform == "darwin":
        # Homebrew's folder first, where a Python that is not Homebrew's own does not look.
        folders = "/opt/homebrew/lib:/usr/local/lib:/usr/lib"
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", folders)
    elif sys.platform == "linux" and missing:
        packages = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
        try:
            provide("Pango, for the printed editions,", packages, "install it as README.md says")
        except Unready as problem:
            print(problem, flush=True)


def find_browser() -> str | None:
    """Return the path of a Chromium that starts."""
    return find_program("chromium", "chromium-browser", "google-chrome", "chrome")


def find_firefox() -> str | None:
    """Return the path of a Firefox that starts."""
    return find_program("firefox-esr", "firefox")


def find_program(*names: str) -> str | None:
    """Return the path of the first program that starts: some are a pointer to a shop."""
    for path in map(shutil.which, names):
        if path and subprocess.run([path, "--version"], capture_output=True).returncode == 0:
            return path
    return None


def provide_browser(python: str) -> None:
    """Make sure that there is a browser: the system's, or one that Playwright has installed."""
    find = "with p.sync_playwright() as it: open(it.chromium.executable_path)"
    code = [python, "-c", f"import playwright.sync_api as p\n{find}"]
    if not find_browser() and subprocess.run(code, capture_output=True).returncode != 0:
        command = f"{os.path.relpath(python)} -m playwright install --with-deps chromium"
        provide("Chromium, for the tests,", ["chromium"], f"run: {command}")


def provide_firefox() -> None:
    """Make sure that there is a Firefox; where it is missing, its tests are skipped."""
    if not find_firefox():
        try:
            provide(
                "Firefox, for some of the tests,", ["firefox-esr"], "install it from mozilla.org"
            )
        except Unready as problem:
            print(problem, flush=True)
