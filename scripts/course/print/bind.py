"""Makes the file of one edition on one size of paper."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from course.print import fonts
from course.print.editions import Edition
from course.print.epub import write_epub
from course.print.typeset import NotTypeset, count_pages, typeset

HERE = Path(__file__).parent
STYLES = HERE / "styles"
# What the bytes of an edition hang on, beside its document and the code here.
TOOLS = ("weasyprint", "pikepdf", "pydyf", "fonttools", "tinyhtml5", "lxml")


@dataclass(frozen=True)
class Job:
    """An edition to be made into a file.

    Attributes:
        edition: the edition.
        size: the size of its paper.
        documents: its document with each room for writing that it may have, the largest first.
    """

    edition: Edition
    size: str
    documents: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.edition.file(self.size)

    @property
    def stylesheets(self) -> list[Path]:
        """The stylesheets, the later ones stronger."""
        own = [self.edition.style] if self.edition.style else []
        return [fonts.STYLES, *(STYLES / f"{name}.css" for name in ["print", self.size, *own])]

    @property
    def key(self) -> str:
        """What the file hangs on, as one hash."""
        digest = hashlib.sha256(code_key().encode())
        for document in self.documents:
            digest.update(document.encode())
        return digest.hexdigest()[:32]


@cache
def code_key() -> str:
    """Return what every edition hangs on, as one hash: the files here, and the tools."""
    digest = hashlib.sha256()
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(HERE).as_posix().encode() + path.read_bytes())
    for tool in TOOLS:
        digest.update(f"{tool} {version(tool)}".encode())
    return digest.hexdigest()


def bind(job: Job) -> bytes:
    """Return the file of an edition.

    Raises:
        NotTypeset: if it cannot be made as it is meant.
    """
    fonts.use_ours_alone()
    return BINDERS[job.edition.kind](job)


def bind_pdf(job: Job) -> bytes:
    """Return an edition as a PDF, with the largest room for writing that its sides allow."""
    missing = fonts.missing_characters(job.documents[0])
    if missing:
        raise NotTypeset(f"no font has {' '.join(sorted(missing))}: write it in another way")
    number = 0
    for document in job.documents:
        pdf = typeset(document, job.stylesheets, HERE, job.edition.form)
        number = count_pages(pdf)
        if job.edition.sides in (None, number):
            return pdf
    page = job.edition.page or "the pages that it is made of"
    raise NotTypeset(f"it has {number} pages, not {job.edition.sides}: shorten {page}")


def bind_epub(job: Job) -> bytes:
    """Return an edition as an e-book."""
    return write_epub(job.documents[0], STYLES / "epub.css")


BINDERS: dict[str, Callable[[Job], bytes]] = {"pdf": bind_pdf, "epub": bind_epub}
