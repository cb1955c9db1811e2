"""Editions of a fixed length hold what fits, whatever units a course has."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.courses import plain
from tests.courses.build import Built, Courses

pytestmark = pytest.mark.print

SIX = ["bread", "soup", "salad", "cake", "stew", "pie"]
# Each course: its units, and how long they are.
COURSES: dict[str, dict[str, Any]] = {
    "one unit": {"names": ["bread"], "lines": [6]},
    "six units": {"names": SIX, "lines": [6, 6]},
    "short units": {"names": ["bread", "soup"], "rows": 1, "words": 1, "lines": [1]},
    "a long unit": {"names": ["bread"], "rows": 9, "words": 9, "lines": [20, 20, 12]},
    "units without exercises": {"names": ["bread", "soup"], "lines": []},
}
TOO_LONG = plain.course(["bread", "soup"], lines=[3])
TOO_LONG["docs/units/bread.md"] = plain.unit("bread", 3, 4, [40] * 5)


def fixed(built: Built) -> dict[str, bytes]:
    """Return the editions of a fixed length, by name."""
    # They load what sets PDFs, which the other tests do without.
    from course.editions import editions
    from course.print.jobs import render
    from course.print.make import jobs_for
    from course.print.text.book import read_book

    book = read_book(built.site, built.course)
    wanted = [replace(e, sizes=("a4",)) for e in editions(built.course, book.units) if e.sides]
    made: dict[str, bytes] = {}
    for job in (job for each in wanted for job in jobs_for(each, book, {})):
        made.update(render(job))
    return made


@pytest.mark.parametrize("name", COURSES)
def test_editions_keep_to_their_length(courses: Courses, name: str) -> None:
    facts = COURSES[name]
    built = courses.build(f"sizes-{name.replace(' ', '-')}", plain.course(**facts))
    assert built.messages == []
    texts = {}
    for file, data in fixed(built).items():
        reader = PdfReader(BytesIO(data))
        assert len(reader.pages) <= (1 if file.startswith("one-page") else 2)
        texts[file] = " ".join(page.extract_text() for page in reader.pages)
    one_page = texts.pop("one-page-a4.pdf")
    assert [unit for unit in facts["names"] if unit.title() not in one_page] == []
    # Every exercise is there: what gives way is the room to write, and the rows of the table.
    exercises = {file: len(re.findall(r"Exercise \d", text)) for file, text in texts.items()}
    assert exercises == {f"sheet-{unit}-a4.pdf": len(facts["lines"]) for unit in facts["names"]}


def test_an_edition_that_cannot_be_made_costs_itself_and_a_line(
    courses: Courses, monkeypatch: pytest.MonkeyPatch
) -> None:
    from course.editions import Edition, editions
    from course.print import make

    def few(*given: Any) -> list[Edition]:
        found = (each for each in editions(*given) if each.sides)
        return [replace(each, sizes=("a4",), fits=each.fits[-1:]) for each in found]

    # The others are made as always, which takes long.
    monkeypatch.setattr(make, "editions", few)
    built = courses.print("sizes-too-long", TOO_LONG)
    (line,) = built.messages
    assert re.fullmatch(
        r"docs/units/bread\.md:1: sheet-bread-a4\.pdf is not made: "
        r"it has \d+ pages, and may have 2: shorten it",
        line,
    )
    made = {file.name for file in (built.site / "downloads").iterdir()}
    names = ("one-page-a4", "sheet-soup-a4")
    assert made == {f"{name}.{kind}" for name in names for kind in ("pdf", "png")}
    assert (built.site / "index.html").is_file()
    offered = {
        name: page.tree.xpath("//article//*[@data-block='files']//a/@href")
        for name, page in built.pages.items()
    }
    assert offered["units/soup/"] == ["../../downloads/sheet-soup-a4.pdf"]
    assert offered["units/bread/"] == []
