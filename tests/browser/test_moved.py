"""A page that moves: its old address leads on, and what a reader did there comes along."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.courses import plain
from tests.courses.browser import ADDRESS, open_course
from tests.courses.build import Built, Courses

pytestmark = pytest.mark.browser

RATING = """
/// rating | How often?
    id: often
    minutes: 1

- [{page} bake] I bake.
- [{page} cook] I cook.
///
"""
HEAD = plain.HEAD.format(title="Bread", id="bread", do=1)


def built(courses: Courses, name: str, head: str) -> Built:
    """Return a course of which one page has this name and head."""
    start = "---\ntitle: Start\nsummary: Here.\n---\n" + RATING.format(page=name)
    units = plain.UNITS.split("    units:")[0] + "    units: {folder: units}\n"
    config = plain.CONFIG + units + plain.REST
    page = head + "\n## Part { #part }\n\nBake.\n"
    files = {"mkdocs.yml": config, "docs/index.md": start, f"docs/units/{name}.md": page}
    course = courses.build(f"moved-{name}", files)
    assert course.messages == []
    return course


def test_everything_comes_along(page: Page, courses: Courses) -> None:
    open_course(page, built(courses, "bread", HEAD))
    page.get_by_role("group", name="I cook.").locator("[value='4']").check()
    page.goto(f"{ADDRESS}units/bread/")
    page.get_by_role("checkbox", name="I have finished this page").check()
    head = HEAD.replace("---\n", "---\nmoved_from: units/bread.md\n", 1)
    open_course(page, built(courses, "loaf", head))
    expect(page.get_by_role("group", name="I cook.").locator("[value='4']")).to_be_checked()
    expect(page.locator(".md-nav--primary [data-part=tick]")).to_have_count(1)
    page.goto(f"{ADDRESS}units/bread/?q=1#part")
    page.wait_for_url(f"{ADDRESS}units/loaf/?q=1#part")
    expect(page.get_by_role("checkbox", name="I have finished this page")).to_be_checked()


def test_an_address_with_a_sign_that_html_escapes_is_led_to(page: Page, courses: Courses) -> None:
    head = "---\ntitle: Questions\nsummary: And answers.\nmoved_from: asked.md\n---\n\nAsk.\n"
    course = courses.build("moved-sign", {**plain.one_page(), "docs/q&a.md": head})
    assert course.messages == []
    open_course(page, course, "asked/#there")
    page.wait_for_url(f"{ADDRESS}q&a/#there")
    expect(page.get_by_role("heading", name="Questions")).to_be_visible()
