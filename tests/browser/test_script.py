"""The script as it is sent, and as its parts are written."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from course.site.assets import joined, scripts
from tests.courses.build import ROOT

FOLDER = ROOT / "overrides/assets/js"
SCRIPTS = sorted(FOLDER.glob("*.js"))
# Classes that an author writes, and those of the theme and of Python-Markdown, which have no other
# names.
CLASSES = r"\.(?:md-[\w-]+|headerlink|doors|go-on|due|reminder)"
# How the names of notes end, which are kept beside the answers, and that of a script.
NOTES = r"\.(?:other|checked|path|at|finished|review|js)"
# The texts of two formats, an iCalendar file and a page to download, begin so.
FORMAT = r"(?:BEGIN|END|VERSION|UID|DTSTAMP|DTSTART|SUMMARY|PRODID|<!doctype|<style)"


def texts(path: Path) -> list[str]:
    """Return what a script has in quotes."""
    code = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [a or b for a, b in re.findall(r'"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`', code)]


# A quarter of the first is for the theme's menu by keyboard, a quarter stands in for the theme, and
# a tenth holds back what belongs to a story; 40 bytes keep the focus in sight on cards in WebKit,
# 10 shut the search until the theme can, 35 lead on from it in WebKit, 20 make a menu in its
# drawer ready at the first touch, 10 leave it alone when something else is chosen, and 15 keep what
# is shown from moving until it has its looks.
# The second comes with the theme's script; 240 bytes of it lead from the end of a card to the top
# of the next. A fifth of the third is for what no reader sees: a second copy on the disk, older
# answers taken along, what a file may bring, and undo; another fifth reads what notebook and review
# show on its own pages.
@pytest.mark.parametrize(
    ("name", "most"), [("course.js", 4475), ("before.js", 2060), ("answers.js", 14430)]
)
def test_what_is_sent_is_small(name: str, most: int) -> None:
    parts = scripts({path.name for path in SCRIPTS})[name]
    assert len(gzip.compress(joined(FOLDER, parts).encode(), mtime=0)) <= most


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_part_is_about_one_thing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("/* ")
    assert text.count("\n") <= 120


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_blocks_are_known_by_their_data(path: Path) -> None:
    """A class is a matter of looks, and may be renamed for the sake of them."""
    selectors = [re.sub(r"\$\{.*?\}", "", text) for text in texts(path)]
    names = [
        name for text in selectors for name in re.findall(r"(?:^|[\s,(])(\.[a-z][\w-]*)", text)
    ]
    assert [name for name in names if not re.fullmatch(f"{CLASSES}|{NOTES}", name)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_word_that_a_reader_sees_is_in_a_script(path: Path) -> None:
    said = [
        text for text in texts(path) if re.search(r"\b[A-Z][a-z]+ [a-z]|[a-z] [a-z]+ [a-z]", text)
    ]
    assert [text for text in said if not re.match(FORMAT, text)] == []
