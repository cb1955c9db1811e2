"""The cards of the editions, as a reader sees them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from course.editions import EDITIONS, Edition
from course.model import Unit
from course.print.downloads import FOLDER, offer
from course.print.thumbnails import thumbnail
from tests.courses import plain
from tests.courses.browser import ADDRESS, open_course
from tests.courses.build import Built, Courses, once

pytestmark = pytest.mark.browser

CARDS = """
## Files

/// files
    edition: workbook

For everyone who writes.
///

/// files
    edition: sheet

For a session.
///

/// files
    edition: answers
///
"""
SHEET = next(edition for edition in EDITIONS if edition.name == "sheet")
MADE = [
    *(edition for edition in EDITIONS if edition.name == "workbook"),
    *(replace(SHEET, name=f"sheet-{name}", unit=Unit(name, name)) for name in ("Bread", "Soup")),
]
WIDTH_OF_CARD = "card => [card.scrollWidth, card.clientWidth]"


def put(edition: Edition, folder: Path) -> None:
    """Put empty files of an edition into a folder, and their picture."""
    for name in map(edition.file, edition.sizes):
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(folder / name)
    picture = thumbnail(folder / edition.file(edition.sizes[0]))
    (folder / edition.picture).write_bytes(picture)


@pytest.fixture(scope="module")
def offered(courses: Courses) -> Built:
    """Return a course of one page with the cards of some editions, and of one that is not there."""
    files = plain.one_page()
    files["docs/index.md"] = plain.HEAD.format(title="Bread", id="bread", do=0) + CARDS
    built = courses.build("cards", files)
    assert built.messages == []

    def make(site: Path) -> None:
        shutil.copytree(built.site, site)
        (site / FOLDER).mkdir()
        for edition in MADE:
            put(edition, site / FOLDER)
        offer(site, built.course, MADE)

    return replace(built, site=once(built.root / "offered", make))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_is_for_everybody(offered: Built, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_course(page, offered)
    assert Axe().run(page, "article").response["violations"] == []


def test_no_picture_moves_the_text(offered: Built, page: Page) -> None:
    open_course(page, offered)
    picture = page.get_by_role("img", name="First page: Workbook")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    full = page.locator("[data-edition=workbook]").bounding_box()
    # One that is still on its way is never answered.
    page.route(f"{ADDRESS}**/*.png", lambda route: None)
    page.reload(wait_until="domcontentloaded")
    expect(picture).to_have_js_property("complete", False)
    assert page.locator("[data-edition=workbook]").bounding_box() == full


@pytest.mark.parametrize("width", [412, 1280])
def test_a_picture_keeps_its_shape(offered: Built, page: Page, width: int) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=900))
    open_course(page, offered)
    for picture in page.get_by_role("img", name="First page").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        shown, natural = picture.evaluate(
            "(img) => [img.clientWidth / img.clientHeight, img.naturalWidth / img.naturalHeight]"
        )
        assert shown == pytest.approx(natural, abs=0.02)


@pytest.mark.parametrize(("width", "size", "beside"), [(360, "125%", True), (320, "250%", False)])
def test_the_picture_is_beside_the_text_where_there_is_room(
    offered: Built, page: Page, width: int, size: str, beside: bool
) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=700))
    open_course(page, offered)
    page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
    for card in page.locator("section[data-block=files]").all():
        wanted, found = card.evaluate(WIDTH_OF_CARD)
        assert wanted <= found
    picture = page.get_by_role("img", name="First page: Workbook").bounding_box()
    text = page.get_by_text("For everyone who writes.").bounding_box()
    assert picture is not None
    assert text is not None
    assert (picture["x"] + picture["width"] < text["x"]) is beside
    assert (picture["y"] + picture["height"] < text["y"]) is not beside


def test_what_is_not_there_is_said_in_its_card(offered: Built, page: Page) -> None:
    open_course(page, offered)
    card = page.locator("[data-edition=answers]")
    expect(card.get_by_role("heading")).to_have_text("Answers")
    expect(card).to_contain_text("This copy of the site was made without it.")
    expect(card.locator("[data-part=picture]")).to_be_hidden()
