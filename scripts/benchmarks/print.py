"""Measures the printed editions: what they cost cold, when nothing changed, and after one word.

All seconds are those of the processor. It needs Linux.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks import CONFIG
from course.commands.build import render as build
from course.print.pdf.typeset import count_pages
from course.settings import read_course

# Where a process that sets a file notes what it cost.
NOTES = "COURSE_BENCH_NOTES"
RUN = "import sys; from benchmarks.print import run_noted; sys.exit(run_noted())"


def main() -> None:
    """Make the editions of a copy of this project a few times, and print the measurements."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        page = copy_of_project(root)
        build_site(root)
        shutil.copytree(root / "site", root / "first")
        cold = measured(root, root / "notes-cold")
        kinds(root / "notes-cold")
        nothing = measured(root)
        shutil.rmtree(root / "site")
        (root / "first").rename(root / "site")
        anew = measured(root)
        text = page.read_text("utf-8")
        page.write_text(f"{text}\nOne more word.\n", "utf-8")
        build_site(root)
        word = measured(root, root / "notes-word")
        kinds(root / "notes-word")
    print(f"\n{'':28}{'files':>6}{'seconds':>9}")
    runs = {"cold": cold, "nothing changed": nothing, "the site built anew": anew, "a word": word}
    for name, (files, seconds) in runs.items():
        print(f"{name:28}{files:>6}{seconds:>9.1f}")


def copy_of_project(root: Path) -> Path:
    """Copy what a site is made of into a folder, and return the longest page of a unit."""
    course = read_course(CONFIG)
    for name in (course.docs.name, course.overrides.name, "scripts/course", ".cache/references"):
        if (CONFIG.parent / name).is_dir():
            shutil.copytree(CONFIG.parent / name, root / name)
    for file in (CONFIG, *course.fonts, *course.kinds):
        copy = root / file.relative_to(CONFIG.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    units = (root / course.docs.name / course.units.folder).glob("*.md")
    return max(units, key=lambda file: file.stat().st_size)


def build_site(root: Path) -> None:
    """Build the site of a copy, without its editions."""
    with chdir(root):
        if not build(root / "site", root / CONFIG.name):
            sys.exit("nothing is measured before the mistakes above are corrected")


def measured(root: Path, notes: Path | None = None) -> tuple[int, float]:
    """Make the editions of a copy, and return how many files were set, and the seconds.

    With `notes`, each process writes there what each file cost; else the command runs as it is.
    """
    if notes:
        notes.mkdir()
    given = {NOTES: str(notes)} if notes else {}
    how = ["-c", RUN] if notes else ["-m", "course"]
    command = [sys.executable, *how, "--config", str(root / CONFIG.name), "print"]
    before = used()
    done = subprocess.run(
        [*command, str(root / "site")], env={**os.environ, **given}, stdout=subprocess.PIPE
    )
    if done.returncode:
        sys.exit("nothing is measured before the mistakes above are corrected")
    return sum(map(int, re.findall(r"Setting (\d+)", done.stdout.decode()))), used() - before


def used() -> float:
    """Return the seconds that all processes took that this one has started and seen the end of."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def run_noted() -> int:
    """Run the command line with each file noted that is set; in a process of its own."""
    from course.__main__ import main as course
    from course.print import make

    vars(make)["render"] = noted
    return course()


def noted(job: Any) -> dict[str, bytes]:
    """Set the files of a layout, and note the cost; in the place of `course.print.jobs.render`."""
    from course.print.jobs import render

    before = time.process_time()
    files = render(job)
    # Of this program alone: what getrusage counts has in it the one that started it.
    status = Path("/proc/self/status").read_text("utf-8")
    cost = {
        "kind": job.edition.document,
        "seconds": time.process_time() - before,
        "files": len(files),
        "pages": sum(map(pages_of, files.items())),
        "bytes": sum(map(len, files.values())),
        "memory": int(status.partition("VmHWM:")[2].split()[0]) * 1024,
    }
    Path(os.environ[NOTES], job.name).write_text(json.dumps(cost), "utf-8")
    return files


def pages_of(file: tuple[str, bytes]) -> int:
    """Return the number of pages of a file that has a name and contents; of no PDF, none."""
    name, data = file
    return count_pages(BytesIO(data)) if name.endswith(".pdf") else 0


def kinds(notes: Path) -> None:
    """Print what each kind of edition cost in a run."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for note in sorted(notes.iterdir()):
        cost = json.loads(note.read_text("utf-8"))
        found[cost["kind"]].append(cost)
    print(f"\n{'':28}{'files':>6}{'seconds':>9}{'pages':>7}{'KB':>7}{'MB':>6}")
    for kind, costs in found.items():
        print(f"{kind:28}{sum(cost['files'] for cost in costs):>6}{''.join(columns(costs))}")


def columns(costs: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the sums of some costs, and the most memory that a process had had by then."""
    yield f"{sum(cost['seconds'] for cost in costs):>9.1f}"
    yield f"{sum(cost['pages'] for cost in costs):>7}"
    yield f"{sum(cost['bytes'] for cost in costs) / 1e3:>7.0f}"
    yield f"{max(cost['memory'] for cost in costs) / 1e6:>6.0f}"


if __name__ == "__main__":
    main()
