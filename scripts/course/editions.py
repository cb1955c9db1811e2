"""What can be downloaded: the printed editions and the packages, and what is particular to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
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
        edges: whether it reaches to the edges of its paper, so that each size has its own layout.
        style: its own stylesheet, after the one for all.
        base: the stylesheet for all, of which `print` sets pages of a book.
        form_of: the edition whose pages it has, with fields in them to fill in on a screen.
        cards: whether comparisons are lists, since the letters are large.
        sides: the most pages that it may have, or none.
        fits: how much it holds; the first with which it fits its sides is taken.
        refers_to: the edition whose pages it names, if any.
        mirrors: whether it names the pages of every handout too.
        at_start: whether the first page of the course offers it.
        unit: the unit that it is about; its page offers it.
        source: the path of that page's source, below `docs`.
        family: the name of the editions that stand together on a card, such as every `sheet`.
        stem: what its files are called, if not by its name.
        kind: the kind of its files: `pdf`, `epub`, `pptx` or `zip`.
        handout: the handout that it is, by the name that its session gives it.
        session: the session whose slides it has, by the name of its handout; all slides, if empty.
        own_title: what it is called, if not by its unit or by the words of its name.
        pictured: the file whose first page is its picture, if not its own.
        in_kit: whether the trainer's kit has it.
    """

    name: str
    document: str
    sizes: tuple[str, ...] = ("a4", "letter")
    edges: bool = False
    style: str = ""
    base: str = "print"
    form_of: str = ""
    cards: bool = False
    sides: int | None = None
    fits: tuple[Fit, ...] = (Fit(),)
    refers_to: str = ""
    mirrors: bool = False
    at_start: bool = False
    unit: Unit | None = None
    source: str = ""
    family: str = ""
    stem: str = ""
    kind: str = "pdf"
    handout: str = ""
    session: str = ""
    own_title: str = ""
    pictured: str = ""
    in_kit: bool = False

    def title(self, words: Words) -> str:
        """Return what it is called on its pages."""
        if self.unit is None:
            return self.own_title or words(f"print.editions.{self.name}")
        title = self.unit.title
        return words("print.in-large-print", title=title) if self.cards else title

    def label(self, size: str, words: Words) -> str:
        """Return what a link to its file for a size of paper says."""
        return words(f"print.papers.{size}") if size else self.kind.upper()

    def file(self, size: str) -> str:
        """Return the name of the file for a size of paper, if there are several."""
        return f"{'-'.join(filter(None, (self.stem or self.name, size)))}.{self.kind}"

    @property
    def layouts(self) -> list[tuple[str, ...]]:
        """The sizes of paper that are cut from one layout, for each layout."""
        return [(size,) for size in self.sizes] if self.edges else [self.sizes]

    @property
    def picture(self) -> str:
        """The name of the picture of its first page."""
        stem = self.file(self.sizes[0]).rpartition(".")[0]
        return f"{stem}.{'svg' if self.kind == 'epub' else 'png'}"

    def is_offered(self, at_start: bool, source: str) -> bool:
        """Tell whether a page offers it at its head."""
        own = self.unit is not None and self.source == source
        return (self.at_start and at_start) or (own and not self.cards)


@dataclass(frozen=True)
class Layout:
    """One document to make: an edition, and how much it holds.

    `pages` has the page of each place in the edition that this one refers to, and `sheets` those of
    each handout, by its name.
    """

    edition: Edition
    fit: Fit = Fit()
    pages: Mapping[str, int] = field(default_factory=dict)
    sheets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Handout:
    """What the participants of a session get: its name, the session's title, and its page.

    `sides` is the most that it may have; `source` is the path of the page below `docs`.
    """

    name: str
    title: str
    source: str
    sides: int | None = None


# Rows that are left out cost less than letters that are hard to read.
ON_ONE_PAGE: tuple[Fit, ...] = (Fit(rows=2), Fit(rows=2, letters="10pt"), Fit(rows=1), Fit(rows=0))
ON_ONE_PAGE += tuple(Fit(rows=0, letters=letters) for letters in ("9.5pt", "8.5pt", "7.5pt"))
ON_A_SHEET = tuple(Fit(tenths / 10) for tenths in range(16, 6, -1))
ON_A_SHEET += (Fit(0.7, letters="10pt"), Fit(0.7, letters="9pt"), Fit(0.5, 2, "9pt"))
ON_A_SHEET += (Fit(0.3, 0, "8pt"),)

ON_A_SIDE = tuple(Fit(letters=letters) for letters in ("", "10pt", "9pt"))
ON_ITS_SIDES = tuple(Fit(tenths / 10) for tenths in (16, 13, 11, 10, 9, 8, 7, 6))

