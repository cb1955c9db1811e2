"""What every file of a site has, as one hash each, so that a copy of the site can be checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from course.files import write_file
from course.problems import Problem

MANIFEST = "manifest.json"
ANEW = "build it again, or copy it again"


def hashes(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a site by its path, but for the manifest itself."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    names = {path.relative_to(site).as_posix(): path for path in files}
    names.pop(MANIFEST, None)
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in names.items()}


def write_manifest(site: Path) -> None:
    """Note what every file of a site has."""
    write_file(site / MANIFEST, json.dumps({"sha256": hashes(site)}, indent=1) + "\n")


def check_manifest(site: Path) -> Iterator[Problem]:
    """Yield a problem for each file that is missing, was added, or is not as it was made."""
    try:
        noted = dict(json.loads((site / MANIFEST).read_text("utf-8"))["sha256"])
    except FileNotFoundError:
        yield Problem(f"{site.name}/{MANIFEST}", 1, "there is none", "build the site again")
        return
    except (ValueError, KeyError, TypeError):
        yield Problem(f"{site.name}/{MANIFEST}", 1, "it is no list of files", ANEW)
        return
    found = hashes(site)
    for name in sorted(noted.keys() | found.keys()):
        if name not in found:
            yield Problem(f"{site.name}/{name}", 1, "the file is missing", ANEW)
        elif name not in noted:
            yield Problem(f"{site.name}/{name}", 1, "the file is not one of the site", "remove it")
        elif noted[name] != found[name]:
            yield Problem(f"{site.name}/{name}", 1, "the file is not as it was made", ANEW)
