"""Pages of a built site that lead to one another, with blocks as authors write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.html import tostring

from course.site.numbering import number_blocks, numbers_of
from course.site.page import Page
from course.site.references import name_numbers, named_of
from course.words import Words
from tests.built_site import html
from tests.markdown_page import Pages


def linked(pages: Pages, texts: Mapping[str, str]) -> list[Page]:
    """Return the pages of a site, in the order of their names.

    Arguments:
        pages: converts Markdown.
        texts: the Markdown of each page by its address, such as `units/focus/`, in the order in
            which the pages lead to a next one.
    """
    made = []
    addresses = list(texts)
    for address, following in zip(addresses, [*addresses[1:], None], strict=True):
        head = "" if following is None else f'<link rel="next" href="/{following}">'
        article = tostring(pages.html(texts[address]), encoding="unicode")
        made.append(Page(f"{address}index.html", html(article, head)))
    return sorted(made, key=lambda page: page.name)


def page_of(pages: list[Page], address: str) -> Page:
    """Return the page of an address."""
    return next(page for page in pages if page.folder == address)


def number_all(pages: Sequence[Page]) -> None:
    """Number the blocks of every page."""
    for page, numbers in numbers_of(pages).items():
        number_blocks(page, numbers)


def name_all(pages: Sequence[Page], words: Words) -> None:
    """Write the numbers of blocks where every page shows them."""
    for page, named in zip(pages, named_of(pages, numbers_of(pages)), strict=True):
        name_numbers(page, named, words)
