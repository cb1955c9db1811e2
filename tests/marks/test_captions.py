"""Captions of figures and tables."""

from __future__ import annotations

from course.model import text_of
from tests.markdown_page import Pages

TABLE = "a | b\n--|--\n1 | 2\n\n/// table-caption\nIn *short*.\n///\n"
FIGURE = "![x](x.png)\n\n/// figure-caption\nA picture.\n///\n"


def test_each_caption_has_its_number_and_says_what_it_is_counted_as(pages: Pages) -> None:
    figures = pages.html(f"{TABLE}\n{FIGURE}\n{TABLE}").findall("figure")
    assert [figure.get("data-series") for figure in figures] == ["table", "figure", "table"]
    assert [text_of(figure.find("figcaption")) for figure in figures] == [
        "Table 1. In short.",
        "Figure 1. A picture.",
        "Table 2. In short.",
    ]


def test_the_number_is_in_the_words_of_the_language(pages: Pages) -> None:
    words = pages.root / "overrides/words/en.yml"
    text = words.read_text("utf-8")
    words.write_text(text.replace("table: Table {number}.", "table: Tafel {number} –"), "utf-8")
    assert text_of(pages.html(TABLE).find(".//figcaption")) == "Tafel 1 – In short."


def test_a_figure_without_a_caption_is_not_counted(pages: Pages) -> None:
    assert pages.html("<figure markdown>\nx\n</figure>").find("figure").attrib == {}
