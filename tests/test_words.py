"""The words of a language, with its plurals and dates."""

from __future__ import annotations

from datetime import date

import pytest

from course.words import Words

ENGLISH = {
    "locale": "en_GB",
    "date": "d MMMM y",
    "pages": {"one": "{number} page", "other": "{number} pages"},
    "a": {"b": "From {one} to {two}"},
}
POLISH = {
    "locale": "pl",
    "date": "d MMMM y",
    "pages": {"one": "{number} strona", "few": "{number} strony", "other": "{number} stron"},
}


def test_placeholders_are_filled() -> None:
    assert Words("en", ENGLISH)("a.b", one="x", two=2) == "From x to 2"


@pytest.mark.parametrize("key", ["c", "a.c", "a"])
def test_a_text_that_is_missing_is_an_error(key: str) -> None:
    with pytest.raises(KeyError):
        Words("en", ENGLISH)(key)


@pytest.mark.parametrize(
    ("key", "found"), [("a", True), ("a.b", True), ("a.c", False), ("a.b.c", False), ("c.d", False)]
)
def test_it_is_known_what_there_is(key: str, found: bool) -> None:
    assert Words("en", ENGLISH).has(key) == found


@pytest.mark.parametrize(
    ("texts", "number", "expected"),
    [
        (ENGLISH, 1, "1 page"),
        (ENGLISH, 0, "0 pages"),
        (ENGLISH, 21, "21 pages"),
        (POLISH, 1, "1 strona"),
        (POLISH, 23, "23 strony"),
        (POLISH, 5, "5 stron"),
    ],
)
def test_a_noun_has_the_form_of_its_number(
    texts: dict[str, object], number: int, expected: str
) -> None:
    assert Words("", texts).count("pages", number) == expected


@pytest.mark.parametrize(
    ("texts", "expected"), [(ENGLISH, "3 November 2026"), (POLISH, "3 listopada 2026")]
)
def test_a_date_is_written_out(texts: dict[str, object], expected: str) -> None:
    assert Words("", texts).date(date(2026, 11, 3)) == expected
