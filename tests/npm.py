"""Packages of npm that tests use as data or as the other side of a talk; the site has none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.courses.build import ROOT

# Deno gets them, which is there for the checks of the scripts; it keeps them, and runs none of the
# scripts that would install one.
CACHE = ROOT / ".cache" / "deno"


def package(name: str, version: str) -> Path:
    """Return the folder of a package, or skip the test where it cannot be had."""
    if found := folder(name, version):
        return found
    done = deno("cache", f"npm:{name}@{version}")
    found = folder(name, version)
    if done.returncode != 0 or found is None:
        pytest.skip(f"{name} cannot be had from npm")
    return found


def deno(action: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Let Deno do something."""
    environment = {**os.environ, "DENO_DIR": str(CACHE), "DENO_NO_UPDATE_CHECK": "1"}
    command = [sys.executable, "-m", "deno", action, "--no-config", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT / ".cache", capture_output=True)


def folder(name: str, version: str) -> Path | None:
    """Return the folder of a package that was kept, if it was."""
    return next(CACHE.glob(f"npm/*/{name}/{version}"), None)
