"""The notebook: a hidden part for every page that keeps an answer."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

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


def parts(page: Page) -> list[HtmlElement]:
    """Return the parts of a notebook for pages."""
    return list(page.tree.xpath("//*[@data-part='answers']/section[@data-ids]"))


def test_a_page_has_a_part_with_its_title_and_the_ids_of_what_it_keeps(pages: Pages) -> None:
    page = notebook(pages, ALL)
    (part,) = parts(page)
    link = part.find("h2/a")
    assert (text_of(link), link.get("href")) == ("Week & end", "../week/")
    keeping = [block.id for block in blocks(page_of(site(pages, ALL), "week/").tree) if block.keeps]
    assert part.get("data-ids").split() == keeping
    assert keeping == ["a-write", "a-q", "a-sort", "a-plan", "a-rating", "mon"]


def test_it_repeats_nothing_of_a_page(pages: Pages) -> None:
    (part,) = parts(notebook(pages, ALL))
    assert [each.tag for each in part.iter()] == ["section", "h2", "a"]


def test_what_a_review_asks_again_has_its_prefix(pages: Pages) -> None:
    (part,) = parts(notebook(pages, QUESTION, **{"review/": EMPTY["review"]}))
    assert (part.get("data-ids"), part.get("data-prefix")) == ("a-q", "week")
    (alone,) = parts(notebook(pages, QUESTION))
    assert alone.get("data-prefix") is None


def test_copies_keep_their_own_answers(pages: Pages) -> None:
    gathered = "# All\n\n/// gather\n    of: question\n///\n"
    page = notebook(pages, QUESTION, **{"all/": gathered})
    assert [part.get("data-ids") for part in parts(page)] == ["a-q", "week-a-q"]
    assert [part.find("h2/a").get("href") for part in parts(page)] == ["../week/", "../all/"]


def test_everything_is_hidden_and_a_page_that_asks_nothing_is_left_out(pages: Pages) -> None:
    page = notebook(pages, EXERCISE)
    (place,) = page.tree.xpath("//*[@data-part='answers']")
    assert all(part.get("hidden") is not None for part in place)
    assert [text_of(title) for title in place.xpath("section/h2")] == [
        "Week & end",
        "No longer in the course",
    ]
    assert place[-1].get("data-part") == "removed"


def test_it_knows_the_ids_that_are_gone(pages: Pages) -> None:
    pages.course.docs.mkdir(exist_ok=True)
    (pages.course.docs / "published.txt").write_text("page /\ngone old-one\ngone old-two\n")
    (place,) = notebook(pages, EXERCISE).tree.xpath("//*[@data-part='answers']")
    assert place.get("data-gone") == "old-one old-two"


@pytest.mark.parametrize("text", [ALL, ""])
def test_filling_twice_changes_nothing(pages: Pages, text: str) -> None:
    once = add_notebook(site(pages, text), pages.course)
    twice = add_notebook(once, pages.course)
    assert [page.text for page in twice] == [page.text for page in once]
    others = [page.text for page in once if page.folder != "notebook/"]
    assert others == [page.text for page in site(pages, text) if page.folder != "notebook/"]
