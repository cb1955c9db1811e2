"""Nothing comes from another host, and nothing is there that the security policy refuses."""

from __future__ import annotations

import pytest

from course.rules.security import check_asset_hosts, check_hosts, check_refused
from tests.rules.small import SmallCourse

FOREIGN = [
    '<script src="https://x.example/a.js"></script>',
    '<img src="//x.example/a.png" alt="">',
    '<img srcset="https://x.example/a.png 2x" alt="">',
    '<picture><source srcset="https://x.example/a.png"></picture>',
    '<input type="image" src="https://x.example/a.png" alt="x">',
    '<svg><image href="https://x.example/a.png"/></svg>',
    '<svg><use xlink:href="https://x.example/a.svg#b"/></svg>',
    '<iframe src="https://x.example/"></iframe>',
    '<link rel="stylesheet" href="https://x.example/a">',
    '<link rel="preload" href="https://x.example/a">',
    '<link rel="preconnect" href="https://x.example/a">',
    '<link rel="dns-prefetch" href="https://x.example/a">',
    '<link rel="icon" href="https://x.example/a">',
    '<link rel="manifest" href="https://x.example/a">',
]


@pytest.mark.parametrize("element", FOREIGN)
def test_something_loaded_from_another_host(small: SmallCourse, element: str) -> None:
    small.html("a/index.html", element, f"\n\n{element}\n")
    (problem,) = small.problems(check_hosts)
    assert str(problem).startswith("docs/a.md:3: the browser would load “")
    assert problem.remedy.startswith("keep a copy in overrides/assets")


@pytest.mark.parametrize(
    "element",
    [
        '<a href="https://x.example/">x</a>',
        '<link rel="canonical" href="https://x.example/">',
        '<link rel="alternate" hreflang="de" href="https://x.example/de/">',
        '<img src="data:image/png;base64,AA==" alt="">',
    ],
)
def test_an_address_that_loads_nothing(small: SmallCourse, element: str) -> None:
    small.html("a/index.html", element)
    assert small.problems(check_hosts) == []


CSS = [
    "a{background:url(https://x.example/a.png)}",
    "a{background:url( '//x.example/a.png' )}",
    '@import "https://x.example/a.css";',
    "@import url(https://x.example/a.css);",
    'a{background:image-set("https://x.example/a.png" 1x)}',
]


@pytest.mark.parametrize("css", CSS)
def test_a_style_sheet_that_loads_from_another_host(small: SmallCourse, css: str) -> None:
    small.write("overrides/assets/css/a.css", f"/* x\n */\n{css}")
    small.write("site/assets/course.css", css)  # where it is joined with others
    (problem,) = small.problems(check_asset_hosts)
    assert str(problem).startswith("overrides/assets/css/a.css:3: “")


def test_a_style_sheet_of_the_theme(small: SmallCourse) -> None:
    small.write("site/assets/theme.css", CSS[0])
    (problem,) = small.problems(check_asset_hosts)
    assert str(problem).startswith("site/assets/theme.css:1: “https://x.example/a.png” ")


def test_a_style_sheet_that_loads_nothing(small: SmallCourse) -> None:
    css = (
        "/* url(https://x.example/a) */ a{background:url(x.png)} b{background:"
        """url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>')}"""
    )
    small.write("site/assets/theme.css", css)
    assert small.problems(check_asset_hosts) == []


def test_a_script_of_ours_that_names_a_host(small: SmallCourse) -> None:
    script = "// http://a.example\nfetch('//x.example/a')\n"
    small.write("overrides/assets/js/a.js", script)
    (problem,) = small.problems(check_asset_hosts)
    assert str(problem).startswith("overrides/assets/js/a.js:2: “//x.example/a” ")


def test_a_script_of_the_theme_may_name_a_host(small: SmallCourse) -> None:
    small.write("site/assets/theme.js", 'fetch("https://x.example/")')
    assert small.problems(check_asset_hosts) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<p style="color:red">x</p>', "the attribute style=“color:red”"),
        ("<style>p{}</style>", "the element <style>"),
        ("<svg><style>p{}</style></svg>", "the element <style>"),
        ('<p onclick="x()">x</p>', "the attribute onclick="),
        ('<a href=" JavaScript:x()">x</a>', "href=“ JavaScript:x()” runs a script"),
        ('<a href="java&#9;script:x()">x</a>', "href=“java\tscript:x()” runs a script"),
        ('<form action="x"></form>', "the attribute action="),
        ("<script>x()</script>", "the element <script>"),
        ('<meta http-equiv="refresh" content="0">', "the element <meta>"),
        ("<iframe></iframe>", "the element <iframe>"),
        ('<table><tr><td style="text-align: right;">x</table>', "a table aligns its columns"),
    ],
)
def test_what_the_policy_refuses_is_found(small: SmallCourse, body: str, what: str) -> None:
    small.html("a/index.html", body)
    (problem,) = small.problems(check_refused)
    assert problem.what.startswith(what)


def test_what_the_policy_allows_is_left_alone(small: SmallCourse) -> None:
    body = '<p class="style" title="onclick=x">style="x"</p><form><button>x</button></form>'
    small.html("a/index.html", body)
    assert small.problems(check_refused) == []


def test_a_page_without_charset_is_found(small: SmallCourse) -> None:
    small.write("site/a.html", "<html><head></head><body>x</body></html>")
    (problem,) = small.problems(check_refused)
    assert "<meta charset>" in problem.what
