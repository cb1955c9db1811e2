"""Pages that name other pages are set as rarely as they can be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.print.pdf.fonts import STYLES
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from course.print.text.links import naming

NUMBERS = range(2, 7)
STYLE = (
    "@page { size: 90mm 60mm; margin: 5mm } h2 { break-before: page } "
    "a::after { content: ' ' target-counter(var(--place), page) }"
)


def link(place: str) -> str:
    """Return a link that shows the page of a place."""
    return f"<a href='#{place}' style='{naming(f'#{place}')}'>there</a>"


def set_pages(body: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Set a document, and return the number of each page that was set, in that order."""
    from weasyprint.layout import page

    typeset("<html lang='en'><title>x</title><p>x</p></html>", Setting([STYLES], folder))
    numbers: list[int] = []
    make = page.make_page

    def noted(*given: Any) -> Any:
        numbers.append(given[4])
        return make(*given)

    monkeypatch.setattr(page, "make_page", noted)
    text = f'<html lang="en"><title>x</title><style>{STYLE}</style><h1 id="p1">All</h1>{body}'
    typeset(text, Setting([STYLES], folder))
    return numbers


@pytest.mark.print
def test_a_page_that_names_earlier_ones_is_set_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = (
        f'<h2 id="p{n}">Part {n}</h2><p>{link("p1")}, {link(f"p{n - 1}")}</p>' for n in NUMBERS
    )
    assert set_pages("".join(parts), tmp_path, monkeypatch) == [1, *NUMBERS]


@pytest.mark.print
def test_a_page_that_names_later_ones_is_set_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = ", ".join(link(f"p{n}") for n in NUMBERS)
    parts = "".join(f'<h2 id="p{n}">Part {n}</h2><p>Words.</p>' for n in NUMBERS)
    assert set_pages(f"<p>{links}</p>{parts}", tmp_path, monkeypatch) == [1, *NUMBERS, 1]
