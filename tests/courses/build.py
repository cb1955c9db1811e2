"""Lays out and builds courses for the tests, each once in a run, however many processes test."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path

from course.commands.build import render
from course.settings import Course, read_course
from course.site.page import Page, read_pages

ROOT = Path(__file__).resolve().parents[2]
# A course of two units about something else, in German.
BALCONY = Path(__file__).with_name("balcony")
# What was made of a course before is not made again, in this run or the next.
CACHE = ROOT / ".cache" / "editions-of-tests"
# What every course has beside its own files, which take the place of those of the same path.
ENGINE = ("overrides", "scripts/course/hook.py")

# A part of a course: a folder of files, or their texts by their path.
Layer = Path | Mapping[str, str]


@dataclass(frozen=True)
class Built:
    """A course whose site was built; a course with mistakes has none.

    Attributes:
        root: the folder of the course.
        site: the folder of its site.
        messages: what its author was told, a line each.
    """

    root: Path
    site: Path
    messages: list[str]

    @property
    def course(self) -> Course:
        """What is true of it."""
        return read_course(self.root / "mkdocs.yml")

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages of its site by their address, such as `dimensions/focus/`."""
        return {page.folder: page for page in read_pages(self.site, self.root / "docs")}


class Courses:
    """Makes courses.

    Arguments:
        folder: a folder that all processes of the run share.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lay_out(self, name: str, *layers: Layer) -> Path:
        """Return the folder of a course: the engine's templates, styles and scripts, and layers."""

        def make(root: Path) -> None:
            add_engine(root)
            for layer in layers:
                add_layer(root, layer)

        return once(self.folder / name, make)

    def build(self, name: str, *layers: Layer) -> Built:
        """Return a course of the layers with its site."""
        root = self.lay_out(name, *layers)
        return noted(root, "site", lambda site: render(site, root / "mkdocs.yml"))

    def print(self, name: str, *layers: Layer) -> Built:
        """Return a course of the layers with its site and its printed editions."""
        built = self.build(name, *layers)

        def make(site: Path) -> None:
            shutil.copytree(built.site, site)
            print_editions(site, built.course, CACHE / name)

        return noted(built.root, "printed", make)


def add_engine(root: Path) -> None:
    """Copy what every course has."""
    for name in ENGINE:
        add = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        add(ROOT / name, root / name)


def add_layer(root: Path, layer: Layer) -> None:
    """Add files to a course, in the place of others of the same path."""
    if isinstance(layer, Path):
        shutil.copytree(layer, root, dirs_exist_ok=True)
        return
    for name, text in layer.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def print_editions(site: Path, course: Course, cache: Path) -> None:
    """Make the printed editions of a site, and print what is wrong."""
    # Loaded here, since most tests need nothing of what sets PDFs.
    from course.commands.report import report
    from course.print.make import make_editions

    report(make_editions(site, course, cache))


def noted(root: Path, name: str, make: Callable[[Path], object]) -> Built:
    """Return a course whose site is made in a folder of this name, with what is said meanwhile."""
    notes = root / f"{name}.txt"

    def noting(folder: Path) -> None:
        said = StringIO()
        with chdir(root), redirect_stderr(said), redirect_stdout(StringIO()):
            make(folder)
        folder.mkdir(exist_ok=True)
        notes.write_text(said.getvalue(), "utf-8")

    site = once(root / name, noting)
    return Built(root, site, notes.read_text("utf-8").splitlines())


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return a folder; the first process that asks for it makes it, and the others wait."""
    with alone(folder.with_name(f"{folder.name}.lock")):
        if not folder.exists():
            new = folder.with_name(f"{folder.name}.new")
            shutil.rmtree(new, ignore_errors=True)
            make(new)
            new.rename(folder)
    return folder


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other process has a lock, and hold it meanwhile."""
    while True:
        try:
            lock.mkdir(parents=True)
            break
        except FileExistsError:
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.rmdir()
