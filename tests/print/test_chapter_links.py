"""A link of a chapter names a page of the book, or its address once."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from course.print.text.links import settle_links
from tests.markdown_page import text_of
from tests.print.chapters import chapter
from tests.print.small_course import SmallCourse


def settled(course: SmallCourse, text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Return the tag, class, address and text of the links of a page and what became of them."""
    course.add("b", "# B\n\n## Part")
    section = chapter(course, f"## Here\n\n{text}")
    other = fragment_fromstring('<section id="b"><h2 id="b--part">Part</h2></section>')
    settle_links([section, other], paged=True)
    found = section.xpath("p//a | p//span[@class='elsewhere']")
    return [(each.tag, each.get("class"), each.get("href"), text_of(each)) for each in found]


@pytest.mark.parametrize(
    ("link", "result"),
    [
        ("[x](#here)", ("a", "reference", "#a--here", "x")),
        ("[x](b.md)", ("a", "reference", "#b", "x")),
        ("[x](b.md#part)", ("a", "reference", "#b--part", "x")),
        ("[x](b.md#gone)", ("span", "elsewhere", None, "x")),
        ("[x](reference/glossary.md)", ("span", "elsewhere", None, "x")),
        ("[[managing]]", ("span", "elsewhere", None, "managing")),
        ("[x](https://x.example/)", ("a", "address", "https://x.example/", "x")),
        ("<https://x.example/>", ("a", None, "https://x.example/", "https://x.example/")),
    ],
)
def test_links(
    small_course: SmallCourse, link: str, result: tuple[str, str | None, str | None, str]
) -> None:
    assert settled(small_course, link) == [result]


def test_a_link_to_a_file_becomes_words(small_course: SmallCourse) -> None:
    section = chapter(small_course, "See [the table](figures/x.csv).")
    assert not section.xpath(".//a")
    assert text_of(section.xpath("p")[0]) == "See the table."


def test_an_address_is_printed_once(small_course: SmallCourse) -> None:
    links = settled(small_course, "[x](https://x.example/) [y](https://x.example/)")
    assert [kind for _, kind, _, _ in links] == ["address", None]


def test_terms_lead_to_the_glossary_without_a_page(small_course: SmallCourse) -> None:
    section = chapter(small_course, "A [[managing]] person.")
    glossary = fragment_fromstring('<section><p id="reference-glossary--managing"></p></section>')
    settle_links([section, glossary], paged=True)
    link = section.xpath("p/a")[0]
    assert dict(link.attrib) == {"data-term": "managing", "href": "#reference-glossary--managing"}


def test_a_citation_leads_to_its_source_without_a_page(small_course: SmallCourse) -> None:
    small_course.add("reference/sources", "# Sources\n\n/// bibliography\n///")
    section = chapter(small_course, "So [@zhu2018].")
    assert not section.xpath(".//section"), "the list of sources comes once, at the end"
    settle_links(
        [section, fragment_fromstring('<p id="reference-sources--zhu2018"></p>')], paged=True
    )
    link = section.xpath("p//a")[0]
    assert dict(link.attrib) == {"data-source": "zhu2018", "href": "#reference-sources--zhu2018"}


def test_a_way_on_leads_from_its_number(small_course: SmallCourse) -> None:
    scene = "/// scene | {}\n    id: {}\n{}\n\nText.\n\n{}\n///\n\n"
    first = scene.format("One", "s-one", "", "- [s-two] Leave at *once*.\n- [s-two] Stay.")
    second = scene.format("Two", "s-two", "    ending: true", "")
    section = chapter(small_course, first + second)
    settle_links([section], paged=True)
    way = section.xpath(".//ul[@data-part='ways']/li")[0]
    (link,) = way.xpath(".//a")
    assert text_of(way) == "Leave at once. go to 2"
    assert (link.get("data-part"), link.get("class")) == ("goto", "reference")
    assert link.get("href") == "#a--s-two"
