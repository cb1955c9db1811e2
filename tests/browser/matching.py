"""A course with pairs to find, a kind of question that the pages of this course may not have."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.blocks.samples import MATCH
from tests.courses import plain
from tests.courses.browser import open_course
from tests.courses.build import Courses

FILES = {
    "mkdocs.yml": plain.config(units=False),
    "docs/index.md": "---\ntitle: Start\nsummary: In short.\n"
    f"objectives: [{{id: a-one, text: Do it.}}, {{id: a-two, text: Do more.}}]\n---\n\n{MATCH}",
}


def open_match(page: Page, courses: Courses) -> Locator:
    """Open its page, and return the pairs to find."""
    built = courses.build("matching", FILES)
    assert built.messages == []
    open_course(page, built)
    return page.locator("[data-block=match]")
