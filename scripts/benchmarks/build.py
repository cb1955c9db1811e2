"""Measures the build of the site: seconds, pages and bytes."""

from __future__ import annotations

import time

from benchmarks import built_site


def main() -> None:
    """Build the site, and print the measurements."""
    start = time.process_time()
    with built_site() as site:
        seconds = time.process_time() - start
        pages = sum(1 for _ in site.rglob("*.html"))
        print(f"{pages} pages in {seconds:.1f} seconds of the processor")
        for path in sorted((site / "assets").glob("course.*")):
            print(f"{path.stat().st_size:>8} bytes in {path.name}")


if __name__ == "__main__":
    main()
