"""What each edition of this course is, whatever it is for."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import page as page_validation
from lxml.html import HtmlElement

from course.editions import KIT, editions
from course.print.kit.handout import handouts
from course.print.pdf import fonts
from course.print.text.book import Book
from course.print.thumbnails import MOST
from tests.content.editions import ANSWERS, FILES, FILLABLE, LARGE_ANSWERS, ONE_PAGE, text_of
from tests.courses.build import ROOT
from tests.print.layout import checks
from tests.print.layout.texts import squeezed
from tests.print.printed_file import PrintedFile

# What says what comes next, and the first words after it.
LEADS = """
    //h1 | //h2 | //h3 | //*[@data-part='kind' or @class='stem' or @class='criterion'
    or @class='aside-title' or @class='caption' or @data-part='objectives-head'] | //dt | //caption
"""
AFTER = "following::text()[normalize-space()]"


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
    assert "Course Sans" in file.families
    large = "large-print" in file.name or file.name in ONE_PAGE
    assert ("Course Serif" in file.families) == (not large)
    assert file.families <= ours


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
