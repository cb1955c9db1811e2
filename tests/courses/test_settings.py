"""Every mistake in what `mkdocs.yml` says of a course is told in one line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.problems import Refused
from course.settings import Place, read_course
from tests.courses.build import BALCONY

TEXT = (BALCONY / "mkdocs.yml").read_text("utf-8")
# What is replaced in a good file, and by what; then the message, at the first line that differs.
MISTAKES = {
    "no name": ("    name: balkon\n", "", "name: it is missing: add name: …"),
    "a name that is no id": (
        "name: balkon",
        "name: Mein Balkon",
        'name: it is "Mein Balkon": write lower-case words joined by hyphens',
    ),
    "a name that is a list": (
        "name: balkon",
        "name: [balkon]",
        "name: it is not a text: write name: …, on one line",
    ),
    "a name that no entry has": (
        "columns:",
        "colums:",
        "colums: there is no such entry: write columns",
    ),
    "an entry twice": (
        "    name: balkon",
        "    name: balkon\n    name: garten",
        "name: it is there twice: keep one of the two",
    ),
    "a release that is a text": (
        'release:\n      version: "0.3"\n      date: "2027-03-01"',
        'release: "0.3"',
        "release: it is not a list of names with values: write name: value below it",
    ),
    "no version": ('      version: "0.3"\n', "", "release: version: it is missing: add version: …"),
    "no date": ('      date: "2027-03-01"\n', "", "release: date: it is missing: add date: …"),
    "a date of another form": (
        "2027-03-01",
        "1. März 2027",
        'release: date: it is "1. März 2027": write a date such as "2026-11-23"',
    ),
    "activities that are a text": (
        re.search(r"activities:.*?(?=    columns)", TEXT, re.DOTALL)[0],  # type: ignore[index]
        "activities: saeen\n",
        "activities: it is not a list: write each on a line of its own, after a hyphen",
    ),
    "an activity that is a text": (
        "- {name: ernten, sign: ■, column: Wenn du erntest, noun: Ernten}",
        "- ernten",
        "activities: 3: it is not a list of names with values: write name: value below it",
    ),
    "an activity without a name": (
        "{name: ernten, sign",
        "{sign",
        "activities: 3: name: it is missing: add name: …",
    ),
    "an activity with a name that is no id": (
        "name: ernten",
        "name: Ernten",
        'activities: 3: name: it is "Ernten": write lower-case words joined by hyphens',
    ),
    "an activity with a sign that cannot be drawn": (
        "sign: ■, column: Wenn du erntest",
        "sign: ✿, column: Wenn du erntest",
        'activities: 3: sign: it is "✿": write one of ■, ▲, ●, ◆',
    ),
    "an activity with the sign of another": (
        "sign: ■, column: Wenn du erntest",
        "sign: ●, column: Wenn du erntest",
        'activities: 3: sign: another one has "●" too: give each its own',
    ),
    "an activity without a column": (
        ", column: Wenn du erntest",
        "",
        "activities: 3: column: it is missing: add column: …",
    ),
    "an activity with a hue": (
        "{name: ernten",
        "{hue: red, name: ernten",
        "activities: 3: hue: there is no such entry: write name or sign or column or noun",
    ),
    "a column without a head": (
        "- {head: Herkunft}",
        "- {sign: ■}",
        "columns: 2: head: it is missing: add head: …",
    ),
    "a column twice": (
        "- {head: Herkunft}",
        "- {head: Bei allem}",
        'columns: 2: head: another one has "Bei allem" too: give each its own',
    ),
    "verdicts that are a list": (
        "verdicts: {Belegt: +, Gemischt: ±, Widerlegt: −}",
        "verdicts: [Belegt, Gemischt]",
        "verdicts: it is not a list of names with values: write name: value below it",
    ),
    "a verdict without a sign": (
        "Gemischt: ±",
        'Gemischt: ""',
        "verdicts: Gemischt: it is missing: add Gemischt: …",
    ),
    "units that are a text": (
        re.search(r"units:.*?(?=    pages)", TEXT, re.DOTALL)[0],  # type: ignore[index]
        "units: kapitel\n",
        "units: it is not a list of names with values: write name: value below it",
    ),
    "parts of units that are a text": (
        re.search(r"parts:.*?(?=      research)", TEXT, re.DOTALL)[0],  # type: ignore[index]
        "parts: Das Wichtigste\n",
        "units: parts: it is not a list: write each on a line of its own, after a hyphen",
    ),
    "a part of research that is none": (
        "research: Was man weiß",
        "research: Was man wusste",
        'units: research: it is "Was man wusste": write Was man weiß',
    ),
    "a part of recall that is none": (
        "recall: Prüfe dich",
        "recall: Check",
        'units: recall: it is "Check": write one of Rate zuerst, Der Gedanke, '
        "Nebeneinander, Was man weiß, Entscheide, Prüfe dich, Für deinen Balkon, Das Wichtigste",
    ),
    "a number of words that is none": (
        "      words: 200\n      questions",
        "      words: many\n      questions",
        'units: words: it is "many": write a whole number from 0',
    ),
    "a pace of nothing": (
        "alone: {words: 200}",
        "alone: {words: 0}",
        'pace: alone: words: it is "0": write a whole number from 1',
    ),
    "a pace for others": (
        "alone: {words: 200}",
        "trainer: {words: 200}",
        "pace: trainer: there is no such entry: write alone or group",
    ),
    "a mean that is no range": (
        "mean: 6 to 20",
        "mean: 20 to 6",
        'prose: mean: it is "20 to 6": write two whole numbers such as 11 to 20',
    ),
    "prose of a folder that is none": (
        "      reason: 4",
        "      reason: 4\n      elsewhere: [{pages: anhang/, sentence: 30}]",
        "prose: elsewhere: 1: pages: there is no folder docs/anhang/: "
        "correct the path, or remove the entry",
    ),
    "a sign of what goes beyond without words": (
        "    verdicts:",
        '    beyond: {sign: "*"}\n    verdicts:',
        "beyond: words: it is missing: add words: …",
    ),
    "a glossary that is no file": (
        "nachschlagen/begriffe.md\n      sources",
        "begriffe.md\n      sources",
        "pages: glossary: there is no file docs/begriffe.md: correct the path, or remove the entry",
    ),
    "a bibliography that is no file": (
        "quellen.bib",
        "quelle.bib",
        "pages: bibliography: there is no file docs/nachschlagen/quelle.bib: "
        "write nachschlagen/quellen.bib",
    ),
    "a page of another name": (
        "      glossary:",
        "      glossar:",
        "pages: glossar: there is no such entry: write glossary",
    ),
    "a page to leave out that is no file": (
        "apart: [index.md,",
        "apart: [start.md,",
        "books: apart: 1: there is no file docs/start.md: correct the path, or remove the entry",
    ),
    "a folder to leave out that is none": (
        "dateien.md, nachschlagen/, ",
        "dateien.md, anhang/, ",
        "books: apart: 5: there is no folder docs/anhang/: correct the path, or remove the entry",
    ),
    "a beginning that is no file": (
        "begin: dateien.md#heft",
        "begin: heft.md#heft",
        "books: workbook: begin: there is no file docs/heft.md: write merkheft.md",
    ),
    "an end of another name": (
        "        begin: dateien.md#lesen\n        end:",
        "        begin: dateien.md#lesen\n        ends:",
        "books: reading: ends: there is no such entry: write end",
    ),
    "a licence that is no file": (
        "licence: nachschlagen/ueber.md",
        "licence: lizenz.md",
        "books: imprint: licence: there is no file docs/lizenz.md: "
        "correct the path, or remove the entry",
    ),
    "a kind of block that is no file": (
        "    verdicts:",
        "    kinds: [kinds/brief.py]\n    verdicts:",
        "kinds: 1: there is no file kinds/brief.py: correct the path, or remove the entry",
    ),
    "numbered parts that are a text": (
        "    verdicts:",
        "    numbered: Modul\n    verdicts:",
        "numbered: it is not a list: write each on a line of its own, after a hyphen",
    ),
    "a numbered part that is empty": (
        "    verdicts:",
        '    numbered: [Modul, ""]\n    verdicts:',
        "numbered: 2: it is missing: add 2: …",
    ),
    "kinds of block that are a text": (
        "    verdicts:",
        "    kinds: kinds/brief.py\n    verdicts:",
        "kinds: it is not a list: write each on a line of its own, after a hyphen",
    ),
}
# What is missing is told at the line of what should hold it.
HOLDERS = {"no name": "  course:", "no version": "    release:", "no date": "    release:"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a copy of the course."""
    return shutil.copytree(BALCONY, tmp_path / "course")


