"""The printed editions: which there are, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from course.print.book import Book
from course.print.combine import Order
from course.print.documents import answers, dimensions, one_page, reading, sheet, workbook

BOTH = ("a4", "letter")


@dataclass(frozen=True)
class Edition:
    """A printed edition.

    Attributes:
        name: what its files are called, before the size of the paper.
        title: what it is called on its pages.
        make: makes its document of a book.
        page: the page of the site that offers it.
        sizes: the sizes of its paper.
        style: its own stylesheet, after the one for all.
        form: whether readers write into fields, on a screen.
        cards: whether comparisons are lists, since the letters are large.
        sides: the number of pages it must have, or none.
        rooms: how much of the writing space it gives; the first with which it fits its sides.
        refers_to: the edition whose pages it names, if any.
        kind: the kind of its files, `pdf` or `epub`.
    """

    name: str
    title: str
    make: Callable[[Book, Order], str]
    page: str = ""
    sizes: tuple[str, ...] = BOTH
    style: str = ""
    form: bool = False
    cards: bool = False
    sides: int | None = None
    rooms: tuple[float, ...] = (1,)
    refers_to: str = ""
    kind: str = "pdf"

    def file(self, size: str) -> str:
        """Return the name of the file for a size of paper, if there are several."""
        return f"{'-'.join(filter(None, (self.name, size)))}.{self.kind}"


WORKBOOK = Edition("workbook", "Workbook", workbook, page="index.html")
FILLABLE = replace(
    WORKBOOK, name="workbook-fillable", title="Fillable workbook", page="", form=True
)
LARGE_PRINT = replace(
    WORKBOOK,
    name="workbook-large-print",
    title="Workbook in large print",
    page="",
    sizes=("a4",),
    style="large-print",
    cards=True,
)
ANSWERS = Edition("answers", "Answers", answers, refers_to="workbook")
ONE_PAGE = Edition("one-page", "One page", one_page, style="one-page", sides=1)
E_BOOK = Edition("managing-and-leading", "E-book", reading, sizes=("",), kind="epub")
SHEET = Edition(
    "sheet",
    "Sheet",
    sheet,
    style="sheet",
    sides=2,
    rooms=(1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7),
)


def editions(book: Book) -> list[Edition]:
    """Return every edition of a book: those of the whole, and a sheet for each dimension."""
    sheets = [
        replace(SHEET, name=f"sheet-{name.split('/')[-2]}", title=book.title_of(name), page=name)
        for name in dimensions(book)
    ]
    return [WORKBOOK, FILLABLE, LARGE_PRINT, ANSWERS, ONE_PAGE, *sheets, E_BOOK]
