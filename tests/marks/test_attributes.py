"""Verdicts, and what is for the screen alone."""

from __future__ import annotations

from tests.markdown_page import Pages


def test_a_verdict_says_its_name_and_its_sign(pages: Pages) -> None:
    strong = pages.html("**Mixed**{ .verdict } evidence").find("p/strong")
    assert dict(strong.attrib) == {"data-verdict": "Mixed", "data-sign": "±"}


def test_what_is_for_the_screen_says_so(pages: Pages) -> None:
    assert dict(pages.html("Text.\n{ .screen }").find("p").attrib) == {"data-screen": ""}


def test_other_text_and_classes_are_left_alone(pages: Pages) -> None:
    assert not pages.html("**Mixed**").find("p/strong").attrib
    assert pages.html("**Mixed**{ .screens }").find("p/strong").get("class") == "screens"


def test_each_that_is_no_verdict_is_told_with_its_line(pages: Pages) -> None:
    perhaps = "**Perhaps**{ .verdict }"
    message = '"Perhaps" is no verdict: use one of Supported, Mixed, Contradicted, Untested'
    assert pages.messages(f"**Mixed**{{ .verdict }}\n\n{perhaps}\n\n{perhaps}") == [
        f"docs/text.md:3: {message}",
        f"docs/text.md:5: {message}",
    ]
