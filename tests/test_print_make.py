"""Making the editions: only what changed, all or nothing, and offered on the pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from course.print import bind, make
from course.print.bind import Job, code_key
from course.print.book import Book
from course.print.combine import Order
from course.print.downloads import facts, find, offer
from course.print.editions import Edition
from course.print.make import make_editions
from course.print.typeset import NotTypeset
from tests.small_course import SmallCourse
from tests.test_site_finish import contents

PLACE = "/// files\n    edition: {}\n///\n"


def document(book: Book, order: Order) -> str:
    """Return a document that says what it was made from."""
    return f"<p>{book.title}, {order.edition.title}, {order.size}, {sorted(order.pages.items())}"


BOOK = Edition("book", "Book", document, page="index.html")
NOTES = Edition("notes", "Notes", document, sizes=("a4",), refers_to="book")
READER = Edition("reader", "Reader", document, sizes=("",), kind="epub")


def blank(pages: int = 1, anchors: tuple[str, ...] = ()) -> bytes:
    """Return a PDF of empty pages, with anchors on the last one."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    if anchors:
        pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.NameTree.new(pdf).obj)
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        for anchor in anchors:
            places[anchor] = pikepdf.Array([pdf.pages[-1].obj, pikepdf.Name.Fit])
    output = io.BytesIO()
    pdf.save(output, deterministic_id=True)
    return output.getvalue()


