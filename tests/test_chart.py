"""The chart block and its data."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from course.markdown.chart import hatching
from tests.markdown_page import Pages, text_of

CHART = """/// chart | What *is* explained
    id: traits-explained
    data: dimensions/figures/traits.csv
    unit: of differences
    rest: open

Two bars & a scale,
in *plain* text.

Half is empty.
///
"""
HEAD = "label,value,shown,low,high,open,mark,mark_shown,note,source"
ROWS = [
    "Genes,40,about 40%,22,47,,,,,zhu2018",
    "Traits,23,,,,,10,strongest 10%,,zhu2018",
    '"Traits, behaviour",31,31% or more,,,yes,,,more below,zhu2018',
]
FILE = "docs/dimensions/figures/traits.csv"


def write(*lines: str) -> None:
    path = Path(FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def bars(pages: Pages, *rows: str) -> list[html.HtmlElement]:
    write(HEAD, *rows)
    found: list[html.HtmlElement] = pages.html(CHART).xpath("//svg/g[@class='bar']")
    return found


def widths(bar: html.HtmlElement, kind: str) -> list[float]:
    return [float(width) for width in bar.xpath(f"rect[@class='{kind}']/@width")]


def test_picture_is_named(pages: Pages) -> None:
    write(HEAD, *ROWS)
    svg = pages.html(CHART).find("svg")
    assert (svg.get("role"), svg.get("class")) == ("img", "diagram chart")
    assert svg.get("aria-labelledby") == "traits-explained-title traits-explained-desc"
    assert svg.find("title").get("id") == "traits-explained-title"
    assert svg.find("title").text == "What *is* explained"
    assert svg.find("desc").get("id") == "traits-explained-desc"
    assert svg.find("desc").text == "Two bars & a scale, in *plain* text. Half is empty."
    assert "style" not in html.tostring(svg, encoding="unicode")


def test_right_use_says_nothing(pages: Pages) -> None:
    write(HEAD, *ROWS)
    assert pages.messages(CHART) == []


def test_lengths_are_proportional_to_the_data(pages: Pages) -> None:
    for bar, solid in zip(bars(pages, *ROWS), [22, 23, 31], strict=True):
        full = widths(bar, "node")[0]
        box = bar.find("rect[@class='node']")
        last = bar.findall("rect[@class='soft']")[-1]
        end = float(last.get("x")) + float(last.get("width"))
        assert end - float(box.get("x")) == pytest.approx(full * solid / 100)


def test_value_and_mark_stand_at_their_places(pages: Pages) -> None:
    genes, traits, _ = bars(pages, *ROWS)
    box, value = genes.find("rect[@class='node']"), genes.find("rect[@class='value']")
    middle = float(value.get("x")) + float(value.get("width")) / 2
    assert middle - float(box.get("x")) == pytest.approx(0.4 * float(box.get("width")))
    first, second = traits.findall("rect[@class='soft']")
    before, after = float(first.get("x")) + float(first.get("width")), float(second.get("x"))
    gap = (before + after) / 2 - float(box.get("x"))
    assert gap == pytest.approx(0.1 * float(box.get("width")))


def test_words(pages: Pages) -> None:
    words = [[text_of(text) for text in bar.findall("text")] for bar in bars(pages, *ROWS)]
    assert words == [
        ["Genes", "about 40%", "open", "22", "47"],
        ["Traits", "23%", "open", "strongest 10%"],
        ["Traits, behaviour", "31% or more", "open", "more below"],
    ]


def test_words_of_the_rest_are_left_out_where_they_do_not_fit(pages: Pages) -> None:
    (bar,) = bars(pages, "Full,95,,,,,,,,zhu2018")
    assert [text_of(text) for text in bar.findall("text")] == ["Full", "95%"]


def test_hatching_stays_inside_its_shape() -> None:
    lines = hatching([(0, 0), (30, 0), (40, 10), (30, 20), (0, 20)]).split("M")[1:]
    ends = [tuple(map(float, end.split())) for line in lines for end in line.split("L")]
    assert len(lines) == 6
    assert all(0 <= y <= 20 and 0 <= x <= 40 - abs(y - 10) + 0.01 for x, y in ends)
    assert all(
        sum(one) == pytest.approx(sum(two)) for one, two in zip(*[iter(ends)] * 2, strict=True)
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Genes,many,,,,,,,,a", 'value is "many": write a number from 0 to 100, without %'),
        ("Genes,140,,,,,,,,a", 'value is "140": write a number from 0 to 100, without %'),
        ("Genes,nan,,,,,,,,a", 'value is "nan": write a number from 0 to 100, without %'),
        ("Genes,40,,22%,47,,,,,a", 'low is "22%": write a number from 0 to 100, without %'),
        ("Genes,40,,-1,47,,,,,a", 'low is "-1": write a number from 0 to 100, without %'),
        ("Genes,,,,,,,,,a", "value is empty: fill it in"),
        (",40,,,,,,,,a", "label is empty: fill it in"),
        ("Genes,40", "source is empty: fill it in"),
        ("Genes,40,,22,,,,,,a", "low and high do not go together: fill in both or neither"),
        ("Genes,50,,22,47,,,,,a", "value is not between low and high: correct one of them"),
        (
            "Genes,40,,22,47,yes,,,,a",
            "it is open and has a range: leave open, or low and high, empty",
        ),
        ("Genes,40,,,,maybe,,,,a", 'open is "maybe": write yes, or leave it empty'),
        ("Genes,40,,,,,10,,,a", "mark and mark_shown do not go together: fill in both or neither"),
        (
            "Genes, all,40,,,,,,,,a",
            'there are more cells than in the head: write "…" around a text with a comma',
        ),
    ],
)
def test_mistakes_in_a_row_name_its_line(pages: Pages, row: str, message: str) -> None:
    write(HEAD, ROWS[0], row)
    assert pages.messages(CHART) == [f"{FILE}:3: {message}"]


def test_all_mistakes_are_told(pages: Pages) -> None:
    write(HEAD, "Genes,many,,,,,,,,a", "", "Traits,,,,,,,,,a")
    assert [message.partition(" ")[0] for message in pages.messages(CHART)] == [
        f"{FILE}:2:",
        f"{FILE}:4:",
    ]


def test_missing_columns(pages: Pages) -> None:
    write("label,value,shown,low,open,mark,mark_shown,note", "Genes,40")
    assert pages.messages(CHART) == [f"{FILE}:1: high, source missing in the head: write {HEAD}"]


def test_no_rows(pages: Pages) -> None:
    write(HEAD)
    assert pages.messages(CHART) == [
        f"{FILE}:1: there is no row below the head: write one for each bar"
    ]


def test_encoding(pages: Pages) -> None:
    write(HEAD)
    Path(FILE).write_bytes(b"caf\xe9")
    assert pages.messages(CHART) == [
        f"{FILE}:1: it is not UTF-8: save the file in the encoding UTF-8"
    ]


def test_missing_file(pages: Pages) -> None:
    assert pages.messages("Text.\n\n" + CHART) == [
        f'docs/text.md:3: chart "traits-explained": there is no file {FILE}: '
        "correct the option data"
    ]


def test_missing_text_alternative(pages: Pages) -> None:
    write(HEAD, *ROWS)
    head = CHART.partition("\n\n")[0]
    assert pages.messages(f"{head}\n\n///\n") == [
        'docs/text.md:1: chart "traits-explained": it has no text alternative: '
        "say what the figure shows"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("id", "lower-case words joined by hyphens, such as focus-week"),
        ("data", "the path of a CSV file below docs"),
        ("unit", "what the percentages are shares of"),
    ],
)
def test_missing_options(pages: Pages, name: str, expected: str) -> None:
    write(HEAD, *ROWS)
    lines = [line for line in CHART.splitlines() if not line.startswith(f"    {name}:")]
    assert pages.messages("\n".join(lines)) == [
        f'docs/text.md:1: chart "What *is* explained": option "{name}" is missing: write {expected}'
    ]
