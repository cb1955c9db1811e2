"""The copy of the site that opens from a folder, in Firefox: it has rules of its own for files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("firefox")]


@pytest.fixture(autouse=True)
def in_peace(firefox: Firefox) -> Iterator[None]:
    """Fail a test in which the browser asked a host, or told an error."""
    firefox.asked.clear()
    firefox.errors.clear()
    yield
    violations = firefox.run("window.violations")
    asked = [each for each in firefox.asked if not each.startswith(("file:", "data:", "blob:"))]
    assert (asked, firefox.errors, violations) == ([], [], [])


def opened(firefox: Firefox, folder: Path, path: str) -> None:
    """Open a page as a double click does."""
    firefox.open((folder / path).as_uri())


def test_every_page_opens(firefox: Firefox, folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        firefox.open(page.as_uri())
        assert firefox.run("document.querySelector('h1') !== null"), page
        assert firefox.run("window.violations") == [], page


def test_search_finds_words_in_its_language(firefox: Firefox, folder: Path) -> None:
    opened(firefox, folder, "praxis/plan/index.html")
    firefox.type(".md-search__input", "Tomate")
    result = "document.querySelector('.md-search-result__link')"
    firefox.wait(f"{result} !== null")
    address = firefox.run(f"{result}.href.split(/[?#]/)[0]")
    assert address.startswith(folder.as_uri())
    assert address.endswith("index.html")


def test_what_is_written_stays_and_comes_back_in_the_notebook(
    firefox: Firefox, folder: Path
) -> None:
    opened(firefox, folder, "kapitel/tomaten/index.html")
    firefox.type("#tomaten-platz textarea", "Neben der Tür")
    opened(firefox, folder, "merkheft/index.html")
    kept = "document.querySelector('[data-kept=tomaten-platz]')"
    firefox.wait(f"{kept}?.textContent.includes('Neben der Tür')")


def test_questions_and_stories_work(firefox: Firefox, folder: Path) -> None:
    opened(firefox, folder, "kapitel/salat/index.html")
    question = "document.querySelector('#salat-frage-folge')"
    firefox.run(f"{question}.querySelector('[type=radio]').click()")
    firefox.run(f"{question}.querySelector('[data-do=check]').click()")
    feedback = f"{question}.querySelector('[data-part=feedback]:not(:empty)')"
    firefox.wait(f"{feedback}?.textContent.includes('Richtig.')")
    opened(firefox, folder, "praxis/woche/index.html")
    scenes = "[...document.querySelectorAll('[data-block=scene]')]"
    shown = f"{scenes}.filter((scene) => scene.checkVisibility()).map((scene) => scene.id)"
    firefox.wait(f"{shown}.length === 1")
    first = firefox.run(shown)
    firefox.run(f"document.querySelector('#{first[0]} [data-part=ways] a').click()")
    firefox.wait(f"{shown}.length === 1 && {shown}[0] !== '{first[0]}'")
