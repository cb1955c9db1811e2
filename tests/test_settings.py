"""What is true of one course, as every layer asks for it; its mistakes are in `tests.courses`."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.measures import Units
from course.problems import Refused
from course.settings import Course, forget, read_course
from tests.markdown_page import COURSE, lay_out


@pytest.fixture
def course(tmp_path: Path) -> Course:
    lay_out(tmp_path)
    return read_course(tmp_path / "mkdocs.yml")


def test_its_folders_are_beside_its_file(course: Course, tmp_path: Path) -> None:
    assert (course.docs, course.overrides) == (tmp_path / "docs", tmp_path / "overrides")


def test_an_activity_is_found_by_its_name(course: Course) -> None:
    lead = course.activity("lead")
    assert lead is not None
    assert (lead.name, lead.sign, lead.hue) == ("lead", "▲", 2)
    assert course.activity("leading") is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [("units/a.md", True), ("units/index.md", False), ("a.md", False), ("units/b/a.md", False)],
)
def test_units_are_the_pages_of_their_folder(path: str, expected: bool) -> None:
    assert Units(folder="units").has(path) == expected
    assert not Units().has(path)


def test_what_changed_is_read_again(course: Course) -> None:
    assert read_course(course.file) is course
    course.file.write_text(COURSE.replace("Small course", "Other course"), "utf-8")
    assert read_course(course.file).title == "Other course"
    words = course.overrides / "words" / "en.yml"
    words.write_text(words.read_text("utf-8").replace("Your answer", "Mine"), "utf-8")
    assert read_course(course.file).words("answer") == "Mine"


def test_a_page_that_is_gone_is_told_when_the_course_is_read_again(course: Course) -> None:
    (course.docs / course.glossary).unlink()
    assert read_course(course.file) is course
    forget()
    with pytest.raises(Refused) as refused:
        read_course(course.file)
    assert course.glossary in str(refused.value.problems[0])


def test_a_course_can_say_some_words_otherwise(course: Course) -> None:
    course.file.write_text(
        f"{COURSE}  words:\n    blocks: {{plan: {{tell: Who knows}}}}\n", "utf-8"
    )
    words = read_course(course.file).words
    assert words("blocks.plan.tell") == "Who knows"
    assert words("blocks.plan.if") == course.words("blocks.plan.if")
    assert (words.language, words.locale) == ("en", "en_GB")
