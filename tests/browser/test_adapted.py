"""Each kind of page as readers adapt it: enlarged to 400 %, with wider text, in forced colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.site.page import parse

pytestmark = pytest.mark.browser

# What WCAG 2.2 lets a reader set (1.4.12).
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
OPEN = "document.querySelectorAll('details').forEach((each) => { each.open = true })"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
# Text that is cut off: its box ends before it, and nothing scrolls.
CUT = """() => [...document.querySelectorAll("article *, footer *")].filter((each) => {
  const style = getComputedStyle(each);
  const isHiding = ["hidden", "clip"].includes(style.overflowX) ||
    ["hidden", "clip"].includes(style.overflowY);
  const isSeen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isSeen && isHiding && each.textContent.trim() && style.clipPath === "none" &&
    each.clientWidth > 1 && (each.scrollHeight > each.clientHeight + 2 ||
    each.scrollWidth > each.clientWidth + 2) && !each.closest("svg");
}).map((each) => `${each.tagName}.${each.className}#${each.id} ${each.textContent.slice(0, 40)}`)"""
# A field, box or button whose edge is not seen, where colours are the reader's own.
EDGELESS = """() => [...document.querySelectorAll(
  "main :is(button, input:not([type=file]), textarea, select)")].filter((each) => {
  const style = getComputedStyle(each);
  const label = each.labels?.[0];
  const seen = (part) => part && part.checkVisibility({ opacityProperty: true }) && (
    getComputedStyle(part).appearance !== "none" && part === each ||
    getComputedStyle(part).borderStyle !== "none" ||
    getComputedStyle(part).outlineStyle !== "none");
  return each.checkVisibility() && !seen(each) && !seen(label) && !seen(each.parentElement);
}).map((each) => `${each.tagName} ${each.type} ${each.name || each.textContent}`)"""
# What has the focus is in view, and nothing lies on it (2.4.11).
COVERED = """() => {
  const each = document.activeElement;
  const box = each.getClientRects()[0];
  if (!box || !box.width || !box.height) return null;
  const [x, y] = [box.x + Math.min(box.width, 300) / 2, box.y + Math.min(box.height, 20) / 2];
  const top = document.elementFromPoint(x, y);
  const isSeen = top && (each.contains(top) || top.contains(each) ||
    [...each.labels ?? []].some((label) => label.contains(top)));
  return isSeen ? null : `${each.outerHTML.slice(0, 120)} at ${x}, ${y}`;
}"""


@pytest.fixture(scope="session")
def kinds_of_pages(site: Path) -> list[str]:
    """Return pages that have, together, every kind of block and of table, and the theme's own."""
    had: set[str] = set()
    chosen = ["404.html"]
    path = "//@data-block | //@data-form | //@data-part | //table/@class"
    for file in sorted(site.rglob("*.html"), key=lambda each: -each.stat().st_size):
        found = set(parse(file.read_text("utf-8")).xpath(path))
        if found - had:
            had |= found
            chosen.append(file.relative_to(site).as_posix().removesuffix("index.html"))
    return chosen


def test_readers_may_adapt_a_page(page: Page, site_url: str, kinds_of_pages: list[str]) -> None:
    found: dict[str, list[str]] = {}
    assert len(kinds_of_pages) > 5
    for path in kinds_of_pages:
        wrong = found.setdefault(path, [])
        # 400 % of 1280 by 1024 pixels.
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(site_url + path)
        page.evaluate(OPEN)
        wrong += ["400 %: " + each for each in page.evaluate(CUT)]
        page.evaluate(SPACING)
        wrong += ["spacing: " + each for each in page.evaluate(CUT)]
        wrong += ["sideways"] * page.evaluate(SIDEWAYS)
        for _ in range(12):
            page.keyboard.press("Tab")
            wrong += filter(None, [page.evaluate(COVERED)])
        page.set_viewport_size({"width": 1280, "height": 1024})
        wrong += ["spacing, wide: " + each for each in page.evaluate(CUT)]
        # A tooltip of the theme takes a moment to go, and is as wide as the page meanwhile.
        page.evaluate("document.activeElement.blur()")
        expect(page.locator(".md-tooltip2")).to_have_count(0)
        wrong += ["sideways, wide"] * page.evaluate(SIDEWAYS)
        page.emulate_media(forced_colors="active")
        wrong += ["no edge: " + each for each in page.evaluate(EDGELESS)]
        page.emulate_media(forced_colors="none")
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_what_is_wrong_is_found(page: Page) -> None:
    page.set_content(
        "<main><article><p style='height: 1em; overflow: hidden'>One<br>Two<br>Three</p>"
        "<button style='appearance: none; border: 0'>Go</button></article></main>"
        "<div style='position: fixed; inset: 0; background: red'></div>"
    )
    assert len(page.evaluate(CUT)) == 1
    page.keyboard.press("Tab")
    assert "button" in page.evaluate(COVERED)
    page.evaluate("document.activeElement.blur()")
    assert len(page.evaluate(EDGELESS)) == 1
