"""Units: their parts, their objectives, and the minutes that pages promise."""

from __future__ import annotations

from pathlib import Path

from course.rules.registry import examine
from course.rules.units import (
    check_earlier,
    check_known_objectives,
    check_minutes,
    check_parts,
    check_questions,
    check_rated,
    check_served_objectives,
    check_words,
)
from tests.rules.small import COURSE, SmallCourse

OBJECTIVES = [{"id": "hem", "text": "Sew a hem."}]
QUESTION = """
/// question | Which?
    id: {id}
    objective: {objective}

- [x] This

    It holds.

- [ ] That

    It frays.
///
"""
EXERCISE = """
/// exercise | Sew
    id: {id}
    minutes: 4
    lines: 2
    objective: {objective}

Sew it.
///
"""
DECISION = """
/// decision | The hem
    id: {id}
    objective: {objective}

What now?

- [x] This

    It holds.

- [ ] That

    It frays.
///
"""


def question(id_: str, objective: str = "hem") -> str:
    return QUESTION.format(id=id_, objective=objective)


def test_parts_in_their_order(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Guess\n\n## Findings\n\n### More\n\n## Quiz\n")
    small.page("units/index.md", "## Anything\n")
    assert small.found(check_parts) == []


def test_missing_part(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Guess\n\n## Quiz\n")
    assert small.found(check_parts) == ['docs/units/hat.md:1: the part "Findings" is missing']


def test_part_that_is_none(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Guess\n\n## Findings\n\n## More\n\n## Quiz\n")
    assert small.found(check_parts) == [
        'docs/units/hat.md:10: "More" is not a part of a page in units/'
    ]


def test_parts_in_another_order(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Findings\n\n## Guess\n\n## Quiz\n")
    assert small.found(check_parts) == ["docs/units/hat.md:6: the parts are not in their order"]


def test_part_that_is_there_twice(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Guess\n\n## Findings\n\n## Quiz\n\n## Quiz\n")
    assert small.found(check_parts) == ['docs/units/hat.md:10: the part "Quiz" is there 2 times']


def test_the_references_of_a_page_are_no_part(small: SmallCourse) -> None:
    small.page("units/hat.md", "## Guess\n\n## Findings\n\nSo [@bloom2013].\n\n## Quiz\n")
    assert small.found(check_parts) == []


def test_units_without_a_pattern(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, units={"folder": "units"})
    for name in "ab":
        objective = {"id": name, "text": "Sew."}
        small.page(
            f"units/{name}.md",
            f"## Anything\n{question(f'q-{name}', name)}",
            objectives=[objective],
        )
    small.build()
    report = examine([check_parts, check_earlier], small.material)
    assert report.problems == []
    assert report.unproved == [
        "units.parts looked at nothing: the course has no page of a unit with units: parts",
        "units.earlier looked at nothing: the course has no page of a unit with units: recall",
    ]


def test_objective_at_the_head_of_any_page(small: SmallCourse) -> None:
    small.page("units/hat.md", "", objectives=OBJECTIVES)
    small.page("a.md", question("q"))
    assert small.found(check_known_objectives) == []


def test_unknown_objective(small: SmallCourse) -> None:
    small.page("units/hat.md", question("q", "helm"), objectives=OBJECTIVES)
    assert small.found(check_known_objectives) == [
        'docs/units/hat.md:12: objective "helm" is at the head of no page'
    ]


def test_served_objective(small: SmallCourse) -> None:
    for number, practice in enumerate((EXERCISE, DECISION)):
        text = question(f"q-{number}") + practice.format(id=f"p-{number}", objective="hem")
        small.page(f"units/{number}.md", text, objectives=OBJECTIVES)
    assert small.found(check_served_objectives) == []


def test_objective_without_practice(small: SmallCourse) -> None:
    small.page("units/hat.md", question("q"), objectives=OBJECTIVES)
    assert small.found(check_served_objectives) == [
        'docs/units/hat.md:5: objective "hem" has no exercise or decision'
    ]


def test_objective_without_a_question(small: SmallCourse) -> None:
    text = EXERCISE.format(id="e", objective="hem")
    small.page("units/hat.md", text, objectives=OBJECTIVES)
    assert small.found(check_served_objectives) == [
        'docs/units/hat.md:5: objective "hem" has no question'
    ]


def test_a_question_goes_back(small: SmallCourse) -> None:
    second = [{"id": "seam", "text": "Sew a seam."}]
    small.page("units/1.md", question("q"), objectives=OBJECTIVES)
    small.page("units/2.md", question("r"), objectives=second)
    assert small.found(check_earlier) == []
    small.page("units/2.md", f"## Quiz\n{question('r', 'seam')}", objectives=second)
    assert small.found(check_earlier) == [
        "docs/units/2.md:9: no question goes back to an earlier page of units/"
    ]


def test_minutes_that_agree(small: SmallCourse) -> None:
    text = "word " * 400 + EXERCISE.format(id="e", objective="hem") + question("q")
    small.page("a.md", text, minutes={"read": 2, "do": 5})
    assert small.found(check_minutes) == []


def test_minutes_that_do_not_agree_are_told_with_the_right_ones(small: SmallCourse) -> None:
    text = "word " * 1196 + "[@bloom2013].\n" + DECISION.format(id="d", objective="hem")
    for read, do in ((6, 1), (4, 2), (4, 1)):
        small.page("a.md", text, minutes={"read": read, "do": do})
        assert small.found(check_minutes) == [
            f"docs/a.md:4: its minutes are 6 to read and 2 to do, not {read} and {do}"
        ]
    (problem,) = small.problems(check_minutes)
    assert problem.remedy == "write minutes: {read: 6, do: 2}"


def test_minutes_to_read_are_round(small: SmallCourse) -> None:
    for read, problems in ((1, 0), (2, 0), (3, 0), (4, 1)):
        small.page("a.md", "word " * 396, minutes={"read": read, "do": 0})
        assert len(small.found(check_minutes)) == problems


def test_a_course_has_its_own_pace(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, pace={"alone": {"words": 100, "question": 3, "own": 2}})
    text = "word " * 396 + EXERCISE.format(id="e", objective="hem") + question("q")
    small.page("a.md", text, minutes={"read": 4, "do": 11})
    assert small.found(check_minutes) == []


def test_a_page_without_minutes_is_left_alone(small: SmallCourse) -> None:
    small.page("a.md", "word " * 1420)
    assert small.found(check_minutes) == []


def asking(tmp_path: Path, **numbers: int) -> SmallCourse:
    """Return a course whose units ask at least so much."""
    return SmallCourse(tmp_path, units={**COURSE["units"], **numbers})


def test_questions_of_a_unit(tmp_path: Path) -> None:
    small = asking(tmp_path, questions=2)
    small.page("units/hat.md", f"## Guess\n{question('p')}\n## Quiz\n{question('q')}")
    assert small.found(check_questions) == ['docs/units/hat.md:21: it has 1 questions in "Quiz"']
    small.page("units/hat.md", f"## Quiz\n{question('q')}{question('r')}")
    assert small.found(check_questions) == []


ESTIMATE = """
/// estimate | How many?
    id: e
    objective: hem
    unit: of 100 hems
    range: 0 to 100

How many fray?

- [7] Seven do.
///
"""


def test_estimates_of_a_unit(tmp_path: Path) -> None:
    small = asking(tmp_path, questions=1, estimates=1)
    small.page("units/hat.md", f"## Findings\n\n## Quiz\n{question('q')}")
    assert small.found(check_questions) == ["docs/units/hat.md:6: it has 0 estimates"]
    small.page("units/hat.md", f"## Findings\n\n## Quiz\n{ESTIMATE}")
    assert small.found(check_questions) == ['docs/units/hat.md:8: it has 0 questions in "Quiz"']


def test_an_estimate_checks_no_objective(small: SmallCourse) -> None:
    text = ESTIMATE + EXERCISE.format(id="x", objective="hem")
    small.page("units/hat.md", text, objectives=OBJECTIVES)
    assert small.found(check_served_objectives) == [
        'docs/units/hat.md:5: objective "hem" has no question'
    ]


def test_words_of_a_unit(tmp_path: Path) -> None:
    small = asking(tmp_path, words=10)
    text = (
        "## Guess\n\nOne two three [[hat]] five.\n\n- Six\n- Seven\n\n"
        "| A | B |\n|---|---|\n| a | b |\n\n/// table-caption\nA table.\n///\n\n"
        f"/// details | More\nMuch more.\n///\n{question('q')}"
    )
    for more, problems in (
        ("\nEight nine ten.\n", []),
        ("\nEight nine ten eleven.\n", ["docs/units/hat.md:2: its running text has 11 words"]),
    ):
        small.page("units/hat.md", text + more)
        small.page("a.md", "word " * 20)
        assert small.found(check_words) == problems


def test_a_unit_without_a_statement_is_told(small: SmallCourse) -> None:
    for name in ("hat", "scarf", "glove"):
        small.page(f"units/{name}.md", "Text.\n")
    options = "    id: base\n    minutes: 3\n"
    items = "- [hat cut] I cut.\n- [hat sew] I sew.\n- [scarf cut] I cut.\n- [scarf sew] I sew.\n"
    small.page("start.md", f"/// rating | How often?\n{options}\n{items}///\n")
    (found,) = small.found(check_rated)
    assert 'rating "base": it has no statement for glove' in found
