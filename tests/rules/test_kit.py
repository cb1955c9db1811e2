"""Plans that add up, slides that can be read, and places that have what they name."""

from __future__ import annotations

import pytest

from course.model import text_of
from course.rules import kit
from course.rules.registry import Rule, examine
from course.site.agenda import fill_agendas
from course.site.copies import fill_copies
from course.site.page import Page
from tests.rules.small import SmallCourse
from tests.site.linked import name_all, number_all

DECISION = """/// decision | The torn hem
    id: hem
    objective: one

It is torn.

What now?

- [ ] Cut

    It frays.

- [x] Sew

    It holds.
///
"""
EXERCISE = """/// exercise | Measure
    id: measure
    minutes: 4
    lines: 2
    objective: one

Measure it.
///
"""
STORY = """/// scene | Monday
    id: mon

Red.

- [calm] Call.
- [rush] Move.
///

/// scene | Calm
    id: calm
    ending: true

They talk.
///

/// scene | Rush
    id: rush
    ending: true

You run.
///
"""
PLAN = """/// session | An hour
    id: plan
    minutes: {minutes}

| Part | Minutes | Slides |
|---|---|---|
| [A case](cases.md#hem) | | [](#a-slide) |
| Break | 10 | |
| [Measure](cases.md#measure), [A line](#line) | | [](cases.md#measure) |
| [Told](cases.md#told) | | |
| [The week](story.md) | | |
///

As on [](#a-slide), do [](cases.md#measure).

/// activity | A line
    id: line
    minutes: 7
    goal: See it.

Stand.
///

//// slide | Two ways
    id: a-slide
    mark: hem

- Cut it
- Sew it

/// say
Both.
///
////
"""
HEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M2 2h44v44H2z"/></svg>'


def planned(course: SmallCourse, minutes: int = 40, plan: str = PLAN) -> list[Page]:
    """Return the pages of a course with a plan, filled as on the site."""
    told = f"## Told {{ #told }}\n\n{'word ' * 900}\n\n### More\n\n{'word ' * 300}\n\n## Not\n\nNo."
    course.page("cases.md", f"{DECISION}\n{EXERCISE}\n{told}\n")
    course.page("story.md", STORY)
    course.page("plan.md", plan.format(minutes=minutes))
    course.write("docs/marks/hem.svg", HEM)
    course.build()
    pages = fill_agendas(fill_copies(course.material.pages, course.course), course.course)
    number_all(pages)
    name_all(pages, course.course.words)
    return [page.reread() for page in pages]


def the_plan(pages: list[Page]) -> Page:
    """Return the page of the plan."""
    return next(page for page in pages if page.path == "plan.md")


def test_each_part_takes_the_minutes_of_what_it_leads_to(small: SmallCourse) -> None:
    page = the_plan(planned(small))
    rows = page.tree.xpath("//table/tbody/tr")
    told = [[text_of(cell) for cell in row][:3] for row in rows]
    assert told == [
        ["0:00", "A case", "6"],  # a decision
        ["0:06", "Break", "10"],  # as it says
        ["0:16", "Measure, A line", "15"],  # 4 multiplied by 2, and 7 as it is
        ["0:31", "Told", "3"],  # 1,200 words, up to the next heading of its level
        ["0:34", "The week", "3"],  # a page to read, and a choice
    ]


def test_a_link_without_words_gets_the_number_of_a_block(small: SmallCourse) -> None:
    page = the_plan(planned(small))
    links = [text_of(link) for link in page.tree.xpath("//a[@data-named]")]
    assert links == ["1", "1", "slide 1", "exercise 1"]


def test_a_slide_shows_its_number_and_its_mark(small: SmallCourse) -> None:
    page = the_plan(planned(small))
    (slide,) = page.tree.xpath("//*[@data-block='slide']")
    assert text_of(slide.xpath("*[@data-part='kind']")[0]) == "Slide 1"
    assert len(slide.xpath(".//*[@data-part='emblem']")) == 1


def test_what_is_filled_stays_as_it_is(small: SmallCourse) -> None:
    pages = planned(small)
    again = fill_agendas(fill_copies(pages, small.course), small.course)
    name_all(again, small.course.words)
    assert [page.render() for page in again] == [page.render() for page in pages]


