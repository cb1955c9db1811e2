"""Making the editions: only what changed, all or nothing, and offered on the pages."""

from __future__ import annotations

import inspect
import io
import os
import re
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from course.editions import Edition, Fit, Layout
from course.files import write_file
from course.model import Unit, text_of
from course.print import jobs, make
from course.print.downloads import facts, named, offer, weight
from course.print.epub.package import COVER
from course.print.jobs import Job, code_key, render
from course.print.make import make_editions
from course.print.papers import PAPERS, cut
from course.print.pdf.placement import Fault, Misplaced
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import TooLong
from course.print.sealed import CODE, files_of
from course.print.text.book import Book
from course.print.thumbnails import thumbnail
from course.problems import Problem, Refused
from course.settings import Course
from course.words import Words
from tests.print.small_course import SmallCourse

PLACE = "/// files\n    edition: {}\n///\n"
HEAD = '<div data-block="files" data-edition=""></div>'
MISSING = "<p>This copy of the site was made without it.</p>"

BOOK = Edition("workbook", "workbook", at_start=True)
NOTES = Edition("answers", "answers", sizes=("a4",), refers_to="workbook")
READER = Edition("reading", "reading", sizes=("",), stem="reader", kind="epub")


def document(book: Book, layout: Layout) -> str:
    """Return a document that says what it was made from."""
    title = layout.edition.title(book.course.words)
    return f"<p>{book.course.title}, {title}, {sorted(layout.pages.items())}"


