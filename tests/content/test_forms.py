"""The workbook of this course to fill in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pikepdf
import pypdf

from course.print.text.book import Book
from tests.content.editions import ANSWERS, FILLABLE, ONE_PAGE, PRINTED, SHEETS, blocks, these
from tests.print.layout.pdf import MM
from tests.print.printed_file import PrintedFile

# Fields of answers; the buttons of a figure choose what is shown.
KEPT = "@name and not(@type='hidden') and not(ancestor::*[@data-block='frames'])"


@these(FILLABLE)
def test_every_answer_of_the_course_has_its_field(file: PrintedFile, book: Book) -> None:
    fields = file.reader.get_fields() or {}
    asked = {area.get("name") for _, area in blocks(book, KEPT)}
    assert asked
    assert asked <= set(fields)


@these(FILLABLE)
def test_every_field_has_a_name_and_says_what_it_is_for(file: PrintedFile) -> None:
    fields = file.reader.get_fields() or {}
    assert len(fields) > 150
    assert [name for name, field in fields.items() if not name or not field.get("/TU")] == []
    with pikepdf.open(file.path) as opened:
        names = Counter(str(field.T) for field in opened.Root.AcroForm.Fields)
    assert set(names) == set(fields)
    # What is written into one of two fields of a name appears in both.
    assert [name for name, number in names.items() if number > 1] == []
    assert {name for page in file.layout.pages for name, _ in page.fields} == set(fields)


@these(FILLABLE)
def test_fields_for_text_are_as_high_as_their_lines(file: PrintedFile) -> None:
    heights = {
        name: (box.bottom - box.top) / MM for page in file.layout.pages for name, box in page.fields
    }
    places = file.tree.xpath("//div[@class='ruled']")
    assert len(places) > 30
    for place in places:
        # Those of a cell and of a drawing are lower; it is higher where it fills a page.
        assert heights[place.get("name")] / len(place) > 6, place.get("name")


@these(FILLABLE)
def test_the_fields_can_be_filled_saved_and_read_back(file: PrintedFile, tmp_path: Path) -> None:
    filled = tmp_path / "filled.pdf"
    values = {}
    with pikepdf.open(file.path) as opened:
        for number, field in enumerate(opened.Root.AcroForm.Fields):
            places = [*field.get("/Kids", [])] or [field]
            if field.get("/FT") == "/Tx":
                field.V = pikepdf.String(f"Zoë’s answer {number}")
            else:
                state = next(name for name in places[0].AP.N if name != "/Off")
                field.V = places[0].AS = pikepdf.Name(state)
            values[str(field.T)] = str(field.V)
        opened.save(filled)
    reader = pypdf.PdfReader(filled)
    found = {name: str(field.value) for name, field in (reader.get_fields() or {}).items()}
    assert found == values
    assert len(values) > 150


@these([*PRINTED, *ANSWERS, *ONE_PAGE, *SHEETS])
def test_what_is_for_paper_has_no_fields(file: PrintedFile) -> None:
    assert not file.reader.get_fields()