def told(folder: Path, text: str) -> list[str]:
    """Return what is told of a course that is described by a text."""
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    try:
        read_course(file)
    except Refused as refused:
        return list(map(str, refused.problems))
    return []


def test_the_file_without_a_mistake_is_read(folder: Path) -> None:
    course = read_course(folder / "mkdocs.yml")
    assert course.title == "Gemüse auf dem Balkon"
    assert [activity.hue for activity in course.activities] == [1, 2, 3]
    assert course.columns == {"Bei allem": "●◆■", "Herkunft": ""}
    assert course.books.origin == Place("nachschlagen/ueber.md", "herkunft")
    assert course.words("verdict.right") == "Richtig."


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_in_one_line(folder: Path, name: str) -> None:
    old, new, message = MISTAKES[name]
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    number = line_of(text, HOLDERS[name]) if name in HOLDERS else first_change(text)
    assert told(folder, text) == [f"mkdocs.yml:{number}: extra: course: {message}"]


def first_change(text: str) -> int:
    """Return the number of the first line of a text that is not in the good file."""
    pairs = zip(text.splitlines(), TEXT.splitlines(), strict=False)
    return next(number for number, (new, old) in enumerate(pairs, 1) if new != old)


def line_of(text: str, sign: str) -> int:
    """Return the number of the line that has a sign."""
    return text[: text.index(sign)].count("\n") + 1


