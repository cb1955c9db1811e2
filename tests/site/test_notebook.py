"""The notebook: a hidden place for every answer that the course can keep."""

from __future__ import annotations

import json

import pytest

from course.model import blocks, text_of
from course.site.gather import gather
from course.site.notebook import add_notebook
from course.site.page import Page
from course.site.places import name_steps
from tests.blocks.samples import EMPTY, EXERCISE, PLAN, QUESTION, RATING, SORT, STORY, unit_page
from tests.markdown_page import Pages
from tests.site.linked import linked, page_of

ALL = "\n".join([EXERCISE, QUESTION, SORT, PLAN, RATING, STORY])


def site(pages: Pages, text: str, **more: str) -> list[Page]:
    """Return a start page, a page with a text, and the notebook."""
    unit_page(pages)
    notebook = EMPTY["notebook"]
    texts = {"": "# Start", "week/": f"# Week &amp; end\n\n{text}", **more, "notebook/": notebook}
    made = linked(pages, texts)
    for page in made:
        name_steps(page)
    return made


def notebook(pages: Pages, text: str, **more: str) -> Page:
    """Return the notebook of a site with one page that asks."""
    found = add_notebook(gather(site(pages, text, **more)), pages.course)
    return page_of(found, "notebook/")


def kept(page: Page) -> dict[str, tuple[str, dict[str, str]]]:
    """Return what a notebook says of each answer: its label, and the words of its values."""
    return {
        place.get("data-kept"): (text_of(place), json.loads(place.get("data-values", "{}")))
        for place in page.tree.xpath("//*[@data-part='answers']//*[@data-kept]")
    }


def test_a_text_stands_below_its_question_and_links_back(pages: Pages) -> None:
    part = notebook(pages, EXERCISE).tree.xpath("//*[@data-part='answers']/section/section")[0]
    assert [text_of(paragraph) for paragraph in part.findall("p")] == ["Write five things.", "one"]
    link = part.find("h3/a")
    assert (text_of(link), link.get("href")) == ("Sort two days", "../week/#a-write")


def test_every_answer_has_a_place_with_what_it_needs_to_be_read(pages: Pages) -> None:
    page = site(pages, ALL)
    expected = {
        answer.name: (answer.label, answer.values)
        for block in blocks(page_of(page, "week/").tree)
        for answer in block.answers
    }
    found = kept(notebook(pages, ALL))
    assert found == expected
    assert list(found)[:3] == ["a-write", "a-q", "a-sort-zuvzav"]
    assert found["a-sort-sniiol"] == ("Pay.", {"5vplti": "Now", "dwjihw": "Later"})
    assert found["a-plan-tell"] == ("Whom I tell", {})


def test_a_story_keeps_one_path_and_is_not_told_again(pages: Pages) -> None:
    page = notebook(pages, STORY)
    assert list(kept(page)) == ["mon.path", "mon-reason"]
    (part,) = page.tree.xpath("//*[@data-part='answers']/section/section")
    assert [child.tag for child in part] == ["h3", "div", "div"]


def test_copies_keep_their_own_answers(pages: Pages) -> None:
    page = notebook(pages, QUESTION, **{"review/": EMPTY["review"]})
    assert list(kept(page)) == ["a-q", "week-a-q"]
    links = page.tree.xpath("//h3/a/@href")
    assert links == ["../week/#a-q", "../review/#week-a-q"]


def test_everything_is_hidden_and_a_page_that_asks_nothing_is_left_out(pages: Pages) -> None:
    page = notebook(pages, EXERCISE)
    (place,) = page.tree.xpath("//*[@data-part='answers']")
    parts = place.xpath(".//*[self::section or @data-kept]")
    assert all(part.get("hidden") is not None for part in parts)
    assert [text_of(title) for title in place.xpath("section/h2")] == [
        "Week & end",
        "No longer in the course",
    ]
    assert place[0].find("h2/a").get("href") == "../week/"
    assert place[-1].get("data-part") == "removed"


@pytest.mark.parametrize("text", [ALL, ""])
def test_filling_twice_changes_nothing(pages: Pages, text: str) -> None:
    once = add_notebook(site(pages, text), pages.course)
    twice = add_notebook(once, pages.course)
    assert [page.text for page in twice] == [page.text for page in once]
    others = [page.text for page in once if page.folder != "notebook/"]
    assert others == [page.text for page in site(pages, text) if page.folder != "notebook/"]
