"""The printed editions of this course, read by libraries that did not write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdf
import pytest
from _pytest.mark import ParameterSet
from lxml import html
from lxml.html import HtmlElement

from course.editions import KIT, editions
from course.model import COPIED, Block
from course.print.kit.handout import handouts
from course.print.pdf import fonts
from course.print.text.book import Book, numbered, read_book, slug
from course.print.thumbnails import MOST
from course.settings import read_course
from tests.print.layout import checks
from tests.print.layout.pdf import MM, words
from tests.print.layout.texts import fragments_of, squeezed
from tests.print.printed_file import PrintedFile

ROOT = Path(__file__).resolve().parent.parent.parent
BOUND = ["workbook-a4", "workbook-letter"]
LARGE_BOOKS = ["workbook-large-print-a4", "workbook-large-print-letter"]
PRINTED = [*BOUND, *LARGE_BOOKS]
FILLABLE = ["workbook-fillable-a4", "workbook-fillable-letter"]
WORKBOOKS = [*PRINTED, *FILLABLE]
ANSWERS = ["answers-a4", "answers-letter"]
LARGE_ANSWERS = ["answers-large-print-a4", "answers-large-print-letter"]
# The answers come after the workbook that they refer to, which is still in memory then.
BOOKS = ["workbook-a4", "answers-a4", "workbook-letter", "answers-letter"]
BOOKS += [name for name in WORKBOOKS if name not in BOOKS]
ONE_PAGE = ["one-page-a4", "one-page-letter"]
SHEETS = [
    f"sheet-{path.stem}-{size}"
    for path in sorted((ROOT / "docs/dimensions").glob("*.md"))
    if path.stem != "index"
    for size in ("a4", "letter")
]
LARGE_SHEETS = [name.replace("-a4", "-large-print-a4") for name in SHEETS if name.endswith("-a4")]
LARGE_SHEETS += [
    name.replace("-letter", "-large-print-letter") for name in SHEETS if name.endswith("-letter")
]
LARGE_ONE_PAGE = ["one-page-large-print-a4", "one-page-large-print-letter"]
# Each of these is set at 18 points.
LARGE = [*LARGE_BOOKS, *LARGE_ANSWERS, *LARGE_ONE_PAGE, *LARGE_SHEETS]
FILES = [*BOOKS, *ONE_PAGE, *SHEETS, *LARGE_ANSWERS, *LARGE_ONE_PAGE, *LARGE_SHEETS]
# The text block of a page, from its head to its foot, in millimetres from the edges.
HEAD, FOOT = {"a4": 22.8, "letter": 14}, {"a4": 21.8, "letter": 13}
# How much of a book, and of a page in it, may be empty at the ends of pages.
BLANK, HALF_EMPTY = 0.08, 0.40
CHAPTERS = "//section[starts-with(@class, 'chapter')]"
# The least letters of text, of notes in the margin and of tables, in points.
TEXT, NOTES = 11, 8.5
# The answers to what a reader is asked.
REASONS = "@data-answers"
HIDDEN = "@data-block='answer'"
ASKING = "self::section and @data-series and .//*[self::fieldset or self::input][@data-right]"
LINKS = ".//a[not(@class='headerlink')]"
WRITING = "@data-series and @data-minutes"
# Fields of answers; the buttons of a figure choose what is shown.
KEPT = "@name and not(@type='hidden') and not(ancestor::*[@data-block='frames'])"
# What says what comes next, and the first words after it.
LEADS = """
    //h1 | //h2 | //h3 | //*[@data-part='kind' or @class='stem' or @class='criterion'
    or @class='aside-title' or @class='caption' or @data-part='objectives-head'] | //dt | //caption
