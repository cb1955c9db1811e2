"""The rules find planted mistakes in another course, each at its line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from course.rules.material import Material
from course.rules.registry import RULES, examine
from course.site.page import read_pages
from tests.courses.build import BALCONY, Built, Courses
from tests.courses.planted import (
    ALSO_IN_WHOLE,
    IN_WHOLE,
    WHEN_BUILT,
    Planted,
)


def files(planted: list[Planted]) -> dict[str, str]:
    """Return the files that have the mistakes."""
    texts: dict[str, str] = {}
    for each in planted:
        text = texts.get(each.file) or (BALCONY / each.file).read_text("utf-8")
        assert text.count(each.old) == 1, each.old
        texts[each.file] = text.replace(each.old, each.new)
    return texts


def expected(planted: list[Planted]) -> Iterator[str]:
    """Yield the messages."""
    texts = files(planted)
    for each in planted:
        before, found, _ = texts[each.file].partition(each.sign)
        assert found, each.sign
        number = before.count("\n") + 1
        yield f"{each.file}:{number}: {each.message}"


@pytest.fixture(scope="module")
def broken(courses: Courses) -> Built:
    """Return the course with the mistakes that are told when it is built."""
    return courses.build("balcony-broken", BALCONY, files(WHEN_BUILT))


@pytest.mark.parametrize("message", list(expected(WHEN_BUILT)))
def test_a_mistake_is_told_when_the_site_is_built(broken: Built, message: str) -> None:
    assert broken.messages.count(message) == 1, "\n".join(broken.messages)


def test_nothing_else_is_told(broken: Built) -> None:
    end = f"{len(WHEN_BUILT)} mistakes, each named above: no site built"
    assert set(broken.messages) - set(expected(WHEN_BUILT)) == {end}
    assert not (broken.site / "index.html").exists()


@pytest.fixture(scope="module")
def flawed(courses: Courses) -> list[str]:
    """Return what the rules on a whole course tell of one with such mistakes."""
    built = courses.build("balcony-flawed", BALCONY, files(IN_WHOLE))
    assert built.messages == []
    pages = read_pages(built.site, built.course.docs)
    report = examine(RULES["course"], Material(built.course, pages, built.site))
    return list(map(str, report.problems))


@pytest.mark.parametrize("message", list(expected(IN_WHOLE)))
def test_a_mistake_is_told_of_the_whole(flawed: list[str], message: str) -> None:
    assert flawed.count(message) == 1, "\n".join(flawed)


def test_nothing_else_is_told_of_the_whole(flawed: list[str]) -> None:
    assert set(flawed) - set(expected(IN_WHOLE)) == ALSO_IN_WHOLE
