"""The printed editions: which there are, and what is particular to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from course.model import Unit
from course.settings import Course
from course.words import Words


@dataclass(frozen=True)
class Fit:
    """How much an edition holds that must not be longer than a number of pages.

    Attributes:
        room: the lines to write on for each that an exercise asks for.
        rows: the rows of each comparison; all, if there is no number.
        letters: the size of the letters, if it is not that of the stylesheet.
    """

    room: float = 1
    rows: int | None = None
    letters: str = ""


@dataclass(frozen=True)
class Edition:
    """A printed edition.

    Attributes:
        name: how authors name it in a block `files`.
        document: what it is made of: a function of `course.print.text.documents`, and a template.
        sizes: the sizes of its paper.
        style: its own stylesheet, after the one for all.
        form: whether readers write into fields, on a screen.
        cards: whether comparisons are lists, since the letters are large.
        sides: the most pages that it may have, or none.
        fits: how much it holds; the first with which it fits its sides is taken.
        refers_to: the edition whose pages it names, if any.
        at_start: whether the first page of the course offers it.
        unit: the unit that it is about; its page offers it.
        source: the path of that page's source, below `docs`.
        family: the name of the editions of which each unit has one, such as `sheet`.
        stem: what its files are called, if not by its name.
        kind: the kind of its files, `pdf` or `epub`.
    """

    name: str
    document: str
    sizes: tuple[str, ...] = ("a4", "letter")
    style: str = ""
    form: bool = False
    cards: bool = False
    sides: int | None = None
    fits: tuple[Fit, ...] = (Fit(),)
    refers_to: str = ""
    at_start: bool = False
    unit: Unit | None = None
    source: str = ""
    family: str = ""
    stem: str = ""
    kind: str = "pdf"

    def title(self, words: Words) -> str:
        """Return what it is called on its pages."""
        if self.unit is None:
            return words(f"print.editions.{self.name}")
        title = self.unit.title
        return words("print.in-large-print", title=title) if self.cards else title

    def file(self, size: str) -> str:
        """Return the name of the file for a size of paper, if there are several."""
        return f"{'-'.join(filter(None, (self.stem or self.name, size)))}.{self.kind}"

    @property
    def picture(self) -> str:
        """The name of the picture of its first page."""
        stem = self.file(self.sizes[0]).rpartition(".")[0]
        return f"{stem}.{'png' if self.kind == 'pdf' else 'svg'}"

    def is_offered(self, at_start: bool, source: str) -> bool:
        """Tell whether a page offers it at its head."""
        own = self.unit is not None and self.source == source
        return (self.at_start and at_start) or (own and not self.cards)


@dataclass(frozen=True)
class Layout:
    """One document to make: an edition, and how much it holds.

    `pages` has the page of each place in the edition that this one refers to.
    """

    edition: Edition
    fit: Fit = Fit()
    pages: Mapping[str, int] = field(default_factory=dict)


# Rows that are left out cost less than letters that are hard to read.
ON_ONE_PAGE = tuple(Fit(rows=rows) for rows in (2, 1, 0))
ON_ONE_PAGE += tuple(Fit(rows=0, letters=letters) for letters in ("9.5pt", "8.5pt", "7.5pt"))
ON_A_SHEET = tuple(Fit(tenths / 10) for tenths in range(16, 6, -1))
ON_A_SHEET += (Fit(0.7, letters="10pt"), Fit(0.7, letters="9pt"), Fit(0.5, 2, "9pt"))
ON_A_SHEET += (Fit(0.3, 0, "8pt"),)

# What large print is: letters of 18 points throughout, on as many pages as they take.
LARGE: Any = {"style": "large-print", "cards": True}

WORKBOOK = Edition("workbook", "workbook", at_start=True)
ANSWERS = Edition("answers", "answers", refers_to="workbook")
EDITIONS = (
    WORKBOOK,
    replace(WORKBOOK, name="workbook-fillable", at_start=False, style="fillable", form=True),
    replace(WORKBOOK, name="workbook-large-print", at_start=False, **LARGE),
    ANSWERS,
    replace(ANSWERS, name="answers-large-print", **LARGE),
    Edition("one-page", "one_page", style="one-page", sides=1, fits=ON_ONE_PAGE),
    Edition("one-page-large-print", "one_page", fits=(Fit(rows=2),), **LARGE),
    # One for each unit of the course.
    Edition("sheet", "sheet", style="sheet", sides=2, fits=ON_A_SHEET),
    Edition("sheet-large-print", "sheet", **LARGE),
    Edition("reading", "reading", ("",), refers_to="workbook", kind="epub"),
)


def editions(course: Course, units: Sequence[Unit]) -> list[Edition]:
    """Return every edition of a course: those of the whole, and a sheet for each unit."""
    found: list[Edition] = []
    for each in EDITIONS:
        if each.document == "sheet":
            folder = course.units.folder
            for unit in units:
                source = f"{folder}/{unit.name}.md"
                name = each.name.replace("sheet", f"sheet-{unit.name}", 1)
                own: Any = {"name": name, "unit": unit, "source": source}
                found.append(replace(each, family=each.name, **own))
        else:
            found.append(replace(each, stem=course.name if each.kind == "epub" else ""))
    return found
