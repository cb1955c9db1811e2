"""Makes the printed editions of a built site, and offers them on its pages."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from course.editions import Edition, Layout, editions
from course.files import write_file
from course.print.downloads import FOLDER, offer
from course.print.faults import told
from course.print.jobs import Job, render
from course.print.kit.documents import document
from course.print.kit.handout import handouts, pages_of_handouts
from course.print.kit.trainer_kit import trainer_kit
from course.print.pdf.fonts import check_characters, check_fonts
from course.print.pdf.placement import Fault, Misplaced
from course.print.pdf.typeset import pages_of_anchors
from course.print.pictures import check_pictures
from course.print.text.book import Book, read_book
from course.print.thumbnails import thumbnail
from course.problems import Problem, Refused
from course.rules.material import Material
from course.rules.registry import examine
from course.settings import Course

# What the pages must satisfy so that editions can be made of them.
RULES = (check_fonts, check_characters, check_pictures)
# The file of each name.
Files = dict[str, Path]
# A layout, and what became of it.
Rendered = tuple[Job, Future[dict[str, bytes]]]


def make_editions(site: Path, course: Course, cache: Path) -> list[Problem]:
    """Make every edition of a built and finished site into its folder `downloads`.

    An edition is taken from the cache if its document, the code and the tools are the same. One
    that cannot be made keeps no other from being made.

    Returns:
        What is wrong, and why editions are missing.
    """
    start = time.monotonic()
    book = read_book(site, course)
    wanted = editions(course, book.units, handouts(book))
    cache.mkdir(parents=True, exist_ok=True)
    made: Files = {}
    problems = examine(RULES, Material(course, book.pages, site)).problems
    # An edition that names the pages of another one waits for it.
    for group in (False, True):
        found = make([each for each in wanted if bool(each.refers_to) is group], book, cache, made)
        known = {(each.file, each.line) for each in problems}
        # What the rules told is why editions are not made.
        problems += [each for each in found if (each.file, each.line) not in known]
    made.update(trainer_kit(wanted, course, cache, made))
    number = len(made)
    draw(wanted, made)
    if not problems:
        for file in set(cache.iterdir()) - set(made.values()):
            file.unlink()
    whole = [each for each in wanted if all(each.file(size) in made for size in each.sizes)]
    put_into(site / FOLDER, wanted, whole, made)
    offer(site, course, whole)
    print(f"Made {number} editions in {time.monotonic() - start:.1f} seconds", flush=True)
    return sorted(set(problems))


def make(wanted: Sequence[Edition], book: Book, cache: Path, made: Files) -> list[Problem]:
    """Make editions, put their files into `made`, and return why some are not made."""
    jobs: list[Job] = []
    problems: list[Problem] = []
    forms = {edition.form_of: edition for edition in wanted}
    for edition in wanted:
        if edition.kind == "zip" or edition.form_of:
            continue
        try:
            jobs += list(jobs_for(edition, book, made, forms.get(edition.name)))
        except Refused as refused:
            problems += refused.problems
        except Exception as error:
            problems += unforeseen(Job(edition, edition.sizes, "", book.course), error)
    return problems + run(jobs, book, cache, made)


def jobs_for(
    edition: Edition, book: Book, made: Files, form: Edition | None = None
) -> Iterator[Job]:
    """Yield each layout that is to be made of an edition; nothing, if it is empty."""
    # Its pages are the same on each paper.
    other = f"{edition.refers_to}-{Edition.sizes[0]}.pdf"
    pages = pages_of_anchors(made[other]) if other in made else {}
    sheets = pages_of_handouts(made) if edition.mirrors else {}
    text = document(book, Layout(edition, edition.fits[0], pages, sheets))
    for sizes in edition.layouts if text else ():
        yield Job(edition, sizes, text, book.course, form, book.site, book.state)


def run(jobs: list[Job], book: Book, cache: Path, made: Files) -> list[Problem]:
    """Make files side by side, one a processor, put them into `made`, and return why some are not.

    What is in the folder `cache` is not made again.
    """
    stored = {name: cache / f"{job.key}-{name}" for job in jobs for name in job.files}
    made.update({name: path for name, path in stored.items() if path.exists()})
    stale = [job for job in jobs if not made.keys() >= job.files.keys()]
    if not stale:
        return []
    number = sum(len(job.files) for job in stale)
    print(f"Setting {number} file{'s' if number > 1 else ''}", flush=True)
    problems: list[Problem] = []
    faults: dict[str, list[Fault]] = {}
    done = 0
    for job, future in rendered(stale):
        done += len(job.files)
        try:
            files = future.result()
        except Refused as refused:
            problems += refused.problems
        except Misplaced as misplaced:
            faults[job.name] = misplaced.faults
        except Exception as error:
            problems += unforeseen(job, error)
        else:
            for name, data in files.items():
                write_file(stored[name], data)
                made[name] = stored[name]
            print(f"{done} of {number}: {', '.join(files)}", flush=True)
    return [*problems, *told(faults, book)]


def rendered(jobs: Sequence[Job]) -> Iterator[Rendered]:
    """Render layouts side by side, one a processor, and yield each with what became of it.

    A process that the system ends, mostly for want of memory, ends the others too. So what was not
    ready by then gets a process to itself.
    """
    lost = []
    for job, future in side_by_side(jobs, min(len(jobs), os.cpu_count() or 1)):
        if isinstance(future.exception(), BrokenProcessPool):
            lost.append(job)
        else:
            yield job, future
    for job in lost:
        yield from side_by_side([job], 1)


def side_by_side(jobs: Sequence[Job], number: int) -> Iterator[Rendered]:
    """Render layouts in a number of processes, and yield each when it is ready or has failed."""
    # WeasyPrint's libraries are not made to be copied into a process with threads.
    with ProcessPoolExecutor(number, get_context("spawn")) as pool:
        futures = {pool.submit(render, job): job for job in jobs}
        for future in as_completed(futures):
            yield futures[future], future


def unforeseen(job: Job, error: Exception) -> Sequence[Problem]:
    """Return why a layout is not made, where that is no mistake of the author."""
    what, remedy = repr(error), "report it with these words"
    if isinstance(error, BrokenProcessPool):
        what = "its process was ended"
        remedy = "close other programs, since memory may be short, and build again"
    return job.refused(remedy, what).problems


def draw(wanted: Sequence[Edition], made: Files) -> None:
    """Put a picture of each edition into `made`; it is kept beside the file that it is of."""
    for edition in wanted:
        file = made.get(edition.file(edition.sizes[0]))
        file = file and made.get(edition.pictured, file)
        if file is not None:
            picture = file.with_suffix(Path(edition.picture).suffix)
            if not picture.exists():
                write_file(picture, thumbnail(file))
            made[edition.picture] = picture


def put_into(
    folder: Path, wanted: Sequence[Edition], whole: Sequence[Edition], made: Files
) -> None:
    """Put files and pictures of whole editions into a folder.

    What an earlier run left of others is removed.
    """
    folder.mkdir(exist_ok=True)
    kept = {name for edition in whole for name in names_of(edition)}
    for name in sorted({name for edition in wanted for name in names_of(edition)}):
        if name in kept:
            write_file(folder / name, made[name].read_bytes())
        else:
            (folder / name).unlink(missing_ok=True)


def names_of(edition: Edition) -> list[str]:
    """Return the names of the files of an edition, and of its picture."""
    return [*map(edition.file, edition.sizes), edition.picture]
