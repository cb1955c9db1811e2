"""Makes the packages of a finished site, and offers them on its pages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from course.archive import packed
from course.editions import ANKI, OFFLINE, PACKAGES, SCORM_12, SCORM_2004, package
from course.files import write_file
from course.model import blocks
from course.pack.anki import write_cards
from course.pack.offline import OfflineSite
from course.pack.scorm import scorm_files
from course.print.downloads import FOLDER, Offers, fill_card
from course.print.text.book import read_book
from course.settings import Course
from course.site.page import Page


def make_packages(site: Path, course: Course) -> None:
    """Make every package of a site into its folder `downloads`.

    The same site gives the same bytes.

    Arguments:
        site: the folder of the built and finished site.
        course: the course.
    """
    start = time.monotonic()
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    made = []
    for name, content in contents(site, course):
        file = package(name, course).file("")
        if content:
            write_file(folder / file, content)
            made.append(name)
        else:
            (folder / file).unlink(missing_ok=True)
    offer_packages(site, course, made)
    print(f"Made {len(made)} packages in {time.monotonic() - start:.1f} seconds", flush=True)


def contents(site: Path, course: Course) -> Iterator[tuple[str, bytes]]:
    """Yield each package with its bytes; without any, if the course has nothing for it."""
    offline = OfflineSite(site, course)
    # Who unpacks it has everything in one folder.
    files = {"README.txt": offline.readme, **offline.files, **offline.asked}
    whole = {f"{course.name}/{path}": each for path, each in files.items()}
    yield OFFLINE, packed(sorted(whole.items()), course.released)
    for name in (SCORM_12, SCORM_2004):
        own = sorted(scorm_files(name, offline).items())
        yield name, packed(own, course.released)
    yield ANKI, write_cards(read_book(site, course))


def offer_packages(site: Path, course: Course, made: list[str]) -> None:
    """Fill the cards of packages; those filled before, anew."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        if not any(f'data-edition="{name}"' in text for name in PACKAGES):
            continue
        page = Page(path.relative_to(site).as_posix(), text)
        offers = Offers(site, page, course.words)
        for block in blocks(page.tree, "files"):
            if (name := block.get("edition")) in PACKAGES:
                fill_card(offers, block, [package(name, course)] if name in made else [])
        write_file(path, page.render())
