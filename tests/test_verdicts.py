"""Verdicts."""

from __future__ import annotations

from tests.markdown_page import Pages


def test_each_verdict_has_its_class(pages: Pages) -> None:
    strong = pages.html("**Mixed**{ .verdict } evidence").find("p/strong")
    assert strong.get("class") == "verdict mixed"


def test_other_strong_text_is_left_alone(pages: Pages) -> None:
    assert pages.html("**Mixed**").find("p/strong").attrib == {}


def test_what_is_no_verdict_is_told(pages: Pages) -> None:
    assert pages.messages("**Mixed**{ .verdict }\n\n**Perhaps**{ .verdict }") == [
        'docs/text.md:3: "Perhaps" is no verdict: '
        "use one of Supported, Mixed, Contradicted, Untested"
    ]