class Press:
    """Stands for the typesetter.

    Attributes:
        set: the names of the files that were made, in order.
        refused: what is wrong with files, by name.
    """

    def __init__(self) -> None:
        self.set: list[str] = []
        self.refused: dict[str, str] = {}

    def __call__(self, job: Job) -> bytes:
        """Return a file of two pages, the second of which has an anchor."""
        self.set.append(job.name)
        if job.name in self.refused:
            raise NotTypeset(self.refused[job.name])
        return blank(2, ("a--b",)) if job.edition.kind == "pdf" else b"PK"


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Set nothing, and make three editions of any course."""
    press = Press()
    monkeypatch.setattr(make, "bind", press)
    monkeypatch.setattr(make, "editions", lambda book: [NOTES, BOOK, READER])
    # What stands for the typesetter cannot be sent to another process.
    monkeypatch.setattr(make, "ProcessPoolExecutor", lambda *_: ThreadPoolExecutor(1))
    return press


@pytest.fixture
def course(small_course: SmallCourse) -> SmallCourse:
    """A course of two pages that offers editions."""
    small_course.add("index", '# Start\n\n<div class="files" data-edition=""></div>')
    small_course.add("files", f"# Files\n\n{PLACE.format('notes')}\n\n{PLACE.format('reader')}")
    small_course.build()
    return small_course


@pytest.fixture
def run(course: SmallCourse, tmp_path: Path) -> Callable[[], list[str]]:
    """Make the editions of the course."""
    return lambda: make_editions(course.site, course.docs, tmp_path / "cache")


Run = Callable[[], list[str]]
ALL = ["book-a4.pdf", "book-letter.pdf", "notes-a4.pdf", "reader.epub"]


# 1. What is made


def test_every_file_is_made(course: SmallCourse, press: Press, run: Run) -> None:
    assert run() == []
    assert sorted(press.set) == ALL
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == ALL


def test_progress_is_told(run: Run, press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    run()
    lines = capsys.readouterr().out.splitlines()
    starts, names = zip(*(line.split(": ") for line in lines if ": " in line), strict=True)
    assert starts == ("1 of 3", "2 of 3", "3 of 3", "1 of 1")
    assert sorted(names[:3]) == ["book-a4.pdf", "book-letter.pdf", "reader.epub"]
    assert (lines[0], lines[4], names[3]) == (
        *("Setting 3 files", "Setting 1 file", "notes-a4.pdf"),
    )
    assert lines[-1].startswith("Made 4 editions in ")


def test_an_edition_that_refers_to_another_knows_its_pages(
    press: Press, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}

    def keep(job: Job) -> bytes:
        seen[job.name] = job.documents[0]
        return press(job)

    monkeypatch.setattr(make, "bind", keep)
    run()
    assert press.set[-1] == "notes-a4.pdf"
    assert seen["notes-a4.pdf"] == "<p>Small course, Notes, a4, [('a--b', 2)]"
    assert seen["book-letter.pdf"] == "<p>Small course, Book, letter, []"


# 2. What is not made again


def test_nothing_is_made_twice(
    course: SmallCourse, press: Press, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    once = contents(course.site)
    press.set.clear()
    capsys.readouterr()
    assert run() == []
    assert press.set == []
    assert "Setting" not in capsys.readouterr().out
    assert contents(course.site) == once


def test_a_new_build_gets_its_editions_from_the_cache(
    course: SmallCourse, press: Press, run: Run
) -> None:
    run()
    press.set.clear()
    for file in (course.site / "downloads").iterdir():
        file.unlink()
    course.build()
    run()
    assert press.set == []
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == ALL


def test_a_changed_document_is_made_again(
    press: Press, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    press.set.clear()
    reader = replace(READER, title="Another")
    monkeypatch.setattr(make, "editions", lambda book: [NOTES, BOOK, reader])
    run()
    assert press.set == ["reader.epub"]


def test_all_is_made_again_when_the_code_changed(
    press: Press, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    press.set.clear()
    monkeypatch.setattr(bind, "code_key", lambda: "another")
    run()
    assert sorted(press.set) == ALL


@pytest.mark.parametrize("change", ["a stylesheet", "a new font", "a tool"])
def test_the_key_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    def key() -> str:
        code_key.cache_clear()
        return code_key()

    (tmp_path / "styles").mkdir()
    style = tmp_path / "styles" / "print.css"
    style.write_text("p { margin: 0 }")
    monkeypatch.setattr(bind, "HERE", tmp_path)
    before = key()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").touch()
    assert key() == before
    if change == "a stylesheet":
        style.write_text("p { margin: 1em }")
    elif change == "a new font":
        (tmp_path / "new.ttf").touch()
    else:
        monkeypatch.setattr(bind, "version", lambda tool: f"{tool} 99")
    assert key() != before
    code_key.cache_clear()


def test_old_files_leave_the_cache(press: Press, run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "0-old.pdf").touch()
    (cache / "0-half.pdf.new").touch()
    run()
    assert sorted(path.name.partition("-")[2] for path in cache.iterdir()) == ALL


# 3. What is wrong


def test_a_problem_is_told_in_a_line_and_leaves_the_site(
    course: SmallCourse, press: Press, run: Run
) -> None:
    before = contents(course.site)
    press.refused = {"book-a4.pdf": "one\ntwo", "reader.epub": "three"}
    assert sorted(run()) == ["book-a4.pdf: one", "book-a4.pdf: two", "reader.epub: three"]
    assert contents(course.site) == before
    assert "notes-a4.pdf" not in press.set


def test_after_a_problem_only_what_is_missing_is_made(press: Press, run: Run) -> None:
    press.refused = {"book-a4.pdf": "one"}
    run()
    press.refused.clear()
    press.set.clear()
    assert run() == []
    assert press.set == ["book-a4.pdf", "notes-a4.pdf"]


def test_a_problem_does_not_clear_the_cache(press: Press, run: Run, tmp_path: Path) -> None:
    run()
    kept = contents(tmp_path / "cache")
    press.refused = {"reader.epub": "three"}
    for file in (tmp_path / "cache").glob("*.epub"):
        file.unlink()
    run()
    assert contents(tmp_path / "cache").items() <= kept.items()
    assert len(contents(tmp_path / "cache")) == 3


def test_an_unknown_edition_is_told_with_its_line(
    course: SmallCourse, press: Press, run: Run
) -> None:
    course.add("more", f"# More\n\n{PLACE.format('note')}")
    course.build()
    before = contents(course.site)
    assert run() == [
        'docs/more.md:4: there is no printed edition "note": choose from notes, book, reader'
    ]
    assert press.set == []
    assert contents(course.site) == before


def test_a_release_without_a_date_is_told(course: SmallCourse, press: Press, run: Run) -> None:
    start = course.site / "index.html"
    start.write_text(start.read_text("utf-8").replace("2026-11-03", "soon"), "utf-8")
    assert run() == [
        'mkdocs.yml:1: the release has the date "soon": '
        "under extra: release: date, write one such as 2026-11-23"
    ]
    assert press.set == []


def bound(edition: Edition, documents: tuple[str, ...]) -> bytes:
    return bind.bind(Job(edition, "a4", documents))


@pytest.fixture
def lengths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Set each document as so many pages as its last word says; return what was set."""
    seen = []

    def typeset(text: str, *_: Any) -> bytes:
        seen.append(text)
        return blank(int(text.split()[-1]))

    monkeypatch.setattr(bind, "typeset", typeset)
    return seen


