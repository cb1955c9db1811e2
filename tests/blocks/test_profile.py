"""The profile block, filled with the units of a course."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from course.blocks.profile import Profile
from course.model import Unit, text_of
from course.settings import SHAPES
from tests.blocks.samples import PROFILE, block_of
from tests.markdown_page import Pages

UNITS = [Unit("focus", "Focus"), Unit("detail", "Details & <all>")]


@pytest.fixture
def filled(pages: Pages) -> HtmlElement:
    """Return a profile of two ratings of two units."""
    content = Profile.on_site(block_of(pages, PROFILE), pages.course, UNITS)
    return fragment_fromstring(content, create_parent="section")


def test_a_table_has_a_row_for_each_statement_and_a_column_for_each_rating(
    filled: HtmlElement,
) -> None:
    heads = filled.xpath("table/thead//th[@scope='col']")
    assert [text_of(head) for head in heads] == ["Statement", "First time", "Today"]
    rows = filled.xpath("table/tbody/tr/th[@scope='row']")
    assert ", ".join(map(text_of, rows)) == (
        "■ Focus, ▲ Focus, ■ Details & <all>, ▲ Details & <all>"
    )
    cells = filled.xpath("table/tbody/tr[2]/td/@data-rating")
    assert cells == ["a-focus-lead", "b-focus-lead"]


def test_pictures_are_hidden_until_a_script_draws_them(filled: HtmlElement) -> None:
    lines = filled.find("div[@data-part='lines']")
    assert lines.get("hidden") is not None
    assert [text_of(caption) for caption in lines.iter("figcaption")] == ["First time", "Today"]
    first, second = lines.findall("figure/svg")
    assert (first.get("role"), second.get("role")) == ("img", "img")
    assert second.get("aria-label").startswith("Today: ")
    names = " ".join(second.xpath("g/path/@data-rating"))
    assert names == "b-focus-manage b-focus-lead b-detail-manage b-detail-lead"


def test_a_unit_stands_below_another_and_its_lines_below_its_name(filled: HtmlElement) -> None:
    picture = filled.find(".//svg")
    assert (picture.get("class"), picture.get("viewbox")) == ("diagram", "0 -14 220 100")
    assert picture.xpath("g/@transform") == ["translate(0 0)", "translate(0 50)"]
    assert picture.xpath("g[1]/path/@transform") == ["translate(0 12)", "translate(0 26)"]


def test_lines_differ_by_more_than_their_hue(filled: HtmlElement) -> None:
    paths = filled.xpath("(.//svg)[1]/g[1]/path")
    assert [path.get("data-hue") for path in paths] == ["1", "2"]
    assert [path.get("stroke-dasharray") for path in paths] == [None, "6 3"]
    ends = filled.xpath("(.//svg)[1]/marker")
    assert [f"url(#{end.get('id')})" for end in ends] == [path.get("marker-end") for path in paths]
    assert [end.find("path").get("d") for end in ends] == [SHAPES["■"], SHAPES["▲"]]
