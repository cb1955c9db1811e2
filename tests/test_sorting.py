"""The sort and match blocks."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages, text_of

SORT = """/// sort | Which activity is each of these?
    id: focus-q-sort
    objective: focus-sort
    into: Managing, Leading

- [Managing] Put the parcels into *two* vans.

    It contains the delay.

- [Leading] Say which promise matters most.

    It names the goal.
///
"""
MATCH = """/// match | Match each study with its limit
    id: focus-q-match
    objective: focus-sort

- [One industry] The trial in India

    All the firms made textiles.

- [Five people] The diary study

    Five chief executives were watched.
///
"""


def test_sort_gives_each_item_its_groups(pages: Pages) -> None:
    section = pages.html(SORT).find("section")
    assert section.get("class") == "question sort"
    items = section.findall("fieldset/ol[@class='items']/li/fieldset")
    assert [text_of(item.find("legend")) for item in items] == [
        "Put the parcels into two vans.",
        "Say which promise matters most.",
    ]
    assert [text_of(label) for label in items[0].iter("label")] == ["Managing", "Leading"]
    names = {button.get("name") for item in items for button in item.iter("input")}
    assert names == {"focus-q-sort-1", "focus-q-sort-2"}


def test_sort_answers_name_the_group(pages: Pages) -> None:
    reasons = pages.html(SORT).findall("section/details/ol/li")
    assert [text_of(reason) for reason in reasons] == [
        "Managing. It contains the delay.",
        "Leading. It names the goal.",
    ]


def test_match_shows_its_partners_in_alphabetical_order(pages: Pages) -> None:
    section = pages.html(MATCH).find("section")
    partners = section.findall("fieldset/ol[@class='partners']/li")
    assert [text_of(partner) for partner in partners] == ["Five people", "One industry"]
    label = section.find("fieldset/ol[@class='items']/li").find(".//label")
    assert [text_of(span) for span in label] == ["A", "Five people"]


def test_match_answers_name_letter_and_words(pages: Pages) -> None:
    reasons = pages.html(MATCH).findall("section/details/ol/li")
    assert text_of(reasons[0]) == "B: One industry. All the firms made textiles."


def test_ids_are_unique(pages: Pages) -> None:
    ids = [
        element.get("id") for element in pages.html(SORT + "\n" + MATCH).iter() if element.get("id")
    ]
    assert len(ids) == len(set(ids))


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(SORT + "\n" + MATCH) == []


@pytest.mark.parametrize(
    ("text", "change", "message"),
    [
        (
            SORT,
            ("[Leading]", "[Leeding]"),
            'sort "focus-q-sort": an item belongs to "Leeding", which is no group: '
            "use one of Managing, Leading",
        ),
        (
            SORT,
            ("    It names the goal.\n", ""),
            'sort "focus-q-sort": item B has no reason: '
            "write the reason below it, indented by four spaces",
        ),
        (
            SORT,
            ("into: Managing, Leading", "into: Managing"),
            'sort "Which activity is each of these?": option "into" is "Managing": '
            "write two or more groups, divided by commas",
        ),
        (
            MATCH,
            ("[Five people]", "[One industry]"),
            'match "focus-q-match": two items have the same partner: '
            "use sort, or give each its own",
        ),
    ],
)
def test_wrong_use(pages: Pages, text: str, change: tuple[str, str], message: str) -> None:
    assert pages.messages(text.replace(*change)) == [f"docs/text.md:1: {message}"]
