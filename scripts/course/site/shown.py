"""The last stage of each page: what it shows of the whole course, and what a browser needs.

It hangs on nothing but the page and on what `Shown` has. So one page after the other is made, and a
process that stays makes only those anew whose text, or what they show, is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from course.site.facts import remade
from course.site.gather import reading_order
from course.site.moved import moved_pages, name_moved, names_of
from course.site.numbering import number_blocks, numbers_of
from course.site.page import Page, parse, without_space
from course.site.places import dates, describe, name_dates, name_sheets
from course.site.policy import apply_policy, policy_of, uncovered_scripts
from course.site.references import Named, name_numbers, named_of
from course.site.repairs import repair
from course.site.theme import lighten, size_of_logo
from course.words import Words

# The scripts of a page, and what has its policy.
RE_RUN = re.compile(r"<script\b.*?</script\s*>|<meta\b[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Shown:
    """What a page shows of the whole course.

    Attributes:
        numbers: the numbers of its elements of a series, in order.
        named: the kind and the number of what each link without words leads to, in order.
        dates: the names under which the dates of readers are kept.
        moved: what the names are now that hung on the addresses of pages that moved.
        policy: the security policy of all pages.
        logo: the width and the height of the logo.
    """

    numbers: Sequence[int]
    named: Sequence[Named]
    dates: str
    moved: str
    policy: str
    logo: Sequence[str]


def shown_by(pages: Sequence[Page], site: Path, policy: str) -> Iterator[Shown]:
    """Yield what each page of a site shows."""
    numbers = numbers_of(pages)
    names = " ".join(name for page in reading_order(pages) for name in dates(page))
    moved = names_of(pages)
    for page, named in zip(pages, named_of(pages, numbers), strict=True):
        logo = size_of_logo(page, site)
        yield Shown(numbers.get(page, []), named, names, moved, policy, logo)


def finished(pages: list[Page], site: Path, words: Words) -> list[Page]:
    """Return the pages as they are published, and those that lead on from old addresses.

    Arguments:
        pages: the pages of a site; each is taken out, so that no page is held twice.
        site: the folder of the site.
        words: the words of its language.

    Raises:
        RuntimeError: if a page has a script that its own policy would refuse.
    """
    leading = moved_pages(pages)
    policy = policy_of([*pages, *leading])
    end = partial(ended, words=words)
    each_shows = list(shown_by(pages, site, policy))
    return [
        *(remade("ended", pages.pop(0), shown, end) for shown in each_shows),
        *(remade("closed", page, policy, closed) for page in leading),
    ]


def ended(page: Page, shown: Shown, words: Words) -> Page:
    """Return a page as it is published."""
    page.take_up()
    number_blocks(page, shown.numbers)
    name_numbers(page, shown.named, words)
    name_dates(page, shown.dates)
    repair(page, words)
    describe(page)
    name_sheets(page, words)
    lighten(page, shown.logo)
    name_moved(page, shown.moved)
    return closed(page, shown.policy)


def closed(page: Page, policy: str) -> Page:
    """Return a page with its policy, without the white space of its templates."""
    apply_policy(page, policy)
    text = without_space(page.render())
    if uncovered_scripts(parse("".join(RE_RUN.findall(text)) or "<p>")):
        raise RuntimeError(f"{page.file}: the policy does not cover an inline script")
    return page.anew(text)
