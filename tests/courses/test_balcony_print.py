"""The printed editions of a course in another language: they have nothing of ours."""

from __future__ import annotations

import filecmp
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from course.model import blocks, text_of
from tests.courses.build import BALCONY, ROOT, Built, Courses
from tests.courses.reading import (
    Text,
    colours_of_pdf,
    english,
    files_of_epub,
    hues,
    texts_of_epub,
    texts_of_pdf,
    texts_of_site,
    words,
)
from tests.courses.test_balcony import OURS

pytestmark = [pytest.mark.print, pytest.mark.slow]

PAPERS = ("a4", "letter")
# With contents, and one place that says the version.
BOOKS = (
    *("answers", "answers-large-print", "facilitator", "workbook", "workbook-fillable"),
    "workbook-large-print",
)
# Handed out alone, so that each page says the version.
SHEETS = (
    *("evaluation", "handout-abend", "one-page", "one-page-large-print", "sheet-salat"),
    *("sheet-salat-large-print", "sheet-tomaten", "sheet-tomaten-large-print"),
)
# To cut, to hang up or to show: nothing stands on them beside what they are for.
BARE = ("cards", "wall-sign")
PDFS = sorted(f"{name}-{size}" for name in (*BOOKS, *SHEETS, *BARE) for size in PAPERS)
# The same for both sizes of paper, or for none.
PDFS += ["slides", "slides-abend", "slides-notes", "slides-notes-abend", "start-here"]
# One for each name; the decks to show and to change, the e-book and the kit are named elsewhere.
NOTED = ("slides-notes", "slides-notes-abend")
EDITIONS = (*BOOKS, *SHEETS, *BARE, *NOTED, "start-here")
# They have a comparison in columns, or the sign of each activity.
IN_ALL_HUES = (
    *("cards", "one-page", "sheet-salat", "sheet-tomaten", "wall-sign", "workbook"),
    *("workbook-fillable", "workbook-large-print"),
)
VERSION = "Fassung 0.3 · 1. März 2027 · CC BY 4.0"
KIT = ("slides.pptx", "slides-abend.pptx", "trainer-kit.zip")
MADE = (".epub", ".pdf", ".pptx", ".zip")


@pytest.fixture(scope="module")
def printed(courses: Courses) -> Built:
    """Return the course with its printed editions."""
    return courses.print("balcony", BALCONY)


@pytest.fixture(scope="module")
def folder(printed: Built) -> Path:
    """Return the folder of the editions."""
    return printed.site / "downloads"


@pytest.fixture(scope="module")
def texts(printed: Built, folder: Path) -> list[Text]:
    """Return every text of every edition, and of the pages that offer them."""

    def found() -> Iterator[Text]:
        yield from texts_of_site(printed)
        yield from texts_of_epub(folder / "balkon.epub")
        # On paper of another size stands the same.
        for name in PDFS:
            if not name.endswith("-letter"):
                yield from texts_of_pdf(folder / f"{name}.pdf")

    return list(found())


def test_every_edition_is_made(printed: Built, folder: Path) -> None:
    assert printed.messages == []
    assert sorted(file.stem for file in folder.glob("*.pdf")) == sorted(PDFS)
    assert (folder / "balkon.epub").is_file()
    assert [name for name in KIT if not (folder / name).is_file()] == []


def test_no_english_word_is_left(printed: Built, texts: list[Text]) -> None:
    unwanted = english(printed)
    assert {"contents", "workbook", "page", "exercise"} < unwanted
    assert {(where, word) for where, text in texts for word in words(text) & unwanted} == set()


def test_nothing_of_ours_is_left(folder: Path, texts: list[Text]) -> None:
    book = [(name, data.decode()) for name, data in files_of_epub(folder / "balkon.epub")]
    assert len(book) > 15
    assert {where for where, text in [*texts, *book] if OURS.search(text)} == set()


