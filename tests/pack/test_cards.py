"""The questions as cards for Anki, read back as Anki has them."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from course.model import blocks
from course.pack.anki import write_cards
from course.print.downloads import FOLDER
from course.print.text.book import read_book
from tests.courses.build import BALCONY, Built, Courses

FILE = "balkon.apkg"


@contextmanager
def database(data: bytes, folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the database of a file for Anki."""
    (folder / "cards.apkg").write_bytes(data)
    with (
        zipfile.ZipFile(folder / "cards.apkg") as archive,
        closing(sqlite3.connect(":memory:")) as connection,
    ):
        assert archive.namelist() == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        connection.deserialize(archive.read("collection.anki2"))
        yield connection


def notes(data: bytes, folder: Path) -> dict[str, list[str]]:
    """Return the fields of each note by what Anki knows it by."""
    with database(data, folder) as connection:
        rows = connection.execute("select guid, flds from notes").fetchall()
    return {guid: fields.split("\x1f") for guid, fields in rows}


def questions(built: Built) -> list[str]:
    """Return the ids of all questions of a course."""
    pages = built.pages.values()
    return [each.id for page in pages for each in blocks(page.tree) if each.series == "question"]


def test_every_question_is_a_card_with_all_its_reasons(packed: Built, tmp_path: Path) -> None:
    found = notes((packed.site / FOLDER / FILE).read_bytes(), tmp_path)
    assert len(found) == len(set(questions(packed))) > 5
    fronts = {front: (back, page) for front, back, page in found.values()}
    ((back, page),) = [each for each in fronts.values() if "alles zugleich reif" in each[0]]
    assert "Richtig." in back
    assert "Das nicht." in back
    assert "https://balkon.example/kurs/kapitel/salat/#salat-frage-folge" in page
    for text, (reasons, _) in fronts.items():
        assert text
        assert reasons
        assert "<input" not in text + reasons
        assert "data-" not in text + reasons
        assert "Richtig." not in text


def test_a_card_keeps_its_name_when_its_words_change(
    courses: Courses, packed: Built, tmp_path: Path
) -> None:
    name = "docs/kapitel/salat.md"
    text = (BALCONY / name).read_text("utf-8")
    changed = text.replace("Dann wird alles zugleich reif", "Dann ist alles auf einmal reif")
    assert changed != text
    other = courses.build("balcony-changed", BALCONY, {name: changed})
    before = notes((packed.site / FOLDER / FILE).read_bytes(), tmp_path)
    after = notes(write_cards(read_book(other.site, other.course)), tmp_path)
    assert before.keys() == after.keys()
    assert before != after


def test_cards_come_in_the_order_of_the_course(packed: Built, tmp_path: Path) -> None:
    with database((packed.site / FOLDER / FILE).read_bytes(), tmp_path) as connection:
        query = "select notes.flds from cards join notes on cards.nid = notes.id order by cards.due"
        pages = [row[0].split("\x1f")[2] for row in connection.execute(query)]
        times = {row[0] for row in connection.execute("select mod from notes")}
    assert len(times) == 1
    assert list(dict.fromkeys(pages)) == sorted(set(pages), key=pages.index)


def test_anki_takes_it_and_keeps_what_was_learnt(packed: Built, tmp_path: Path) -> None:
    collection = pytest.importorskip("anki.collection")
    file = shutil.copy(packed.site / FOLDER / FILE, tmp_path)
    anki = collection.Collection(str(tmp_path / "collection.anki2"))
    try:
        ask = collection.ImportAnkiPackageRequest(package_path=str(file))
        anki.import_anki_package(ask)
        ids = list(anki.find_cards(""))
        assert len(ids) == len(set(questions(packed)))
        card = anki.get_card(ids[0])
        assert card.question()
        assert '<hr id="answer">' in card.answer() or "<hr id=answer>" in card.answer()
        card.reps, card.ivl, card.type, card.queue = 3, 20, 2, 2
        anki.update_card(card)
        anki.import_anki_package(ask)
        assert list(anki.find_cards("")) == ids
        assert anki.get_card(ids[0]).ivl == 20
    finally:
        anki.close()
