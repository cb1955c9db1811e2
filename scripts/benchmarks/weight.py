"""Measures what a page costs its reader in Chromium: requests, compressed bytes, paint, shift.

A page is opened in a new browser, then touched, then searched: for each, what was asked for until
then, the bytes as a host sends them that compresses texts. `found` is the time in milliseconds from
a key in the field of search to the first result, once the index is there, and `found/4` that of a
processor at a quarter of its speed. With `--slow`, paint and busy are of such a processor too, on a
line with 150 ms to and fro. Compare times within one run only.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

import system
from benchmarks import built_site

# What a host compresses; pictures and archives are small already.
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml")
# The level at which GitHub Pages and most others compress.
LEVEL = 6
COLUMNS = (
    *("html", "first", "touched", "searched", "index", "paint", "busy", "shift"),
    *("found", "found/4"),
)
LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
WATCH = """
window.paint = 0, window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) paint = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# From the first key to the next frame after the first result.
FIND = """new Promise((found) => {
  const list = document.querySelector(".md-search-result__list");
  const field = document.querySelector(".md-search__input");
  field.addEventListener("keydown", () => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (!list.childElementCount) return;
      observer.disconnect();
      requestAnimationFrame(() => found(performance.now() - start));
    });
    observer.observe(list, { childList: true });
  }, { once: true });
}).then((time) => document.documentElement.dataset.found = time)"""
# Of a letter with which many words begin.
KEY = "s"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder, texts compressed, and notes how large they were."""

    protocol_version = "HTTP/1.1"
    sent: ClassVar[list[tuple[str, int]]] = []

    def do_GET(self) -> None:
        """Send a file, or the page that there is none."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        data = path.read_bytes() if path.is_file() else b""
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in TEXTS:
            data = gzip.compress(data, LEVEL, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.sent.append((self.path, len(data)))
        # Who has gone to another page waits for nothing.
        with suppress(BrokenPipeError):
            self.wfile.write(data)

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site, and give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def quiet(page: Page) -> None:
    """Wait until nothing more is asked for."""
    before = -1
    while before != (before := len(Handler.sent)):
        page.wait_for_timeout(700)


def asked() -> str:
    """Return the requests and the kilobytes until now, without the index of search."""
    sizes = [size for path, size in Handler.sent if "search_index" not in path]
    return f"{sum(sizes) / 1000:.1f}/{len(sizes)}"


def busy(session: CDPSession) -> float:
    """Return for how many milliseconds the page's own thread was at work."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float({each["name"]: each["value"] for each in metrics}["TaskDuration"])


def measure(browser: Browser, address: str, slow: bool) -> dict[str, str]:
    """Open a page, touch it, search, and return what each costs.

    Arguments:
        browser: a browser.
        address: the address of the page.
        slow: whether the processor and the line are slowed down.
    """
    Handler.sent.clear()
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    if slow:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
    page.goto(address)
    quiet(page)
    html = max(size for _, size in Handler.sent[:1])
    found = {"html": f"{html / 1000:.1f}", "first": asked(), "busy": f"{busy(session):.0f}"}
    found |= {"paint": f"{page.evaluate('paint'):.0f}"}
    page.mouse.move(200, 400)
    page.keyboard.press("Shift")
    quiet(page)
    found |= {"touched": asked(), "shift": f"{page.evaluate('shift'):.3f}"}
    page.locator(".md-header [for=__search]").first.click()
    page.keyboard.type("e")
    page.locator(".md-search-result__item").first.wait_for()
    quiet(page)
    index = sum(size for path, size in Handler.sent if "search_index" in path)
    found |= {"searched": asked(), "index": f"{index / 1000:.1f}"}
    for rate in (1, 4):
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        found["found" if rate == 1 else f"found/{rate}"] = f"{time_to_find(page):.0f}"
    context.close()
    return found


def time_to_find(page: Page) -> float:
    """Return the milliseconds from a key in the field of search to the first result."""
    field = page.locator(".md-search__input")
    field.fill("")
    page.locator(".md-search-result__item").first.wait_for(state="detached")
    page.evaluate(f"{{ delete document.documentElement.dataset.found; {FIND}; }} 0")
    field.press(KEY)
    page.locator("html[data-found]").wait_for()
    return float(page.locator("html").get_attribute("data-found") or 0)


def main() -> None:
    """Measure the pages of a built site, or of this project's."""
    parser = argparse.ArgumentParser(prog="scripts/bench weight", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, help="a built site; without it, one is built")
    parser.add_argument("--page", action="append", help="such as practice/plan/; all without it")
    parser.add_argument("--slow", action="store_true", help="a slow processor and a slow line")
    given = parser.parse_args()
    with nullcontext(given.site) if given.site else built_site() as site, served(site) as root:
        names = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
        pages = given.page or [name.removesuffix("index.html") for name in names]
        with sync_playwright() as playwright:
            found = system.find_browser()
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            print(f"{'':28}" + "".join(f"{column:>11}" for column in COLUMNS), flush=True)
            for page in pages:
                row = measure(browser, root + page, given.slow)
                print(f"{page or '.':28}" + "".join(f"{row[column]:>11}" for column in COLUMNS))
            browser.close()


if __name__ == "__main__":
    main()
