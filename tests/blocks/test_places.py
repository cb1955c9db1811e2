"""The blocks that others fill: readers, scripts, the site, and the printed editions."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import ANSWER, EMPTY, EXERCISE, PLAN, block_of
from tests.markdown_page import Pages


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("gather", {"data-of": "comparison", "data-from": "units", "data-mixed": "true"}),
        ("calendar", {}),
        ("review", {}),
        ("notebook", {}),
    ],
)
def test_a_place_says_what_it_is_for(pages: Pages, name: str, facts: dict[str, str]) -> None:
    element = block_of(pages, EMPTY[name]).element
    assert (element.tag, dict(element.attrib)) == ("div", {"data-block": name, **facts})


def test_a_gathering_is_by_page_and_from_all_unless_it_says_more(pages: Pages) -> None:
    element = block_of(pages, "/// gather\n    of: question\n///").element
    assert dict(element.attrib) == {"data-block": "gather", "data-of": "question"}
    assert len(element) == 0


def test_the_card_of_an_edition_has_the_author_s_words_and_is_not_filled(pages: Pages) -> None:
    files = "/// files | A *book* to write in\n    edition: workbook\n\nFor you.\n///"
    block = block_of(pages, files)
    assert (block.element.tag, block.get("edition")) == ("section", "workbook")
    about, picture = block.element
    assert [child.tag for child in about] == ["h3", "p", "div"]
    assert [text_of(child) for child in about] == [
        *("A book to write in", "For you.", "This copy of the site was made without it."),
    ]
    assert (block.parts("files"), block.parts("picture")) == ([about[2]], [picture])
    assert (picture.text, len(picture)) == (None, 0)


@pytest.mark.parametrize(
    ("edition", "headings"), [("answers", ["Answers"]), ("sheet-soup", []), ("unknown", [])]
)
def test_a_card_without_a_title_has_that_of_its_edition(
    pages: Pages, edition: str, headings: list[str]
) -> None:
    card = block_of(pages, f"/// files\n    edition: {edition}\n///").element
    assert list(map(text_of, card.iter("h3"))) == headings


def test_fields_have_their_lines(pages: Pages) -> None:
    rows = [block_of(pages, text).element.xpath(".//@rows") for text in (EXERCISE, PLAN)]
    assert rows == [["8"], ["2", "3", "1"]]
    assert block_of(pages, PLAN).element.xpath("input/@type") == ["date"]


def test_answers_are_numbered_on_their_page(pages: Pages) -> None:
    article = pages.html(f"{ANSWER}\n{ANSWER}")
    assert article.xpath("details[@data-answers]/@id") == ["answer-1", "answer-2"]
    assert article.find("details/summary/em").text == "answer"


@pytest.mark.parametrize(
    ("name", "buttons"),
    [
        ("calendar", ["calendar"]),
        ("review", ["everyQuestion", "calendar", "seen", "again"]),
        ("notebook", ["printPage", "download", "downloadText", "deleteAll", "undo"]),
    ],
)
def test_buttons_wait_for_the_script(pages: Pages, name: str, buttons: list[str]) -> None:
    element = block_of(pages, EMPTY[name]).element
    found = element.xpath(".//button[@type='button']")
    assert [button.get("data-do") for button in found] == buttons
    for button in found:
        assert text_of(button)
        assert button.xpath("ancestor::*[@hidden or self::template]")


def test_a_review_has_what_each_question_gets_and_a_place_for_the_questions(pages: Pages) -> None:
    tools, template, place = block_of(pages, EMPTY["review"]).element
    assert tools.find("output") is not None
    assert (template.tag, template.get("data-part")) == ("template", "review")
    (each,) = template
    assert dict(each.attrib) == {"data-part": "tools", "data-review": ""}
    assert each.find("output") is not None
    facts = {"data-block": "gather", "data-of": "question", "data-mixed": "true"}
    assert dict(place.attrib) == facts


def test_a_notebook_shows_nothing_but_that_there_is_nothing(pages: Pages) -> None:
    block = block_of(pages, EMPTY["notebook"])
    shown = [part.get("data-part") for part in block.element if part.get("hidden") is None]
    assert shown == ["nothing", "answers"]
    hidden = [part.get("data-part") for part in block.element if part.get("hidden") is not None]
    assert hidden == ["reminder", "notebook-tools", "messages"]
    names = block.element.xpath("*[@data-part='messages']/li/@data-message")
    told = "loaded full large unreadable unknown other newer deleted undone"
    assert " ".join(names) == told
    assert block.element.xpath(".//button[@data-ask]/@data-do") == ["deleteAll"]
    (file,) = block.element.iter("input")
    assert (file.get("type"), file.get("data-do")) == ("file", "load")
    assert block.parts("status")[0].get("role") == "status"


def test_a_bibliography_has_every_source_in_order(pages: Pages) -> None:
    sections = block_of(pages, EMPTY["bibliography"]).element.findall("section")
    keys = ["kotter1990book", "kotter1990hbr", "zhu2018"]
    assert [section.get("id") for section in sections] == keys
    notes = "Found|Complexity & change.|Limits|An essay.|Checked|In part."
    assert "|".join(map(text_of, sections[1].find("dl"))) == notes
    assert sections[0].find("p[@data-part='reference']/i").text == "A force for change"
