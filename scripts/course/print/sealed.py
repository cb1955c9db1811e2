"""Knows that a site has its editions already, before anything is read of it or imported.

To import what makes editions takes longer than to see that there is nothing to make; so there is
nothing here but the standard library.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.settings import Course

CODE = Path(__file__).resolve().parents[1]
# Where it is noted, from the folder of the configuration.
SEAL = ".cache/editions.json"
# What the site has of its own files beside the pages and editions: the hashes of all of them.
LEFT_OUT = {"manifest.json"}
# A line of a configuration that reads from the environment.
RE_GIVEN = re.compile(r"!ENV\b(.*)")


def nothing_to_do(arguments: Sequence[str]) -> bool:
    """Tell whether a command line asks for the editions of a site that has them, and say so."""
    given = list(arguments)
    config = CODE.parents[1] / "mkdocs.yml"
    if given[:1] == ["--config"] and len(given) > 1:
        config = Path(given[1])
        del given[:2]
    if len(given) != 2 or given[0] != "print":
        return False
    if not is_sealed(config.resolve(), Path(given[1]).resolve()):
        return False
    print("The editions are as they were made: nothing has changed", flush=True)
    return True


def seal(site: Path, course: Course) -> None:
    """Note what a site is whose editions are all made and offered, and what they are made with."""
    sources = [str(path) for path in course.made_from]
    noted = {"sources": sources, "state": state_of(site, course.made_from)}
    file = course.file.parent / SEAL
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(noted), "utf-8")


def is_sealed(config: Path, site: Path) -> bool:
    """Tell whether a site is what was noted last, and is made with the same."""
    try:
        noted = json.loads((config.parent / SEAL).read_text("utf-8"))
        sources = [Path(path) for path in noted["sources"]]
        return sources[0] == config and bool(noted["state"] == state_of(site, sources))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return False


def state_of(site: Path, sources: Sequence[Path]) -> str:
    """Return all that the editions of a site depend on, and the site with them, as one hash.

    The first of the sources is the configuration.
    """
    digest = hashlib.sha256(sys.version.encode())
    given = " ".join(RE_GIVEN.findall(sources[0].read_text("utf-8")))
    facts = (f"{name}={os.environ.get(name)}" for name in re.findall(r"\w+", given))
    for name in (*facts, *tools()):
        digest.update(f"{name}\n".encode())
    for root in (site, CODE, *sources):
        for path in files_of(root):
            name = path.relative_to(root).as_posix()
            digest.update(f"{name}\n{path.stat().st_size}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def tools() -> list[str]:
    """Return the packages that are installed, each with its version, as their folders say it."""
    folders = [Path(path) for path in sys.path if path.endswith("-packages")]
    return sorted(path.name for each in folders for path in each.glob("*.dist-info"))


def files_of(root: Path) -> Iterator[Path]:
    """Yield a file, or those of a folder in the order of their paths."""
    if root.is_file():
        yield root
        return
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(set(names) - LEFT_OUT))
