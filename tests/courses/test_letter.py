"""A kind of block from a course's own folder: one file and its words, and everything knows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring
from playwright.sync_api import Page, expect

from course.model import blocks, text_of
from tests.courses import plain
from tests.courses.browser import open_course
from tests.courses.build import Built, Courses

KINDS = Path(__file__).with_name("letter")
WORDS = """    kinds: [kinds/letter.py]
  words:
    blocks:
      letter:
        name: Letter
        numbered: Letter {number}
        within: letter {number}
        to: To whom
        text: Your letter
        model: A model
"""
HEAD = "---\ntitle: {}\nsummary: In short.\n---\n"
LETTER = """
/// letter | {title}
    id: {id}
    minutes: 5

Dear neighbour, please *water* my plants.
///
"""
FIRST = HEAD.format("Letters") + LETTER.format(title="Ask for help", id="ask")
FILES = {
    "mkdocs.yml": plain.config(units=False, extra=WORDS),
    "docs/index.md": FIRST + LETTER.format(title="Say thanks", id="thank"),
    "docs/notebook.md": HEAD.format("Notebook") + "\n/// notebook\n///\n",
}


@pytest.fixture(scope="module")
def letters(courses: Courses) -> Built:
    """Return a course with two letters."""
    return courses.build("letters", KINDS, FILES)


def document(built: Built, name: str) -> HtmlElement:
    """Return the document of an edition."""
    from course.editions import EDITIONS, Layout
    from course.print.text.book import read_book
    from course.print.text.documents import document

    edition = next(each for each in EDITIONS if each.name == name)
    return fromstring(document(read_book(built.site, built.course), Layout(edition)))


def test_it_is_built_numbered_and_kept(letters: Built) -> None:
    assert letters.messages == []
    found = list(blocks(letters.pages[""].tree, "letter"))
    assert [(b.id, b.number, b.minutes, b.keeps) for b in found] == [
        ("ask", 1, 5, ["ask-to", "ask-text"]),
        ("thank", 2, 5, ["thank-to", "thank-text"]),
    ]


def test_the_notebook_knows_its_blocks(letters: Built) -> None:
    assert letters.pages["notebook/"].tree.xpath("//@data-ids") == ["ask thank"]


def test_the_workbook_lists_it_and_has_room_to_write(letters: Built) -> None:
    workbook = document(letters, "workbook")
    contents = [text_of(link) for link in workbook.xpath("//nav[@id='contents']//a")]
    assert "Letter 1. Ask for help · 5 minutes" in contents
    assert "Letter 2. Say thanks · 5 minutes" in contents
    (first, _) = blocks(workbook, "letter")
    assert "To whom" in text_of(first.element)
    assert not first.element.xpath(".//textarea | .//details")
    assert "Dear neighbour" not in text_of(workbook)


def test_the_answers_have_its_model(letters: Built) -> None:
    answers = document(letters, "answers")
    (first, second) = answers.xpath("//section[@class='answered']")
    texts = [list(map(text_of, each.xpath("h2 | p"))) for each in (first, second)]
    model = "Dear neighbour, please water my plants."
    assert texts == [["Letter 1. Ask for help", model], ["Letter 2. Say thanks", model]]


def test_the_book_to_read_has_it_at_its_end(letters: Built) -> None:
    book = document(letters, "reading")
    assert text_of(book).count("Dear neighbour, please water my plants.") == 2
    (first, _) = blocks(book, "letter")
    assert not first.element.xpath(".//textarea")
    assert "Dear neighbour" not in text_of(first.element)


def test_an_id_that_is_there_twice_is_told(courses: Courses) -> None:
    other = {"docs/more.md": HEAD.format("More") + LETTER.format(title="Once more", id="ask")}
    built = courses.build("letters-twice", KINDS, FILES, other)
    message = "docs/more.md:7: the id “ask” is also used at docs/index.md:7: "
    assert f"{message}choose another: answers are kept under it" in built.messages
    assert not (built.site / "index.html").exists()


@pytest.mark.parametrize(
    ("name", "option", "message"),
    [
        # That the right one is missing follows from it.
        (
            "misspelt",
            "    minute: 5\n",
            '8: letter "Ask for help": there is no option "minute": write minutes',
        ),
        (
            "missing",
            "",
            '6: letter "Ask for help": option "minutes" is missing: '
            "write a whole number from 1 to 90",
        ),
    ],
)
def test_a_wrong_option_is_told(courses: Courses, name: str, option: str, message: str) -> None:
    text = FIRST.replace("    minutes: 5\n", option)
    built = courses.build(f"letters-{name}", KINDS, FILES, {"docs/index.md": text})
    assert built.messages[:-1] == [f"docs/index.md:{message}"]


@pytest.mark.browser
def test_what_is_written_is_kept(letters: Built, page: Page) -> None:
    open_course(page, letters)
    letter = page.locator("#ask")
    letter.get_by_label("To whom").fill("Noor")
    letter.get_by_label("Your letter").fill("Dear Noor")
    expect(letter.get_by_role("status")).to_have_text("Kept in this browser.")
    page.reload()
    expect(letter.get_by_label("To whom")).to_have_value("Noor")
    open_course(page, letters, "notebook/")
    kept = page.locator("[data-part=answers] section:visible")
    expect(kept.filter(has_text="Ask for help").last).to_contain_text("Dear Noor")
    labels = page.locator("[data-kept]:visible > p").all_inner_texts()
    assert labels == ["To whom", "Your letter"]
    expect(page.locator("[data-part=answers]")).not_to_contain_text(
        "Say thanks", use_inner_text=True
    )
