"""The prose is found, and it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.rules.languages import Language, language_of
from course.rules.languages.en import count_syllables
from course.rules.reading import (
    check_grades,
    check_means,
    check_pronouns,
    check_sentences,
    check_signs,
    check_spelling,
    lines_of_grades,
)
from course.rules.registry import examine
from tests.rules.small import SmallCourse

PLAIN = {"pages": "plain.md", "sentence": 30, "mean": "0 to 30"}


def sentences(small: SmallCourse, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the sentences of a page, with what each cites."""
    small.page("a.md", text, title="T", summary="S")
    small.build()
    found = [s for s in small.material.sentences if s.page.path == "a.md"]
    return [(s.text, s.keys) for s in found if s.text not in ("T", "S")]


def test_sentences_keep_their_citations(small: SmallCourse) -> None:
    text = "It rose 17% [@bloom2013]. “Was it luck?” Étienne said no. [@bloom2013] So\nit ends."
    assert sentences(small, text) == [
        ("It rose 17%.", ("bloom2013",)),
        ("“Was it luck?”", ()),
        ("Étienne said no.", ("bloom2013",)),
        ("So it ends.", ()),
    ]


def test_a_citation_that_begins_a_paragraph(small: SmallCourse) -> None:
    assert sentences(small, "[@bloom2013] found a rise. It went on.") == [
        ("found a rise.", ("bloom2013",)),
        ("It went on.", ()),
    ]


@pytest.mark.parametrize(
    ("language", "number"), [("de", 2), ("en", 5), ("xx", 4)], ids=["German", "English", "another"]
)
def test_each_language_has_its_abbreviations(tmp_path: Path, language: str, number: int) -> None:
    text = "Am 3. März kam Dr. A. Ott mit ca. 20 Leuten. Alle gingen."
    small = SmallCourse(tmp_path, language)
    assert len(sentences(small, text)) == number


def test_a_sign_begins_a_sentence(small: SmallCourse) -> None:
    assert [text for text, _ in sentences(small, "Cut it. ■ sew it, e.g. so.")] == [
        "Cut it.",
        "■ sew it, e.g. so.",
    ]


def test_an_item_and_what_is_below_it_are_apart(small: SmallCourse) -> None:
    assert [text for text, _ in sentences(small, "- One\n    - Two\n\n## Three\n")] == [
        "One",
        "Two",
        "Three",
    ]


def test_what_the_build_adds_is_no_prose(small: SmallCourse) -> None:
    exercise = "/// exercise | Sew\n    id: x\n    minutes: 4\n    lines: 2\n    objective: hem\n\n"
    story = "/// story\n    after: end\n///\n\n<p>Here. <b hidden>Not here.</b></p>"
    found = [text for text, _ in sentences(small, f"{exercise}Sew it.\n///\n\n{story}")]
    assert found == ["Sew", "Sew it.", "Your answer", "Here."]


def test_german_sentences(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, "de")
    text = "Am 3. Mai, z. B. beim Nähen, rief Änne: „Halt!“ Öfter hielt sie an. „Ja.“ So war es."
    assert [text for text, _ in sentences(small, text)] == [
        "Am 3. Mai, z. B. beim Nähen, rief Änne: „Halt!“",
        "Öfter hielt sie an.",
        "„Ja.“",
        "So war es.",
    ]


def test_long_sentences_are_named(small: SmallCourse) -> None:
    small.page("a.md", f"{'word ' * 30}.\n\nOne {'word ' * 30}.")
    assert small.found(check_sentences) == [
        "docs/a.md:8: “One word word word word word …”: the sentence has 31 words"
    ]


def test_hard_pages_are_named(small: SmallCourse) -> None:
    small.page("a.md", "We meet at ten. You bring the plan.")
    hard = "Organisational ambidexterity necessitates simultaneous exploratory capability."
    small.page("b.md", hard, title="B")
    assert small.found(check_grades) == ["docs/b.md:2: the reading grade is 33.2, not 0 to 10"]
    assert " 33.2  b.md" in lines_of_grades(small.material)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "made named names the see played tried goes strengths"),
        (2, "about many agreed added table tables teaches over wages studies"),
        (3, "managers nobody however"),
    ],
)
def test_syllables_are_those_that_are_heard(number: int, words: str) -> None:
    assert [word for word in words.split() if count_syllables(word) != number] == []


def test_the_grade_is_that_of_the_formula() -> None:
    grade = language_of("en").grade
    assert grade is not None
    # Nine words in two sentences, and eleven syllables.
    assert grade(["We meet after ten.", "You bring all paper plans."]) == pytest.approx(
        0.39 * 9 / 2 + 11.8 * 11 / 9 - 15.59
    )


