"""Terms and the glossary."""

from __future__ import annotations

from pathlib import Path

from course.markdown.glossary import read_glossary
from tests.markdown_page import GLOSSARY, Pages


def test_link_and_tooltip(pages: Pages) -> None:
    link = pages.html("The [[mere urgency effect]] draws us.").find("p/a")
    assert link.get("href") == "reference/glossary.md#mere-urgency-effect"
    assert link.get("title") == "Choosing what expires soonest over what is worth more."
    assert (link.get("class"), link.text) == ("term", "mere urgency effect")


def test_words_shown(pages: Pages) -> None:
    assert pages.html("[[managing|they manage]]").find("p/a").text == "they manage"


def test_code_is_left_alone(pages: Pages) -> None:
    assert pages.messages("Write `[[anything]]` so.") == []


def test_each_unknown_term_is_told_with_its_line(pages: Pages) -> None:
    remedy = "define it in docs/reference/glossary.md, or correct the name"
    assert pages.messages("One [[leeding]].\n\nTwo [[leeding|x]] and [[leeding]].") == [
        f'docs/text.md:1: term "leeding" is not in the glossary: {remedy}',
        f'docs/text.md:3: term "leeding" is not in the glossary: {remedy}',
        f'docs/text.md:3: term "leeding" is not in the glossary: {remedy}',
    ]


def test_meanings_over_two_lines_are_joined(pages: Pages) -> None:
    assert read_glossary(Path("docs/reference/glossary.md"))["managing"].meaning == (
        "Getting agreed work done, again and again."
    )


def test_a_changed_glossary_is_read_again(pages: Pages) -> None:
    path = Path("docs/reference/glossary.md")
    assert "leading" not in read_glossary(path)
    path.write_text(GLOSSARY + "\nLeading\n:   Agreeing on where to go.\n", "utf-8")
    assert read_glossary(path)["leading"].meaning == "Agreeing on where to go."
