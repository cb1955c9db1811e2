"""Each repair of the theme's HTML does its one thing, and doing it twice changes nothing."""

from __future__ import annotations

import pytest

from course.site.accessibility import repair
from course.site.page import Page
from tests.built_site import html

SECTION_MENU = """<nav class="md-nav md-nav--primary" aria-label="Navigation"><ul><li>
<div><a href="./">Part</a><label for="__nav_2" id="l" tabindex=""><span></span></label></div>
<nav class="md-nav" aria-labelledby="l" aria-expanded="true"><label><span></span> Part</label></nav>
<nav class="md-nav md-nav--secondary" aria-label="Table of contents"></nav></li></ul></nav>
<nav class="md-nav md-nav--secondary" aria-label="Table of contents"></nav>"""
ARTICLE = '<main><article class="md-content__inner">x</article></main>'

REPAIRS = [
    (
        '<div class="md-search" role="dialog">',
        '<div class="md-search" role="dialog" aria-label="Search">',
    ),
    ('<div class="md-search-result__meta">', '<div class="md-search-result__meta" role="status">'),
    (
        '<div class="md-progress" role="progressbar"></div>',
        '<div class="md-progress" role="progressbar" aria-hidden="true"></div>',
    ),
    (
        '<li class="task-list-item"><input type="checkbox" disabled/> Read\n<b>it</b></li>',
        '<input type="checkbox" disabled aria-label="Read it"/>',
    ),
    (SECTION_MENU, '<nav class="md-nav" aria-labelledby="l" aria-label="Part">'),
    (SECTION_MENU, '<label for="__nav_2" id="l">'),
    (
        SECTION_MENU,
        'md-nav--secondary" aria-label="Table of contents in the menu"></nav></li></ul></nav>\n'
        '<nav class="md-nav md-nav--secondary" aria-label="Table of contents">',
    ),
    (
        '<a href="./" class="md-nav__link md-nav__link--active">x</a>',
        '<a href="./" class="md-nav__link md-nav__link--active" aria-current="page">',
    ),
    (
        '<svg viewBox="0 0 1 1"><path/></svg>',
        '<svg viewBox="0 0 1 1" aria-hidden="true"><path/></svg>',
    ),
    (
        f'<a href="#first" class="md-skip">Skip to content</a>{ARTICLE}',
        '<a class="md-skip" href="#__content">Skip to content</a>',
    ),
    (
        f'<div data-md-component="skip"></div>{ARTICLE}',
        '="skip"><a href="#__content" class="md-skip">Skip to content</a></div>',
    ),
    (ARTICLE, '<article class="md-content__inner" id="__content" tabindex="-1">'),
]


def repaired(text: str) -> str:
    """Return a page after its repairs."""
    page = Page("index.html", text)
    repair(page)
    return page.render()


@pytest.mark.parametrize(("body", "expected"), REPAIRS)
def test_a_repair(body: str, expected: str) -> None:
    once = repaired(html(body))
    assert expected in once
    assert repaired(once) == once


@pytest.mark.parametrize(
    "body",
    [
        '<svg role="img" aria-label="A figure"></svg>',
        "<svg><title>A figure</title></svg>",
        '<li><input type="checkbox" id="a"><label for="a">x</label></li>',
        '<nav aria-label="Header"></nav>',
        '<section class="exercise"><textarea name="a"></textarea></section>',
    ],
)
def test_what_is_right_stays(body: str) -> None:
    assert repaired(html(body)) == html(body)