def found(rule: Rule, course: SmallCourse, pages: list[Page]) -> list[str]:
    """Return what a rule finds on pages that are filled."""
    material = course.material
    material.pages = pages
    return [str(problem) for problem in examine([rule], material).problems]


def test_a_plan_adds_up(small: SmallCourse) -> None:
    assert found(kit.check_sums, small, planned(small, 37)) == []
    (told,) = found(kit.check_sums, small, planned(small, 40))
    assert told == (
        'docs/plan.md:7: session "plan": its parts take 37 minutes together: '
        "change a part, or its option minutes, which is 40"
    )


def test_each_part_takes_time(small: SmallCourse) -> None:
    pages = planned(small, 34, PLAN.replace("cases.md#told", "cases.md#empty"))
    (told,) = found(kit.check_sums, small, pages)
    assert "the part “../cases/#empty” leads to nothing with a time" in told


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- Cut it\n", "- Cut it\n" * 6, "it shows 7 lines: leave 6"),
        ("Cut it", f"Cut it{' now' * 9}", "“Cut it now now now …” has 11 words: leave 10"),
        ("- Cut it\n- Sew it", "word " * 31, "“word word word word word …” has 31 words: leave 30"),
    ],
)
def test_a_slide_has_few_words(small: SmallCourse, old: str, new: str, message: str) -> None:
    assert found(kit.check_slides, small, planned(small)) == []
    (told,) = found(kit.check_slides, small, planned(small, 37, PLAN.replace(old, new)))
    assert told == f'docs/plan.md:{told.split(":")[1]}: slide "a-slide": {message}'


def test_two_sessions_have_no_handout_of_one_name(small: SmallCourse) -> None:
    plan = PLAN.replace("minutes: {minutes}", "minutes: {minutes}\n    handout: 60")
    other = plan.replace("id: plan", "id: other").partition("As on")[0]
    (told,) = found(kit.check_handouts, small, planned(small, 37, f"{plan}\n{other}"))
    assert 'two sessions have the handout "60": give each its own name' in told


NAMED = """/// case
    page: cases.md#hem

What?
///

/// cards | Cases
    id: deck
    page: cases.md
///

/// story-map
    id: map
    page: story.md
///
"""


def test_what_another_page_has_is_named(small: SmallCourse) -> None:
    page = the_plan(planned(small, 37, NAMED))
    assert text_of(page.tree.xpath("//*[@data-part='case']")[0]) == "The torn hem"
    assert [text_of(each) for each in page.tree.xpath("//*[@data-part='cases']//li")] == [
        "The torn hem"
    ]
    scenes, endings = page.tree.xpath("//table[@data-part='map']")
    assert [[text_of(cell) for cell in row] for row in scenes.xpath("tbody/tr")] == [
        ["1. Monday", "Call. → 2Move. → 3"],
        ["2. Calm", "ending"],
        ["3. Rush", "ending"],
    ]
    assert [[text_of(cell) for cell in row] for row in endings.xpath("tbody/tr")] == [
        ["2. Calm", "1", "1 / 2", "1 → 2"],
        ["3. Rush", "1", "1 / 2", "1 → 3"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("cases.md#hem", "cases.md#measure", 'case: cases.md has no decision or question "measur'),
        ("page: cases.md\n", "page: story.md\n", "cards: story.md has no decision: name a page"),
        ("page: story.md", "page: cases.md", "story-map: cases.md tells no story: name a page"),
    ],
)
def test_a_page_has_what_it_is_named_for(
    small: SmallCourse, old: str, new: str, message: str
) -> None:
    pages = planned(small, 37, NAMED)
    assert found(kit.check_places, small, pages) == []
    small.page("plan.md", NAMED.replace(old, new))
    small.build()
    (told,) = [str(problem) for problem in small.problems(kit.check_places)]
    assert message in told


def test_a_link_without_words_leads_to_a_number(small: SmallCourse) -> None:
    pages = planned(small, 37, PLAN.replace("do [](cases.md#measure)", "do [](cases.md#told)"))
    (told,) = found(kit.check_empty_links, small, pages)
    assert "has no words, and leads to nothing with a number: write its words" in told
