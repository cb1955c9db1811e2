"""Measures the printed editions: pages, bytes, seconds and memory of each. It needs Linux."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path

from benchmarks import CONFIG, built_site
from course.print.editions import editions
from course.print.jobs import Job, render
from course.print.make import jobs_for
from course.print.pdf.typeset import count_pages
from course.print.text.book import read_book
from course.settings import read_course


def cost_of(job: Job) -> str:
    """Make a file in this process, and return what it cost as columns of a table."""
    data = render(job)
    seconds = time.process_time()
    pages = count_pages(BytesIO(data)) if job.edition.kind == "pdf" else ""
    # Of this program alone: what getrusage counts has in it the one that started it.
    status = Path("/proc/self/status").read_text("utf-8")
    megabytes = int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6
    return f"{pages:>7}{len(data) / 1e3:>8.0f}{seconds:>9.1f}{megabytes:>7.0f}"


def main() -> None:
    """Make each file in a process of its own, and print the measurements."""
    with built_site() as site:
        book = read_book(site, read_course(CONFIG))
        print(f"{'':32}{'pages':>7}{'KB':>8}{'seconds':>9}{'MB':>7}")
        for edition in editions(book.course, book.units):
            for job in jobs_for(edition, book, {}):
                with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                    print(f"{job.name:32}{pool.submit(cost_of, job).result()}", flush=True)


if __name__ == "__main__":
    main()
