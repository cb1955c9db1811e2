"""Comparison tables."""

from __future__ import annotations

from tests.markdown_page import Pages

TABLE = """Criterion | When you manage | When you lead | Where they meet | Origin
---|---|---|---|---
Time | now | later | a plan | Article
"""


def test_columns_have_their_classes(pages: Pages) -> None:
    table = pages.html(TABLE).find("table")
    assert table.get("class") == "comparison"
    columns = ["criterion", "managing", "leading", "both", "origin"]
    assert [cell.get("class") for cell in table.findall("thead/tr/th")] == columns
    assert [cell.get("class") for cell in table.findall("tbody/tr/*")] == columns


def test_criterion_heads_its_row(pages: Pages) -> None:
    head = pages.html(TABLE).find("table/tbody/tr")[0]
    assert (head.tag, head.get("scope")) == ("th", "row")


def test_roles_survive_a_change_of_display(pages: Pages) -> None:
    table = pages.html(TABLE).find("table")
    roles = [element.get("role") for element in table.iter() if isinstance(element.tag, str)]
    head = ["row", *["columnheader"] * 5]
    body = ["row", "rowheader", *["cell"] * 4]
    assert roles == ["table", "rowgroup", *head, "rowgroup", *body]


def test_cells_say_their_column(pages: Pages) -> None:
    cells = pages.html(TABLE).findall("table/tbody/tr/td")
    assert cells[0].get("data-label") == "When you manage"


def test_other_tables_are_left_alone(pages: Pages) -> None:
    assert pages.html("a | b\n--|--\n1 | 2").find("table").attrib == {}
