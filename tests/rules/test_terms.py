"""A term is linked at its first use, and every term is used."""

from __future__ import annotations

from course.rules.terms import check_links_to_terms, check_unused_terms
from tests.rules.small import SmallCourse


def found(small: SmallCourse, text: str) -> list[str]:
    small.page("a.md", text)
    return small.found(check_links_to_terms)


def test_linked_at_first_use(small: SmallCourse) -> None:
    assert found(small, "## The hat\n\nA [[hat]].\n\nThat hat, and a red-hat.\n") == []


def test_used_in_an_earlier_paragraph(small: SmallCourse) -> None:
    assert found(small, "A Hat.\n\nA [[hat]].\n") == [
        'docs/a.md:8: "hat" is used before it is linked'
    ]


def test_used_earlier_in_the_sentence(small: SmallCourse) -> None:
    assert found(small, "A hat and\na [[hat]].\n") == [
        'docs/a.md:7: "hat" is used before it is linked'
    ]


def test_used_in_other_words(small: SmallCourse) -> None:
    assert found(small, "A bonnet and a [[hat|bonnet]].\n") == [
        'docs/a.md:6: "bonnet" is used before it is linked'
    ]


def test_what_is_linked_elsewhere_is_no_use(small: SmallCourse) -> None:
    assert found(small, "A [hat](https://example.org/). A [[hat]].\n") == []


def test_what_follows_a_link_is_a_use(small: SmallCourse) -> None:
    assert found(small, "A [red](https://example.org/) hat and a [[hat]].\n") == [
        'docs/a.md:6: "hat" is used before it is linked'
    ]


def test_used_later_in_the_sentence(small: SmallCourse) -> None:
    assert found(small, "The **red** [[hat]] is a hat.\n") == []


def test_the_head_a_table_and_a_label_are_no_use(small: SmallCourse) -> None:
    small.page("a.md", "| Hat |\n|---|\n| hat |\n\nA [[hat]].\n", summary="A hat.")
    assert small.found(check_links_to_terms) == []


def test_linked_a_second_time(small: SmallCourse) -> None:
    assert found(small, "A [[hat]].\n\nA [[hat|bonnet]].\n") == [
        'docs/a.md:8: the term "bonnet" is linked a second time'
    ]


def test_every_term_is_used(small: SmallCourse) -> None:
    assert small.found(check_unused_terms) == [
        'docs/glossary.md:6: the term "Hat" is linked on no page'
    ]
    small.page("a.md", "A [[hat]].\n")
    assert small.found(check_unused_terms) == []
