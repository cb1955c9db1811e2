"""The profile block."""

from __future__ import annotations

from tests.markdown_page import Pages, text_of

PROFILE = """/// profile
    id: plan-profile
    ratings: baseline First time, today Today

- [focus] Focus
- [detail] Details
///
"""


def test_a_table_has_a_row_for_each_statement_and_a_column_for_each_rating(pages: Pages) -> None:
    table = pages.html(PROFILE).find("section/table")
    assert [text_of(head) for head in table.findall(".//th[@scope='col']")] == [
        "Statement",
        "First time",
        "Today",
    ]
    rows = [text_of(head) for head in table.findall(".//th[@scope='row']")]
    assert rows == ["■ Focus", "▲ Focus", "■ Details", "▲ Details"]
    cells = [cell.get("data-rating") for cell in table.findall("tbody/tr[2]/td")]
    assert cells == ["baseline-focus-lead", "today-focus-lead"]


def test_pictures_are_hidden_until_a_script_draws_them(pages: Pages) -> None:
    lines = pages.html(PROFILE).find("section/div[@class='lines']")
    assert lines.get("hidden") is not None
    pictures = lines.findall("figure/svg")
    assert [picture.get("role") for picture in pictures] == ["img", "img"]
    paths = pictures[0].findall("g/path")
    assert [path.get("class") for path in paths] == ["managing rated", "leading rated"] * 2
    assert paths[1].get("data-rating") == "baseline-focus-lead"


def test_a_rating_without_a_title_is_told(pages: Pages) -> None:
    (message,) = pages.messages(PROFILE.replace("today Today", "today"))
    assert message.startswith(
        'docs/text.md:1: profile: option "ratings" is "baseline First time, today'
    )


def test_a_dimension_that_is_no_page_name_is_told(pages: Pages) -> None:
    (message,) = pages.messages(PROFILE.replace("[focus]", "[The focus]"))
    assert 'a dimension is marked "[The focus]": write the page name' in message


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(PROFILE) == []
