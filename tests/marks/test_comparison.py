"""Comparison tables."""

from __future__ import annotations

from lxml.html import HtmlElement

from course.model import blocks
from tests.markdown_page import COURSE, Pages, text_of

TABLE = """Criterion | When you manage | When you lead | Where they meet | Origin
---|---|---|---|---
Time | now | later | a plan | Article
"""
THREE = COURSE.replace(
    "    columns:\n",
    "      - {name: rest, sign: ●, column: When you rest}\n    columns:\n",
)


def facts(cells: HtmlElement) -> list[str]:
    """Return what cells say of their column: what it is about, its hue and its sign."""
    names = ("data-column", "data-hue", "data-sign")
    return [" ".join(cell.get(name, "-") for name in names) for cell in cells]


def test_cells_say_their_column(pages: Pages) -> None:
    (block,) = blocks(pages.html(TABLE))
    table = block.element
    assert (block.kind, table.get("class")) == ("comparison", "own")
    columns = ["criterion - -", "activity 1 ■", "activity 2 ▲", "both - ■▲", "note - -"]
    assert facts(table.find("thead/tr")) == columns
    assert facts(table.find("tbody/tr")) == columns
    heads = ["When you manage", "When you lead", "Where they meet", "Origin"]
    assert table.xpath("tbody//@data-label") == heads


def test_a_table_can_compare_three_activities(pages: Pages) -> None:
    (pages.root / "mkdocs.yml").write_text(THREE, "utf-8")
    assert not list(blocks(pages.html(TABLE)))
    table = TABLE.replace("Origin", "When you rest")
    (block,) = blocks(pages.html(table))
    assert facts(block.element.find("tbody/tr"))[-1] == "activity 3 ●"


def test_criterion_heads_its_row(pages: Pages) -> None:
    head = pages.html(TABLE).find("table/tbody/tr")[0]
    assert (head.tag, head.get("scope")) == ("th", "row")


def test_each_head_says_what_it_heads(pages: Pages) -> None:
    assert pages.html(TABLE).xpath("//th/@scope") == [*["col"] * 5, "row"]


def test_other_tables_are_left_alone(pages: Pages) -> None:
    table = pages.html(TABLE.replace("When you lead", "Later")).find("table")
    assert not table.xpath("descendant-or-self::*/@*")


def test_what_goes_beyond_the_origin_is_said_in_words(pages: Pages) -> None:
    beyond = COURSE.replace("    verdicts:", "    beyond: {sign: +, words: added}\n    verdicts:")
    (pages.root / "mkdocs.yml").write_text(beyond, "utf-8")
    table = pages.html(f"{TABLE}*Place* + | here+ | there | both + | Article\n").find("table")
    plain, marked = table.findall("tbody/tr")
    assert not plain.xpath(".//*[@data-part]")
    assert text_of(marked[0]) == "Place +"
    (sign,) = marked.xpath(".//span[@data-part='beyond']")
    assert (sign.get("role"), sign.get("aria-label")) == ("img", "added")
    assert [text_of(cell) for cell in marked[1:]] == ["here+", "there", "both +", "Article"]


def test_a_course_that_has_no_such_sign(pages: Pages) -> None:
    cell = pages.html(f"{TABLE}Place + | a | b | c | d\n").findall("table/tbody/tr/th")[1]
    assert (text_of(cell), len(cell)) == ("Place +", 0)
