"""What is true of one course: its `mkdocs.yml`, read with the line of every mistake.

Everything particular to a course is there, under `extra: course`, so that another course is another
`mkdocs.yml`, other pages and other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from course.entries import Entry, read_yaml
from course.measures import Pace, Prose, Units, read_pace, read_prose, read_units
from course.problems import Problem, Refused
from course.site_settings import check_site
from course.words import Words

# The signs that the style sheets and pictures can draw, each in a square of 12 units.
SHAPES = {
    "■": "M0 0h12v12H0z",
    "▲": "M6 0l6 12H0z",
    "●": "M6 0a6 6 0 0 1 0 12A6 6 0 0 1 6 0z",
    "◆": "M6 0l6 6-6 6-6-6z",
}

RE_INHERIT = re.compile(r"^INHERIT:[ \t]*[\"']?(?P<file>[^\"'\s]+)", re.MULTILINE)

# What stands under `extra: course`.
OWN = (
    *("name", "release", "activities", "columns", "beyond", "numbered", "verdicts"),
    *("units", "pace", "prose", "pages", "books", "kit", "kinds", "fonts"),
)


@dataclass(frozen=True)
class Activity:
    """Something that a person can do and the course compares.

    Attributes:
        name: how an author names it, as in a rating.
        sign: the sign that stands for it, one of `SHAPES`.
        column: the head of its column in a comparison.
        hue: the number of its hue in the design tokens.
        noun: what readers call it in a sentence; its name, unless the course has another word.
    """

    name: str
    sign: str
    column: str
    hue: int
    noun: str


@dataclass(frozen=True)
class Place:
    """A part of a page: the path of its source below `docs`, and the id of its heading, or none."""

    page: str
    heading: str = ""


@dataclass(frozen=True)
class Books:
    """What the printed editions of the whole course are made of, beside its pages in order.

    Attributes:
        apart: pages, or folders with a slash at the end, that they leave out.
        workbook: what the workbook begins with, and what it ends with.
        reading: the same of the book to read.
        origin: the part whose first paragraph is the imprint's first.
        licence: the part whose paragraphs end the imprint.
    """

    apart: tuple[str, ...] = ()
    workbook: tuple[tuple[Place, ...], tuple[Place, ...]] = ((), ())
    reading: tuple[tuple[Place, ...], tuple[Place, ...]] = ((), ())
    origin: Place | None = None
    licence: Place | None = None


@dataclass(frozen=True)
class Kit:
    """What the trainer's kit is made of, beside the blocks that are for trainers.

    Attributes:
        pages: the folder of the trainer's pages, with a slash at its end.
        start: the parts of the page to begin with.
        evaluation: the parts of the sheets to hand out at the end.
    """

    pages: str = ""
    start: tuple[Place, ...] = ()
    evaluation: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Course:
    """A course.

    Attributes:
        file: its `mkdocs.yml`.
        inherited: the file that this one inherits, if it names one.
        title: its name for readers.
        address: the address that its site will have; nothing, if it has none.
        description: what it is, in a sentence.
        copyright: its licence in a line of HTML.
        name: its name in the store of readers' browsers and in names of files; never changed.
        version: its version.
        released: the day of that version.
        activities: what it compares; none, if it compares nothing.
        columns: the further columns of a comparison, by their head, each with its sign or none.
        beyond: the sign after a criterion that the course adds to what it is made from, and its
            words; each is empty if there is none.
        numbered: words before a number that counts parts of the course and is no figure, such as
            “module 2”.
        verdicts: what can be said of a claim, each with its sign.
        units: its pages that follow one pattern.
        pace: how long its pages take one reader alone.
        group_pace: how long they take a group.
        prose: what the prose of a folder or page is held against; of all others, under `""`.
        glossary: the page of its terms, below `docs`, or nothing; likewise the page of its sources,
            their BibTeX file and the page on which every number is one of research.
        books: what its printed editions are made of.
        kit: what the trainer's kit is made of.
        kinds: Python files with kinds of block of its own.
        fonts: files of fonts for letters that the fonts of the printed editions lack.
        words: the words of its language.
        overrides: the folder of its templates, styles and scripts.
        excluded: what MkDocs builds no page from, as patterns of Git's ignore files.
        unlisted: what need not be in the navigation, as such patterns.
    """

    file: Path
    inherited: tuple[Path, ...]
    title: str
    address: str
    description: str
    copyright: str
    name: str
    version: str
    released: date
    activities: tuple[Activity, ...]
    columns: Mapping[str, str]
    beyond: tuple[str, str]
    numbered: tuple[str, ...]
    verdicts: Mapping[str, str]
    units: Units
    pace: Pace
    group_pace: Pace
    prose: Mapping[str, Prose]
    glossary: str
    sources: str
    bibliography: str
    research: str
    books: Books
    kit: Kit
    kinds: tuple[Path, ...]
    fonts: tuple[Path, ...]
    words: Words
    overrides: Path
    excluded: tuple[str, ...] = ()
    unlisted: str = ""

    @property
    def docs(self) -> Path:
        """The folder of its pages."""
        return self.file.parent / "docs"

    @property
    def made_from(self) -> tuple[Path, ...]:
        """The files and folders that it is made from beside its pages, its `mkdocs.yml` first."""
        return (self.file, *self.inherited, self.overrides, *self.kinds, *self.fonts)

    def activity(self, name: str) -> Activity | None:
        """Return the activity of a name, or none."""
        return next((each for each in self.activities if each.name == name), None)

    def prose_of(self, path: str) -> Prose:
        """Return what the prose of a page is held against, by the path of its source."""
        found = [place for place in self.prose if path == place or is_in(path, place)]
        return self.prose[max(found, key=len)]


def is_in(path: str, folder: str) -> bool:
    """Tell whether a page is in a folder, such as `reference/`; every page is in `""`."""
    return not folder or (folder.endswith("/") and path.startswith(folder))


def read_course(file: Path) -> Course:
    """Return the course of a `mkdocs.yml`.

    Arguments:
        file: the file; it is read again when it or the file of its words has changed.

    Raises:
        Refused: with every mistake in it.
    """
    file = file.resolve()
    words = RE_INHERIT.search(file.read_text("utf-8", "replace"))
    watched = [file, *([file.parent / words["file"]] if words else [])]
    return _read(file, tuple(path.stat().st_mtime_ns for path in watched if path.is_file()))


@cache
def _read(file: Path, changed: tuple[int, ...]) -> Course:
    top = read_yaml(file)
    course = _course(file, top)
    if top.problems:
        raise Refused(*once(sorted(set(top.problems))))
    return course


def forget() -> None:
    """Let the course be read again: a page that it names may be gone since."""
    _read.cache_clear()


def once(problems: list[Problem]) -> Iterator[Problem]:
    """Yield problems, but of a file that is missing the first only, wherever it is named."""
    missing: set[str] = set()
    for problem in problems:
        if problem.missing and problem.missing in missing:
            continue
        missing.add(problem.missing)
        yield problem


def _course(file: Path, top: Entry) -> Course:
    """Return a course as far as it can be read; its mistakes are in `top.problems`."""
    overrides = file.parent / (top.get("theme").get("custom_dir").text() or "overrides")
    check_site(top, file.parent / "docs", overrides)
    own = top.get("extra").get("course").only(*OWN)
    pages = own.get("pages").only("glossary", "sources", "bibliography", "research")
    release = own.get("release").only("version", "date")
    words = top.get("extra").get("words")
    base = top.get("INHERIT").text()
    pace, group_pace = read_pace(own.get("pace"))
    return Course(
        file=file,
        inherited=(file.parent / base,) if base else (),
        title=top.get("site_name").text(required=True),
        address=str(top.get("site_url").value() or ""),
        description=top.get("site_description").text(),
        copyright=top.get("copyright").text(),
        name=own.get("name").id(),
        version=release.get("version").text(required=True),
        released=release.get("date").day(),
        activities=_activities(own.get("activities")),
        columns=_columns(own.get("columns")),
        beyond=_beyond(own.get("beyond")),
        numbered=tuple(each.text(required=True) for each in own.get("numbered").items()),
        verdicts=own.get("verdicts").texts(),
        units=read_units(own.get("units")),
        pace=pace,
        group_pace=group_pace,
        prose=read_prose(own.get("prose")),
        glossary=pages.get("glossary").page(),
        sources=pages.get("sources").page(),
        bibliography=pages.get("bibliography").page(),
        research=pages.get("research").page(),
        books=_books(own.get("books")),
        kit=_kit(own.get("kit")),
        kinds=tuple(each.existing() for each in own.get("kinds").items()),
        fonts=tuple(each.existing() for each in own.get("fonts").items()),
        words=Words(top.get("theme").get("language").text() or "en", words.value() or {}),
        overrides=overrides,
        excluded=tuple(top.get(name).lines() for name in ("exclude_docs", "draft_docs")),
        unlisted=top.get("not_in_nav").lines(),
    )


def _activities(entry: Entry) -> tuple[Activity, ...]:
    for name in ("name", "sign", "column"):
        entry.unique(name)
    return tuple(
        Activity(
            each.only("name", "sign", "column", "noun").get("name").id(),
            each.get("sign").one_of(SHAPES),
            each.get("column").text(required=True),
            number,
            each.get("noun").text() or each.get("name").text(),
        )
        for number, each in enumerate(entry.items(), 1)
    )


def _columns(entry: Entry) -> dict[str, str]:
    entry.unique("head")
    columns = [each.only("head", "sign") for each in entry.items()]
    return {each.get("head").text(required=True): each.get("sign").text() for each in columns}


def _beyond(entry: Entry) -> tuple[str, str]:
    entry.only("sign", "words")
    is_there = entry.node is not None
    return entry.get("sign").text(is_there), entry.get("words").text(is_there)


def _books(entry: Entry) -> Books:
    entry.only("apart", "workbook", "reading", "imprint")

    def ends(name: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        book = entry.get(name).only("begin", "end")
        return _places(book.get("begin")), _places(book.get("end"))

    imprint = entry.get("imprint").only("origin", "licence")
    origin, licence = _places(imprint.get("origin")), _places(imprint.get("licence"))
    return Books(
        apart=tuple(each.place() for each in entry.get("apart").items()),
        workbook=ends("workbook"),
        reading=ends("reading"),
        origin=origin[0] if origin else None,
        licence=licence[0] if licence else None,
    )


def _kit(entry: Entry) -> Kit:
    entry.only("pages", "start", "evaluation")
    start, evaluation = (_places(entry.get(name)) for name in ("start", "evaluation"))
    return Kit(entry.get("pages").place() if entry.node else "", start, evaluation)


def _places(entry: Entry) -> tuple[Place, ...]:
    """Return the places of an entry, one or a list of them, each as `page.md#heading`."""
    found = []
    for each in [entry] if entry.is_text else entry.items():
        page, _, heading = each.page(anchor=True).partition("#")
        found += [Place(page, heading)] if page else []
    return tuple(found)
