"""The trainer's kit of this course, read by libraries that did not write it."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import page as page_validation
import pypdf
import pytest
from pptx import Presentation

from course.editions import KIT, editions
from course.model import Block, text_of
from course.print.kit.handout import handouts, sessions
from course.print.pdf import fonts
from course.print.text.book import Book, read_book
from course.settings import read_course
from tests.print.layout import checks
from tests.print.layout.pdf import MM
from tests.print.printed_file import PrintedFile

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = ("a4", "letter")
CARDS = [f"cards-{size}" for size in SIZES]
SESSIONS = ("60", "90", "half-day")
DECKS = ["slides", "slides-notes"]
DECKS += [f"{deck}-{session}" for deck in DECKS for session in SESSIONS]
HANDOUTS = [f"handout-{session}-{size}" for session in SESSIONS for size in SIZES]
TO_CHANGE = ["slides.pptx", *(f"slides-{session}.pptx" for session in SESSIONS)]
SHEETS = [f"{name}-{size}" for name in ("evaluation", "wall-sign") for size in SIZES]
FILES = [*HANDOUTS, *CARDS, *DECKS, *SHEETS, "start-here", "facilitator-a4", "facilitator-letter"]


@pytest.fixture(scope="module")
def book(printed: Path) -> Book:
    """Return this course as a book."""
    return read_book(printed, read_course(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest, printed: Path, book: Book) -> PrintedFile:
    """Return one PDF after the other."""
    return PrintedFile(printed / "downloads", request.param, book)


def test_there_are_these_files(printed: Path, book: Book) -> None:
    documents = {edition.document for edition in KIT}
    every = editions(book.course, book.units, handouts(book))
    names = {
        edition.file(size)
        for edition in every
        if edition.document in documents
        for size in edition.sizes
    }
    assert names == {*(f"{name}.pdf" for name in FILES), *TO_CHANGE, "trainer-kit.zip"}
    assert [name for name in sorted(names) if not (printed / "downloads" / name).is_file()] == []


def test_it_is_pdf_ua(file: PrintedFile) -> None:
    report = page_validation.validate_pdf_bytes(file.path.read_bytes(), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_no_text_is_lost(file: PrintedFile) -> None:
    assert checks.missing_text(file.layout, file.tree) == []


def test_only_our_fonts_are_used(file: PrintedFile) -> None:
    ours = set(re.findall(r'font-family: "([^"]+)";', fonts.STYLES.read_text("utf-8")))
    assert file.families <= ours


def test_nothing_is_outside_the_page(file: PrintedFile) -> None:
    assert checks.outside_page(file.layout, 5) == []


def test_nothing_is_on_top_of_anything_else(file: PrintedFile) -> None:
    assert checks.overlaps(file.layout) == []


def test_no_heading_stands_alone(file: PrintedFile) -> None:
    if file.name.startswith("wall-sign"):
        pytest.skip("A sign is no more than its name.")
    assert checks.stranded_headings(file.layout) == []


def test_no_row_is_cut_and_heads_are_repeated(file: PrintedFile) -> None:
    assert checks.cut_rows(file.layout, file.tree) == []
    assert checks.tables_without_head(file.layout) == []


def test_it_can_be_read_in_grey(file: PrintedFile) -> None:
    assert checks.pale_text(file.layout) == []


# 1. Handouts and the guide


@pytest.mark.parametrize("size", SIZES)
def test_a_handout_keeps_to_its_sides(printed: Path, book: Book, size: str) -> None:
    for handout in handouts(book):
        path = printed / "downloads" / f"handout-{handout.name}-{size}.pdf"
        assert len(pypdf.PdfReader(path).pages) <= (handout.sides or 60), path.name


def test_a_handout_has_no_reason(printed: Path, book: Book) -> None:
    for name in HANDOUTS:
        file = PrintedFile(printed / "downloads", name, book)
        assert not file.tree.xpath("//*[@data-answers or @data-reason]")


def test_the_plans_name_pages_of_the_handouts(printed: Path, book: Book) -> None:
    for _, block in sessions(book):
        if block.get("handout"):
            shown = Block(block.element).element.xpath(".//td[@data-part='sheet'][text()]")
            assert shown
            assert not block.element.xpath(".//*[@data-part='sheet'][@hidden]")


# 2. Cards


def test_a_sheet_of_cards_is_one_sheet_on_each_paper(printed: Path) -> None:
    a4, letter = (pypdf.PdfReader(printed / "downloads" / f"{name}.pdf") for name in CARDS)
    assert len(a4.pages) == len(letter.pages)


@pytest.mark.parametrize("name", CARDS)
def test_cards_meet_back_to_back(printed: Path, book: Book, name: str) -> None:
    file = PrintedFile(printed / "downloads", name, book)
    sides = file.tree.xpath("//section[starts-with(@class, 'side')]")
    numbers = [file.places[side.get("id")] for side in sides]
    for side, number in zip(sides, numbers, strict=True):
        # A front is on the right-hand side of a sheet, and its back is on the same sheet.
        assert number % 2 == (0 if side.get("class").endswith("back") else 1)
    first, behind = file.layout.pages[numbers[0] - 1], file.layout.pages[numbers[1] - 1]
    middle = first.width / 2
    left = next(run for run in first.runs if run.text.strip() == "1")
    right = next(run for run in behind.runs if run.text.strip() == "1")
    assert left.box.x0 < middle < right.box.x0
    assert left.box.top == pytest.approx(right.box.top, abs=MM)


@pytest.mark.parametrize("name", CARDS)
def test_cards_are_where_the_overview_for_trainers_says(
    printed: Path, book: Book, name: str
) -> None:
    file = PrintedFile(printed / "downloads", name, book)
    sides = file.tree.xpath("//section[starts-with(@class, 'side')]")
    kinds = [side.get("class").split()[1] for side in sides]
    # The first sixteen statements, with their keys.
    assert [file.places[side.get("id")] for side in sides[:4]] == [3, 4, 5, 6]
    assert kinds[:4] == ["statements"] * 4
    assert kinds[-2:] == ["signs", "blanks"]


# 3. Slides, and the whole


def test_each_slide_is_a_page_with_its_number(printed: Path, book: Book) -> None:
    file = PrintedFile(printed / "downloads", "slides", book)
    slides = file.tree.xpath("//section[@class='slide']")
    assert [file.places[slide.get("id")] for slide in slides] == list(range(1, len(slides) + 1))
    assert len(file.layout.pages) == len(slides)
    deck = Presentation(str(printed / "downloads" / "slides.pptx"))
    assert len(deck.slides) == len(slides)
    assert all(slide.notes_slide.notes_text_frame.text for slide in deck.slides)


@pytest.mark.parametrize("session", SESSIONS)
def test_the_slides_of_a_session_are_in_the_order_of_its_plan(
    printed: Path, book: Book, session: str
) -> None:
    (plan,) = [block for _, block in sessions(book) if block.get("handout") == session]
    planned = [int(text_of(a)) for a in plan.element.xpath(".//td[@data-label='Slides']//a")]
    file = PrintedFile(printed / "downloads", f"slides-{session}", book)
    places = file.tree.xpath("//section[@class='slide']//*[@data-part='place']")
    assert [int(text_of(place)) for place in places] == planned
    assert len(file.layout.pages) == len(planned)
    deck = Presentation(str(printed / "downloads" / f"slides-{session}.pptx"))
    assert len(deck.slides) == len(planned)


def test_the_kit_has_what_a_session_needs(printed: Path) -> None:
    with ZipFile(printed / "downloads" / "trainer-kit.zip") as archive:
        names = archive.namelist()
        for name in names:
            assert archive.read(name) == (printed / "downloads" / Path(name).name).read_bytes()
    assert names[0] == "start-here.pdf"
    wanted = {f"{name}.pdf" for name in FILES} | {*TO_CHANGE, "answers-a4.pdf"}
    assert wanted <= {Path(name).name for name in names}