SLIDES = Edition("slides", "slides_notes", ("",), base="plain", family="slides", in_kit=True)
DECKS = (
    replace(SLIDES, name="slides-show", document="slides", style="slides", stem="slides"),
    replace(SLIDES, name="slides-notes", style="notes"),
    replace(SLIDES, name="slides-pptx", stem="slides", kind="pptx", pictured="slides.pdf"),
)
# What a trainer needs for a session; `course.print.kit` makes it.
KIT = (
    # One for each session that has one.
    Edition("handout", "handout", style="handout", fits=ON_ITS_SIDES, in_kit=True),
    Edition(
        "facilitator", "facilitator", style="guide", refers_to="workbook", mirrors=True, in_kit=True
    ),
    Edition("cards", "cards", style="cards", base="plain", edges=True, in_kit=True),
    *DECKS,
    Edition("evaluation", "evaluation", style="evaluation", in_kit=True),
    Edition("wall-sign", "wall_sign", style="wall", base="plain", edges=True, in_kit=True),
    Edition("start-here", "start", ("",), style="start", sides=1, fits=ON_A_SIDE, in_kit=True),
    Edition("trainer-kit", "", ("",), kind="zip", pictured="start-here.pdf"),
)

# What large print is: letters of 18 points throughout, on as many pages as they take.
LARGE: Any = {"style": "large-print", "cards": True, "in_kit": False}

WORKBOOK = Edition("workbook", "workbook", at_start=True)
ANSWERS = Edition("answers", "answers", refers_to="workbook", in_kit=True)
EDITIONS = (
    WORKBOOK,
    replace(WORKBOOK, name="workbook-fillable", at_start=False, form_of="workbook"),
    replace(WORKBOOK, name="workbook-large-print", at_start=False, **LARGE),
    ANSWERS,
    replace(ANSWERS, name="answers-large-print", **LARGE),
    Edition("one-page", "one_page", style="one-page", sides=1, fits=ON_ONE_PAGE, in_kit=True),
    Edition("one-page-large-print", "one_page", fits=(Fit(rows=2),), **LARGE),
    # One for each unit of the course.
    Edition("sheet", "sheet", style="sheet", sides=2, fits=ON_A_SHEET, in_kit=True),
    Edition("sheet-large-print", "sheet", **LARGE),
    Edition("reading", "reading", ("",), refers_to="workbook", kind="epub"),
    *KIT,
)

# The same for each session that has a handout.
DECKS_OF_SESSIONS = tuple(replace(deck, family="slides-of-sessions") for deck in DECKS)

# Of these there is one for each unit or session of a course.
GROUPS = ("sheet-", "handout-")
# How authors name them: several that belong together have one name.
NAMES = list(dict.fromkeys(each.family or each.name for each in (*EDITIONS, *DECKS_OF_SESSIONS)))
# What else authors name so; `course.pack` makes it.
OFFLINE, SCORM_12, SCORM_2004, ANKI = "offline", "scorm12", "scorm2004", "anki"
PACKAGES = (OFFLINE, SCORM_12, SCORM_2004, ANKI)


def editions(
    course: Course, units: Sequence[Unit], handouts: Sequence[Handout] = ()
) -> list[Edition]:
    """Return every edition of a course: of the whole, of each unit, and of each session."""
    found: list[Edition] = []
    for each in EDITIONS:
        if each.document == "handout":
            for handout in handouts:
                found.append(
                    replace(
                        each,
                        name=f"{each.name}-{handout.name}",
                        family=each.name,
                        handout=handout.name,
                        own_title=handout.title,
                        source=handout.source,
                        sides=handout.sides,
                    )
                )
        elif each.document == "sheet":
            folder = course.units.folder
            for unit in units:
                source = f"{folder}/{unit.name}.md"
                name = each.name.replace("sheet", f"sheet-{unit.name}", 1)
                own: Any = {"name": name, "unit": unit, "source": source}
                found.append(replace(each, family=each.name, **own))
        else:
            found.append(replace(each, stem=course.name) if each.kind == "epub" else each)
    decks = product(handouts, DECKS_OF_SESSIONS)
    return [*found, *(for_session(deck, handout, course.words) for handout, deck in decks)]


def for_session(deck: Edition, handout: Handout, words: Words) -> Edition:
    """Return a deck with the slides of one session, which is named by its handout."""
    name, session = f"{deck.name}-{handout.name}", handout.title
    title = words(
        "print.for-session", edition=words(f"print.editions.{deck.name}"), session=session
    )
    own: Any = {"name": name, "session": handout.name, "own_title": title, "source": handout.source}
    if deck.stem:
        own["stem"] = f"{deck.stem}-{handout.name}"
    if deck.pictured:
        own["pictured"] = f"{own['stem']}.pdf"
    return replace(deck, **own)


def package(name: str, course: Course) -> Edition:
    """Return a package as what a page offers: an edition with one file and no picture.

    Arguments:
        name: how authors name it in a block `files`.
        course: the course.
    """
    if name == ANKI:
        return Edition(name, "", ("",), stem=course.name, kind="apkg")
    return Edition(name, "", ("",), stem=f"{course.name}-{name}", kind="zip")
