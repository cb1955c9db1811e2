"""Every language has every word that English has."""

from __future__ import annotations

import pytest

from course.rules.registry import examine
from course.rules.words import check_words
from tests.rules.small import ROOT, SmallCourse

WORDS = (ROOT / "overrides/words/en.yml").read_text("utf-8")


def found(small: SmallCourse, *changes: tuple[str, str]) -> list[str]:
    """Return what is wrong with the words of another language, English but for some changes."""
    text = WORDS
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    small.write("overrides/words/xx.yml", text)
    return [f"{p.file}:{p.line}: {p.what}" for p in small.problems(check_words)]


def line_of(text: str) -> int:
    return WORDS[: WORDS.index(text)].count("\n") + 1


def test_the_same_words(small: SmallCourse) -> None:
    assert found(small) == []


def test_a_missing_word(small: SmallCourse) -> None:
    (message,) = found(small, ("    answer: Your answer\n", ""))
    assert message == "overrides/words/xx.yml:1: extra.words.answer is missing"
    (problem,) = small.problems(check_words)
    assert problem.remedy == "translate: Your answer"


def test_a_word_that_is_none(small: SmallCourse) -> None:
    line = line_of("    answer: Your answer")
    assert found(small, ("    answer: Your answer\n", "    answer: A\n    anser: B\n")) == [
        f"overrides/words/xx.yml:{line + 1}: extra.words.anser is no word of the course"
    ]


def test_names_in_braces_stay(small: SmallCourse) -> None:
    line = line_of("figure: Figure {number}.")
    assert found(small, ("figure: Figure {number}.", "figure: Figur {zahl}.")) == [
        f"overrides/words/xx.yml:{line}: extra.words.captions.figure has other names in braces"
    ]


@pytest.mark.parametrize(
    "forms", ["{other: '{number} p'}", "{few: '{number} p', other: '{number} p'}"]
)
def test_each_language_has_its_own_plurals(small: SmallCourse, forms: str) -> None:
    english = 'pages: {one: "{number} page", other: "{number} pages"}'
    assert found(small, (english, f"pages: {forms}")) == []


def test_a_plural_without_its_last_form(small: SmallCourse) -> None:
    english = 'pages: {one: "{number} page", other: "{number} pages"}'
    assert found(small, (english, "pages: {one: '{number} p'}")) == [
        "overrides/words/xx.yml:1: extra.words.pages.other is missing"
    ]


def test_words_that_cannot_be_read(small: SmallCourse) -> None:
    line = line_of("    answer: Your answer")
    (message,) = found(small, ("    answer: Your answer", "    answer: Your: answer"))
    assert message.startswith(f"overrides/words/xx.yml:{line}: a colon stands inside of the text")


def test_one_language_has_no_other(small: SmallCourse) -> None:
    report = examine([check_words], small.material)
    assert report.unproved == [
        "words.words looked at nothing: the course has no other language in overrides/words"
    ]
