"""Renders an edition: lays it out once, and cuts it to each size of its paper."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from lxml.html import document_fromstring

from course.editions import Edition, Layout
from course.print.epub.package import write_epub
from course.print.kit.documents import document
from course.print.kit.pptx import write_slides
from course.print.papers import PAPERS, Size, cut
from course.print.pdf import fonts
from course.print.pdf.fetching import NotTypeset
from course.print.pdf.placement import Fault, Misplaced
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import TooLong, typeset
from course.print.sealed import CODE, files_of
from course.print.text.book import Book, read_book
from course.print.tokens import tokens_file
from course.problems import Problem, Refused
from course.settings import Course

HERE = Path(__file__).parent
# What the bytes of an edition and its picture depend on, beside its document and all code.
TOOLS = (
    *("weasyprint", "pikepdf", "pydyf", "fonttools", "tinyhtml5", "lxml"),
    *("pypdfium2", "pillow", "python-pptx"),
)


class File(NamedTuple):
    """A file of a layout: which of its drawings it is of, and its paper if it is cut to one."""

    drawing: int
    paper: Size | None


@dataclass(frozen=True)
class Job:
    """A layout to be made of an edition.

    Attributes:
        edition: the edition.
        sizes: the sizes of paper that it is cut to.
        form: the edition that has the same pages with fields in them, if there is one.
        document: its document as the first of its fits makes it, which holds all that the others
            hold; so it stands for all of them.
        course: the course.
        site: the folder of the site, where the pictures are.
        state: what the pages of the site are, as a hash, for who reads them again.
    """

    edition: Edition
    sizes: tuple[str, ...]
    document: str
    course: Course = field(compare=False)
    form: Edition | None = None
    site: Path = field(default=Path(), compare=False)
    state: str = field(default="", compare=False)

    @property
    def files(self) -> Mapping[str, File]:
        """Its files by their names."""
        return {
            each.file(size): File(number, PAPERS.get(size))
            for number, each in enumerate(filter(None, (self.edition, self.form)))
            for size in self.sizes
        }

    @property
    def name(self) -> str:
        """The name of the first of its files."""
        return next(iter(self.files))

    @property
    def title_of_form(self) -> str:
        """What the form says that it is, if there is one."""
        words, title = self.course.words, self.course.title
        own = self.form and self.form.title(words)
        return words("print.edition", title=title, edition=own) if own else ""

    @property
    def setting(self) -> Setting:
        """What its document is set with."""
        names = filter(None, [self.edition.base, self.edition.style])
        own = (HERE / "styles" / f"{name}.css" for name in names)
        return Setting(
            stylesheets=[fonts.STYLES, tokens_file(self.course), *own],
            base=HERE,
            form=self.title_of_form,
            site=self.site,
            own_fonts=self.course.fonts,
            most=self.edition.sides,
            # If it is cut to none, its style sheet says how large its pages are.
            papers=[PAPERS[size] for size in self.sizes if size in PAPERS],
        )

    @property
    def documents(self) -> Iterator[str]:
        """Its document as each of its fits makes it, each once and only when it is asked for."""
        seen = {"", self.document}
        yield self.document
        for fit in self.edition.fits[1:]:
            book = book_of(self.site, self.course, self.state)
            text = document(book, Layout(self.edition, fit))
            if text not in seen:
                seen.add(text)
                yield text

    @property
    def key(self) -> str:
        """All that its files depend on, as one hash."""
        # These say more of their course than their documents do.
        course = repr(self.course) if self.edition.kind in ("epub", "pptx") else ""
        digest = hashlib.sha256(code_key().encode() + tokens_file(self.course).read_bytes())
        for font in self.course.fonts:
            digest.update(font.read_bytes())
        for text in (course, str(self.edition.sides), self.title_of_form, self.document):
            digest.update(text.encode())
        return digest.hexdigest()[:32]

    def refused(self, remedy: str, *reasons: str) -> Refused:
        """Return why it is not made, for the author of what it is made of."""
        docs, source = self.course.docs.name, self.edition.source
        file = f"{docs}/{source}" if source else self.course.file.name
        whole = (f"{self.name} is not made: {reason}" for reason in reasons)
        return Refused(*(Problem(file, 1, what, remedy) for what in whole))


@cache
def code_key() -> str:
    """Return what every edition depends on, as one hash: the code of the course, and the tools.

    So a comment that changes makes everything anew. That is rare, and a list of what matters
    would be wrong one day.
    """
    digest = hashlib.sha256()
    for path in files_of(CODE):
        digest.update(path.relative_to(CODE).as_posix().encode() + path.read_bytes())
    for tool in TOOLS:
        digest.update(f"{tool} {version(tool)}".encode())
    return digest.hexdigest()


BOOKS: dict[tuple[Path, str], Book] = {}


def book_of(site: Path, course: Course, state: str) -> Book:
    """Return the book of a site, which a process reads once as long as its pages are the same."""
    if (site, state) not in BOOKS:
        BOOKS.clear()
        BOOKS[site, state] = read_book(site, course)
    return BOOKS[site, state]


def render(job: Job) -> dict[str, bytes]:
    """Return the files of a layout by their names, or raise why it cannot be made."""
    if job.edition.kind == "epub":
        return {job.name: write_epub(job.document, job.course, job.site)}
    if job.edition.kind == "pptx":
        return {job.name: write_slides(job.document, job.course)}
    drawn = set_within(job)
    return {
        name: cut(drawn[file.drawing], file.paper) if file.paper else drawn[file.drawing]
        for name, file in job.files.items()
    }


def set_within(job: Job) -> list[bytes]:
    """Return the drawings of a layout: without fields, and with them if it has a form.

    It holds as much as its sides allow; raise why it cannot.
    """
    seen = fonts.seen_in(document_fromstring(job.document).find("body"))
    if missing := fonts.missing_characters(seen, job.course.fonts):
        raise Misplaced([Fault("is in no font", each, "", 0) for each in sorted(missing)])
    number = 0
    for text in job.documents:
        try:
            return typeset(text, job.setting)
        except TooLong as long:
            number = long.pages
        except NotTypeset as reasons:
            remedy = "correct the page or the template that it comes from"
            raise job.refused(remedy, *str(reasons).splitlines()) from reasons
    raise job.refused("shorten it", f"it has {number} pages, and may have {job.edition.sides}")
