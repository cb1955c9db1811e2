"""The forms of an exercise: lines, a table to fill in, boxes to tick or to write in, a sketch."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import BOXES, CHECKS, EXERCISE, SKETCH, TABLE, block_of, line_of_change
from tests.markdown_page import Pages


@pytest.mark.parametrize(
    ("text", "form", "rows"),
    [
        (EXERCISE, "lines", ["8"]),
        (EXERCISE.replace("lines: 8", "lines: 8\n    form: lines"), "lines", ["8"]),
        (SKETCH, "sketch", ["9"]),
        (TABLE, "table", ["1"] * 4),
        (TABLE.replace("form: table", "form: table\n    lines: 2"), "table", ["2"] * 4),
        (CHECKS, "checks", []),
        (BOXES, "boxes", ["3"] * 2),
        (BOXES.replace("    lines: 3\n", ""), "boxes", ["2"] * 2),
    ],
)
def test_each_form_has_its_fields(pages: Pages, text: str, form: str, rows: list[str]) -> None:
    block = block_of(pages, text)
    assert (block.get("form"), block.element.xpath(".//@rows")) == (form, rows)
    assert block.get("lines") == ""


def test_a_table_keeps_what_is_given_and_has_a_field_in_each_empty_cell(pages: Pages) -> None:
    block = block_of(pages, TABLE)
    (table,) = block.parts("cells")
    rows = [list(row) for row in table.xpath("tbody/tr")]
    assert [text_of(cell) for cell in rows[0][:2]] == ["Close the till", "Amal"]
    assert [[len(cell.xpath("textarea")) for cell in row] for row in rows] == [[0, 0, 1], [1] * 3]
    assert [text_of(prompt) for prompt in block.parts("prompt")] == ["Fill it in."]


def test_a_table_can_be_shown_as_cards(pages: Pages) -> None:
    (table,) = block_of(pages, TABLE).parts("cells")
    assert table.xpath("thead/tr/th/@scope") == ["col"] * 3
    assert table.xpath("tbody/tr[1]/td/@data-label") == ["Task", "*Who*", ""]
    assert set(table.xpath(".//label/@class")) == {"visually-hidden"}


def test_a_table_to_fill_in_is_no_comparison(pages: Pages) -> None:
    text = TABLE.replace("| Task | *Who* | |", "| Task | When you manage | When you lead |")
    (table,) = block_of(pages, text).parts("cells")
    assert table.get("data-block") is None
    assert table.get("data-label") is None


def test_a_sketch_says_where_to_draw(pages: Pages) -> None:
    (label,) = block_of(pages, SKETCH).element.iter("label")
    assert text_of(label) == "Draw it on paper, or describe it here"


def test_labels_keep_their_marks(pages: Pages) -> None:
    for text, word in ((CHECKS, "door"), (BOXES, "it")):
        assert block_of(pages, text).element.find(".//label/em").text == word


LIST = "- The *door*\n\n- The till\n"


# What to change in a right block, and how the message to its author begins.
@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        (TABLE, "form: table", "form: grid", ': option "form" is "grid": write one of lines, t'),
        (TABLE, "form: table", "form: lines", ': option "lines" is missing: write a whole number'),
        (EXERCISE, "    lines: 8\n", "", ': option "lines" is missing: write a whole number'),
        (SKETCH, "    lines: 9\n", "", ': option "lines" is missing: write a whole number'),
        (TABLE, "| | | |\n///", "\nAfter.\n///", ": its prompt does not end with a table: write"),
        (TABLE, "form: table", "form: boxes", ": its prompt does not end with a list: write the"),
        (CHECKS, LIST, "", ": its prompt does not end with a list: write the list last"),
        (BOXES, "- If *it* …\n- I will …\n", "", ": its prompt does not end with a list: write"),
        (BOXES, "- I will …\n", "", ": it has one box: write two or more, or form: lines"),
        (CHECKS, LIST, "- The door\n    - shut\n", ": item 1 is more than a text: write one text"),
    ],
)
def test_wrong_use_names_the_line_of_the_block(
    pages: Pages, text: str, old: str, new: str, message: str
) -> None:
    assert old in text
    (told,) = pages.messages(f"Before.\n\n{text.replace(old, new, 1)}")
    name = text.split("\n")[0].partition("| ")[2]
    id_ = text.partition("id: ")[2].split()[0]
    about = name if "option" in message else id_
    line = line_of_change(text, old, new) if "option" in message and "missing" not in message else 1
    assert told.startswith(f'docs/text.md:{line + 2}: exercise "{about}"{message}')


def test_a_table_without_an_empty_cell_is_told(pages: Pages) -> None:
    full = TABLE.replace("| Amal | |", "| Amal | Jonas |").replace("| | | |\n///", "///")
    (told,) = pages.messages(full)
    what = "its table has no empty cell: leave those empty that the reader fills in"
    assert told == f'docs/text.md:1: exercise "a-table": {what}'
