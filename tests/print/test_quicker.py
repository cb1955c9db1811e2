"""What is kept from one document to the next, which changes nothing in what is set."""

from __future__ import annotations

import gc
import inspect
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tinyhtml5 import inputstream

from course.print.pdf import quicker
from course.print.pdf.fetching import NotTypeset
from course.print.pdf.fonts import STYLES
from course.print.pdf.prepared import uncollected
from course.print.pdf.quicker import LETTERS, Lines, Until, page_references
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import TooLong, typeset
from course.print.text.links import naming

# Each has two columns, references to pages, words to break, and letters of three kinds.
WORDS = "some words and Donaudampfschifffahrtsgesellschaft, <b>bold</b> and <u>underlined</u> "
PARTS = "".join(
    f'<h2 id="p{n}">Part {n}</h2><p>{WORDS * n}<a href="#p{8 - n}">there</a></p>'
    for n in range(1, 8)
)
DOCUMENT = (
    f'<!doctype html><html lang="en"><title>x</title><style>@page {{ size: 90mm 60mm }} '
    f"div {{ columns: 2 }} a::after {{ content: ' ' target-counter(attr(href), page) }} "
    f"p {{ text-align: justify; hyphens: auto }}</style><div>{PARTS}</div>{PARTS}</html>"
).replace('id="p', 'id="q', 7)
# The same with each place named as our style sheets name it.
PLACED = re.sub(r'href="(#\w+)"', lambda link: f"{link[0]} style='{naming(link[1])}'", DOCUMENT)
PLACED = PLACED.replace("attr(href)", "var(--place)")


class Style(dict[str, Any]):
    """A style that says the same of everything, but for the size of its letters."""

    def __init__(self, size: int, fonts: object) -> None:
        self.size = size
        self.font_config = fonts

    def __missing__(self, key: str) -> Any:
        return {self.size} if key == "text_decoration_line" else self.size


def lines() -> tuple[Lines, list[str]]:
    """Return what keeps lines, and a list of the texts that were not known."""
    asked: list[str] = []

    def split(text: str, *_: Any, **__: Any) -> tuple[Any, ...]:
        asked.append(text)
        return SimpleNamespace(text=text), len(text), None

    return Lines(split), asked


def test_a_line_is_found_once_and_each_has_its_own() -> None:
    kept, asked = lines()
    fonts = object()
    one = kept("one", Style(9, fonts), None, 50, 0, is_line_start=True)
    one[0].text = "drawn"
    two = kept("one", Style(9, fonts), None, 50, 0, is_line_start=True)
    assert asked == ["one"]
    assert two[0] is not one[0]
    assert (two[0].text, *two[1:]) == ("one", 3, None)


@pytest.mark.parametrize("other", ["text", "letters", "fonts", "width", "spacing", "start"])
def test_another_line_is_found_anew(other: str) -> None:
    kept, asked = lines()
    fonts = object()
    kept("one", Style(9, fonts), None, 50, 0, is_line_start=True)
    kept(
        "two" if other == "text" else "one",
        Style(8 if other == "letters" else 9, object() if other == "fonts" else fonts),
        None,
        40 if other == "width" else 50,
        1 if other == "spacing" else 0,
        is_line_start=other != "start",
    )
    assert len(asked) == 2


def test_lines_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quicker, "LINES", 10)
    kept, _ = lines()
    for number in range(100):
        kept(str(number), Style(9, None), None, 50, 0)
    assert len(kept.kept) <= 10


def test_the_references_to_the_pages_of_a_growing_file() -> None:
    pdf = SimpleNamespace(pages={"Kids": [3, 0, "R"]})
    assert page_references(pdf) == (b"3 0 R",)
    pdf.pages["Kids"] += [7, 0, "R"]
    assert page_references(pdf) == page_references(pdf) == (b"3 0 R", b"7 0 R")


def test_the_text_up_to_some_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Until()
    monkeypatch.setattr(inputstream, "characters_until_regex", kept)
    for _ in range(2):
        stream = inputstream.HTMLInputStream("some words & <b>")
        assert stream.chars_until(("&", "<")) == "some words "
        assert stream.chars_until("<", opposite=True) == ""
        assert stream.chars_until("& ", opposite=True) == "& "
        assert stream.chars_until((">", "]", "^", "\\")) == "<b"
    assert len(kept) == 4


@pytest.mark.print
def test_a_line_hangs_on_nothing_else() -> None:
    # WeasyPrint's own functions, by their text: a new version may read more of a style.
    from weasyprint.text import fonts, line_break

    functions = [
        *(line_break.split_first_line, line_break.create_layout, line_break.first_line_metrics),
        *(line_break.line_size, line_break.Layout, line_break.strut),
        *(line_break._font_style_cache_key, fonts.get_font_description),
    ]
    read = {
        name
        for each in functions
        for name in re.findall(r"style\[['\"](\w+)['\"]\]", inspect.getsource(each))
    }
    known: set[str] = set()
    LETTERS(Recorder(known))
    assert {"font_size", "overflow_wrap"} < read <= known


class Recorder:
    """Notes what it is asked for."""

    def __init__(self, asked: set[str]) -> None:
        self.asked = asked

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return name


@pytest.mark.print
@pytest.mark.parametrize("text", [DOCUMENT, PLACED], ids=["attributes", "places"])
def test_nothing_that_is_set_changes(text: str, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from course.print.pdf import typeset as t\n"
        "t.make_quicker = lambda: None\n"
        "document, styles, out = map(Path, sys.argv[1:])\n"
        "setting = t.Setting([styles], document.parent)\n"
        "out.write_bytes(t.typeset(document.read_text('utf-8'), setting)[0])\n"
    )
    document, out = tmp_path / "document.html", tmp_path / "out.pdf"
    document.write_text(text, "utf-8")
    subprocess.run([sys.executable, "-c", script, document, STYLES, out], check=True)
    for _ in range(2):
        assert typeset(text, Setting([STYLES], tmp_path)) == [out.read_bytes()]


@pytest.mark.print
def test_what_is_too_long_is_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(TooLong) as refused:
        typeset(DOCUMENT, Setting([STYLES], tmp_path, most=2))
    assert refused.value.pages > 2
    most = refused.value.pages
    setting = Setting([STYLES], tmp_path)
    assert typeset(DOCUMENT, replace(setting, most=most)) == typeset(DOCUMENT, setting)


@pytest.mark.print
def test_a_style_sheet_that_cannot_be_read_is_told_each_time(tmp_path: Path) -> None:
    sheet = tmp_path / "own.css"
    sheet.write_text("p { colour: red }", "utf-8")
    for _ in range(2):
        with pytest.raises(NotTypeset, match="unknown property"):
            typeset(DOCUMENT, Setting([STYLES, sheet], tmp_path))
    sheet.write_text("p { color: red }", "utf-8")
    assert typeset(DOCUMENT, Setting([STYLES, sheet], tmp_path))


def test_objects_are_looked_for_at_the_end() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), uncollected():
        print(1 / 0)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