def test_pronouns_of_both_genders(small: SmallCourse) -> None:
    small.page("a.md", "He sews his hem. " * 3 + "They sew. The article says “he”.")
    small.page("b.md", "She sews by herself. " * 3)
    assert small.found(check_pronouns) == []


def test_pronouns_of_one_gender(small: SmallCourse) -> None:
    small.page("a.md", "He sews his hem. " * 3)
    small.page("b.md", "He sews, and she cuts. " * 2 + "He sews his hem. " * 4)
    small.page("c.md", "She sews. He cuts.")
    assert small.found(check_pronouns) == [
        "docs/b.md:2: over the course, its forms with it, “he” 17, “she” 3; "
        "on this page, “he” 10, “she” 2"
    ]
    (problem,) = small.problems(check_pronouns)
    assert problem.remedy == "let some people be “she”, in every role and kind of choice"


def test_few_pronouns_say_nothing(small: SmallCourse) -> None:
    small.page("a.md", "He sews his hem. " * 5)
    assert small.found(check_pronouns) == []


def test_mean_lengths(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, prose={"mean": "4 to 6", "elsewhere": [PLAIN]})
    # The summary of a page is a sentence too.
    small.page("a.md", "We sew. " * 10 + "\n\n- Not a sentence\n")
    small.page("b.md", "We sew. " * 12)
    small.page("c.md", "We sew a hem each day. " * 12)
    small.page("d.md", "We sew one long hem each day. " * 12)
    small.page("plain.md", "We sew. " * 12)
    assert small.found(check_means) == [
        "docs/b.md:2: its sentences have 2.0 words on average",
        "docs/d.md:2: its sentences have 6.6 words on average",
    ]
    assert [problem.remedy for problem in small.problems(check_means)] == [
        "join those that belong together, to 4 to 6 words",
        "divide some, to 4 to 6 words",
    ]


def test_chopped_pages_are_named(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, prose={"grade": "5 to 9"})
    small.page("a.md", "We sew. " * 12)
    small.page("b.md", "We sew. " * 9)
    assert small.found(check_grades) == ["docs/a.md:2: the reading grade is -3.0, not 5 to 9"]


def test_sentences_of_a_page_that_is_held_against_less(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, prose={"sentence": 5, "elsewhere": [PLAIN]})
    for name in ("a", "plain"):
        small.page(f"{name}.md", "We sew a hem each day.")
    assert small.found(check_sentences) == [
        "docs/a.md:6: “We sew a hem each day. …”: the sentence has 6 words"
    ]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It is ■.", "■"),
        ("More ▲ than cutting helps.", "▲"),
        ("Both (■) and “▲” may be quoted.", ""),
        ("Now ■ cutting comes first.", ""),
        ("■ Cut it.", ""),
        ("Mark each ■ or ▲.", ""),
        ("■ stands for cutting, ▲ for sewing.", ""),
    ],
)
def test_a_bare_sign(small: SmallCourse, text: str, sign: str) -> None:
    small.page("a.md", text)
    start = " ".join(text.split()[:6])
    expected = [f"docs/a.md:6: “{start} …”: a bare {sign}"] if sign else []
    assert small.found(check_signs) == expected


def test_spelling(small: SmallCourse) -> None:
    small.write("overrides/words/en-spelling.txt", "oyuun\n")
    small.page("a.md", "The team’s plan is Oyuun’s.\n\nThe managre plans.")
    assert small.found(check_spelling) == [
        'docs/a.md:8: “The managre plans. …”: "managre" is not a known word'
    ]
    (problem,) = small.problems(check_spelling)
    assert problem.remedy == "correct it, or add it to overrides/words/en-spelling.txt"


def test_a_language_that_the_rules_do_not_know(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, "xx")
    small.page("a.md", "A leader trusts his team.")
    small.build()
    rules = [check_sentences, check_grades, check_pronouns, check_signs, check_spelling]
    report = examine(rules, small.material)
    assert report.problems == []
    assert report.unproved == [
        f"reading.{rule} is left out: scripts/course/rules/languages has no {what} for xx"
        for rule, what in (
            ("grades", "grade"),
            ("pronouns", "pronouns"),
            ("signs", "after_noun"),
            ("spelling", "dictionary"),
        )
    ]
    assert lines_of_grades(small.material) == []


def test_a_language_is_found_by_its_code() -> None:
    assert language_of("en").dictionary == "en"
    assert language_of("xx") == Language()
