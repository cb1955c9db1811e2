"""Measures what an author waits for: from a word that is saved to the page that has it."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from contextlib import chdir
from pathlib import Path

from benchmarks import CONFIG
from course.commands.worker import Worker
from course.settings import read_course

TIMES = 5


def used(process: int) -> float:
    """Return the seconds of the processor that a process has used so far. It needs Linux."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def build(worker: Worker) -> tuple[float, float, float]:
    """Build, and return the seconds until the site is there: of the clock, and of the processor.

    The last ones are those of the processor until all remarks are made.
    """
    before = used(worker.process.pid) if worker.process else 0.0
    start = time.monotonic()
    answers = worker.build()
    if not next(answers)["built"]:
        raise SystemExit("nothing is measured before the mistakes above are corrected")
    assert worker.process is not None
    waited, worked = time.monotonic() - start, used(worker.process.pid) - before
    for _ in answers:
        pass
    return waited, worked, used(worker.process.pid) - before


def main() -> None:
    """Build once, save a word a few times, and print the measurements."""
    course = read_course(CONFIG)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in (course.docs.name, course.overrides.name, "scripts/course", ".cache"):
            if (CONFIG.parent / name).is_dir():
                shutil.copytree(CONFIG.parent / name, root / name)
        shutil.copy(CONFIG, root / CONFIG.name)
        units = (root / course.docs.name / course.units.folder).glob("*.md")
        page = max(units, key=lambda file: file.stat().st_size)
        text = page.read_text("utf-8")
        worker = Worker()
        with chdir(root):
            print("first: {:.1f} s, {:.1f} s of the processor".format(*build(worker)))
            costs = []
            for number in range(TIMES):
                page.write_text(f"{text}\nWord {number}.\n", "utf-8")
                costs.append(build(worker))
            worker.stop()
    waited, worked, all_ = (statistics.median(each) for each in zip(*costs, strict=True))
    print(f"a word: {waited:.1f} s, {worked:.1f} s of the processor, {all_:.1f} s with remarks")


if __name__ == "__main__":
    main()
