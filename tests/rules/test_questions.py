"""Questions test the idea and not the reader's eye for a pattern."""

from __future__ import annotations

from course.rules.questions import check_options, check_patterns, check_wording
from tests.rules.small import SmallCourse

OPTIONS = ("Red wool", "Blue felt", "Grey silk")


def choice(id_: str, right: int, options: tuple[str, ...] = OPTIONS, stem: str = "Which?") -> str:
    """Return a question of one in several options."""
    items = "".join(
        f"- [{'x' if n == right else ' '}] {option}\n\n    So.\n\n"
        for n, option in enumerate(options, 1)
    )
    return f"/// question | {stem}\n    id: {id_}\n    objective: hem\n\n{items}///\n\n"


def sort(id_: str) -> str:
    """Return a question whose items each belong to one of two groups."""
    options = f"    id: {id_}\n    objective: hem\n    into: hat, scarf\n"
    items = "- [hat] Not felt\n\n    So.\n\n- [scarf] Silk\n\n    So.\n"
    return f"/// sort | Which?\n{options}\n{items}///\n\n"


def test_three_options(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1) + sort("s"))
    assert small.found(check_options) == []


def test_two_options(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1, OPTIONS[:2]))
    assert small.found(check_options) == ['docs/a.md:7: question "q" has 2 options']


def test_a_decision_has_options_too(small: SmallCourse) -> None:
    text = choice("d", 1, OPTIONS[:2]).replace("/// question | Which?", "/// decision | The hem")
    small.page("a.md", text.replace("hem\n\n-", "hem\n\nWhat now?\n\n-"))
    assert small.found(check_options) == ['docs/a.md:7: decision "d" has 2 options']


def test_wording(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1, (*OPTIONS[:2], "All of the above"), "Which is not so?"))
    assert small.found(check_wording) == [
        'docs/a.md:7: question "q" asks for what is not so',
        'docs/a.md:7: question "q" has an option about the others',
    ]


def test_what_is_quoted_is_not_asked(small: SmallCourse) -> None:
    small.page("a.md", choice("q", 1, stem="“They do not plan”: which reply fits?"))
    assert small.found(check_wording) == []


def test_a_decision_may_ask_what_not_to_do(small: SmallCourse) -> None:
    text = choice("d", 1).replace("/// question | Which?", "/// decision | The hem")
    small.page("a.md", text.replace("hem\n\n-", "hem\n\nWhat will you not do?\n\n-"))
    assert small.found(check_wording) == []


def test_places_are_balanced_or_nearly(small: SmallCourse) -> None:
    for places in ((1, 2, 3) * 4, (1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3)):
        questions = (choice(f"q-{n}", place) for n, place in enumerate(places))
        small.page("a.md", "".join(questions))
        assert small.found(check_patterns) == []


def test_one_place_for_half(small: SmallCourse) -> None:
    places = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3)
    small.page("a.md", "".join(choice(f"q-{n:02}", place) for n, place in enumerate(places)))
    small.page("b.md", "Text.\n")
    line = len((small.root / "docs/a.md").read_text("utf-8").splitlines()) - 16
    assert small.found(check_patterns) == [f"docs/a.md:{line}: A is right in 6 of 12 choices"]


def test_one_place_for_all(small: SmallCourse) -> None:
    small.page("a.md", "".join(choice(f"q-{n:02}", 2) for n in range(12)))
    assert [problem.partition(": ")[2] for problem in small.found(check_patterns)] == [
        "A is right in 0 of 12 choices",
        "B is right in 12 of 12 choices",
        "C is right in 0 of 12 choices",
    ]


def test_the_longest_is_right(small: SmallCourse) -> None:
    lengths = [tuple("a b c" if p == n % 3 else "abc"[p] for p in range(3)) for n in range(12)]
    small.page("a.md", "".join(choice(f"q-{n:02}", n % 3 + 1, o) for n, o in enumerate(lengths)))
    assert [problem.partition(": ")[2] for problem in small.found(check_patterns)] == [
        "the right option is the longest in 12 of 12 choices"
    ]


def test_the_shortest_is_right(small: SmallCourse) -> None:
    lengths = [tuple("a" if p == n % 3 else f"a b {p}" for p in range(3)) for n in range(12)]
    small.page("a.md", "".join(choice(f"q-{n:02}", n % 3 + 1, o) for n, o in enumerate(lengths)))
    assert [problem.partition(": ")[2] for problem in small.found(check_patterns)] == [
        "the right option is the shortest in 12 of 12 choices"
    ]


def test_few_choices_have_no_pattern(small: SmallCourse) -> None:
    small.page("a.md", "".join(choice(f"q-{n}", 2) for n in range(11)))
    assert small.found(check_patterns) == []
