"""The map of a course: its stops, from its pages and their navigation."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from course.model import blocks, text_of
from course.site.map import fill_maps
from course.site.page import Page
from course.site.prose import texts
from tests.rules.small import SmallCourse

MAP = "Words.\n\n/// map\n///\n"
MINUTES = {"read": 3, "do": 8}


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """Return a course with stops in a section and outside of one, and with pages to look up."""
    small = SmallCourse(tmp_path)
    small.page("index.md", MAP)
    small.page("begin.md", "Words.", title="Begin & look", minutes=MINUTES)
    small.page("units/cut.md", "Words.", title="Cut", minutes=MINUTES)
    small.page("units/sew.md", "Words.", title="Sew", minutes={"read": 1, "do": 0})
    small.page("units/table.md", "/// review\n///\n", title="All of them")
    small.page("look/hat.md", "Words.", title="Hat")
    small.build()
    return small


def filled(small: SmallCourse) -> list[Page]:
    """Return the pages of a built course with their maps."""
    return fill_maps(small.material.pages, small.course)


def map_of(pages: list[Page]) -> HtmlElement:
    """Return the map on the first page."""
    (index,) = (page for page in pages if page.path == "index.md")
    (block,) = blocks(index.tree, "map")
    return block.element


def test_the_stops_stand_in_their_order_under_their_sections(small: SmallCourse) -> None:
    legs = map_of(filled(small)).findall("div")
    assert [text_of(leg) for leg in legs] == [
        "Begin & look 11 minutes",
        "UnitsCut 11 minutesSew 1 minuteAll of them",
    ]
    assert legs[1].xpath("ol/@aria-labelledby") == legs[1].xpath("p/@id")


def test_a_stop_leads_to_its_page(small: SmallCourse) -> None:
    links = map_of(filled(small)).xpath(".//a/@href")
    assert links == ["begin/", "units/cut/", "units/sew/", "units/table/"]


def test_what_is_due_stands_where_the_questions_come_back(small: SmallCourse) -> None:
    assert map_of(filled(small)).xpath(".//a[@class='due']/@href") == ["units/table/"]


def test_a_map_is_filled_once(small: SmallCourse) -> None:
    pages = filled(small)
    assert [page.text for page in fill_maps(pages, small.course)] == [page.text for page in pages]


def test_a_course_of_one_page_has_an_empty_map(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, pages={})
    small.page("index.md", MAP)
    small.build()
    assert len(map_of(filled(small))) == 0


def test_the_entries_are_no_prose_of_the_page(small: SmallCourse) -> None:
    (index,) = (page for page in filled(small) if page.path == "index.md")
    assert [text_of(each) for each in texts(index)] == ["A page", "In brief.", "Words."]