"""
# What gives room in a frame or a cell, where no line is drawn.
FRAMED = "ancestor::*[@data-form='sketch' or @data-part='cells']"
AFTER = "following::text()[normalize-space()]"
# The least and the greatest distance of two lines to write on, in millimetres.
NARROWEST, WIDEST = 7.9, 10
END_OF_SENTENCE = re.compile(r"(?<=[.!?”])\s+")


def blocks(book: Book, condition: str) -> list[tuple[str, HtmlElement]]:
    """Return the elements of the course's text that meet a condition of XPath, in reading order.

    Each is beside the name of its page. Those that a page only repeats are left out.
    """
    path = f"//article//*[{condition}][not({COPIED})]"
    return [(page.name, block) for page in book.pages for block in page.tree.xpath(path)]


def sentences(element: HtmlElement) -> list[str]:
    """Return each sentence of an element that is long enough to stand for itself."""
    fragments = fragments_of(element)
    parts = (part for fragment in fragments for part in END_OF_SENTENCE.split(fragment))
    return [squeezed(part) for part in parts if len(part) > 40]


def each(names: list[str]) -> list[ParameterSet]:
    """Return a parameter for each file; one process runs all its tests, and reads it once."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in names]


def these(names: list[str]) -> pytest.MarkDecorator:
    """Let a test read some of the files."""
    return pytest.mark.parametrize("file", each(names), indirect=True)


