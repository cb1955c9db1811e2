"""A course of one page works; a course without a page of its pattern is told so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from course.commands.line import main
from course.model import blocks
from tests.courses import plain
from tests.courses.browser import open_course
from tests.courses.build import Courses


def test_a_course_of_one_page_is_built(courses: Courses) -> None:
    built = courses.build("one-page", plain.one_page())
    assert built.messages == []
    assert set(built.pages) == {"", "404.html"}
    found = list(blocks(built.pages[""].tree))
    assert [(block.kind, block.number) for block in found if block.kind != "files"] == [
        ("exercise", 1),
        ("question", 1),
        ("answer", 0),
        ("finish", 0),
    ]


def test_a_course_of_one_page_can_have_its_notebook_on_it(courses: Courses) -> None:
    files = plain.one_page()
    files["docs/index.md"] += "\n/// notebook\n///\n\n/// review\n///\n"
    tree = courses.build("one-page-of-all", files).pages[""].tree
    kept = tree.xpath("//*[@data-block='notebook']//@data-ids")
    assert kept == ["bread-write bread-ask"]


@pytest.mark.browser
def test_a_course_of_one_page_is_used(courses: Courses, page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    open_course(page, courses.build("one-page", plain.one_page()))
    page.get_by_label("Your answer").fill("It rises")
    expect(page.locator("#bread-write").get_by_role("status")).to_have_text("Kept in this browser.")
    page.get_by_role("radio", name="The second").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#bread-ask [data-reason=right]").first).to_be_visible()
    assert errors == []


@pytest.mark.print
def test_a_course_of_one_page_is_printed(courses: Courses) -> None:
    printed = courses.print("one-page", plain.one_page())
    assert printed.messages == []
    files = (printed.site / "downloads").iterdir()
    made = {file.stem for file in files if file.suffix in (".pdf", ".epub")}
    sizes = ("a4", "letter")
    large = ("workbook-large-print", "answers-large-print")
    names = ("workbook", "workbook-fillable", "answers", *large)
    wanted = {f"{name}-{size}" for name in names for size in sizes}
    # There is no page to hand out a sheet of, and nothing to have at hand on one page.
    assert made == {*wanted, "plain"}


def test_a_course_without_units_is_told_so(
    courses: Courses, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = courses.lay_out("no-units", plain.course([], lines=[]))
    monkeypatch.chdir(root)
    assert main(["--config", str(root / "mkdocs.yml"), "check"]) == 0
    said = capsys.readouterr().out.splitlines()
    pattern = "page of a unit with units: parts"
    assert f"units.parts looked at nothing: the course has no {pattern}" in said


def test_a_course_with_a_unit_is_not_told_so(
    courses: Courses, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = courses.lay_out("a-unit", plain.course(["bread"], lines=[3]))
    monkeypatch.chdir(root)
    assert main(["--config", str(root / "mkdocs.yml"), "check"]) == 1
    said = capsys.readouterr()
    assert "units.parts looked at nothing" not in said.out
    assert 'docs/units/bread.md:8: objective "bread-two" has no question: ' in said.err
