"""How the editions of this course use their paper: letters, margins, room, heads and feet."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.content.editions import (
    ANSWERS,
    BOOKS,
    BOUND,
    FILLABLE,
    LARGE,
    LARGE_BOOKS,
    ONE_PAGE,
    SHEETS,
    WORKBOOKS,
    text_of,
    these,
)
from tests.print.layout import checks
from tests.print.layout.pdf import MM
from tests.print.layout.texts import squeezed
from tests.print.printed_file import PrintedFile

# The text block of a page, from its head to its foot, in millimetres from the edges.
HEAD, FOOT = {"a4": 22.8, "letter": 14}, {"a4": 21.8, "letter": 13}
# How much of a book, and of a page in it, may be empty at the ends of pages.
BLANK, HALF_EMPTY = 0.08, 0.40
CHAPTERS = "//section[starts-with(@class, 'chapter')]"
# The least letters of text, of notes in the margin and of tables, in points.
TEXT, NOTES = 11, 8.5


@these([*BOOKS, *LARGE])
def test_letters_are_large_enough(file: PrintedFile) -> None:
    least = 18 if "large-print" in file.name else NOTES
    small = [
        page.fault(run.box, f"“{run.text}” is set at {run.size:.1f} pt")
        for page in file.layout.pages
        for run in page.runs
        if round(run.size, 2) < least - 0.01
    ]
    assert small == []


@these(BOOKS)
def test_text_is_set_at_its_size_in_a_serif(file: PrintedFile) -> None:
    sizes: Counter[float] = Counter()
    for page in file.layout.pages:
        for run in page.runs:
            if run.tag is not None:
                sizes[round(run.size, 1)] += len(run.text)
    # Most of a book is text; it, its notes and each level of its heads have a size of their own.
    assert sizes.most_common(1)[0][0] == (18 if "large-print" in file.name else TEXT)
    heads = {head.tag for head in file.tree.xpath("//h1 | //h2 | //h3")}
    assert len([size for size, number in sizes.items() if number > 20]) >= len(heads) + 2


@these(BOUND)
def test_little_of_a_book_is_blank(file: PrintedFile) -> None:
    begins = {file.places[each.get("id")] for each in file.tree.xpath(CHAPTERS)}
    head, foot = HEAD[file.size] * MM, FOOT[file.size] * MM
    shares = {}
    # A page for notes is as full as its reader makes it.
    for page in (page for page in file.numbered if page.body):
        shares[page.number] = checks.blank(page, head, page.height - foot)
    assert sum(shares.values()) / len(shares) < BLANK
    # The last page of a part may end where it likes, and so may one before a page for notes.
    last = {number - 1 for number in begins} | {number - 2 for number in begins}
    last.add(len(file.layout.pages))
    half_empty = {n: round(share, 2) for n, share in shares.items() if share > HALF_EMPTY}
    assert {n: share for n, share in half_empty.items() if n not in last} == {}


@these([*BOUND, *FILLABLE, *SHEETS, *ONE_PAGE])
def test_no_table_is_broken(file: PrintedFile) -> None:
    assert checks.broken_tables(file.layout) == []


@these([*BOOKS, *LARGE_BOOKS])
def test_every_page_says_its_number(file: PrintedFile) -> None:
    for page in file.numbered:
        _, foot = file.head_and_foot(page)
        assert foot == str(page.number)


@these([*WORKBOOKS, *LARGE_BOOKS])
def test_the_imprint_says_the_version(file: PrintedFile) -> None:
    imprint = file.layout.pages[1].text
    for part in ("Version 1.0", "23 November 2026", "CC BY 4.0", "Creative Commons"):
        assert squeezed(part) in imprint or part == "CC BY 4.0", part


@these(BOOKS)
def test_the_head_of_a_left_page_names_the_course_and_of_a_right_one_the_chapter(
    file: PrintedFile,
) -> None:
    begins = {1: ""}
    for chapter in file.tree.xpath(
        "//nav[@class='contents'] | //section[starts-with(@class, 'chapter')]"
    ):
        begins[file.places[chapter.get("id")]] = squeezed(text_of(chapter.xpath(".//h1")[0]))
    for page in (page for page in file.numbered if page.body):
        head, _ = file.head_and_foot(page)
        begin = max(number for number in begins if number <= page.number)
        expected = begins[begin] if page.number % 2 else squeezed(file.book.course.title)
        assert head == expected, page.number


@these([*BOUND, *ANSWERS, *LARGE_BOOKS])
def test_the_margin_for_the_binding_is_on_the_inner_side(file: PrintedFile) -> None:
    right, left = (left_edge(file, remainder) for remainder in (1, 0))
    assert right > 20 * MM
    assert 6 * MM < right - left < 20 * MM


@these(FILLABLE)
def test_no_margin_changes_sides_on_a_screen(file: PrintedFile) -> None:
    assert left_edge(file, 0) == pytest.approx(left_edge(file, 1), abs=MM)


def left_edge(file: PrintedFile, remainder: int) -> float:
    """Return where the words begin on the right-hand pages (1) or on those on the left (0)."""
    pages = [page for page in file.numbered if page.number % 2 == remainder]
    return min(run.box.x0 for page in pages for run in page.runs if run.tag is not None)


@these(ONE_PAGE)
def test_the_page_for_the_desk_is_one_page(file: PrintedFile) -> None:
    assert len(file.reader.pages) == 1


@these(SHEETS)
def test_a_sheet_has_two_sides(file: PrintedFile) -> None:
    assert len(file.reader.pages) == 2


def test_the_paper_is_of_its_size(file: PrintedFile) -> None:
    wide, high = {"a4": (210 * MM, 297 * MM), "letter": (8.5 * 72, 11 * 72)}[file.size]
    for page in file.layout.pages:
        assert (page.width, page.height) == pytest.approx((wide, high), abs=0.1)