def test_the_most_room_that_its_sides_allow(lengths: list[str]) -> None:
    edition = replace(BOOK, sides=2)
    assert bound(edition, ("room 3", "less room 2", "least room 2")) == blank(2)
    assert lengths == ["room 3", "less room 2"]


def test_too_many_sides_are_told(lengths: list[str]) -> None:
    edition = replace(BOOK, sides=2, page="dimensions/focus/index.html")
    with pytest.raises(NotTypeset, match=r"^it has 3 pages, not 2: shorten dimensions/focus/"):
        bound(edition, ("room 4", "less room 3"))


def test_a_character_without_a_font_is_told() -> None:
    with pytest.raises(NotTypeset, match=r"^no font has 🙂: write it in another way$"):
        bound(BOOK, ("<p>🙂",))


# 4. What the pages offer


def test_a_page_offers_its_editions_and_a_place_its_own(
    course: SmallCourse, press: Press, run: Run
) -> None:
    run()
    assert (
        '<div class="files" data-edition=""><p class="minutes">Book: '
        '<a href="downloads/book-a4.pdf">A4</a> (PDF, 2 pages, 1 KB), '
        '<a href="downloads/book-letter.pdf">Letter</a> (PDF, 2 pages, 1 KB)</p></div>'
    ) in (course.site / "index.html").read_text("utf-8")
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert (
        '<div class="files" data-edition="notes"><p>'
        '<a href="../downloads/notes-a4.pdf">A4</a> (PDF, 2 pages, 1 KB)</p></div>'
    ) in page
    assert '<p><a href="../downloads/reader.epub">EPUB</a> (1 KB)</p>' in page


def test_several_editions_of_a_page_are_told_apart(
    course: SmallCourse, press: Press, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = replace(READER, page="index.html")
    monkeypatch.setattr(make, "editions", lambda book: [NOTES, BOOK, reader])
    run()
    start = (course.site / "index.html").read_text("utf-8")
    assert '<p class="minutes">Book: <a ' in start
    assert '<p class="minutes">Reader: <a ' in start


def test_places_are_filled_anew(course: SmallCourse, press: Press, run: Run) -> None:
    run()
    (course.site / "downloads" / "notes-a4.pdf").write_bytes(blank(1))
    offer(course.site, course.docs, [NOTES, READER])
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert "(PDF, 1 page, " in page
    assert "2 pages" not in page
    start = (course.site / "index.html").read_text("utf-8")
    assert '<div class="files" data-edition=""></div>' in start


def test_a_name_stands_for_all_that_it_begins() -> None:
    editions = [replace(BOOK, name=name) for name in ("sheet-a", "sheet-b", "book", "book-more")]
    assert [each.name for each in find("sheet", editions)] == ["sheet-a", "sheet-b"]
    assert [each.name for each in find("book", editions)] == ["book"]
    assert find("boo", editions) == []


@pytest.mark.parametrize(
    ("size", "weight"),
    [(3, "1 KB"), (1499, "1 KB"), (1500, "2 KB"), (999_499, "999 KB"), (1_249_000, "1.2 MB")],
)
def test_facts(tmp_path: Path, size: int, weight: str) -> None:
    (tmp_path / "book.epub").write_bytes(bytes(size))
    assert facts(tmp_path / "book.epub") == weight


@pytest.mark.parametrize(("pages", "words"), [(1, "1 page"), (12, "12 pages")])
def test_facts_count_pages(tmp_path: Path, pages: int, words: str) -> None:
    (tmp_path / "book.pdf").write_bytes(blank(pages))
    assert facts(tmp_path / "book.pdf").startswith(f"PDF, {words}, ")
