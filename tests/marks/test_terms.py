"""Terms and the glossary."""

from __future__ import annotations

import pytest

from course.marks.glossary import read_glossary
from tests.markdown_page import COURSE, GLOSSARY, Pages


def test_link_and_tooltip(pages: Pages) -> None:
    link = pages.html("The [[mere urgency effect]] draws us.").find("p/a")
    assert dict(link.attrib) == {
        "href": "reference/glossary.md#mere-urgency-effect",
        "title": "Choosing what expires soonest over what is worth more.",
        "data-term": "mere-urgency-effect",
    }
    assert link.text == "mere urgency effect"


def test_words_shown(pages: Pages) -> None:
    assert pages.html("[[managing|they manage]]").find("p/a").text == "they manage"


def test_code_is_left_alone(pages: Pages) -> None:
    assert pages.messages("Write `[[anything]]` so.") == []


def test_each_unknown_term_is_told_with_its_line(pages: Pages) -> None:
    told = 'term "leeding" is not in the glossary: '
    told += "define it in docs/reference/glossary.md, or correct the name"
    assert pages.messages("One [[leeding]].\n\nTwo [[leeding|x]] and [[leeding]].") == [
        f"docs/text.md:{line}: {told}" for line in (1, 3)
    ]


def test_meanings_over_two_lines_are_joined(pages: Pages) -> None:
    meaning = read_glossary(pages.course)["managing"].meaning
    assert meaning == "Getting agreed work done, again and again."


def test_a_changed_glossary_is_read_again(pages: Pages) -> None:
    assert "leading" not in read_glossary(pages.course)
    path = pages.root / "docs/reference/glossary.md"
    path.write_text(
        GLOSSARY + "\nLeading\n:   Agreeing on where to go. [@zhu2018] (A guess)\n", "utf-8"
    )
    assert read_glossary(pages.course)["leading"].meaning == "Agreeing on where to go."


def test_a_course_may_have_no_glossary(pages: Pages) -> None:
    (pages.root / "docs/reference/glossary.md").unlink()
    (pages.root / "mkdocs.yml").write_text(
        COURSE.replace("      glossary: reference/glossary.md\n", ""), "utf-8"
    )
    assert read_glossary(pages.course) == {}


@pytest.fixture
def glossary(pages: Pages) -> Pages:
    """A course whose glossary is the page that is converted."""
    (pages.root / "docs/text.md").write_text("", "utf-8")
    (pages.root / "mkdocs.yml").write_text(
        COURSE.replace("glossary: reference/glossary.md", "glossary: text.md"), "utf-8"
    )
    return pages


def test_each_term_of_the_glossary_has_its_address(glossary: Pages) -> None:
    text = "Mere *urgency* effect\n:   One.\n\nManaging\n:   Two."
    assert glossary.html(text).xpath("//dt/@id") == ["mere-urgency-effect", "managing"]


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [("Managing", "Managing", 4), ("Managing", "managing", 4), ("*Managing*", "*Managing*", 1)],
)
def test_a_term_that_is_defined_twice_is_told(
    glossary: Pages, first: str, second: str, line: int
) -> None:
    name = second.strip("*")
    assert glossary.messages(f"{first}\n:   One.\n\n{second}\n:   Two.\n\nOther\n:   Three.") == [
        f'docs/text.md:{line}: term "{name}" is defined twice: keep one of the two'
    ]


def test_other_pages_may_define_what_they_like(pages: Pages) -> None:
    text = "Managing\n:   One.\n\nManaging\n:   Two."
    assert pages.messages(text) == []
    assert not pages.html(text).xpath("//dt/@id")
