#!/usr/bin/env python3
"""Measure the script and the style sheet: bytes, key press to stored, interaction to next paint.

Usage: notebook.py SITE, the folder of a built site. It needs the environment of the tests.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page, sync_playwright

import chromium
from course.serving import Server

INPUTS = 1000
SLOWER = 4
# From the handling of a key press to the time at which the store has the new text.
STORED = """
(count) => {
  const field = document.querySelector(".exercise textarea");
  const key = `managing-and-leading/1/${field.name}`;
  const times = [];
  for (let number = 0; number < count; number++) {
    const before = localStorage.getItem(key);
    field.value += "x";
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    times.push(performance.now() - start);
    if (localStorage.getItem(key) === before) throw new Error("not stored");
  }
  return times;
}
"""
WATCH = """
window.slow = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId) slow.push(entry.duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"""


def sizes(site: Path) -> None:
    """Print the bytes of what every page loads."""
    for name in ("course.js", "course.css"):
        data = (site / "assets" / name).read_bytes()
        print(f"{name}: {len(data)} bytes, {len(gzip.compress(data, 9, mtime=0))} gzipped")


def key_to_stored(page: Page, address: str) -> None:
    """Print how long it takes until a key press is stored."""
    page.goto(f"{address}dimensions/focus/")
    times = sorted(page.evaluate(STORED, INPUTS))
    tail = times[int(0.95 * len(times))]
    print(f"stored: median {statistics.median(times):.2f} ms, 95th percentile {tail:.2f} ms")


def heaviest(site: Path) -> str:
    """Return the path of the page with the most fields."""
    pages = [path for path in site.rglob("index.html") if "notebook" not in path.parts]
    found = max(pages, key=lambda path: path.read_text(encoding="utf-8").count("<input"))
    return found.relative_to(site).as_posix().removesuffix("index.html")


def next_paint(browser: Browser, address: str, path: str) -> None:
    """Print the slowest interaction with a page, on a slowed processor."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(address + path)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    for option in page.locator("section input[type=radio]:visible").all()[:40:4]:
        option.check()
    for button in page.locator("[data-do=check]:visible").all()[:5]:
        button.click()
    for field in page.locator("section textarea:visible").all()[:1]:
        field.press_sequentially("a few words")
    page.wait_for_timeout(500)
    slow = page.evaluate("slow")
    worst = max(slow, default=0)
    print(f"next paint on {path}, {SLOWER} times slower: at most {worst} ms ({len(slow)} over 16)")


def main() -> None:
    """Serve a built site and measure it."""
    site = Path(sys.argv[1])
    sizes(site)
    with Server(site, 0) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        path = chromium.of_the_system()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        key_to_stored(browser.new_page(), server.address)
        next_paint(browser, server.address, heaviest(site))
        next_paint(browser, server.address, "dimensions/focus/")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
