"""Finds Pango for the printed editions, or installs it. It uses the standard library alone."""

import ctypes
import os
import shutil
import sys

import environment

# What WeasyPrint loads. Without the last it makes other bytes.
LIBRARIES = (
    "libgobject-2.0.so.0",
    "libfontconfig.so.1",
    "libharfbuzz.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz-subset.so.0",
)
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
# Homebrew's folders, then those of the system, which are no longer searched once others are named.
FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/usr/lib")


def provide() -> None:
    """Make sure that there is Pango, where this can be done; `course` tells where it cannot."""
    if sys.platform == "darwin":
        # A Python that is not Homebrew's own does not look there.
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", ":".join(FOLDERS))
    elif environment.is_root() and shutil.which("apt-get") and not all(map(loads, LIBRARIES)):
        environment.say("Installing Pango for the printed editions")
        install()


def loads(library: str) -> bool:
    """Tell whether a library of the system can be loaded.

    Arguments:
        library: the name of its file.
    """
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install() -> None:
    """Install the packages of Debian; the site can be built also if that fails."""
    try:
        environment.run_quietly(["apt-get", "update"])
        environment.run_quietly(
            ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]
        )
    except (environment.Unready, OSError) as problem:
        environment.say(f"Pango could not be installed: {problem}")
