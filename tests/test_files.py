"""The places that offer the files of a printed edition."""

from __future__ import annotations

import pytest
from lxml.html import tostring

from course.markdown.files import MISSING
from course.print.downloads import PLACE
from tests.markdown_page import Pages, text_of

FILES = "/// files\n    edition: workbook\n///"


def test_a_place_says_that_it_is_not_filled(pages: Pages) -> None:
    place = pages.html(FILES).find("div")
    assert dict(place.attrib) == {"class": "files", "data-edition": "workbook"}
    assert text_of(place) == MISSING


def test_a_place_stands_between_other_text(pages: Pages) -> None:
    article = pages.html(f"Before\n\n{FILES}\n\nAfter\n\n{FILES}")
    assert [child.tag for child in article] == ["p", "div", "p", "div"]


@pytest.mark.parametrize("name", ["workbook", "sheet-focus"])
def test_what_fills_it_finds_it(pages: Pages, name: str) -> None:
    html = tostring(pages.html(FILES.replace("workbook", name)), encoding="unicode")
    (match,) = PLACE.finditer(html)
    assert match[2] == name
    assert MISSING in match[0]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "/// files\n///",
            [
                'docs/text.md:1: files: option "edition" is missing: '
                "write the name of a printed edition, such as workbook"
            ],
        ),
        (
            "/// files | Title\n    edition: workbook\n///",
            ['docs/text.md:1: files "Title": it takes no title: write /// files'],
        ),
        (
            "/// files\n    editon: workbook\n///",
            [
                'docs/text.md:1: files: there is no option "editon": write edition',
                'docs/text.md:1: files: option "edition" is missing: '
                "write the name of a printed edition, such as workbook",
            ],
        ),
        (
            "/// files\n    edition: The workbook\n///",
            [
                'docs/text.md:1: files: option "edition" is "The workbook": '
                "write the name of a printed edition, such as workbook"
            ],
        ),
        (
            "/// file\n    edition: workbook\n///",
            ['docs/text.md:1: there is no block "file": write files'],
        ),
    ],
)
def test_mistakes(pages: Pages, text: str, messages: list[str]) -> None:
    assert pages.messages(text) == messages


def test_a_right_place_has_no_message(pages: Pages) -> None:
    assert pages.messages(FILES) == []