@pytest.fixture(scope="module")
def book(printed: Path) -> Book:
    """Return this course as a book."""
    return read_book(printed, read_course(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def files(printed: Path, book: Book) -> dict[str, PrintedFile]:
    """Return every PDF by its name."""
    return {name: PrintedFile(printed / "downloads", name, book) for name in FILES}


@pytest.fixture(scope="module", params=each(FILES))
def file(request: pytest.FixtureRequest, files: dict[str, PrintedFile]) -> PrintedFile:
    """Return one PDF after the other."""
    return files[request.param]


# 1. Every edition


def test_there_are_these_editions(printed: Path, book: Book) -> None:
    every = editions(book.course, book.units, handouts(book))
    # Those of the kit have tests of their own (`test_kit`).
    documents = {edition.document for edition in KIT}
    own = [edition for edition in every if edition.document in documents]
    kit = {edition.file(size) for edition in own for size in edition.sizes}
    made = {path.stem for path in (printed / "downloads").glob("*.pdf") if path.name not in kit}
    assert made == set(FILES)
    wanted = {
        name for edition in every for name in (*map(edition.file, edition.sizes), edition.picture)
    }
    assert {path.name for path in (printed / "downloads").glob("*.*")} - {"index.html"} == wanted


def test_a_picture_costs_a_reader_little(printed: Path) -> None:
    pictures = [*(printed / "downloads").glob("*.png"), *(printed / "downloads").glob("*.svg")]
    assert [path.name for path in pictures if path.stat().st_size > MOST] == []


def test_it_is_pdf_ua(file: PrintedFile) -> None:
    report = page_validation.validate_pdf_bytes(file.path.read_bytes(), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_it_says_what_it_is(file: PrintedFile) -> None:
    released = re.search(r'date: "(.+)"', (ROOT / "mkdocs.yml").read_text("utf-8"))
    metadata, xmp = file.reader.metadata, file.reader.xmp_metadata
    assert metadata is not None
    assert xmp is not None
    assert released is not None
    assert str(file.reader.root_object["/Lang"]) == "en"
    own = "Managing and Leading: Fillable workbook" if file.name in FILLABLE else ""
    assert metadata.title == (own or file.tree.xpath("string(//title)"))
    assert xmp.dc_title == {"x-default": metadata.title}
    assert metadata.title is not None
    title = file.book.course.title
    assert metadata.author == file.book.course.words("print.authors", title=title)
    assert metadata.title.startswith(f"{title}: ")
    assert xmp.xmp_modify_date is not None
    assert xmp.xmp_modify_date.date().isoformat() == released[1]


def test_every_edition_has_a_title_of_its_own(files: dict[str, PrintedFile]) -> None:
    told = (file.reader.metadata for file in files.values())
    titles = Counter(each.title for each in told if each is not None)
    sizes = Counter(len(file.edition.sizes) for file in files.values())
    assert len(titles) == sizes[2] / 2, titles


def test_the_outline_has_every_heading(file: PrintedFile) -> None:
    found = list(flat(file.reader.outline))
    wanted = [text_of(heading) for heading in file.tree.xpath("//h1 | //h2")]
    assert [title for title, level in found if level < 2] == wanted
    chapters = [text_of(heading) for heading in file.tree.xpath("//h1")]
    assert [title for title, level in found if level == 0] == chapters


def flat(outline: Any, level: int = 0) -> Any:
    """Yield the title and the level of each bookmark, in order."""
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry, level + 1)
        else:
            yield str(entry.title), level


def test_bookmarks_lead_to_their_chapters(file: PrintedFile) -> None:
    for entry in file.reader.outline:
        if not isinstance(entry, list):
            number = file.reader.get_destination_page_number(entry)
            assert number is not None
            assert squeezed(str(entry.title)) in file.layout.pages[number].text


def test_no_text_is_lost(file: PrintedFile) -> None:
    assert checks.missing_text(file.layout, file.tree) == []


def test_only_our_fonts_are_used(file: PrintedFile) -> None:
    ours = set(re.findall(r'font-family: "([^"]+)";', fonts.STYLES.read_text("utf-8")))
    with pikepdf.open(file.path) as opened:
        fonts_ = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        names = {str(font.BaseFont) for font in fonts_ if "/BaseFont" in font}
    plain = {re.sub(r"^/[A-Z]{6}\+|-(Bold|Italic|Bold-Italic)$", "", name) for name in names}
    families = {name.replace("-", " ") for name in plain}
    assert "Course Sans" in families
    large = "large-print" in file.name or file.name in ONE_PAGE
    assert ("Course Serif" in families) == (not large)
    assert families <= ours


def test_nothing_is_outside_the_page(file: PrintedFile) -> None:
    assert checks.outside_page(file.layout, 5) == []


def test_nothing_is_on_top_of_anything_else(file: PrintedFile) -> None:
    assert checks.overlaps(file.layout) == []


def test_no_heading_stands_alone(file: PrintedFile) -> None:
    assert checks.stranded_headings(file.layout) == []


def test_no_label_of_an_item_stands_alone(file: PrintedFile) -> None:
    assert checks.stranded_labels(file.layout) == []


def test_what_leads_in_stays_with_what_follows(file: PrintedFile) -> None:
    text, pages = file.layout.text_and_pages
    leads = file.tree.xpath(LEADS)
    faults = []
    found = []
    begin = 0
    for lead in leads:
        words = pattern_of(lead)
        after = squeezed("".join(lead.xpath(AFTER)[:1]))[:20]
        # A sign, a letter or a word that the stylesheet adds can stand between the two.
        between = f"(?:(?!{words}).){{0,40}}?"
        together = re.compile(f"(?P<lead>{words}){between}{re.escape(after)}")
        match = together.search(text, begin)
        if match:
            found.append(lead)
            begin = match.end("lead")
            if pages[begin - 1] != pages[match.end() - len(after)]:
                faults.append(f"page {pages[begin - 1]}: “{text_of(lead)}” stands alone")
    assert faults == []
    assert len(found) > 0.98 * len(leads)


def pattern_of(element: HtmlElement) -> str:
    """Return a pattern of the text of an element, with the page that follows a reference in it."""
    parts = [part for part in element.xpath(".//text()") if squeezed(part)]
    return "".join(
        re.escape(squeezed(part)) + r"(?:\(page\d+\))?" * has_page(part) for part in parts
    )


def has_page(part: Any) -> bool:
    """Tell whether a part of a text is the whole of a reference, which its page follows."""
    return bool(part.is_text and part.getparent().get("class") == "reference")


def test_no_row_is_cut_and_heads_are_repeated(file: PrintedFile) -> None:
    assert checks.cut_rows(file.layout, file.tree) == []
    assert checks.tables_without_head(file.layout) == []
    assert checks.divided_heads(file.layout, file.tree) == []
    assert len(list(file.layout.tags.iter("Table"))) == len(file.tree.xpath("//table"))


def test_no_page_is_empty(file: PrintedFile) -> None:
    notes = squeezed(file.book.course.words("print.notes"))
    empty = [page for page in file.layout.pages if not page.body]
    # One that is left over before a chapter has lines for notes.
    assert [page.number for page in empty if not page.text.startswith(notes)] == []
    assert len(empty) < 0.06 * len(file.layout.pages)


def test_it_can_be_read_in_grey(file: PrintedFile) -> None:
    assert checks.pale_text(file.layout) == []


def test_figures_are_drawn_and_named(file: PrintedFile) -> None:
    assert not [shape for page in file.layout.pages for shape in page.shapes if shape.picture]
    assert len(list(file.layout.tags.iter("Figure"))) == len(file.tree.xpath("//svg"))


def test_both_activities_have_a_sign_beside_their_colour(file: PrintedFile) -> None:
    columns = file.tree.xpath("//*[self::dt or (self::th and ancestor::thead)][@data-sign]")
    assert (len(columns) >= 3) == (file.name not in [*ANSWERS, *LARGE_ANSWERS])
    wanted = Counter(head.get("data-sign") + squeezed(text_of(head)) for head in columns)
    body, _ = file.layout.text_and_pages
    assert [text for text, number in wanted.items() if body.count(text) < number] == []


def text_of(element: HtmlElement) -> str:
    """Return the text of an element, its spaces made single."""
    return " ".join(element.text_content().split())


@these([*BOOKS, *LARGE])
def test_letters_are_large_enough(file: PrintedFile) -> None:
    least = 18 if "large-print" in file.name else NOTES
    small = [
        page.fault(run.box, f"“{run.text}” is set at {run.size:.1f} pt")
        for page in file.layout.pages
        for run in page.runs
        if round(run.size, 2) < least - 0.01
    ]
    assert small == []


@these(BOOKS)
def test_text_is_set_at_its_size_in_a_serif(file: PrintedFile) -> None:
    sizes: Counter[float] = Counter()
    for page in file.layout.pages:
        for run in page.runs:
            if run.tag is not None:
                sizes[round(run.size, 1)] += len(run.text)
    # Most of a book is text; it, its notes and each level of its heads have a size of their own.
    assert sizes.most_common(1)[0][0] == (18 if "large-print" in file.name else TEXT)
    heads = {head.tag for head in file.tree.xpath("//h1 | //h2 | //h3")}
    assert len([size for size, number in sizes.items() if number > 20]) >= len(heads) + 2


@these(BOUND)
def test_little_of_a_book_is_blank(file: PrintedFile) -> None:
    begins = {file.places[each.get("id")] for each in file.tree.xpath(CHAPTERS)}
    head, foot = HEAD[file.size] * MM, FOOT[file.size] * MM
    shares = {}
    # A page for notes is as full as its reader makes it.
    for page in (page for page in file.numbered if page.body):
        shares[page.number] = checks.blank(page, head, page.height - foot)
    assert sum(shares.values()) / len(shares) < BLANK
    # The last page of a part may end where it likes, and so may one before a page for notes.
    last = {number - 1 for number in begins} | {number - 2 for number in begins}
    last.add(len(file.layout.pages))
    half_empty = {n: round(share, 2) for n, share in shares.items() if share > HALF_EMPTY}
    assert {n: share for n, share in half_empty.items() if n not in last} == {}


@these([*BOUND, *FILLABLE, *SHEETS, *ONE_PAGE])
def test_no_table_is_broken(file: PrintedFile) -> None:
    assert checks.broken_tables(file.layout) == []


@these([*BOOKS, *LARGE_BOOKS])
def test_every_page_says_its_number(file: PrintedFile) -> None:
    for page in file.numbered:
        _, foot = file.head_and_foot(page)
        assert foot == str(page.number)


@these([*WORKBOOKS, *LARGE_BOOKS])
def test_the_imprint_says_the_version(file: PrintedFile) -> None:
    imprint = file.layout.pages[1].text
    for part in ("Version 1.0", "23 November 2026", "CC BY 4.0", "Creative Commons"):
        assert squeezed(part) in imprint or part == "CC BY 4.0", part


@these(BOOKS)
def test_the_head_of_a_left_page_names_the_course_and_of_a_right_one_the_chapter(
    file: PrintedFile,
) -> None:
    begins = {1: ""}
    for chapter in file.tree.xpath(
        "//nav[@class='contents'] | //section[starts-with(@class, 'chapter')]"
    ):
        begins[file.places[chapter.get("id")]] = squeezed(text_of(chapter.xpath(".//h1")[0]))
    for page in (page for page in file.numbered if page.body):
        head, _ = file.head_and_foot(page)
        begin = max(number for number in begins if number <= page.number)
        expected = begins[begin] if page.number % 2 else squeezed(file.book.course.title)
        assert head == expected, page.number


@these([*BOUND, *ANSWERS, *LARGE_BOOKS])
def test_the_margin_for_the_binding_is_on_the_inner_side(file: PrintedFile) -> None:
    right, left = (left_edge(file, remainder) for remainder in (1, 0))
    assert right > 20 * MM
    assert 6 * MM < right - left < 20 * MM


@these(FILLABLE)
def test_no_margin_changes_sides_on_a_screen(file: PrintedFile) -> None:
    assert left_edge(file, 0) == pytest.approx(left_edge(file, 1), abs=MM)


def left_edge(file: PrintedFile, remainder: int) -> float:
    """Return where the words begin on the right-hand pages (1) or on those on the left (0)."""
    pages = [page for page in file.numbered if page.number % 2 == remainder]
    return min(run.box.x0 for page in pages for run in page.runs if run.tag is not None)


@these(ONE_PAGE)
def test_the_page_for_the_desk_is_one_page(file: PrintedFile) -> None:
    assert len(file.reader.pages) == 1


@these(SHEETS)
def test_a_sheet_has_two_sides(file: PrintedFile) -> None:
    assert len(file.reader.pages) == 2


def test_the_paper_is_of_its_size(file: PrintedFile) -> None:
    wide, high = {"a4": (210 * MM, 297 * MM), "letter": (8.5 * 72, 11 * 72)}[file.size]
    for page in file.layout.pages:
        assert (page.width, page.height) == pytest.approx((wide, high), abs=0.1)


# 2. References


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


# 3. The workbook


@these([*WORKBOOKS, *ONE_PAGE, *SHEETS])
def test_there_are_no_answers(file: PrintedFile, book: Book) -> None:
    answers = [text for _, answer in blocks(book, REASONS) for text in sentences(answer)]
    assert len(answers) > 200
    assert [answer for answer in answers if answer in file.text] == []


@these(WORKBOOKS)
def test_there_is_a_place_for_name_and_date(file: PrintedFile) -> None:
    cover = file.layout.pages[0]
    places = [box for _, box in cover.fields] or [shape.box for shape in cover.shapes]
    for label in ("Name", "Date"):
        word = next(run.box for run in cover.runs if run.text == label)
        beside = [
            place
            for place in places
            if place.x0 >= word.x1 and abs(place.bottom - word.bottom) < 5 * MM
        ]
        assert max(place.x1 - place.x0 for place in beside) > 60 * MM, label


@these(PRINTED)
def test_there_are_as_many_lines_as_are_asked_for(file: PrintedFile, book: Book) -> None:
    wanted = 0
    for name, area in blocks(book, "self::textarea"):
        asked = area.xpath("ancestor::section[1]")[0]
        place = file.tree.xpath("//*[@id=$id]", id=f"{slug(name)}--{asked.get('id')}")
        if place and asked.get("data-block") == "exercise":
            # Each field has its own lines, or its own cell of a table, in their order.
            room = place[0].xpath(".//*[@class='ruled'] | .//td/span[@class='blank']")
            areas = asked.xpath(".//textarea")
            assert len(room) == len(areas), asked.get("id")
            own = room[areas.index(area)]
            if own.tag == "span":
                assert (area.getparent().tag, area.get("rows")) == ("td", "1"), asked.get("id")
            else:
                assert len(own) == int(area.get("rows")), asked.get("id")
                wanted += 0 if own.xpath(FRAMED) else len(own)
    assert wanted > 100
    # There are more, where they fill a page.
    drawn = sum(len(page.lines) for page in file.layout.pages)
    lines = file.tree.xpath("//*[@class='line']")
    assert drawn >= len([line for line in lines if not line.xpath(FRAMED)]) >= wanted


@these([*PRINTED, *SHEETS])
def test_lines_have_room_for_handwriting(file: PrintedFile) -> None:
    distances = [(line.bottom - line.top) / MM for page in file.layout.pages for line in page.lines]
    assert len(distances) > 5
    assert min(distances) > NARROWEST - 0.05
    assert max(distances) < WIDEST + 0.05


@these(WORKBOOKS)
def test_a_scene_is_whole_on_one_page(file: PrintedFile) -> None:
    scenes = file.tree.xpath("//section[@data-block='scene']")
    assert len(scenes) > 5
    for scene in scenes:
        page = file.layout.pages[file.places[scene.get("id")] - 1]
        parts = [squeezed(part) for part in fragments_of(scene)]
        # In large letters not every scene has room on a page.
        whole = parts[:3] if "large-print" in file.name else parts
        assert [part for part in whole if part not in page.text] == [], scene.get("id")


@these(WORKBOOKS)
def test_go_to_names_the_scene_and_its_page(file: PrintedFile) -> None:
    scenes = {scene.get("id"): scene for scene in file.tree.xpath("//section[@data-block='scene']")}
    found = 0
    for link in file.links:
        # Two ways one below the other can lead to the same scene.
        for number, page in re.findall(r"goto(\d+)\(page(\d+)\)", link.text):
            assert scenes[link.target].get("data-number") == number
            assert f"Scene{number}" in file.layout.pages[int(page) - 1].text
            found += 1
    ways = file.tree.xpath("//ul[@data-part='ways']/li//a/@href")
    assert found == len(ways) == len(file.tree.xpath("//ul[@data-part='ways']/li"))
    assert {way[1:] for way in ways} == set(list(scenes)[1:])


@these(WORKBOOKS)
def test_sources_stand_at_the_end(file: PrintedFile) -> None:
    chapters = file.tree.xpath("//section[starts-with(@class, 'chapter')]")
    assert chapters[-1].get("class") == "chapter sources"
    begin = file.places[chapters[-1].get("id")]
    cited = {
        link.target
        for link in file.links
        # They begin on the page on which the terms end, which cite some too.
        if link.target.startswith("reference-sources--") and link.page <= begin
    }
    assert len(cited) > 30
    assert cited == {source.get("id") for source in chapters[-1].xpath("p")}
    assert all(file.places[source] >= begin for source in cited)


# 4. The answers


@these(ANSWERS)
def test_every_reason_is_in_the_answers(file: PrintedFile, book: Book) -> None:
    reasons = [text for _, reason in blocks(book, REASONS) for text in sentences(reason)]
    # A sentence may go on on the next page, after the notes in the margin of its own.
    body, _ = file.layout.text_and_pages
    assert [reason for reason in reasons if reason not in body] == []


@these(ANSWERS)
def test_each_answer_names_the_page_of_what_was_asked(file: PrintedFile, book: Book) -> None:
    asked = [words_asked(block, book) for _, block in blocks(book, f"({ASKING}) or {HIDDEN}")]
    told = list(answers_told(file))
    assert [heading for heading, *_ in told] == [wanted[0] for wanted in asked]
    assert len(told) > 50
    assert file.beside is not None
    pages = file.beside.layout.pages
    for (heading, place, below), (_, wanted) in zip(told, asked, strict=True):
        number = re.fullmatch(r"Workbook,page(\d+)", place)
        assert number is not None, heading
        text = pages[int(number[1]) - 1].text
        assert wanted in text, heading
        if heading[-1].isdigit():
            assert heading in text
            assert wanted in below


@these(ANSWERS)
def test_each_case_and_question_is_whole_in_the_answers(file: PrintedFile, book: Book) -> None:
    told = [text for _, block in blocks(book, ASKING) for text in sentences(asked_in(block))]
    assert len(told) > 100
    body, _ = file.layout.text_and_pages
    assert [text for text in told if text not in body] == []


def asked_in(block: HtmlElement) -> HtmlElement:
    """Return what a block tells before it asks, without what answers it."""
    found = block.xpath("*[@data-part='content' or @data-part='prompt']")
    return found[0] if found else html.fragment_fromstring("<p></p>")


def answers_told(file: PrintedFile) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the heading of each answer, the paragraph above it, and those below."""
    heading, place, paragraphs = "", "", list[str]()
    for part in file.layout.tags.iter("H1", "H2", "P"):
        if part.tag == "P":
            paragraphs.append(squeezed(words(part)))
            continue
        if heading:
            yield heading, place, paragraphs
        heading = squeezed(words(part)) if part.tag == "H2" else ""
        place, paragraphs = "".join(paragraphs[-1:]), []
    if heading:
        yield heading, place, paragraphs


def words_asked(block: HtmlElement, book: Book) -> tuple[str, str]:
    """Return the heading of a block's answer, and words that are asked in the workbook."""
    if block.tag == "details":
        before = block.getprevious()
        if before.tag != "section":
            return words_of(block.xpath("preceding::h2[1]")[0]), words_of(before)
        block = before
    title = block.xpath("h3 | .//legend")[0]
    kind = squeezed(numbered(Block(block), book.course.words))
    return kind if title.tag == "legend" else f"{kind}.{words_of(title)}", words_of(title)


def words_of(element: HtmlElement) -> str:
    """Return the text of an element of a page without the sign that links to it, normalised."""
    return squeezed("".join(element.xpath(".//text()[not(ancestor::a[@class='headerlink'])]")))


# 5. The workbook to fill in


@these(FILLABLE)
def test_every_answer_of_the_course_has_its_field(file: PrintedFile, book: Book) -> None:
    fields = file.reader.get_fields() or {}
    asked = {area.get("name") for _, area in blocks(book, KEPT)}
    assert asked
    assert asked <= set(fields)


@these(FILLABLE)
def test_every_field_has_a_name_and_says_what_it_is_for(file: PrintedFile) -> None:
    fields = file.reader.get_fields() or {}
    assert len(fields) > 150
    assert [name for name, field in fields.items() if not name or not field.get("/TU")] == []
    with pikepdf.open(file.path) as opened:
        names = Counter(str(field.T) for field in opened.Root.AcroForm.Fields)
    assert set(names) == set(fields)
    # What is written into one of two fields of a name appears in both.
    assert [name for name, number in names.items() if number > 1] == []
    assert {name for page in file.layout.pages for name, _ in page.fields} == set(fields)


@these(FILLABLE)
def test_fields_for_text_are_as_high_as_their_lines(file: PrintedFile) -> None:
    heights = {
        name: (box.bottom - box.top) / MM for page in file.layout.pages for name, box in page.fields
    }
    places = file.tree.xpath("//div[@class='ruled']")
    assert len(places) > 30
    for place in places:
        # Those of a cell and of a drawing are lower; it is higher where it fills a page.
        assert heights[place.get("name")] / len(place) > 6, place.get("name")


@these(FILLABLE)
def test_the_fields_can_be_filled_saved_and_read_back(file: PrintedFile, tmp_path: Path) -> None:
    filled = tmp_path / "filled.pdf"
    values = {}
    with pikepdf.open(file.path) as opened:
        for number, field in enumerate(opened.Root.AcroForm.Fields):
            places = [*field.get("/Kids", [])] or [field]
            if field.get("/FT") == "/Tx":
                field.V = pikepdf.String(f"Zoë’s answer {number}")
            else:
                state = next(name for name in places[0].AP.N if name != "/Off")
                field.V = places[0].AS = pikepdf.Name(state)
            values[str(field.T)] = str(field.V)
        opened.save(filled)
    reader = pypdf.PdfReader(filled)
    found = {name: str(field.value) for name, field in (reader.get_fields() or {}).items()}
    assert found == values
    assert len(values) > 150


@these([*PRINTED, *ANSWERS, *ONE_PAGE, *SHEETS])
def test_what_is_for_paper_has_no_fields(file: PrintedFile) -> None:
    assert not file.reader.get_fields()


# 6. The pages that offer them


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
