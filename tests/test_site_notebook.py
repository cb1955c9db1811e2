"""The notebook: a hidden place for every answer that the course can keep."""

from __future__ import annotations

import json

from course.site.notebook import add_notebook
from course.site.page import Page

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">{}</head><body><article>'
END = "</article></body></html>"
PLACE = '<h1>Mine</h1><div class="notebook"><section class="removed" hidden></section></div>'
EXERCISE = (
    '<section class="exercise" id="focus-week"><h3>Sort &lt;it&gt;</h3>'
    '<div class="prompt"><p>One</p><p>Two</p></div><label for="a">Your answer</label>'
    '<textarea id="a" name="focus-week"></textarea></section>'
)
QUESTION = (
    '<section class="question" id="q"><fieldset><legend>Which?</legend>'
    '<input type="radio" name="q" id="q-1" value="1"><label for="q-1">“A” &amp; <b>B</b></label>'
    '<input type="radio" name="q" id="q-2" value="2"><label for="q-2">C</label>'
    "</fieldset></section>"
)
SORT = (
    '<section class="question sort" id="s"><fieldset><legend>Where?</legend><ol><li>'
    '<fieldset><legend>Item</legend><input type="radio" name="s-1" id="s-1-1" value="1">'
    '<label for="s-1-1">Here</label></fieldset></li></ol></fieldset></section>'
)
PLAN = (
    '<section class="plan" id="p"><h3>Plan</h3><label for="i">If</label>'
    '<textarea id="i" name="p-if"></textarea><label for="d">When</label>'
    '<input type="date" id="d" name="p-date"></section>'
)
SCENES = (
    '<section class="scene" id="mon"><h3>Monday</h3></section>'
    '<section class="scene" id="tue"><h3>Tuesday</h3></section>'
)


def site(body: str) -> list[Page]:
    """Return a start page, a page with this body, and the notebook."""
    texts = {
        "index.html": ('<link rel="next" href="week/">', "<h1>Start</h1>"),
        "week/index.html": ('<link rel="next" href="../notebook/">', f"<h1>Week</h1>{body}"),
        "notebook/index.html": ("", PLACE),
    }
    return [Page(name, HEAD.format(head) + text + END) for name, (head, text) in texts.items()]


def notebook(body: str) -> Page:
    """Return the notebook of a site with one page that asks."""
    return add_notebook(site(body))[-1]


def options(page: Page) -> dict[str, dict[str, str]]:
    """Return the words of the options of each answer in a notebook."""
    places = page.tree.xpath("//*[@data-answer]")
    return {p.get("data-answer"): json.loads(p.get("data-options", "{}")) for p in places}


def test_a_text_stands_below_its_question_and_links_back() -> None:
    page = notebook(EXERCISE)
    section = page.tree.xpath("//div[@class='notebook']/section/section")[0]
    assert [p.text_content() for p in section.xpath("./p")] == ["One", "Two"]
    link = section.xpath("./h3/a")[0]
    assert (link.text_content(), link.get("href")) == ("Sort <it>", "../week/#focus-week")
    assert options(page) == {"focus-week": {}}


def test_a_choice_has_the_words_of_its_options() -> None:
    assert options(notebook(QUESTION)) == {"q": {"1": "“A” & B", "2": "C"}}


def test_each_item_of_a_sort_has_its_own_words() -> None:
    page = notebook(SORT)
    assert options(page) == {"s-1": {"1": "Here"}}
    assert page.tree.xpath("string(//*[@data-answer]/p)") == "Item"


def test_fields_of_a_plan_have_their_labels() -> None:
    labels = notebook(PLAN).tree.xpath("//*[@data-answer]/p/text()")
    assert labels == ["If", "When"]


def test_a_story_keeps_one_path() -> None:
    assert options(notebook(SCENES)) == {"mon.path": {"mon": "Monday →", "tue": "Tuesday →"}}


def test_everything_is_hidden_and_a_page_that_asks_nothing_is_left_out() -> None:
    page = notebook(EXERCISE)
    parts = page.tree.xpath("//div[@class='notebook']//*[self::section or @data-answer]")
    assert all(part.get("hidden") is not None for part in parts)
    assert page.tree.xpath("//h2/a/text()") == ["Week"]


def test_filling_twice_changes_nothing_and_is_the_same_each_time() -> None:
    once = add_notebook(site(EXERCISE + QUESTION))
    assert [page.text for page in add_notebook(once)] == [page.text for page in once]
    assert once[-1].text == add_notebook(site(EXERCISE + QUESTION))[-1].text


def test_every_answer_of_the_course_has_a_place() -> None:
    assert options(notebook(EXERCISE + QUESTION + SORT + PLAN + SCENES)).keys() == {
        *("focus-week", "q", "s-1", "p-if", "p-date", "mon.path"),
    }