@pytest.mark.parametrize("name", [name for name in PDFS if not name.endswith("-letter")])
def test_a_pdf_has_its_own_hues_alone(folder: Path, name: str) -> None:
    ours = {hue for file in (ROOT / "overrides").rglob("*.css") for hue in hues(file)}
    colours = colours_of_pdf(folder / f"{name}.pdf")
    assert colours & ours == set()
    if name.removesuffix("-a4") in IN_ALL_HUES:
        tokens = (BALCONY / "overrides/assets/css/tokens.css").read_text("utf-8")
        own = {re.search(rf"--hue-{n}: (#\w+)", tokens)[1] for n in (1, 2, 3)}  # type: ignore[index]
        assert own <= colours


def test_the_book_has_its_own_hues_alone(folder: Path) -> None:
    ours = {hue for file in (ROOT / "overrides").rglob("*.css") for hue in hues(file)}
    book = b" ".join(data for _, data in files_of_epub(folder / "balkon.epub")).decode().lower()
    assert {hue for hue in ours if hue in book} == set()
    assert "#6b2d7b" in book


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_says_its_language_and_counts_its_pages(folder: Path, name: str) -> None:
    reader = PdfReader(folder / f"{name}.pdf")
    assert reader.trailer["/Root"]["/Lang"] == "de"  # type: ignore[index]
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    edition = name.removesuffix("-a4").removesuffix("-letter")
    if edition in (*SHEETS, *NOTED, "start-here"):
        assert [page for page in pages if VERSION not in page] == []
    elif edition.startswith("workbook"):
        assert "Fassung 0.3, 1. März 2027." in pages[1]
        assert "CC BY 4.0" in pages[1]
    elif edition in BOOKS:
        assert VERSION in pages[0]
    if edition in NOTED:
        assert f"Seite {len(pages)} von {len(pages)}" in pages[-1]
    elif edition not in (*BARE, "one-page"):
        assert pages[-1].replace(VERSION, "").split()[-1] == str(len(pages))


def test_the_page_of_files_offers_each_edition(printed: Built, folder: Path) -> None:
    page = printed.pages["dateien/"]
    offered = [
        link.get("href").rpartition("/")[2]
        for block in blocks(page.tree, "files")
        for link in block.element.xpath(".//a[not(@class='headerlink')]")
    ]
    made = [file.name for file in folder.iterdir() if file.suffix in MADE]
    assert sorted(offered) == sorted(made)
    facts = [text_of(b.element) for b in blocks(page.tree, "files") if b.get("edition")]
    file = r"{} ?\(PDF, \d+ Seiten, \d+ kB\)"
    assert re.fullmatch(rf"Heft ?{file.format('DIN A4')} ?{file.format('US-Letter')}", facts[0])


def test_answers_are_in_their_own_edition(folder: Path) -> None:
    texts = {
        name: " ".join(" ".join(text.split()) for _, text in texts_of_pdf(folder / f"{name}.pdf"))
        for name in ("answers-a4", "workbook-a4")
    }
    for reason in (
        "Dort fehlt das Licht.",
        "Die Pflanze war nur zu warm.",
        "So beginnt jede Pflanze.",
    ):
        assert reason in texts["answers-a4"]
        assert reason not in texts["workbook-a4"]


def test_another_build_in_another_folder_makes_the_same_bytes(
    courses: Courses, folder: Path
) -> None:
    root = courses.lay_out("balcony again", BALCONY)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
    }
    # Nothing is kept in the new folder that could be taken from an earlier build.
    build = [sys.executable, "-m", "course", "--config", str(root / "mkdocs.yml"), "build"]
    subprocess.run(build, cwd=root, env=environment, check=True)
    again = root / "site" / "downloads"
    files = sorted(file.name for file in folder.iterdir() if file.is_file())
    # A picture of each edition, of both decks and of the kit, and the e-book with its cover.
    assert len(files) == len(PDFS) + len(KIT) + len(EDITIONS) + 3 + 2
    assert [name for name in files if not filecmp.cmp(folder / name, again / name, False)] == []
