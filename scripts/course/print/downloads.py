"""Offers the editions on the pages of the site, with the facts of each file."""

from __future__ import annotations

import posixpath
import re
from html import escape
from pathlib import Path

from course.print.editions import Edition
from course.print.typeset import count_pages
from course.site.gather import title
from course.site.page import Page, read_pages, write_file

# Nothing else stands in such a place, so its end is the next end of a `div`.
PLACE = re.compile(r'(<div class="files" data-edition="([^"]*)">).*?(</div>)', re.DOTALL)
PAPERS = {"a4": "A4", "letter": "Letter", "": ""}


def unknown_names(site: Path, docs: Path, editions: list[Edition]) -> list[str]:
    """Return the mistakes of authors, a line each: places for editions that there are not.

    Arguments:
        site: the folder of the site.
        docs: the folder of the Markdown sources.
        editions: every edition.
    """
    problems = []
    for page in read_pages(site, docs):
        for place in page.tree.xpath("//div[@class='files'][@data-edition != '']"):
            name = place.get("data-edition")
            if not find(name, editions):
                known = ", ".join(edition.name for edition in editions)
                what = f'there is no printed edition "{name}"'
                sign = f"edition: {name}"
                problems.append(str(page.problem(what, f"choose from {known}", place, sign)))
    return problems


def offer(site: Path, docs: Path, editions: list[Edition]) -> None:
    """Fill the places of a site that offer editions; those filled before are filled anew.

    Arguments:
        site: the folder of the site.
        docs: the folder of the Markdown sources.
        editions: every edition; its files are in the folder `downloads` of the site.
    """
    for page in read_pages(site, docs):

        def fill(match: re.Match[str], page: Page = page) -> str:
            if match[2]:
                return match[1] + listed(find(match[2], editions), site, page) + match[3]
            own = [edition for edition in editions if edition.page == page.name]
            return match[1] + "".join(line(edition, site, page) for edition in own) + match[3]

        text = PLACE.sub(fill, page.text)
        if text != page.text:
            write_file(site / page.name, text)


def line(edition: Edition, site: Path, page: Page) -> str:
    """Return a line that offers an edition on the page it is about, as HTML."""
    name = "On paper" if edition.title == title(page) else edition.title
    return f'<p class="minutes">{escape(name)}: {links(edition, site, page.name)}</p>'


def listed(editions: list[Edition], site: Path, page: Page) -> str:
    """Return what offers editions of one kind, as HTML."""
    if len(editions) == 1:
        return f"<p>{links(editions[0], site, page.name)}</p>"
    items = [f"<li>{escape(e.title)}: {links(e, site, page.name)}</li>" for e in editions]
    return f"<ul>{''.join(items)}</ul>"


def find(name: str, editions: list[Edition]) -> list[Edition]:
    """Return the editions of a name, or those that it begins, such as every sheet."""
    exact = [edition for edition in editions if edition.name == name]
    return exact or [edition for edition in editions if edition.name.startswith(f"{name}-")]


def links(edition: Edition, site: Path, page: str) -> str:
    """Return links to the files of an edition, with format, pages and size."""
    found = []
    for size in edition.sizes:
        file = site / "downloads" / edition.file(size)
        address = posixpath.relpath(f"downloads/{file.name}", posixpath.dirname(page) or ".")
        found.append(f'<a href="{escape(address)}">{label(edition, size)}</a> ({facts(file)})')
    return ", ".join(found)


def label(edition: Edition, size: str) -> str:
    """Return the words of a link to a file."""
    return PAPERS[size] or edition.kind.upper()


def facts(file: Path) -> str:
    """Return the size of a file in words; of a PDF, also its format and number of pages."""
    size = file.stat().st_size
    weight = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} KB"
    if file.suffix != ".pdf":
        return weight
    pages = count_pages(file)
    return f"PDF, {pages} page{'s' if pages > 1 else ''}, {weight}"
