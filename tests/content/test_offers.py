"""The pages of this course that offer the editions."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pypdf
import pytest
from lxml import html
from lxml.html import HtmlElement

from course.editions import editions
from course.print.kit.handout import handouts
from course.print.text.book import Book
from tests.content.editions import SHEETS

LINKS = ".//a[not(@class='headerlink')]"


# The link and what follows it: `A4 (PDF, 2 pages, 22 KB)`, or `EPUB (120 KB)`.
FACTS = re.compile(
    r"(?:(?:A4|Letter) \()?(?P<format>PDF|EPUB|PPTX|ZIP)(?: \(|, )(?:(?P<pages>\d+) pages?, )?"
    r"(?P<size>[\d.]+) (?P<unit>KB|MB)\)"
)


@pytest.fixture(scope="module")
def offers(printed: Path) -> dict[str, list[HtmlElement]]:
    """Return the links to files in each page of the site that offers any."""
    found = {}
    for path in printed.rglob("*.html"):
        tree: Any = html.document_fromstring(path.read_text("utf-8"))
        if places := tree.xpath("//*[@data-block='files']"):
            name = path.relative_to(printed).as_posix()
            found[name] = [link for place in places for link in place.xpath(LINKS)]
    return found


def test_offers_tell_the_facts_of_their_files(
    printed: Path, offers: dict[str, list[HtmlElement]]
) -> None:
    for name, links in offers.items():
        for link in links:
            path = (printed / name).parent / link.get("href")
            facts = FACTS.match(f"{link.text}{link.tail}")
            assert facts is not None, link.tail
            assert path.suffix == f".{facts['format'].lower()}"
            size = path.stat().st_size / {"KB": 1e3, "MB": 1e6}[facts["unit"]]
            rounding = 0.51 / 10 ** len(facts["size"].partition(".")[2])
            assert size == pytest.approx(float(facts["size"]), abs=rounding)
            if facts["pages"]:
                assert len(pypdf.PdfReader(path).pages) == int(facts["pages"])


def test_the_downloads_page_offers_every_file_once(
    printed: Path, offers: dict[str, list[HtmlElement]]
) -> None:
    offered = [link.get("href") for link in offers["downloads/index.html"]]
    kinds = (".pdf", ".epub", ".pptx", ".zip")
    files = [path.name for path in (printed / "downloads").iterdir() if path.suffix in kinds]
    assert sorted(offered) == sorted(files)


def test_the_links_to_files_have_names_that_differ(offers: dict[str, list[HtmlElement]]) -> None:
    names = Counter(link.get("aria-label") for link in offers["downloads/index.html"])
    assert [name for name, number in names.items() if number > 1] == []


def test_the_downloads_page_shows_every_edition_once(printed: Path, book: Book) -> None:
    tree: Any = html.parse(printed / "downloads" / "index.html")
    shown = tree.xpath("//section[@data-block='files']//img/@src")
    every = editions(book.course, book.units, handouts(book))
    assert sorted(shown) == sorted(edition.picture for edition in every)


def test_each_dimension_offers_its_sheet_and_the_start_the_workbook(
    offers: dict[str, list[HtmlElement]],
) -> None:
    sheets = {f"../../downloads/{name}.pdf" for name in SHEETS}
    found = set()
    for name, links in offers.items():
        dimension = re.fullmatch(r"dimensions/(.+)/index\.html", name)
        if dimension:
            hrefs = {link.get("href") for link in links}
            assert hrefs == {
                f"../../downloads/sheet-{dimension[1]}-{size}.pdf" for size in ("a4", "letter")
            }
            found |= hrefs
    assert found == sheets
    start = {link.get("href") for link in offers["index.html"]}
    assert {f"downloads/workbook-{size}.pdf" for size in ("a4", "letter")} <= start
