"""Each repair of the theme's HTML does its one thing, and doing it twice changes nothing."""

from __future__ import annotations

import pytest

from course.site.page import Page
from course.site.repairs import repair
from course.words import Words
from tests.built_site import html

TEXTS = {"search": "Look up", "skip": "Go <on>", "contents-in-menu": "{name} (menu)"}
WORDS = Words("en", {"page": TEXTS})
SECTION_MENU = """<nav class="md-nav md-nav--primary" aria-label="Navigation"><ul><li>
<div><a href="./">Part</a><label for="__nav_2" id="l" tabindex=""><span></span></label></div>
<nav class="md-nav" aria-labelledby="l" aria-expanded="true"><label><span></span> Part</label></nav>
<nav class="md-nav md-nav--secondary" aria-label="On this page"></nav></li></ul></nav>
<nav class="md-nav md-nav--secondary" aria-label="On this page"></nav>"""
ARTICLE = '<main><article class="md-content__inner">x</article></main>'
HEADING = '<h2 id="a">A "b"<a class="headerlink" href="#a" title="Go">¶</a></h2>'
BLOCK = (
    '<section data-block="x" aria-labelledby="t"><p data-part="kind"><span data-part="name">'
    'Exercise</span> · 3 minutes</p><h3 id="t">Sew<a class="headerlink" href="#t">¶</a></h3>'
    "</section>"
)
SKIP = '<div data-md-component="skip">'
REPAIRS = [
    ('<div class="md-search" role="dialog">', 'role="dialog" aria-label="Look up">'),
    ('<div class="md-search-result__meta">', '<div class="md-search-result__meta" role="status">'),
    (SECTION_MENU, '<nav class="md-nav" aria-label="Part">'),
    (SECTION_MENU, '<label for="__nav_2" id="l">'),
    (
        SECTION_MENU,
        'md-nav--secondary" aria-label="On this page (menu)" data-named=""></nav></li></ul></nav>\n'
        '<nav class="md-nav md-nav--secondary" aria-label="On this page">',
    ),
    ('<a href="./" class="md-nav__link--active">x</a>', '--active" aria-current="page">x</a>'),
    ("<svg><path/></svg>", '<svg aria-hidden="true"><path/></svg>'),
    (f'<a href="#a" class="md-skip">x</a>{ARTICLE}', '<a class="md-skip" href="#__content">x</a>'),
    (f"{SKIP}</div>", f'{SKIP}<a href="#__content" class="md-skip">Go &lt;on&gt;</a></div>'),
    (HEADING, '<h2 id="a" aria-label="A &quot;b&quot;">A "b"'),
    (HEADING, '<a class="headerlink" href="#a" title="Go" aria-label="Go: A &quot;b&quot;">¶</a>'),
    (BLOCK, '<section data-block="x" aria-label="Exercise: Sew">'),
    (ARTICLE, '<article class="md-content__inner" id="__content" tabindex="-1">'),
]


def repaired(text: str) -> str:
    """Return a page after its repairs."""
    page = Page("index.html", text)
    repair(page, WORDS)
    return page.render()


@pytest.mark.parametrize(("body", "expected"), REPAIRS)
def test_a_repair(body: str, expected: str) -> None:
    once = repaired(html(body))
    assert expected in once
    assert repaired(once) == once


@pytest.mark.parametrize(
    "body",
    [
        '<svg role="presentation"></svg>',
        '<svg aria-label="A figure"></svg>',
        "<svg><title>A figure</title></svg>",
        '<nav aria-label="Header"></nav>',
        '<span class="md-nav__link--active">x</span>',
        '<section data-block="exercise"><textarea name="a"></textarea></section>',
    ],
)
def test_what_is_right_stays(body: str) -> None:
    assert repaired(html(body)) == html(body)
