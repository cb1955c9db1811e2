"""Times that are counted from the pages."""

from __future__ import annotations

from tests.markdown_page import Pages


def test_a_time_leaves_a_place(pages: Pages) -> None:
    place = pages.html("It takes [=time-group] in all.").find("p/span")
    assert (dict(place.attrib), place.text, place.tail) == (
        {"data-time": "time-group"},
        None,
        " in all.",
    )


def test_an_unknown_time_is_told_with_its_line(pages: Pages) -> None:
    assert pages.messages("It takes [=time],\nthen [=hours].") == [
        'docs/text.md:2: there is no time "hours": '
        "write one of time, time-reading, time-group, time-parts, time-first"
    ]
