"""What to do where the printed editions cannot be made, for want of the libraries that set them."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import warnings

# As the first steps in WeasyPrint's documentation have it.
INSTALLING = {
    "Debian, Ubuntu": "run: sudo apt-get install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "Fedora": "run: sudo dnf install pango",
    "macOS": "install Homebrew, then run: brew install pango",
    "Windows": "install MSYS2, then run in its terminal: pacman -S mingw-w64-ucrt-x86_64-pango; "
    "if it is not in C:\\msys64, set WEASYPRINT_DLL_DIRECTORIES to its folder ucrt64\\bin",
}


def is_available() -> bool:
    """Tell whether all libraries load that WeasyPrint needs to set the same bytes everywhere."""
    try:
        # It prints its own advice, and warns where it goes on without one of them.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from weasyprint.text import ffi
    except OSError:
        return False
    return ffi.harfbuzz_subset is not None


def advice() -> str:
    """Return what is missing and how to install it: a line for this system, or one for each."""
    missing = "no printed editions: the library Pango, which sets them, is missing"
    name = system()
    if name:
        return f"{missing}: {INSTALLING[name]}; then run the same command again"
    lines = [f"  {name}: {line}" for name, line in INSTALLING.items()]
    return "\n".join([f"{missing}: install it, then run the same command again", *lines])


def system() -> str:
    """Return the name of this system, as in the list above, or nothing if it is another."""
    if sys.platform in ("darwin", "win32"):
        return "macOS" if sys.platform == "darwin" else "Windows"
    tools = {"apt-get": "Debian, Ubuntu", "dnf": "Fedora"}
    return next((name for tool, name in tools.items() if shutil.which(tool)), "")
