"""What a page and a block are to every layer, read from their data attributes."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fromstring

from course.model import (
    Answer,
    Block,
    article_of,
    blocks,
    led_by,
    minutes_of,
    objectives_of,
    replace,
    summary_of,
    text_of,
    title_of,
)

HEAD = (
    '<header data-part="head" data-read="11" data-do="15"><h1>A <i>page</i>'
    '<a class="headerlink" href="#a">¶</a></h1><p data-part="summary">In\n brief.</p>'
    '<ul data-part="objectives"><li id="a-one">x</li><li id="a-two">y</li></ul></header>'
)
PAGE = (
    f"<html><body><header><h1>Site</h1></header><article>{HEAD}"
    '<div data-block="one"><p data-block="two">x</p></div>'
    '<div data-copy="b/#x" data-block="one"><p data-block="two">x</p></div></article></body></html>'
)


@pytest.fixture
def page() -> HtmlElement:
    return fromstring(PAGE)


def block(html: str) -> Block:
    return Block(fromstring(html))


def test_the_head_of_a_page(page: HtmlElement) -> None:
    article = article_of(page)
    assert article is not None
    for root in (page, article):
        assert title_of(root) == "A page"
        assert summary_of(root) == "In brief."
        assert minutes_of(root) == (11, 15)
        assert objectives_of(root) == ["a-one", "a-two"]


def test_a_page_without_a_head() -> None:
    root = fromstring("<html><body><h1>Site</h1></body></html>")
    assert article_of(root) is None
    assert (title_of(root), summary_of(root)) == ("", "")
    assert (minutes_of(root), objectives_of(root)) == (None, [])


@pytest.mark.parametrize(
    ("kinds", "copies", "found"),
    [
        ((), False, ["one", "two"]),
        (("two",), False, ["two"]),
        ((), True, ["one", "two", "one", "two"]),
        (("two", "three"), True, ["two", "two"]),
    ],
)
def test_blocks_come_in_order_and_copies_only_when_wanted(
    page: HtmlElement, kinds: tuple[str, ...], copies: bool, found: list[str]
) -> None:
    assert [block.kind for block in blocks(page, *kinds, copies=copies)] == found


def test_a_block_that_says_nothing() -> None:
    empty = block("<p>x</p>")
    assert (empty.kind, empty.series, empty.id, empty.title, empty.get("objective")) == ("",) * 5
    assert (empty.number, empty.minutes) == (0, 0)
    assert (empty.keeps, empty.answers, empty.choices) == ([], [], [])


def test_a_block_is_called_by_its_title_or_by_what_it_asks() -> None:
    stem = '<fieldset><legend data-part="stem">Which <b>one</b>?</legend></fieldset>'
    title = '<h3 data-part="title">A call</h3>'
    assert block(f'<div data-block="a">{stem}</div>').title == "Which one?"
    assert block(f'<div data-block="a">{stem}{title}</div>').title == "A call"
    # What stands in a block inside of it is not its own.
    inner = f'<div data-block="b">{title}<fieldset data-right="1"></fieldset></div>'
    outer = block(f'<div data-block="a">{inner}{stem}</div>')
    assert (outer.title, outer.choices) == ("Which one?", [])


def test_an_answer_without_a_field_has_the_values_of_its_block() -> None:
    values = 'data-values=\'{"a": "A"}\''
    assert block(f'<p data-keeps="x.path" {values}></p>').answers == [
        Answer("x.path", "", {"a": "A"})
    ]
    assert block('<p data-keeps="x.path"></p>').answers == [Answer("x.path")]


def test_a_field_has_its_label_where_a_block_has_several() -> None:
    fields = '<label for="i">If</label><input id="i" name="a"><input id="j" name="b">'
    assert block(f'<div data-keeps="a b">{fields}</div>').answers == [
        Answer("a", "If"),
        Answer("b"),
    ]
    assert block(f'<div data-keeps="a">{fields}</div>').answers == [Answer("a")]


def test_boxes_of_one_name_are_one_answer() -> None:
    box = (
        '<input type="checkbox" name="a" id="a-{0}" value="{0}"><label for="a-{0}">Box {0}</label>'
    )
    found = block(f'<div data-keeps="a">{box.format(1)}{box.format(2)}</div>').answers
    assert found == [Answer("a", "", {"1": "Box 1", "2": "Box 2"})]


def test_what_stands_in_a_choice_was_not_kept_as_the_choice_was() -> None:
    inner = '<fieldset><input type="radio" name="b" value="1"></fieldset><textarea name="c">'
    was = 'data-was="x" data-places="1 2"'
    choice = f'<input type="radio" name="a" value="1" {was}>{inner}</textarea>'
    fields = f"<fieldset>{choice}</fieldset>"
    found = block(f'<div data-keeps="a b c">{fields}</div>').answers
    assert [(each.was, each.places) for each in found] == [("x", "1 2"), ("", ""), ("", "")]


def test_text_is_one_line_without_links_to_headings() -> None:
    assert text_of(fromstring("<h2>A\n <b>b</b><a class=headerlink>¶</a>  c</h2>")) == "A b c"


@pytest.mark.parametrize(
    ("heading", "led"), [("h1", "p h2 b h3 i h4 u h2"), ("h2", "b h3 i h4 u"), ("h3", "i h4 u")]
)
def test_a_heading_leads_up_to_the_next_of_its_level(heading: str, led: str) -> None:
    tags = ("h1", "p", "h2", "b", "h3", "i", "h4", "u", "h2", "h1", "p")
    root = fromstring(f"<div>{''.join(f'<{tag}>x</{tag}>' for tag in tags)}</div>")
    assert " ".join(each.tag for each in led_by(root.find(heading))) == led


def test_what_is_replaced_leaves_the_text_after_it() -> None:
    root = fromstring("<p>a<b>b</b>c</p>")
    replace(root.find("b"), fromstring("<i>d</i>"))
    assert text_of(root) == "adc"
