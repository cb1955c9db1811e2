"""Measures the notebook in Chromium: how long it takes to show what a reader wrote.

The pages that its answers are from are read one after the other; the longest task is how long a
reader's key or touch may wait meanwhile, at a quarter of the processor's speed.
"""

from __future__ import annotations

import statistics

from playwright.sync_api import Page, expect, sync_playwright

import system
from benchmarks import built_site
from benchmarks.weight import served

# What a reader of the whole course writes, and as much as is taken from a file.
ENTRIES = (300, 2000)
# An entry for each block, so that each page is read.
FIRST = """
() => [...document.querySelectorAll("[data-part=answers] > [data-ids]")]
  .flatMap(({ dataset }) => dataset.ids.split(" "))
"""
KEPT = "() => [...document.querySelectorAll('[data-kept]')].map(({ dataset }) => dataset.kept)"
# Entries for the places of the notebook first, then for questions that are asked no more.
FILL = """
([count, names]) => {
  const prefix = `/${document.querySelector("#words").dataset.store}/2/`;
  for (let number = 0; number < count; number++) {
    const entry = { value: `What I wrote, number ${number}.`, when: number };
    localStorage.setItem(prefix + (names[number] ?? `entry-${number}`), JSON.stringify(entry));
  }
}
"""
WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
}).observe({ type: "longtask", buffered: true });
"""
# As if another tab had changed all: the page then shows everything anew.
REFRESH = """
() => {
  const start = performance.now();
  dispatchEvent(new StorageEvent("storage"));
  return performance.now() - start;
}
"""


def shown(page: Page) -> None:
    """Wait until every page is read."""
    place = page.locator("[data-part=answers]")
    expect(place).to_have_attribute("aria-busy", "false", timeout=60_000)


def measure(page: Page, address: str, count: int) -> None:
    """Print how long the notebook takes with a number of entries."""
    page.goto(address)
    first = page.evaluate(FIRST)
    page.evaluate(FILL, [len(first), first])
    page.reload()
    shown(page)
    page.evaluate(FILL, [count, page.evaluate(KEPT)])
    page.add_init_script(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.reload()
    shown(page)
    answers = page.locator("[data-part=answer]").count()
    longest = page.evaluate("longest")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    milliseconds = statistics.median(page.evaluate(REFRESH) for _ in range(5))
    print(f"{count} entries, {answers} shown: {milliseconds:.1f} ms for a refresh, ", end="")
    print(f"{longest:.0f} ms for the longest task at a quarter of the speed", flush=True)


def main() -> None:
    """Fill the notebook, and print the measurements."""
    with built_site() as site, served(site) as root, sync_playwright() as playwright:
        path = system.find_browser()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        pages = [path for path in site.rglob("*.html") if "notebook-tools" in path.read_text()]
        address = root + pages[0].relative_to(site).as_posix().removesuffix("index.html")
        for count in ENTRIES:
            measure(browser.new_page(), address, count)
        browser.close()


if __name__ == "__main__":
    main()
