"""What the kinds of block make of themselves for the e-book; and a story, for paper."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from lxml.html import HtmlElement, fragment_fromstring
from lxml.html.builder import E

from course.blocks import kinds
from course.blocks.gather import gathered
from course.model import Block, blocks, text_of
from tests.blocks.samples import DECISION, EMPTY, PATH, RATING, SORT, STORY, unit_page
from tests.markdown_page import Pages

# A question of another page, and its copy on this one.
QUESTION = '<div data-block="sort" data-number="7" id="q"><b data-part="title">Why?</b></div>'
COPY = '<p data-part="origin">Focus</p><div data-copy="focus/#q" data-keeps="focus-q"></div>'

# The same as a review has it.
LISTED = '<ul><li data-page="focus/" data-prefix="focus" data-ids="q"><a>Focus</a> (1)</li></ul>'


def chapter(pages: Pages) -> Any:
    """Stand for a chapter, in which fields say what they were made from."""

    def field(*facts: object) -> HtmlElement:
        return E.span(": ".join(map(str, facts)))

    return SimpleNamespace(
        slug="chapter",
        words=pages.course.words,
        writing=SimpleNamespace(lines=field, words=field, choice=field),
        original={"focus/#q": Block(fragment_fromstring(QUESTION))}.get,
        address=lambda copied: f"there:{copied}",
    )


def prepared(pages: Pages, text: str, way: str = "on_paper", content: str = "") -> HtmlElement:
    """Return a page whose first block has been prepared, with some content or its own."""
    unit_page(pages)
    article = pages.html(f"{text}\nAfter.")
    block = next(blocks(article))
    block.element.extend(fragment_fromstring(content, create_parent="div"))
    getattr(kinds(pages.course)[block.kind], way)(block, chapter(pages))
    assert text_of(article[-1]) == "After."
    return article


def rows(root: HtmlElement) -> list[str]:
    """Return the cells of each row of a table."""
    return [" | ".join(map(text_of, row)) for row in root.xpath(".//tr")]


def test_a_rating_to_read_has_its_statements(pages: Pages) -> None:
    statements = prepared(pages, RATING, "to_read").xpath("//ol[@data-part='statements']/li")
    assert [text_of(item) for item in statements] == ["I write it down.", "I say why."]


@pytest.mark.parametrize("way", ["on_paper", "to_read"])
def test_the_heads_over_the_items_stay_on_the_screen(pages: Pages, way: str) -> None:
    assert not prepared(pages, SORT, way).xpath("//*[@data-part='groups']")


def test_the_number_of_a_scene_leads_on(pages: Pages) -> None:
    ways = prepared(pages, STORY, "to_read").xpath("//ul[@data-part='ways']/li")
    assert [text_of(item) for item in ways] == ["Call the team. go to 2", "Move the vans. go to 3"]
    links = [(text_of(link), link.get("href")) for item in ways for link in item.iter("a")]
    assert links == [("go to 2", "#calm"), ("go to 3", "#rush")]


def test_a_story_becomes_a_table_for_notes(pages: Pages) -> None:
    article = prepared(pages, PATH)
    assert [child.tag for child in article] == ["table", "p"]
    assert rows(article)[0] == "Scene | What I chose"
    assert rows(article)[6].startswith("chapter-path-6-1: Note 6, Scene | chapter-path-6-2: ")
    assert len(rows(article)) == 7


def test_the_notes_on_a_story_with_words_have_a_column_for_them(pages: Pages) -> None:
    story = STORY.replace("    id: calm", "    id: calm\n    gives: CABLE")
    article = prepared(pages, PATH + story)
    assert rows(article)[0] == "Scene | What I chose | Words that I have"


def test_a_scene_has_room_for_a_reason_between_its_text_and_its_ways(pages: Pages) -> None:
    (scene,) = prepared(pages, STORY).xpath("//section[@id='mon']")
    texts = [text_of(part) for part in scene if part.tag in ("label", "span")]
    label = "Your choice, and why"
    assert texts == [label, f"mon-reason: Monday: {label}: 2"]


def test_each_option_can_be_marked_on_paper(pages: Pages) -> None:
    marked = DECISION.replace("[x] Go", "[x] ■▲ Go").replace("[ ] Stay", "[ ] ■ Stay")
    places = prepared(pages, marked).xpath("//li/p[@data-part='marks']")
    name, title = "a-late-mark-jtioeg", "Mark of option A"
    marks = {"manage": "■ manage", "lead": "▲ lead", "manage+lead": "■▲ manage and lead"}
    signs = ("■", "▲", "■▲")
    heard = zip(marks.items(), signs, strict=True)
    boxes = [f"{name}: {title}: {value}: {mark}{sign}" for (value, mark), sign in heard]
    assert [text_of(box) for box in places[0]] == boxes
    assert len(places) == 2
    assert prepared(pages, marked, "to_read").xpath("//*[starts-with(@data-part, 'marks')]") == []


@pytest.mark.parametrize("content", [COPY, LISTED])
def test_gathered_questions_to_read_are_links(pages: Pages, content: str) -> None:
    (item,) = prepared(pages, EMPTY["gather"], "to_read", content).xpath("ul/li")
    assert text_of(item) == "Question 7: Why?"
    assert item.xpath("a/@href") == ["there:focus/#q"]


def test_of_pages_that_are_listed_one_question_of_each_comes_in_turn() -> None:
    lines = [("a/", "x y z"), ("b/", "u"), ("c/", "v w")]
    items = "".join(f'<li data-page="{page}" data-ids="{ids}"></li>' for page, ids in lines)
    place = Block(fragment_fromstring(f"<div><ul>{items}</ul></div>"))
    assert gathered(place) == ["a/#x", "b/#u", "c/#v", "a/#y", "c/#w", "a/#z"]
