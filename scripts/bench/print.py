#!/usr/bin/env python3
"""Measure the printed editions: pages, bytes, seconds and memory, and how a longer course costs.

Usage: print.py SITE, the folder of a built site. It needs Linux, and the environment of the site.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from course.print.bind import Job, bind
from course.print.book import Book, read_book
from course.print.editions import WORKBOOK, editions
from course.print.make import jobs_for, make_editions
from course.print.typeset import count_pages

ROOT = Path(__file__).resolve().parents[2]
TIMES = (1, 2, 4, 8)
# What names an id in a document.
NAMING = ('id="', 'href="#', 'aria-labelledby="', "url(#")
HEAD = f"{'':28}{'pages':>7}{'KB':>8}{'seconds':>9}{'MB':>7}"


@dataclass(frozen=True)
class Cost:
    """What a file costs.

    Attributes:
        pages: its number of pages, 0 if it has none.
        size: its bytes.
        seconds: the processor's time for it, with that for loading WeasyPrint.
        memory: the most memory that the process had, in bytes.
    """

    pages: int
    size: int
    seconds: float
    memory: int

    def __str__(self) -> str:
        """Return it as columns of a table."""
        kilobytes, megabytes = self.size / 1e3, self.memory / 1e6
        return f"{self.pages or '':>7}{kilobytes:>8.0f}{self.seconds:>9.1f}{megabytes:>7.0f}"


def cost_of(job: Job) -> Cost:
    """Make a file in this process."""
    data = bind(job)
    seconds = time.process_time()
    pages = count_pages(data) if job.edition.kind == "pdf" else 0
    # Of this program alone; that of getrusage counts also the one that started it.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
    return Cost(pages, len(data), seconds, peak)


def cost_apart(job: Job) -> Cost:
    """Make a file in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(cost_of, job).result()


def each(book: Book) -> None:
    """Print the cost of each file."""
    print(HEAD)
    for edition in editions(book):
        for job in jobs_for(edition, book, {}):
            print(f"{job.name:28}{cost_apart(job)}", flush=True)


def together(site: Path) -> None:
    """Print the cost of all files, made side by side as a build makes them.

    Their seconds are those on the clock.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(site, Path(folder) / "site")
        cache = Path(folder) / "cache"
        with Watch() as watch:
            for name in ("all", "all, nothing changed"):
                start = time.perf_counter()
                problems = make_editions(copy, ROOT / "docs", cache)
                if problems:
                    sys.exit("\n".join(problems))
                seconds = time.perf_counter() - start
                size = sum(path.stat().st_size for path in cache.iterdir())
                print(f"{name:28}{Cost(0, size, seconds, watch.peak)}", flush=True)
                watch.peak = 0


class Watch:
    """Watches the memory of this process and of those that it starts, together.

    Attributes:
        peak: the most bytes seen.
    """

    def __init__(self) -> None:
        self.peak = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look)

    def __enter__(self) -> Watch:
        """Start."""
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.over.set()
        self.thread.join()

    def look(self) -> None:
        """Look ten times a second."""
        while not self.over.wait(0.1):
            started = [process.pid for process in multiprocessing.active_children()]
            self.peak = max(self.peak, sum(map(resident, [os.getpid(), *filter(None, started)])))


def resident(process: int) -> int:
    """Return the bytes of memory that a process has now, 0 if it has ended."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def longer(book: Book) -> None:
    """Print the cost of the workbook with the course in it several times."""
    print(f"{HEAD}  growth")
    (document,) = next(jobs_for(WORKBOOK, book, {})).documents
    before = None
    for times in TIMES:
        cost = cost_apart(Job(WORKBOOK, "a4", (repeated(document, times),)))
        print(f"{f'workbook, {times} times':28}{cost}{growth(before, cost)}", flush=True)
        before = cost


def repeated(document: str, times: int) -> str:
    """Return a document with its chapters several times, the ids of each time its own."""
    start, end = document.index('<section class="chapter'), document.index("</body>")
    chapters = document[start:end]
    copies = [chapters]
    for number in range(2, times + 1):
        copy = chapters
        for name in NAMING:
            copy = copy.replace(name, f"{name}t{number}-")
        copies.append(copy)
    return document[:start] + "".join(copies) + document[end:]


def growth(before: Cost | None, now: Cost) -> str:
    """Return by which power of the pages the seconds grow, 1 being in step with them."""
    if before is None:
        return ""
    power = math.log(now.seconds / before.seconds) / math.log(now.pages / before.pages)
    return f"{power:>8.2f}"


def main() -> None:
    """Read a built site and measure its editions."""
    site = Path(sys.argv[1])
    book = read_book(site, ROOT / "docs")
    each(book)
    together(site)
    longer(book)


if __name__ == "__main__":
    main()
