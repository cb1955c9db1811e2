"""What refers to a page of an edition names the right one, and what leads elsewhere is printed."""

from __future__ import annotations

import re

from course.print.text.book import Book, slug
from tests.content.editions import BOOKS, WORKBOOKS, blocks, these
from tests.print.layout.texts import squeezed
from tests.print.printed_file import PrintedFile

WRITING = "@data-series and @data-minutes"


def test_references_name_the_page_they_lead_to(file: PrintedFile) -> None:
    found = 0
    for link in file.links:
        for number in re.findall(r"\(page(\d+)\)", link.text):
            assert int(number) == file.places[link.target], link
            found += 1
    assert found == len(file.tree.xpath("//a[contains(@class, 'reference')]"))


def test_links_lead_to_places_that_exist(file: PrintedFile) -> None:
    for link in file.links:
        assert link.target in file.places or link.target.startswith("https://"), link


@these(WORKBOOKS)
def test_the_contents_name_the_right_pages(file: PrintedFile) -> None:
    hrefs = [link.get("href") for link in file.tree.xpath("//nav[@class='contents']//a")]
    first = file.places["contents"]
    found = [link for link in file.links if link.page >= first][: len(hrefs)]
    assert [f"#{link.target}" for link in found] == hrefs
    for link in found:
        number = re.search(r"(\d+)$", link.text)
        assert number is not None, link
        assert int(number[1]) == file.places[link.target], link


@these(WORKBOOKS)
def test_the_contents_have_every_chapter_and_apart_from_them_every_exercise(
    file: PrintedFile, book: Book
) -> None:
    chapters, exercises = (
        [link.get("href")[1:] for link in file.tree.xpath(f"//nav[@class='contents']/{place}//a")]
        for place in ("ol", "div[@class='exercises']")
    )
    assert chapters == file.tree.xpath("//section[starts-with(@class, 'chapter')]/@id")
    asked = [f"{slug(name)}--{block.get('id')}" for name, block in blocks(book, WRITING)]
    assert exercises == [name for name in asked if file.tree.xpath("//*[@id=$id]", id=name)]
    in_chapters = [name for name in asked if name.startswith(("dimensions-", "practice-"))]
    assert set(in_chapters) <= set(exercises)


@these(BOOKS)
def test_addresses_elsewhere_are_printed_once(file: PrintedFile) -> None:
    addresses = {href for href in file.tree.xpath("//a/@href") if not href.startswith("#")}
    addresses |= {link.target for link in file.links if link.target not in file.places}
    assert all(address.startswith("https://") for address in addresses)
    text, _ = file.layout.text_and_pages
    # An address can be the beginning of another one.
    for address in sorted(map(squeezed, addresses), key=len, reverse=True):
        assert text.count(address) == 1, address
        text = text.replace(address, " ")