def test_several_mistakes_are_told_in_order(folder: Path) -> None:
    text = TEXT.replace("name: balkon", "name: Balkon").replace("2027-03-01", "bald")
    text = text.replace("sign: ■, c", "sign: ✿, c")
    assert [line.split(": ")[0] for line in told(folder, text)] == [
        f"mkdocs.yml:{line_of(text, sign)}" for sign in ("name: Balkon", "bald", "✿")
    ]


def test_a_file_that_is_not_yaml_is_told_with_its_line(folder: Path) -> None:
    (line,) = told(folder, TEXT.replace("    name: balkon", "    name: balkon: kurs"))
    assert re.fullmatch(r"mkdocs\.yml:\d+: a colon stands inside of the text: put .*", line)


def test_words_that_are_not_yaml_are_told_with_their_line(folder: Path) -> None:
    words = folder / "overrides/words/de.yml"
    words.write_text(words.read_text("utf-8").replace("    date: d. MMMM y", "   date: d"), "utf-8")
    (line,) = told(folder, TEXT)
    assert re.fullmatch(r"overrides/words/de\.yml:\d+: the line does not stand below .*", line)


def test_a_language_that_is_not_there_is_told(folder: Path) -> None:
    number = line_of(TEXT, "INHERIT:")
    assert told(folder, TEXT.replace("words/de.yml", "words/fr.yml")) == [
        f"mkdocs.yml:{number}: there is no file overrides/words/fr.yml: correct the path"
    ]


def test_no_course_at_all_is_told(folder: Path) -> None:
    text = TEXT[: TEXT.index("  course:\n")] + TEXT[TEXT.index("extra_css:") :]
    assert [line.partition(": ")[2] for line in told(folder, text)] == [
        "extra: course: name: it is missing: add name: …",
        "extra: course: release: date: it is missing: add date: …",
        "extra: course: release: version: it is missing: add version: …",
    ]