def contents(site: Path) -> dict[str, bytes]:
    """Return what every file of a folder holds."""
    return {path.as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def card(page: str, edition: str) -> str:
    """Return the HTML of the card of an edition."""
    return page.partition(f'data-edition="{edition}"')[2].partition("</section>")[0]


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


def book() -> bytes:
    """Return an e-book that has a cover alone."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        cover = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1800"/>'
        archive.writestr(zipfile.ZipInfo(COVER), cover)
    return output.getvalue()


class Typesetter:
    """Stands for what renders files.

    Attributes:
        made: the names of the files that it rendered, in order.
        refused: what is wrong with files, by name.
    """

    def __init__(self) -> None:
        self.made: list[str] = []
        self.refused: dict[str, tuple[str, ...]] = {}

    def __call__(self, job: Job) -> dict[str, bytes]:
        """Return files of two pages, the second of which has an anchor."""
        self.made += job.files
        if job.name in self.refused:
            raise job.refused("shorten it", *self.refused[job.name])
        data = blank(2, ("a--b",)) if job.edition.kind == "pdf" else book()
        return dict.fromkeys(job.files, data)


@pytest.fixture
def typesetter(monkeypatch: pytest.MonkeyPatch) -> Typesetter:
    """Set nothing, and make three editions of any course."""
    typesetter = Typesetter()
    monkeypatch.setattr(make, "render", typesetter)
    monkeypatch.setattr(make, "document", document)
    monkeypatch.setattr(make, "editions", lambda *given: [NOTES, BOOK, READER])
    # What stands for the typesetter cannot be sent to another process.
    monkeypatch.setattr(make, "ProcessPoolExecutor", lambda *_: ThreadPoolExecutor(1))
    return typesetter


@pytest.fixture
def course(small_course: SmallCourse) -> SmallCourse:
    """A course of two pages that offers editions."""
    small_course.add("index", f"# Start\n\n{HEAD}")
    small_course.add("files", f"# Files\n\n{PLACE.format('answers')}\n\n{PLACE.format('reading')}")
    small_course.build()
    return small_course


@pytest.fixture
def run(course: SmallCourse, tmp_path: Path) -> Callable[[], list[str]]:
    """Make the editions of the course, and return what is reported."""
    cache = tmp_path / "cache"
    return lambda: [str(each) for each in make_editions(course.site, course.course, cache)]


Run = Callable[[], list[str]]
ALL = ["answers-a4.pdf", "reader.epub", "workbook-a4.pdf", "workbook-letter.pdf"]
PICTURES = ["answers-a4.png", "reader.svg", "workbook-a4.png"]
WHOLE = sorted(ALL + PICTURES)


# 1. What is made


def test_every_file_is_made(course: SmallCourse, typesetter: Typesetter, run: Run) -> None:
    assert run() == []
    assert sorted(typesetter.made) == ALL
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == WHOLE


def test_progress_is_reported(
    run: Run, typesetter: Typesetter, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        "Setting 3 files",
        "2 of 3: workbook-a4.pdf, workbook-letter.pdf",
        "3 of 3: reader.epub",
        "Setting 1 file",
        "1 of 1: answers-a4.pdf",
    ]
    assert lines[-1].startswith("Made 4 editions in ")


def test_an_edition_that_refers_to_another_knows_its_pages(
    typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}

    def keep(job: Job) -> dict[str, bytes]:
        seen[job.name] = job.document
        return typesetter(job)

    monkeypatch.setattr(make, "render", keep)
    run()
    assert typesetter.made[-1] == "answers-a4.pdf"
    assert seen["answers-a4.pdf"] == "<p>Small course, Answers, [('a--b', 2)]"
    assert seen["workbook-a4.pdf"] == "<p>Small course, Workbook, []"


# 2. What is not made again


def test_nothing_is_made_twice(
    course: SmallCourse, typesetter: Typesetter, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    once = contents(course.site)
    typesetter.made.clear()
    capsys.readouterr()
    assert run() == []
    assert typesetter.made == []
    assert "Setting" not in capsys.readouterr().out
    assert contents(course.site) == once


def test_a_new_build_gets_its_editions_from_the_cache(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    typesetter.made.clear()
    for file in (course.site / "downloads").iterdir():
        file.unlink()
    course.build()
    run()
    assert typesetter.made == []
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == WHOLE


def test_a_changed_document_is_made_again(
    typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    typesetter.made.clear()

    def changed(book: Book, layout: Layout) -> str:
        return document(book, layout) + "." * (layout.edition == READER)

    monkeypatch.setattr(make, "document", changed)
    run()
    assert typesetter.made == ["reader.epub"]


def test_an_e_book_is_made_again_when_the_course_says_other_of_itself(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    typesetter.made.clear()
    settings = course.root / "mkdocs.yml"
    write_file(settings, settings.read_text("utf-8").replace('version: "1.2"', 'version: "1.3"'))
    run()
    assert typesetter.made == ["reader.epub"]


def test_all_is_made_again_when_the_tokens_changed(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    typesetter.made.clear()
    tokens = course.root / "overrides/assets/css/tokens.css"
    write_file(tokens, tokens.read_text("utf-8").replace("#0a5a86", "#0a5a87"))
    run()
    assert sorted(typesetter.made) == ALL


def test_all_is_made_again_when_the_code_changed(
    typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    typesetter.made.clear()
    monkeypatch.setattr(jobs, "code_key", lambda: "another")
    run()
    assert sorted(typesetter.made) == ALL


def test_a_form_is_made_again_when_it_is_called_something_else(small_course: SmallCourse) -> None:
    def key(title: str) -> str:
        form = Edition("form", "workbook", own_title=title, form_of="workbook")
        return Job(Edition("workbook", "workbook"), ("a4",), "", small_course.course, form).key

    assert key("To type in") == key("To type in")
    assert key("To type in") != key("Fillable")


def test_the_code_is_that_of_the_whole_package() -> None:
    # The e-book and the slides are made from these after the hash.
    for each in (Course, Words, text_of):
        assert Path(inspect.getfile(each)) in files_of(CODE)


@pytest.mark.parametrize("change", ["a stylesheet", "a new font", "a tool"])
def test_the_key_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    def key() -> str:
        code_key.cache_clear()
        return code_key()

    (tmp_path / "styles").mkdir()
    style = tmp_path / "styles" / "print.css"
    style.write_text("p { margin: 0 }")
    monkeypatch.setattr(jobs, "CODE", tmp_path)
    before = key()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").touch()
    assert key() == before
    if change == "a stylesheet":
        style.write_text("p { margin: 1em }")
    elif change == "a new font":
        (tmp_path / "new.ttf").touch()
    else:
        monkeypatch.setattr(jobs, "version", lambda tool: f"{tool} 99")
    assert key() != before
    code_key.cache_clear()


def test_old_files_leave_the_cache(typesetter: Typesetter, run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "0-old.pdf").touch()
    (cache / "0-half.pdf.new").touch()
    run()
    assert sorted(path.name.partition("-")[2] for path in cache.iterdir()) == WHOLE


# 3. What is wrong


def test_an_edition_that_cannot_be_made_costs_itself_and_a_line(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    typesetter.refused = {"workbook-a4.pdf": ("one", "two")}
    reported = "mkdocs.yml:1: workbook-a4.pdf is not made: {}: shorten it"
    assert run() == [reported.format("one"), reported.format("two")]
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == [
        *("answers-a4.pdf", "answers-a4.png", "reader.epub", "reader.svg"),
    ]
    start = (course.site / "index.html").read_text("utf-8")
    assert HEAD in start
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert "answers-a4.pdf" in page


def end_without_a_word(job: Job) -> dict[str, bytes]:
    """Stand for a process that the system ends at one edition."""
    if job.edition == READER:
        os._exit(1)
    return dict.fromkeys(job.files, blank(2))


def test_a_process_that_ends_costs_one_edition(
    course: SmallCourse, typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "ProcessPoolExecutor", ProcessPoolExecutor)
    monkeypatch.setattr(make, "render", end_without_a_word)
    (told,) = run()
    assert told.startswith("mkdocs.yml:1: reader.epub is not made: its process was ended: close ")
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == [
        name for name in WHOLE if "reader" not in name
    ]


@pytest.mark.parametrize("step", ["render", "document"])
def test_what_nobody_foresaw_costs_one_edition(
    course: SmallCourse,
    typesetter: Typesetter,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    usual = getattr(make, step)

    def fail(*given: Any) -> Any:
        edition = given[0].edition if step == "render" else given[1].edition
        if edition == READER:
            raise ValueError("no number")
        return usual(*given)

    monkeypatch.setattr(make, step, fail)
    (told,) = run()
    assert told.startswith("mkdocs.yml:1: reader.epub is not made: ValueError('no number'): ")
    assert sorted(path.name for path in (course.site / "downloads").iterdir()) == [
        name for name in WHOLE if "reader" not in name
    ]


def test_a_page_that_offers_what_is_missing_says_so(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    typesetter.refused = {"reader.epub": ("three",)}
    for file in (course.root / "cache").glob("*.epub"):
        file.unlink()
    run()
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert f"{MISSING}</div>" in card(page, "reading")
    assert "<img" not in card(page, "reading")
    assert not list((course.site / "downloads").glob("reader.*"))


def test_what_a_document_lacks_is_reported(
    typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(book: Book, layout: Layout) -> str:
        if layout.edition == NOTES:
            raise Refused(Problem("docs/a.md", 1, "it lacks a heading", "add one"))
        return document(book, layout)

    monkeypatch.setattr(make, "document", lacking)
    assert run() == ["docs/a.md:1: it lacks a heading: add one"]
    assert "answers-a4.pdf" not in typesetter.made


def test_an_edition_without_content_is_left_out(
    course: SmallCourse, typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def empty(book: Book, layout: Layout) -> str:
        return "" if layout.edition == NOTES else document(book, layout)

    monkeypatch.setattr(make, "document", empty)
    assert run() == []
    assert "answers-a4.pdf" not in typesetter.made
    assert MISSING in card((course.site / "files" / "index.html").read_text("utf-8"), "answers")


def test_after_a_problem_only_what_is_missing_is_made(typesetter: Typesetter, run: Run) -> None:
    typesetter.refused = {"workbook-a4.pdf": ("one",)}
    run()
    typesetter.refused.clear()
    typesetter.made.clear()
    assert run() == []
    # The answers name the pages of the workbook, which there are now.
    assert typesetter.made == ["workbook-a4.pdf", "workbook-letter.pdf", "answers-a4.pdf"]


def test_a_problem_does_not_clear_the_cache(
    typesetter: Typesetter, run: Run, tmp_path: Path
) -> None:
    run()
    kept = contents(tmp_path / "cache")
    typesetter.refused = {"reader.epub": ("three",)}
    for file in (tmp_path / "cache").glob("*.epub"):
        file.unlink()
    run()
    assert contents(tmp_path / "cache").items() <= kept.items()
    assert len(contents(tmp_path / "cache")) == len(WHOLE) - 1


def rendered(course: SmallCourse, edition: Edition, document: str) -> bytes:
    """Render a document as an edition."""
    (data,) = render(Job(edition, ("a4",), document, course.course)).values()
    return data


@pytest.fixture
def lengths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Set each document as so many pages as its last word says; return what was set."""
    seen = []

    def typeset(text: str, setting: Setting) -> list[bytes]:
        seen.append(text)
        pages = int(text.split()[-1])
        if setting.most is not None and pages > setting.most:
            raise TooLong(pages)
        return [blank(pages)]

    monkeypatch.setattr(jobs, "typeset", typeset)
    return seen


@pytest.fixture
def fitted(small_course: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let an edition of four fits have other documents than its first; return those asked for."""
    small_course.add("index", "# Start")
    small_course.build()
    texts = {0.9: "less room 3", 0.8: "less room 3", 0.7: "least room 2", 0.6: "none 1"}
    asked = []

    def document(book: Book, layout: Layout) -> str:
        asked.append(texts[layout.fit.room])
        return asked[-1]

    monkeypatch.setattr(jobs, "document", document)
    return asked


FITS = tuple(Fit(tenths / 10) for tenths in (10, 9, 8, 7, 6))


def fitted_job(course: SmallCourse, sides: int) -> Job:
    """Return a job of four pages with the most room, for so many sides."""
    edition = replace(BOOK, sides=sides, fits=FITS, source="dimensions/focus.md")
    return Job(edition, ("a4",), "room 4", course.course, None, course.site)


def test_the_most_that_its_sides_allow(
    small_course: SmallCourse, lengths: list[str], fitted: list[str]
) -> None:
    assert render(fitted_job(small_course, 2)) == {"workbook-a4.pdf": cut(blank(2), PAPERS["a4"])}
    # The same document is not set twice, and what would hold less is not made.
    assert lengths == ["room 4", "less room 3", "least room 2"]
    assert fitted == ["less room 3", "less room 3", "least room 2"]


def test_too_many_sides_are_reported(
    small_course: SmallCourse, lengths: list[str], fitted: list[str]
) -> None:
    message = (
        r"^docs/dimensions/focus\.md:1: workbook-a4\.pdf is not made: "
        r"it has 1 pages, and may have 0: shorten it$"
    )
    with pytest.raises(Refused, match=message):
        render(fitted_job(small_course, 0))


def test_other_sides_are_another_file(small_course: SmallCourse) -> None:
    assert fitted_job(small_course, 2).key != fitted_job(small_course, 3).key


def test_a_character_without_a_font_is_reported(small_course: SmallCourse) -> None:
    with pytest.raises(Misplaced) as refused:
        rendered(small_course, BOOK, "<p title='日'>🙂<!-- 本 -->")
    assert refused.value.faults == [Fault("is in no font", "🙂", "", 0)]


def test_what_a_page_is_told_is_not_told_of_its_editions_too(
    course: SmallCourse, typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(job: Job) -> bytes:
        raise Misplaced([Fault("is in no font", "日", "", 0)])

    course.add("files", "# Files\n\nGood.\n\nIt is 日 here.")
    course.build()
    monkeypatch.setattr(make, "render", refuse)
    (told,) = run()
    assert told.startswith("docs/files.md:5: no font of the printed editions has 日: ")


@pytest.mark.print
def test_what_cannot_be_set_is_reported(small_course: SmallCourse) -> None:
    document = '<html lang="en"><title>T</title><a href="#none">x</a>'
    with pytest.raises(Refused, match="No anchor #none"):
        rendered(small_course, BOOK, document)


# 4. What the pages offer


def test_a_page_offers_its_editions_and_a_card_its_own(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    size = weight(len(blank(2, ("a--b",))), course.course.words)
    assert (
        '<div data-block="files" data-edition=""><p data-part="minutes">Workbook: '
        '<a href="downloads/workbook-a4.pdf" aria-label="Workbook: A4">A4</a> '
        f"(PDF, 2 pages, {size}), "
        '<a href="downloads/workbook-letter.pdf" aria-label="Workbook: Letter">Letter</a> '
        f"(PDF, 2 pages, {size})</p></div>"
    ) in (course.site / "index.html").read_text("utf-8")
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert (
        '<div data-part="files"><ul><li><a href="../downloads/answers-a4.pdf" '
        f'aria-label="Answers: A4">A4</a> (PDF, 2 pages, {size})</li></ul></div>'
    ) in card(page, "answers")
    assert ">EPUB</a> (1 KB)</li></ul>" in card(page, "reading")


def test_a_card_shows_the_first_page_and_keeps_room_for_it(
    course: SmallCourse, typesetter: Typesetter, run: Run
) -> None:
    run()
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert (
        '<div data-part="picture"><img src="../downloads/answers-a4.png" '
        'alt="First page: Answers" width="120" height="156" loading="lazy"></div>'
    ) in card(page, "answers")
    assert (
        '<img src="../downloads/reader.svg" alt="Cover: E-book" '
        'width="120" height="180" loading="lazy">'
    ) in card(page, "reading")


def test_a_picture_is_not_made_twice(
    typesetter: Typesetter, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def draw(file: Path) -> bytes:
        made.append(file.name.partition("-")[2])
        return thumbnail(file)

    monkeypatch.setattr(make, "thumbnail", draw)
    run()
    assert sorted(made) == ["answers-a4.pdf", "reader.epub", "workbook-a4.pdf"]
    run()
    assert len(made) == 3


def test_several_editions_are_a_list_of_cards(course: SmallCourse) -> None:
    course.add("sheets", f"# Sheets\n\n{PLACE.format('sheet')}")
    course.build()
    folder = course.site / "downloads"
    folder.mkdir()
    sheets = [
        Edition(f"sheet-{name}", "sheet", ("a4",), unit=Unit(name, name.title()))
        for name in ("soup", "salad")
    ]
    for sheet in sheets:
        (folder / sheet.file("a4")).write_bytes(blank())
        (folder / sheet.picture).write_bytes(thumbnail(folder / sheet.file("a4")))
    for _ in range(2):
        offer(course.site, course.course, sheets)
        found = card((course.site / "sheets" / "index.html").read_text("utf-8"), "sheet")
        assert re.findall("<h3.*?>(.*?)<", found) == ["Sheet"]
        assert re.findall("<h4>(.*?)</h4>", found) == ["Soup", "Salad"]
        assert re.findall('alt="(.*?)"', found) == ["First page: Soup", "First page: Salad"]
        assert re.findall('aria-label="(.*?)"', found) == ["Soup: A4", "Salad: A4"]


def test_the_page_of_a_unit_offers_its_sheet(course: SmallCourse) -> None:
    course.add("dimensions/focus", f"# Focus\n\n{HEAD}")
    course.add("dimensions/detail", f"# Detail\n\n{HEAD}")
    course.build()
    (course.site / "downloads").mkdir()
    (course.site / "downloads" / "sheet-focus-a4.pdf").write_bytes(blank())
    unit, source = Unit("focus", "Focus"), "dimensions/focus.md"
    sheet = Edition("sheet-focus", "sheet", ("a4",), unit=unit, source=source)
    offer(course.site, course.course, [sheet])
    page = (course.site / "dimensions/focus/index.html").read_text("utf-8")
    assert '<p data-part="minutes">On paper: <a href="../../downloads/sheet-focus-a4.pdf" ' in page
    assert HEAD in (course.site / "dimensions/detail/index.html").read_text("utf-8")


def test_places_are_filled_anew(course: SmallCourse, typesetter: Typesetter, run: Run) -> None:
    run()
    (course.site / "downloads" / "answers-a4.pdf").write_bytes(blank(1))
    offer(course.site, course.course, [NOTES, READER])
    page = (course.site / "files" / "index.html").read_text("utf-8")
    assert "(PDF, 1 page, " in page
    assert "2 pages" not in page
    assert HEAD in (course.site / "index.html").read_text("utf-8")


def test_a_name_stands_for_all_that_it_begins() -> None:
    editions = [replace(BOOK, name=name) for name in ("sheet-a", "sheet-b", "book", "book-more")]
    assert [each.name for each in named("sheet", editions)] == ["sheet-a", "sheet-b"]
    assert [each.name for each in named("book", editions)] == ["book"]
    assert named("boo", editions) == []
    # Sheets in large print are a family of their own.
    sheets = [replace(BOOK, name=f"sheet-{n}", family=f) for n, f in (("a", "sheet"), ("a-l", "l"))]
    assert [each.name for each in named("sheet", sheets)] == ["sheet-a"]


@pytest.mark.parametrize(
    ("size", "words"),
    [(3, "1 KB"), (1499, "1 KB"), (1500, "2 KB"), (999_499, "999 KB"), (1_249_000, "1.2 MB")],
)
def test_weight(small_course: SmallCourse, size: int, words: str) -> None:
    assert weight(size, small_course.course.words) == words


def test_a_weight_is_written_as_in_its_language(small_course: SmallCourse) -> None:
    german = Words("de", {**small_course.course.words.texts, "locale": "de_DE"})
    assert weight(1_249_000, german) == "1,2 MB"


@pytest.mark.parametrize(("number", "words"), [(1, "1 page"), (12, "12 pages")])
def test_facts_count_pages(
    small_course: SmallCourse, tmp_path: Path, number: int, words: str
) -> None:
    (tmp_path / "book.pdf").write_bytes(blank(number))
    assert facts(tmp_path / "book.pdf", small_course.course.words).startswith(f"PDF, {words}, ")
