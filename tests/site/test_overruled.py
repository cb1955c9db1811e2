"""Of two declarations, that which a later one overrules everywhere is left out, and no other."""

from __future__ import annotations

import pytest

from course.site.styles import reduced, words_of

USED = words_of('<html dir="ltr"><body data-kind="a"><nav class="menu"><a>b</a><p>c</p></nav>')


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{b:c;d:e}a{b:f}", "a{d:e}a{b:f}"),
        # What another condition asks for is overruled too, and so is a value of an attribute.
        ("@media print{a{b:c}}a{b:d}", "a{b:d}"),
        ("[data-kind=a]{b:c}[data-kind]{b:d}", "[data-kind]{b:d}"),
        ("[data-kind=a]{--b:c}[data-kind]{--b:d}a{e:var(--b)}", "[data-kind]{--b:d}a{e:var(--b)}"),
        # However it is written.
        ('.menu > a::before,[dir="ltr"]{b:c}.menu>a:before{b:d}[dir=ltr]{b:d}', None),
        # Of several, those are left that nothing overrules.
        ("a,p{b:c}p{b:d}", "a{b:c}p{b:d}"),
        (".menu a,.menu p{b:c}.menu :is(a,p){b:d}", ".menu a,.menu p{b:d}"),
        # A side, with the whole.
        ("a{padding-left:1px;mask-image:b}a{padding:0}", "a{mask-image:b}a{padding:0}"),
        ("a{-webkit-mask-image:var(--b)}a{mask-image:none}", "a{mask-image:none}"),
    ],
)
def test_what_is_overruled_is_left_out(css: str, left: str | None) -> None:
    if left is None:
        left = ".menu>a:before{b:d}[dir=ltr]{b:d}"
    assert reduced(css, USED, set(), set()) == (left, "")


@pytest.mark.parametrize(
    "css",
    [
        "a{b:c!important}a{b:d}",
        "a{b:c}a{b:d!important}a{e:f}",
        "a{b:c}@media print{a{b:d}}",
        "@media print{a{b:c}}@media screen{a{b:d}}",
        "a{b:c}.menu a{b:d}",
        ".menu{b:c}[data-kind]{b:d}",
        "[data-kind]{b:c}[data-kind=a]{b:d}",
        # Another value of a list would do, and one weighs more than the other.
        "a:not(.menu){b:c}a:not(:is(.menu,p)){b:d}",
        "a{b:c}:is(a,.menu){b:d}",
        "a{padding:0}a{padding-left:1px}",
        # For who does not know the second.
        "a{b:c;b:d}",
    ],
)
def test_what_can_have_an_effect_stays(css: str) -> None:
    assert reduced(css, USED, set(), set()) == (css, "")
