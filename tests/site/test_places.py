"""The places that list units, dates and titles, and the description of a page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from course.model import Unit, blocks
from course.site.page import Page
from course.site.places import dates, describe, draw_marks, fill_places, name_dates, units_of
from course.site.sources import Source
from tests.blocks.samples import EMPTY, PLAN, PROFILE, STORY
from tests.built_site import html, page
from tests.markdown_page import Pages
from tests.site.linked import linked, page_of

UNITS = {"dimensions/focus/": "# Focus *first*", "dimensions/detail/": "# Details"}


def site(pages: Pages, **texts: str) -> list[Page]:
    """Return the pages of a site with two units."""
    made = linked(pages, {"": "# Start", "dimensions/": "# All", **UNITS, **texts})
    for each in made:
        name = each.folder.rstrip("/")
        path = f"{name}/index.md" if name == "dimensions" else f"{name}.md"
        each.source = Source(path, Path())
    return made


def test_units_are_the_pages_of_their_folder_in_the_order_of_the_course(pages: Pages) -> None:
    assert units_of(site(pages), pages.course) == [
        Unit("focus", "Focus first"),
        Unit("detail", "Details"),
    ]
    no_units = replace(pages.course, units=replace(pages.course.units, folder=""))
    assert units_of(site(pages), no_units) == []


def test_a_profile_gets_its_rows_and_once(pages: Pages) -> None:
    once = fill_places(site(pages, **{"plan/": PROFILE}), pages.course)
    profile = next(blocks(page_of(once, "plan/").tree, "profile"))
    assert len(profile.element.findall("table/tbody/tr")) == 4
    twice = fill_places(once, pages.course)
    assert [page.text for page in twice] == [page.text for page in once]
    assert [page.render() for page in twice] == [page.text for page in once]


def test_other_places_stay_empty(pages: Pages) -> None:
    text = EMPTY["gather"]
    page = page_of(fill_places(site(pages, **{"a/": text}), pages.course), "a/")
    assert len(next(blocks(page.tree, "gather")).element) == 0


def test_a_path_has_the_titles_of_its_scenes_as_they_are_shown(pages: Pages) -> None:
    story = STORY.replace("| Rush", "| The *rush* & more")
    filled = fill_places(site(pages, **{"a/": story}), pages.course)
    first, *others = blocks(page_of(filled, "a/").tree, "scene")
    answer, reason = first.answers
    assert reason.values == {}
    assert answer.values == {"mon": "Monday →", "calm": "Calm →", "rush": "The rush & more →"}
    assert json.loads(first.get("values")) == answer.values
    assert not any(scene.get("values") for scene in others)


def test_a_button_for_a_calendar_knows_every_date_of_the_course(pages: Pages) -> None:
    texts = {"b/": PLAN.replace("a-plan", "b-plan"), "a/": PLAN + EMPTY["calendar"]}
    made = site(pages, **texts, **{"c/": EMPTY["review"]})
    assert [name for page in made for name in dates(page)] == ["a-plan-date", "b-plan-date"]
    for each in made:
        name_dates(each, "b-plan-date a-plan-date")
    for folder in ("a/", "c/"):
        (button,) = page_of(made, folder).tree.xpath("//button[@data-do='calendar']")
        assert button.get("data-dates") == "b-plan-date a-plan-date"
    assert not page_of(made, "b/").tree.xpath("//@data-dates")


def test_a_page_is_described_by_its_own_summary() -> None:
    meta = '<meta name="description" content="All."><meta name="author" content="A">'
    summary = '<p data-part="summary">What <b>it</b> &amp; is.</p>'
    described = page(f'<article><header data-part="head">{summary}</header></article>', meta)
    describe(described)
    assert 'content="What it &amp; is."><meta name="author" content="A">' in described.render()
    plain = Page("a.html", html("<article>x</article>", meta))
    describe(plain)
    assert plain.render() == plain.text


def test_the_mark_of_a_page_is_drawn_whatever_built_the_page(pages: Pages) -> None:
    marks = pages.root / "docs" / "marks"
    marks.mkdir(parents=True)
    mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M0 0h9v9z"/></svg>'
    (marks / "tomato.svg").write_text(mark, "utf-8")
    place = '<svg data-part="emblem" data-emblem="tomato"></svg>'
    (once,) = draw_marks([page("a/index.html", f"<article>{place}</article>")], pages.course)
    assert 'viewBox="0 0 48 48"' in once.text
    assert 'aria-hidden="true"' in once.text
    assert "xmlns" not in once.text
    assert once.tree.xpath("//svg/path/@d") == ["M0 0h9v9z"]
    (twice,) = draw_marks([once], pages.course)
    assert twice.text == once.text
