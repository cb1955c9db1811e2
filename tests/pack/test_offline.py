"""The copy of the site that opens from a folder."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page, expect

from course.model import blocks
from course.pack.make import make_packages
from course.pack.offline import is_kept
from course.print.downloads import FOLDER
from course.site.links import links
from course.site.page import Page as SitePage
from course.site.page import parse
from tests.courses.build import Built, Courses
from tests.courses.plain import one_page


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """Return what the browser asks for that is not in a folder, and its errors, which both fail."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    yield found
    assert [each for each in found if not each.startswith(("file:", "data:", "blob:"))] == []


def opened(page: Page, folder: Path, path: str) -> None:
    """Open a page as a double click does."""
    page.goto((folder / path).as_uri())


def test_every_link_leads_to_a_file(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        for link in links(SitePage(path.name, path.read_text("utf-8"))):
            if link.internal and (place := unquote(urlsplit(link.address).path)):
                assert (path.parent / place).is_file(), f"{path}: {link.address}"


def test_it_has_what_tells_how_to_open_it_and_no_other_download(
    packed: Built, folder: Path
) -> None:
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"README.txt", "index.html", "assets/LICENSE-iframe-worker.txt"} < names
    assert all(is_kept(name) for name in names)
    text = (folder / "README.txt").read_text("utf-8")
    assert text.startswith("Gemüse auf dem Balkon\n")
    assert "„index.html“" in text
    assert "0.3" in text.splitlines()[-1]
    assert "1. März 2027" in text.splitlines()[-1]
    page = SitePage("x", (folder / "dateien/index.html").read_text("utf-8"))
    cards = page.tree.xpath("//*[@data-edition][@data-edition!='']//*[@data-part='files']")
    assert len(cards) > 8
    missing = packed.course.words("blocks.files.missing")
    assert {card.text_content().strip() for card in cards} == {missing}


@pytest.mark.browser
def test_search_finds_words_in_its_language(page: Page, folder: Path, asked: list[str]) -> None:
    opened(page, folder, "praxis/plan/index.html")
    # The theme hears keys, not what a script fills in.
    page.locator(".md-search__input").press_sequentially("Tomate")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    result.click()
    expect(page.locator("h1").first).to_be_visible()
    assert Path(unquote(urldefrag(page.url)[0].partition("?")[0].removeprefix("file://"))).is_file()


@pytest.mark.browser
def test_what_is_written_stays_and_comes_back_in_the_notebook(
    page: Page, folder: Path, asked: list[str]
) -> None:
    opened(page, folder, "index.html")
    page.get_by_role("link", name="Tomaten").first.click()
    page.locator("#tomaten-platz textarea").fill("Neben der Tür")
    page.get_by_role("checkbox", name="fertig").check()
    opened(page, folder, "merkheft/index.html")
    expect(page.locator("[data-kept=tomaten-platz]")).to_contain_text("Neben der Tür")
    tick = page.locator(".md-nav--primary a[href$='tomaten/index.html'] [data-part=tick]")
    expect(tick).to_have_count(1)


@pytest.mark.browser
def test_the_review_takes_its_questions_from_other_files(
    page: Page, folder: Path, asked: list[str]
) -> None:
    opened(page, folder, "kapitel/tomaten/index.html")
    page.get_by_role("checkbox", name="fertig").check()
    page.add_init_script("const now = Date.now; Date.now = () => now() + 8 * 864e5;")
    opened(page, folder, "praxis/wiederholen/index.html")
    card = page.locator("[data-copy]").first
    expect(card).to_be_visible()
    assert (card.get_attribute("data-copy") or "").startswith("kapitel/tomaten/#")
    page.get_by_role("button", name="Alle Fragen hier zeigen").click()
    expect(page.locator("[data-mixed]")).to_have_attribute("aria-busy", "false")
    listed = page.locator("[data-mixed] > ul > li")
    ids = listed.evaluate_all("all => all.flatMap(({ dataset }) => dataset.ids.split(' '))")
    expect(page.locator("[data-copy]")).to_have_count(len(ids))
    link = page.locator("[data-part=origin] a").first.get_attribute("href") or ""
    assert Path(unquote(urldefrag(link)[0].removeprefix("file://"))).is_file()


def test_each_page_that_asks_has_a_script_with_no_more(folder: Path) -> None:
    for path in sorted(folder.rglob("*.html")):
        keeping = [block for block in blocks(parse(path.read_text("utf-8"))) if block.keeps]
        script = path.with_name(f"{path.name}.js")
        assert script.is_file() == bool(keeping), path
        if keeping:
            text = script.read_text("utf-8")
            written = text.removeprefix("document.currentScript.page = ").removesuffix(";")
            found = parse(f"<html><body>{json.loads(written)}</body></html>")
            assert [block.id for block in blocks(found) if block.keeps] == [
                block.id for block in keeping
            ]
            assert len(text) < path.stat().st_size


@pytest.mark.browser
def test_questions_figures_and_stories_work(page: Page, folder: Path, asked: list[str]) -> None:
    opened(page, folder, "kapitel/salat/index.html")
    question = page.locator("#salat-frage-folge")
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Prüfen").click()
    expect(question.locator("[data-part=feedback]:not(:empty)")).to_contain_text("Richtig.")
    opened(page, folder, "praxis/woche/index.html")
    first = page.locator("[data-block=scene]:visible")
    expect(first).to_have_count(1)
    title = first.locator("[data-part=title]").inner_text()
    first.locator("[data-part=ways] a:visible").first.click()
    expect(page.locator("[data-block=scene]:visible [data-part=title]")).not_to_have_text(title)


def test_the_same_site_gives_the_same_bytes(packed: Built, tmp_path: Path) -> None:
    again = shutil.copytree(packed.site, tmp_path / "site")
    make_packages(again, packed.course)
    for path in sorted((packed.site / FOLDER).iterdir()):
        assert (again / FOLDER / path.name).read_bytes() == path.read_bytes(), path.name
    names = {path.relative_to(again) for path in again.rglob("*")}
    assert names == {path.relative_to(packed.site) for path in packed.site.rglob("*")}
    assert (again / "dateien/index.html").read_bytes() == (
        packed.site / "dateien/index.html"
    ).read_bytes()


def test_a_course_of_one_page_without_search_can_be_packed(
    courses: Courses, tmp_path: Path
) -> None:
    built = courses.build("packed-page", one_page())
    site = shutil.copytree(built.site, tmp_path / "site")
    make_packages(site, built.course)
    with zipfile.ZipFile(site / FOLDER / "plain-offline.zip") as archive:
        assert "plain/index.html" in archive.namelist()
        assert not [name for name in archive.namelist() if "iframe-worker" in name]


def test_a_course_without_questions_has_no_cards(courses: Courses, tmp_path: Path) -> None:
    text = "---\ntitle: Start\nsummary: It starts.\n---\n\nRead on.\n"
    built = courses.build("packed-text", {**one_page(), "docs/index.md": text})
    site = shutil.copytree(built.site, tmp_path / "site")
    (site / FOLDER).mkdir()
    (site / FOLDER / "plain.apkg").touch()
    make_packages(site, built.course)
    assert sorted(path.name for path in (site / FOLDER).iterdir()) == [
        "plain-offline.zip",
        "plain-scorm12.zip",
        "plain-scorm2004.zip",
    ]
