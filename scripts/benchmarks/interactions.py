"""Measures how soon a page answers its reader in Chromium, at a quarter of the processor's speed.

For each thing that a reader does: the milliseconds from the press to the next picture, of the
slowest one, in steps of 8 (https://www.w3.org/TR/event-timing/); and the longest task of the page's
own thread while it opens. The store has an answer for every field of the course, and 300 more.
Compare the times within one run only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, sync_playwright

import system
from benchmarks import built_site
from benchmarks.weight import served

SLOWNESS = 4
MORE = 300
PHONE: ViewportSize = {"width": 412, "height": 823}
WATCH = """
window.slowest = 0, window.longest = 0;
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    if (interactionId) slowest = Math.max(slowest, duration);
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: "longtask", buffered: true });
"""
# One answer by hand tells where answers are kept; the others are written beside it, eight days old.
KEEP = """
([prefix, more]) => {
  const keep = (name, value) => localStorage.setItem(
    prefix + name, JSON.stringify({ value, when: Date.now() - 8 * 864e5 }));
  for (const { dataset } of document.querySelectorAll("[data-keeps]:not([data-copy] *)")) {
    for (const name of dataset.keeps.split(" ")) {
      const field = document.querySelector(`[name="${CSS.escape(name)}"]`);
      if (field) keep(name, field.value || (field.type === "number" ? "5" : `Of ${name}.`));
    }
  }
  for (let number = 0; number < more; number++) keep(`more-${number}`, `Number ${number}.`);
}
"""


class Step(NamedTuple):
    """A thing that a reader does.

    Attributes:
        name: what it is called.
        sign: what the page has that it is done on; of several, the page that has most of it.
        control: where the reader presses.
        text: what is typed there; nothing, where it is pressed alone.
    """

    name: str
    sign: str
    control: str
    text: str = ""


STEPS = (
    Step("type", 'data-block="exercise"', "[data-block=exercise] textarea", "What I do on Monday."),
    Step("choose", 'data-do="check"', "[data-block]:has([data-do=check]) [type=radio]:visible"),
    Step("check", 'data-do="check"', "[data-do=check]:visible"),
    Step("estimate", 'data-do="showFinding"', "[data-do=showFinding]:visible"),
    Step("rate", 'data-block="rating"', "[data-block=rating] input:visible"),
    Step("go on in a story", 'data-block="story"', "[data-part=ways] a:visible"),
    Step("change a figure", 'data-block="frames"', "[data-block=frames] input:visible"),
    Step("scheme", 'data-block="exercise"', ".md-header [for^=__palette]:visible"),
    Step("menu", 'data-block="exercise"', ".md-header [for=__drawer]"),
    Step("search", 'data-block="exercise"', ".md-header [for=__search]"),
    Step("next page", 'data-block="exercise"', "[data-part=steps] [rel=next]"),
    Step("review: choose", "data-mixed", "[data-copy] [type=radio]:visible"),
    Step("review: check", "data-mixed", "[data-do=check]:visible"),
    Step("review: every question", "data-mixed", "[data-do=everyQuestion]:visible"),
    Step("notebook: as text", 'data-do="downloadText"', "[data-do=downloadText]"),
)


def fullest(site: Path, sign: str) -> str:
    """Return the address of the page that has most of a sign; nothing if none has it."""
    counted = {path: path.read_text("utf-8").count(sign) for path in site.rglob("index.html")}
    path = max(sorted(counted), key=counted.__getitem__)
    return path.parent.relative_to(site).as_posix() + "/" if counted[path] else ""


def name_home(site: Path, root: str) -> None:
    """Let the map of a site name where it is served: the theme follows by itself no other link."""
    path = site / "sitemap.xml"
    text = path.read_text("utf-8")
    home = re.findall("<loc>(.*?)</loc>", text)[0]
    path.write_text(text.replace(home, root), "utf-8")


def keep_everything(page: Page, site: Path, root: str) -> None:
    """Give the store an answer for every field of the course."""
    page.goto(root + fullest(site, STEPS[0].sign))
    field = page.locator(STEPS[0].control).first
    field.press_sequentially("x")
    page.wait_for_function("Object.keys(localStorage).some((key) => /[/]2[/]/.test(key))")
    keys = page.evaluate("Object.keys(localStorage)")
    prefix = next(key for key in keys if "/2/" in key).partition("/2/")[0] + "/2/"
    for path in sorted(site.rglob("index.html")):
        page.goto(root + path.parent.relative_to(site).as_posix() + "/")
        page.evaluate(KEEP, [prefix, 0])
    page.evaluate(KEEP, [prefix, MORE])


def opened(context: BrowserContext, address: str) -> Page:
    """Open a page in a slow tab, and touch it, so that all scripts have come."""
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
    page.goto(address)
    page.mouse.move(200, 400)
    page.keyboard.press("Shift")
    # The policy lets no page be asked for it again and again by itself.
    while not page.evaluate("globalThis.document$ !== undefined"):
        page.wait_for_timeout(100)
    page.wait_for_timeout(1500)
    return page


def slowest(page: Page, act: Callable[[], None]) -> float:
    """Return the milliseconds of the slowest answer to what is done."""
    page.evaluate("slowest = 0")
    act()
    page.wait_for_timeout(600)
    return float(page.evaluate("slowest"))


def press(control: Locator) -> None:
    """Press the middle of a control; a click of Playwright asks the page in between where it is."""
    box = control.bounding_box()
    assert box is not None
    control.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def measure(context: BrowserContext, address: str, step: Step) -> str:
    """Do a thing on a page, and return how long it took and the page to open."""
    page = opened(context, address)
    longest = page.evaluate("longest")
    control = page.locator(step.control).first
    if not control.count():
        sys.exit(f"{step.name}: nothing to press on {address}")
    control.scroll_into_view_if_needed()
    act = partial(control.press_sequentially, step.text) if step.text else partial(press, control)
    milliseconds = slowest(page, act)
    page.close()
    return f"{milliseconds:>12.0f}{longest:>12.0f}"


def main() -> None:
    """Do everything once, and print the measurements."""
    with built_site() as site, served(site) as root, sync_playwright() as playwright:
        path = system.find_browser()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        # The first press of the switch asks for the light colours, which are others than these.
        context = browser.new_context(viewport=PHONE, accept_downloads=True, color_scheme="dark")
        name_home(site, root)
        keep_everything(context.new_page(), site, root)
        print(f"{'':26}{'answer, ms':>12}{'opening':>12}")
        for step in STEPS:
            if address := fullest(site, step.sign):
                print(f"{step.name:26}{measure(context, root + address, step)}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
