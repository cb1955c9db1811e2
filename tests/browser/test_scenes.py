"""A story before its reader touches it, and when she comes back to it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import WEEK, open_quietly
from tests.browser.test_story import path_of, scene_of, ways_of
from tests.browser.test_weight import New, slow, wait_for, watched
from tests.courses.build import ROOT

pytestmark = pytest.mark.browser

# What a page shows of a story.
SHOWN = """[...document.querySelectorAll("article > *, [data-block=scene]:not([hidden]) *")]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height)
  .map((part) => [part.tagName, Math.round(part.getBoundingClientRect().top + scrollY)])"""
# Which scenes a page has shown since its first script ran.
SEEN = """window.seen = new Set();
requestAnimationFrame(function look() {
  const story = document.querySelector("[data-block=story]:not([hidden])");
  for (const scene of story ? document.querySelectorAll("[data-block=scene]") : []) {
    if (scene.checkVisibility({ visibilityProperty: true })) seen.add(scene.id);
  }
  requestAnimationFrame(look);
});"""


def opened(untouched: New, site_url: str) -> tuple[Page, list[str]]:
    """Return the page of the story, as it is before a touch, and what it asked for."""
    page, asked = watched(untouched())
    open_quietly(page, site_url + WEEK)
    return page, asked


def test_the_first_scene_needs_no_other_script(untouched: New, site_url: str) -> None:
    page, asked = opened(untouched, site_url)
    assert set(asked) <= {"", "course.css", "course.js", "logo.svg", "favicon.svg"}
    expect(scene_of(page)).to_have_count(1)
    before = page.evaluate(SHOWN)
    page.evaluate("document.dispatchEvent(new Event('scroll'))")
    expect(path_of(page)).to_have_count(1)
    assert page.evaluate(SHOWN) == before
    assert page.evaluate("window.shift ?? 0") == 0


def test_the_first_way_is_taken_though_the_script_comes_late(untouched: New, site_url: str) -> None:
    page, _ = opened(untouched, site_url)
    slow(page)
    to = ways_of(page).nth(1).get_attribute("href") or ""
    ways_of(page).nth(1).click()
    expect(scene_of(page)).to_have_id(to[1:])
    expect(path_of(page)).to_have_count(2)


def test_who_has_begun_sees_nothing_else_before_her_scene(untouched: New, site_url: str) -> None:
    context = untouched()
    page, _ = watched(context)
    page.goto(site_url + WEEK)
    ways_of(page).last.click()
    expect(path_of(page)).to_have_count(2)
    scene = scene_of(page).get_attribute("id") or ""
    page.close()
    page, _ = watched(context)
    slow(page)
    page.add_init_script(SEEN)
    page.goto(site_url + WEEK)
    expect(scene_of(page)).to_have_id(scene)
    assert page.evaluate("[...seen]") == [scene]
    assert page.evaluate("window.shift ?? 0") == 0


def test_without_the_script_that_opens_scenes_all_are_shown(untouched: New, site_url: str) -> None:
    page, _ = opened(untouched, site_url)
    page.route(re.compile(r"/answers\.js$"), lambda route: route.abort())
    ways_of(page).last.click()
    wait_for(page, "document.querySelector('[data-block=scene][hidden]') === null")


def test_whatever_an_author_writes_after_a_story_waits_for_an_ending(
    untouched: New, site_url: str
) -> None:
    page, _ = opened(untouched, site_url)
    kinds = ["p", "ul", "ol", "dl", "blockquote", "pre", "hr", "table", "figure", "details", "div"]
    kinds += ["h2", "h3", "h4", "h5", "h6", "aside", "nav", "section"]
    # The style sheet of a site names the kinds that its pages have; this one names all.
    source = (ROOT / "overrides/assets/css/scene.css").read_text("utf-8")
    shown = page.evaluate(
        """([kinds, source]) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(source);
          document.adoptedStyleSheets = [sheet];
          return kinds.filter((kind) => {
            const element = document.createElement(kind);
            document.querySelector("article").append(element);
            return getComputedStyle(element).display !== "none";
          });
        }""",
        [kinds, source],
    )
    assert shown == []
