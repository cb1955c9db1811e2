"""Makes the printed editions of a built site, and offers them on its pages."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from course.print.bind import Job, bind
from course.print.book import Book, IncompletePage, read_book
from course.print.combine import Order
from course.print.downloads import offer, unknown_names
from course.print.editions import Edition, editions
from course.print.typeset import NotTypeset, pages_of_anchors
from course.problems import Problem


def make_editions(site: Path, docs: Path, cache: Path) -> list[str]:
    """Make every edition of a built and finished site into its folder `downloads`.

    An edition is taken from the cache if its document, the code and the tools are the same.

    Arguments:
        site: the folder of the site; its pages are changed to offer the editions.
        docs: the folder of the Markdown sources, which messages name.
        cache: the folder that keeps what was made before.

    Returns:
        What is wrong, a line each. If there is anything, the site is as it was.
    """
    start = time.monotonic()
    book = read_book(site, docs)
    wanted = editions(book)
    problems = [*unreleased(book), *unknown_names(site, docs, wanted)]
    if problems:
        return problems
    cache.mkdir(parents=True, exist_ok=True)
    made: dict[str, Path] = {}
    waves = [[e for e in wanted if not e.refers_to], [e for e in wanted if e.refers_to]]
    for wave in waves:
        try:
            jobs = [job for edition in wave for job in jobs_for(edition, book, made)]
        except IncompletePage as problem:
            return [str(problem)]
        problems += run(jobs, cache, made)
        if problems:
            return problems
    for file in set(cache.iterdir()) - set(made.values()):
        file.unlink()
    downloads = site / "downloads"
    downloads.mkdir(exist_ok=True)
    for name, stored in made.items():
        write(downloads / name, stored.read_bytes())
    offer(site, docs, wanted)
    print(f"Made {len(made)} editions in {time.monotonic() - start:.1f} seconds", flush=True)
    return []


def unreleased(book: Book) -> list[str]:
    """Return what the course does not say of its release, a line each."""
    try:
        date.fromisoformat(book.date)
    except ValueError:
        what = f'the release has the date "{book.date}"'
        remedy = "under extra: release: date, write one such as 2026-11-23"
        return [str(Problem("mkdocs.yml", 1, what, remedy))]
    return []


def jobs_for(edition: Edition, book: Book, made: Mapping[str, Path]) -> Iterator[Job]:
    """Yield what is to be made of an edition, on each size of paper.

    Arguments:
        edition: the edition.
        book: the course.
        made: the files of the editions that it may refer to, by name.
    """
    for size in edition.sizes:
        other = f"{edition.refers_to}-{size}.pdf"
        pages = pages_of_anchors(made[other]) if other in made else {}
        orders = [Order(edition, size, pages, room) for room in edition.rooms]
        yield Job(edition, size, tuple(edition.make(book, order) for order in orders))


def run(jobs: list[Job], cache: Path, made: dict[str, Path]) -> list[str]:
    """Make files side by side, one a processor.

    Arguments:
        jobs: what to make.
        cache: the folder for the files; what is there is not made again.
        made: receives the file of each name.

    Returns:
        What is wrong, a line each.
    """
    stale: dict[Job, Path] = {}
    for job in jobs:
        stored = made[job.name] = cache / f"{job.key}-{job.name}"
        if not stored.exists():
            stale[job] = stored
    if not stale:
        return []
    print(f"Setting {len(stale)} file{'s' if len(stale) > 1 else ''}", flush=True)
    problems = []
    # WeasyPrint's libraries are not made to be copied into a process with threads.
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        futures = {pool.submit(bind, job): job for job in stale}
        for number, future in enumerate(as_completed(futures), 1):
            job = futures[future]
            try:
                write(stale[job], future.result())
            except NotTypeset as problem:
                problems += [f"{job.name}: {line}" for line in str(problem).splitlines()]
            else:
                print(f"{number} of {len(stale)}: {job.name}", flush=True)
    return problems


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    os.replace(new, path)
