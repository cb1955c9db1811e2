"""Measures the notebook in Chromium: how long it takes to show what a reader wrote."""

from __future__ import annotations

import statistics

from playwright.sync_api import Page, sync_playwright

import system
from benchmarks import built_site

# What a reader of the whole course writes, and as much as is taken from a file.
ENTRIES = (300, 2000)
# Entries for the places of the notebook first, then for questions that are asked no more.
FILL = """
(count) => {
  const prefix = `${document.querySelector("#words").dataset.store}/1/`;
  const kept = [...document.querySelectorAll("[data-kept]")].map(({ dataset }) => dataset.kept);
  for (let number = 0; number < count; number++) {
    const entry = { value: `What I wrote, number ${number}.`, when: number };
    localStorage.setItem(prefix + (kept[number] ?? `entry-${number}`), JSON.stringify(entry));
  }
}
"""
# As if another tab had changed all: the page then shows everything anew.
REFRESH = """
() => {
  const start = performance.now();
  dispatchEvent(new StorageEvent("storage"));
  return performance.now() - start;
}
"""


def measure(page: Page, address: str, count: int) -> None:
    """Print how long the notebook takes with a number of entries."""
    page.goto(address)
    page.evaluate(FILL, count)
    page.reload()
    shown = page.locator("[data-part=answer]").count()
    milliseconds = statistics.median(page.evaluate(REFRESH) for _ in range(5))
    print(f"{count} entries, {shown} shown: {milliseconds:.1f} ms for a refresh")


def main() -> None:
    """Fill the notebook, and print the measurements."""
    with built_site() as site, sync_playwright() as playwright:
        path = system.find_browser()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        pages = [path for path in site.rglob("*.html") if "notebook-tools" in path.read_text()]
        for count in ENTRIES:
            measure(browser.new_page(), pages[0].as_uri(), count)
        browser.close()


if __name__ == "__main__":
    main()
