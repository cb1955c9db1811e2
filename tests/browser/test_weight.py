"""What a page asks for before it is touched, at the first touch, and for search."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.notebook import FOCUS, NOTEBOOK, PLAN, REVIEW, keep, open_quietly, values

pytestmark = pytest.mark.browser

# In bytes, compressed as hosts do.
MOST = 45_000
# Of the first the text alone is too long, and the second grows with each source.
LONG = {"reference/article/": 47_700, "reference/sources/": 46_000}
SHIFT = """new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift = (window.shift ?? 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true });"""

# Whether the theme's script has come.
THEME = "globalThis.document$ !== undefined"

New = Callable[..., BrowserContext]


def size(path: Path) -> int:
    """Return the bytes of a file as a host sends it."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """Return a page, and the names of the files that it asks for."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.add_init_script(SHIFT)
    return page, asked


def wait_for(page: Page, what: str) -> None:
    """Wait until an expression is true; the policy lets no page be asked for it again and again."""
    while not page.evaluate(what):
        page.wait_for_timeout(50)


def slow(page: Page, files: str = r"/answers\.js$|/bundle\.") -> None:
    """Let files be long on their way, as a rule the scripts of the first touch."""

    def wait(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route(re.compile(files), wait)


def test_an_untouched_page_is_light(site: Path, page_paths: list[str]) -> None:
    shared = [site / "assets" / name for name in ("course.css", "course.js")]
    shared += sorted((site / "assets").glob("*.svg"))
    assert len(shared) == 4
    for path in (path for path in page_paths if not path.endswith(".html")):
        weight = size(site / path / "index.html") + sum(map(size, shared))
        assert weight <= LONG.get(path, MOST), path


def test_scripts_come_with_the_touch_and_search_with_its_turn(
    untouched: New, site_url: str
) -> None:
    page, asked = watched(untouched())
    open_quietly(page, site_url + FOCUS)
    assert set(asked) <= {"", "course.css", "course.js", "logo.svg", "favicon.svg"}
    asked.clear()
    page.mouse.move(200, 400)
    wait_for(page, THEME)
    page.wait_for_load_state("networkidle")
    # The theme names its style sheet anew, which a browser has kept.
    came = [name.partition(".")[0] for name in asked if name != "course.css"]
    assert sorted(came) == ["bundle", "sitemap", "touched"]
    asked.clear()
    page.locator(".md-search__input").click()
    page.keyboard.type("urgency")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert sorted(name.partition(".")[0] for name in asked) == ["search", "search_index"]
    asked.clear()
    page.keyboard.press("Escape")
    page.locator("[data-block=exercise] textarea").first.click()
    wait_for(page, "localStorage.length > 0")
    assert asked == ["answers.js"]


def test_a_menu_that_shows_the_page_by_itself_is_no_touch(untouched: New, site_url: str) -> None:
    page, asked = watched(untouched(viewport={"width": 1280, "height": 500}))
    open_quietly(page, site_url + NOTEBOOK)
    assert page.evaluate("document.querySelector('.md-sidebar__scrollwrap').scrollTop") > 0
    page.wait_for_timeout(300)
    assert set(asked) <= {"", "course.css", "course.js", "logo.svg", "favicon.svg"}


def test_nothing_moves_at_the_first_touch(untouched: New, site_url: str) -> None:
    for path in (FOCUS, PLAN, "start/baseline/", "dimensions/", REVIEW, NOTEBOOK):
        page, _ = watched(untouched(viewport={"width": 1280, "height": 900}))
        open_quietly(page, site_url + path)
        before = page.screenshot()
        page.keyboard.press("Shift")
        wait_for(page, THEME)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift ?? 0") == 0, path
        assert page.screenshot() == before, path


def test_the_page_keeps_its_style_while_the_theme_asks_for_it_again(
    untouched: New, site_url: str
) -> None:
    page, asked = watched(untouched())
    slow(page, r"/course\.css$")
    open_quietly(page, site_url + REVIEW)
    asked.clear()
    page.keyboard.press("Shift")
    wait_for(page, THEME)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
    assert "course.css" in asked
    assert page.evaluate("window.shift ?? 0") == 0
    assert page.evaluate("document.querySelectorAll('link[href$=\"course.css\"]').length") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_touch_changes_the_colours(untouched: New, site_url: str, scheme: str) -> None:
    page, _ = watched(untouched(color_scheme=scheme))
    slow(page)
    page.goto(site_url + FOCUS)
    shown = page.locator("body").get_attribute("data-md-color-scheme")
    assert shown == ("slate" if scheme == "dark" else "default")
    page.evaluate("document.querySelector('[for^=__palette]:not([hidden])').click()")
    page.evaluate("dispatchEvent(new Event('pointerdown'))")
    expect(page.locator("[for=__palette_2]")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.locator("[for=__palette_2]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("JSON.parse(Object.values(localStorage)[0]).color.scheme") == "slate"


def test_the_first_touch_opens_the_menu_and_it_stays_open(untouched: New, site_url: str) -> None:
    page, _ = watched(untouched(viewport={"width": 360, "height": 740}))
    slow(page)
    page.goto(site_url + FOCUS)
    page.get_by_role("button", name="Menu").click()
    wait_for(page, THEME)
    page.wait_for_timeout(400)
    expect(page.locator("#__drawer")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()


def test_what_is_kept_is_shown_with_its_looks(untouched: New, site_url: str) -> None:
    page, asked = watched(untouched(viewport={"width": 1280, "height": 900}))
    page.goto(site_url + FOCUS)
    keep(page, {"dimensions/innovation.finished": "done"})
    slow(page, r"/touched\.css$")
    page.reload()
    expect(page.get_by_role("img", name="finished").first).to_be_visible()
    assert page.evaluate("window.shift ?? 0") == 0
    assert asked.count("answers.js") == 1


def test_a_menu_in_a_shut_drawer_is_no_work(untouched: New, site_url: str) -> None:
    page, _ = watched(untouched(viewport={"width": 360, "height": 740}))
    page.goto(site_url + FOCUS)
    menu = page.locator(".md-nav--primary")
    assert not menu.evaluate("menu => menu.checkVisibility()")
    page.get_by_role("button", name="Menu").click()
    assert menu.evaluate("menu => menu.checkVisibility()")
    expect(menu).to_be_in_viewport()


def test_a_reader_can_shut_the_menu_while_the_theme_starts(untouched: New, site_url: str) -> None:
    page, _ = watched(untouched(viewport={"width": 360, "height": 740}))
    slow(page)
    page.goto(site_url + FOCUS)
    page.get_by_role("button", name="Menu").click()
    page.keyboard.press("Escape")
    wait_for(page, THEME)
    expect(page.locator("#__drawer")).not_to_be_checked()


def test_the_first_words_are_searched_and_the_first_text_is_kept(
    untouched: New, site_url: str
) -> None:
    page, _ = watched(untouched())
    slow(page)
    page.goto(site_url + FOCUS)
    page.locator("#focus-gate input[type=radio]").first.evaluate("box => box.click()")
    page.evaluate("document.querySelector('#focus-gate button[data-do]').click()")
    field = page.locator("[data-block=exercise] textarea").first
    field.focus()
    page.keyboard.insert_text("mine")
    wait_for(page, THEME)
    expect(field).to_have_value("mine")
    expect(page.locator("#focus-gate [data-part=feedback]:not(:empty)")).to_have_count(1)
    kept = values(page, "focus-")
    assert "mine" in kept.values()
    assert kept["focus-gate"]

    page, _ = watched(untouched())
    slow(page)
    page.goto(site_url + FOCUS)
    page.locator(".md-search__input").click()
    page.keyboard.type("urgency")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_what_is_typed_is_printed_though_the_theme_came_first(
    untouched: New, site_url: str
) -> None:
    page, _ = watched(untouched())
    page.goto(site_url + FOCUS)
    page.keyboard.press("Shift")
    wait_for(page, THEME)
    page.locator("[data-block=exercise] textarea").first.fill("mine")
    # The theme keeps something too, so what is waited for is the text.
    wait_for(page, "Object.values(localStorage).some((kept) => kept.includes('mine'))")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-part=mirror]")).to_have_text("mine")
    assert page.locator("[data-part=reasons][open]").count() == 0


def test_who_has_written_something_sees_it_at_once(untouched: New, site_url: str) -> None:
    context = untouched()
    page, asked = watched(context)
    page.goto(site_url + FOCUS)
    page.locator("[data-block=exercise] textarea").first.fill("mine")
    wait_for(page, "localStorage.length > 0")
    page.wait_for_timeout(100)
    page.close()
    page, asked = watched(context)
    open_quietly(page, site_url + FOCUS)
    expect(page.locator("[data-block=exercise] textarea").first).to_have_value("mine")
    assert "answers.js" in asked
    assert not [name for name in asked if name.startswith("bundle")]


def test_a_citation_names_its_source_on_each_page(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    cited = page.locator("a[data-source]").first
    expect(cited).to_have_attribute("title", re.compile(r"\(\d{4}\)"))
    page.get_by_role("link", name="Creation and innovation").first.click()
    # The address changes before the page does.
    expect(page.locator("h1")).to_have_text("Creation and innovation")
    cited = page.locator("article a[data-source]").first
    cited.hover()
    shown = page.locator(".md-tooltip2--active")
    expect(shown).to_contain_text(re.compile(r"\(\d{4}\)"))
    inner = shown.locator(".md-tooltip2__inner")
    expect(inner).to_be_visible()
    box = inner.bounding_box()
    assert box is not None
    assert box["width"] <= 400
