"""No kind of word tells right options from wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.rules.cues import check_cues, check_reasons
from course.rules.languages import language_of
from tests.rules.small import SmallCourse
from tests.rules.test_questions import choice


def questions(cue: str, right: int, wrong: int) -> str:
    """Return six questions with a cue in some right options, and in some wrong ones."""
    texts = []
    for n in range(6):
        first = f"{cue} wool" if n < right else "Wool"
        cloths = enumerate(("felt", "silk"))
        others = [f"{cue} {cloth}" if 2 * n + k < wrong else cloth for k, cloth in cloths]
        texts.append(choice(f"q-{n}", 1, (first, *others)))
    return "".join(texts)


def test_a_cue_that_is_spread(small: SmallCourse) -> None:
    for right, wrong in ((1, 5), (3, 3), (6, 6), (2, 9)):
        small.page("a.md", questions("Always", right, wrong))
        assert small.found(check_cues) == []


def test_a_cue_in_right_options(small: SmallCourse) -> None:
    small.page("a.md", questions("Perhaps", 4, 3))
    assert small.found(check_cues) == [
        "docs/a.md:7: hedges such as “may” are in 7 options, of which 4 are right"
    ]
    (problem,) = small.problems(check_cues)
    assert problem.remedy == "write some right options without them, or use them in wrong ones"


def test_a_cue_in_wrong_options(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1) + questions("Never", 0, 7))
    assert small.found(check_cues) == [
        "docs/a.md:25: absolutes such as “always” are in 7 options, of which 0 are right"
    ]
    (problem,) = small.problems(check_cues)
    assert problem.remedy == "write some wrong options without them, or use them in right ones"


def test_a_cue_that_is_rare_says_nothing(small: SmallCourse) -> None:
    small.page("a.md", questions("Never", 0, 5))
    assert small.found(check_cues) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Write it only for me", "absolutes such as “always”"),
        ("It depends on the weather", "hedges such as “may”"),
        ("Ask first and then act", "two steps such as “and then”"),
        ("Ask the team, and act", "two steps such as “and then”"),
        ("Try it for a week", "tests and trials"),
        ("Run a trial", "tests and trials"),
        ("Agree on the hem", "agreements"),
        ("Name an owner", "owners"),
        ("Set a date", "dates"),
        ("Country and coast", ""),
        ("Update the pattern", ""),
    ],
)
def test_the_cues_of_english(text: str, name: str) -> None:
    found = [each for each, pattern in language_of("en").cues.items() if pattern.search(text)]
    assert found == ([name] if name else [])


def test_a_short_reason_is_told(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, prose={"reason": 8})
    text = choice("q", 2).replace("So.", "It is warm, but it would be wet in rain.", 1)
    small.page("a.md", text)
    assert small.found(check_reasons) == ['docs/a.md:7: question "q" has 1 words of reason for C']


def test_a_consequence_is_a_reason_too(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, prose={"reason": 2})
    text = choice("d", 1).replace("/// question | Which?", "/// decision | The hem")
    small.page("a.md", text.replace("hem\n\n-", "hem\n\nWhat now?\n\n-", 1))
    assert small.found(check_reasons) == [
        'docs/a.md:7: decision "d" has 1 words of reason for B',
        'docs/a.md:7: decision "d" has 1 words of reason for C',
    ]


def test_a_course_that_asks_for_no_length_of_reasons(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1))
    assert small.found(check_reasons) == []
