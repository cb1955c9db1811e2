"""The numbers of exercises, questions, tables and the like through a course."""

from __future__ import annotations

from course.model import blocks
from course.site.gather import gather
from course.site.page import Page
from tests.blocks.samples import EXERCISE, MATCH, QUESTION, RATING, STORY
from tests.markdown_page import Pages
from tests.site.linked import linked, number_all, page_of

CAPTION = "a | b\n--|--\n1 | 2\n\n/// table-caption\nA table.\n///\n"
TEXTS = {
    "": f"# Start\n\n{QUESTION}\n{CAPTION}",
    "b/": f"# B\n\n{EXERCISE}\n{MATCH}\n{STORY}\n{CAPTION}",
    "all/": "# All\n\n/// gather\n    of: question\n///\n",
    "a/": f"# A\n\n{QUESTION.replace('a-q', 'b-q')}",
}


def numbers(page: Page) -> list[tuple[str, int]]:
    return [(block.kind, block.number) for block in blocks(page.tree, copies=True)]


def test_each_series_is_counted_through_the_course(pages: Pages) -> None:
    site = gather(linked(pages, TEXTS))
    number_all(site)
    assert numbers(page_of(site, "")) == [("question", 1)]
    # A scene has its number already, that of its page.
    scenes = [("scene", 1), ("scene", 2), ("scene", 3)]
    assert numbers(page_of(site, "b/")) == [("exercise", 1), ("match", 2), *scenes]
    assert numbers(page_of(site, "a/")) == [("question", 3)]
    tables = [page_of(site, name).tree.xpath("//figure/@data-number") for name in ("", "b/")]
    assert tables == [["1"], ["2"]]


def test_a_copy_is_not_counted_and_has_no_number(pages: Pages) -> None:
    site = gather(linked(pages, TEXTS))
    number_all(site)
    copied = [number for kind, number in numbers(page_of(site, "all/"))]
    assert copied == [0] * 4


def test_what_is_in_no_series_has_no_number(pages: Pages) -> None:
    site = linked(pages, {"": RATING})
    number_all(site)
    assert not site[0].tree.xpath("//@data-number")


def test_numbering_twice_changes_nothing(pages: Pages) -> None:
    site = gather(linked(pages, TEXTS))
    number_all(site)
    again = [page.reread() for page in site]
    number_all(again)
    assert [page.render() for page in again] == [page.text for page in again]
