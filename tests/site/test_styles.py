"""A style sheet keeps the rules that a page can use, and one for later those of the scripts."""

from __future__ import annotations

import pytest

from course.site.styles import named_by, reduced, words_of, words_of_script

PAGE = """<!doctype html><html lang="en" dir="ltr"><body>
<nav class="menu wide" data-kind="main"><a href="a.html" title="Not this: code">code</a></nav>
<input type="checkbox" id="box" data-media="(width: 3em)"></body></html>"""
USED = words_of(PAGE) | {"made", ".made", "=made"}
LATER = {"p", ".later", "data-later"}


@pytest.mark.parametrize(
    "rule",
    [
        ".menu.wide>a{b:c}",
        "[data-kind=main] a:hover{b:c}",
        "#box:checked~.made{b:c}",
        '[type="checkbox"]{b:c}',
        "[href^=a] a:not(.other){b:c}",
        '[href$=".html"]{b:c}',
        "[title*=code]{b:c}",
        '[title="Not this: code"]{b:c}',
        "[data-kind=made]{b:c}",
        "[dir=ltr] .menu a::before{b:c}",
        "@media print{.menu{b:c}}",
        "@media (min-width:3em){@supports (a:b){a{b:c}}}",
        "@keyframes turn{to{b:c}}a{animation:turn 2s}",
        "@keyframes turn{to{b:c}}@media print{a{animation-name:none,turn}}",
        ":root,*{b:c}",
        "@page{margin:1cm}",
    ],
)
def test_what_can_apply_stays(rule: str) -> None:
    assert reduced(rule, USED, LATER, set()) == (rule, "")


@pytest.mark.parametrize(
    "rule",
    [
        ".other{b:c}",
        ".main{b:c}",
        "code{b:c}",
        ".menu #other{b:c}",
        "[dir=rtl] a{b:c}",
        "[data-kind=other] a{b:c}",
        "[data-kind=box]{b:c}",
        '[href$=".png"]{b:c}',
        "[data-other]{b:c}",
        "a:hover .other::before{b:c}",
        "@media print{.other{b:c}}",
        "@keyframes turn{to{b:c}}.other{animation:turn 2s}",
        "/* said */",
    ],
)
def test_what_nothing_has_goes(rule: str) -> None:
    assert reduced(rule, USED, LATER, set()) == ("", "")


@pytest.mark.parametrize(
    "rule",
    [
        ".later{b:c}",
        "a:hover .later::before{b:c}",
        "@media print{.menu .later{b:c}}",
        "[data-later]:is(.other,p){b:c}",
        ":root{--d:e}.later{f:var(--d)}",
        "@keyframes turn{to{b:c}}.later{animation:turn 2s}",
    ],
)
def test_what_a_script_makes_has_its_rules_later(rule: str) -> None:
    assert reduced(rule, USED, LATER, set()) == ("", rule)


def test_of_several_selectors_those_stay_that_can_apply() -> None:
    rule = ".other,a,.later, .menu{b:c;d:e}"
    assert reduced(rule, USED, LATER, set()) == ("a,.menu{b:c;d:e}", ".later{b:c;d:e}")


@pytest.mark.parametrize(
    ("ends", "written"),
    [
        (".menu :is(a,code,input)", ".menu a,.menu input"),
        ("a>:is([title],[href=no])::before", "a>[title]::before"),
        # Here, one weighs more than another, or it is not the last.
        (":is(a,.menu)", ":is(a,.menu)"),
        (":is(a,input) a", ":is(a,input) a"),
        ("a:not(:is(input,nav))", "a:not(:is(input,nav))"),
    ],
)
def test_each_of_a_list_at_the_end_is_found_by_itself(ends: str, written: str) -> None:
    """A browser tries a rule that ends with a list on every element of a page."""
    assert reduced(f"{ends}{{b:c}}", USED, set(), set())[0] == f"{written}{{b:c}}"


def test_a_property_of_its_own_stays_where_something_uses_it() -> None:
    css = ":root{--a:var(--b);--b:1;--c:url('data:;{')}a{x:var(--a,var(--d))}"
    left = ":root{--a:var(--b);--b:1}a{x:var(--a,var(--d))}"
    assert reduced(css, USED, LATER, set()) == (left, "")
    assert reduced(":root{--c:1}", USED, LATER, named_by("b{c:var( --c)}")) == (":root{--c:1}", "")
    assert reduced(":root{--a:var(--b);--b:1}", USED, LATER, set()) == ("", "")


def test_a_property_that_both_use_stands_in_the_first() -> None:
    css = ":root{--a:1}a{b:var(--a)}.later{--a:2;b:var(--a)}"
    assert reduced(css, USED, LATER, set()) == (
        css.removesuffix(".later{--a:2;b:var(--a)}"),
        css[25:],
    )


def test_a_script_says_what_it_makes() -> None:
    script = """make("p", { className: "one", ariaLabel: a }).dataset.keptAt = ".two > b";
    list.classList.replace("three", "four"); const group = [".md-five"];"""
    found = words_of_script(script)
    assert {"p", "b", ".one", ".two", ".three", ".four", ".md-five"} <= found
    assert {"aria-label", "data-kept-at"} <= found
    assert not {".p", ".group"} & found
