"""A page becomes a chapter: what only a screen can show goes, and all the rest stays."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from lxml.html import fragment_fromstring
from lxml.html.builder import E

from course.print.text.book import Paper
from course.print.text.chapter import chapter_to_write
from course.print.text.pictures import hang_marks
from tests.markdown_page import text_of
from tests.print.chapters import PEN, chapter
from tests.print.small_course import (
    EXERCISE,
    PLAN,
    QUESTION,
    RATING,
    SORT,
    TABLE,
    SmallCourse,
)


@pytest.mark.parametrize(
    "part",
    [
        "<p hidden>gone</p>",
        "gone\n{ .screen }",
        '<p data-part="kept" role="status">gone</p>',
        '<p data-part="tools"><a href="#x">gone</a></p>',
        "<p>It <button>gone</button><output>gone</output></p>",
        '<p>It <span class="visually-hidden">gone</span></p>',
        '<div data-block="files" data-edition=""><p>gone</p></div>',
        '<section data-block="finish" hidden><label><input type="checkbox"> gone</label></section>',
        "<template><p>gone</p></template>",
        '<script>"gone"</script>',
        '<h2>It <a class="headerlink" href="#x">gone</a></h2>',
    ],
)
def test_what_is_for_the_screen_goes(small_course: SmallCourse, part: str) -> None:
    section = chapter(small_course, f"Before\n\n{part}\n\nAfter")
    assert "gone" not in section.text_content()
    assert text_of(section).startswith("Title Before")
    assert text_of(section).endswith("After")


def test_text_after_what_goes_stays(small_course: SmallCourse) -> None:
    section = chapter(small_course, "<p>One <button>x</button> two <span hidden>y</span> three</p>")
    assert text_of(section) == "Title One two three"


def test_a_chapter_is_a_section_with_the_name_of_its_page(small_course: SmallCourse) -> None:
    small_course.add("dimensions/focus", "# Focus\n\n## Idea")
    small_course.add("z", "# Z")
    book = small_course.book()
    section = chapter_to_write(Paper(book, book.page("dimensions/focus.md"), PEN))
    assert dict(section.attrib) == {"class": "chapter", "id": "dimensions-focus"}
    assert section.xpath("h2/@id") == ["dimensions-focus--idea"]


def test_details_are_open_under_a_title(small_course: SmallCourse) -> None:
    section = chapter(small_course, "/// details | More\n\nInside.\n///")
    assert [(each.get("class"), text_of(each)) for each in section.xpath("div/p")] == [
        ("aside-title", "More"),
        (None, "Inside."),
    ]
    assert section.xpath("div/@class") == ["aside"]


def test_what_a_phone_folds_is_a_part_of_the_text(small_course: SmallCourse) -> None:
    section = chapter(small_course, "Before.\n\n/// more | Two more\n\nInside.\n///\n\nAfter.")
    texts = [text_of(each) for each in section.xpath("p")]
    assert texts == ["Before.", "Inside.", "After."]


def test_a_book_has_no_map(small_course: SmallCourse) -> None:
    section = chapter(small_course, "Before.\n\n/// map\n///\n\nAfter.")
    assert not section.xpath("//*[@data-block='map']")


def test_nothing_of_a_form_is_left_on_paper(small_course: SmallCourse) -> None:
    section = chapter(small_course, QUESTION + SORT + RATING + PLAN + EXERCISE)
    unwanted = ("input", "textarea", "label", "fieldset", "legend", "details", "summary")
    assert not [each.tag for each in section.iter(*unwanted)]
    names = {name for each in section.iter("*") for name in each.attrib}
    assert {name for name in names if not name.startswith("data-")} == {
        "class",
        "id",
        "type",
        "scope",
        # What a place to write is for, and what to mark there means.
        *("name", "title", "value"),
        # The width of a question beside its options.
        "style",
    }


def test_a_list_item_is_its_only_paragraph(small_course: SmallCourse) -> None:
    section = chapter(small_course, "- one\n\n- *two*\n\n- three\n\n    four\n")
    assert [[child.tag for child in item] for item in section.xpath("ul/li")] == [
        [],
        ["em"],
        ["p", "p"],
    ]


# Tables and pictures


def test_a_caption_is_in_its_table(small_course: SmallCourse) -> None:
    section = chapter(small_course, TABLE)
    assert not section.xpath(".//figure | .//figcaption")
    caption = section.xpath("div[@class='captioned']/table/*[1][self::caption]")[0]
    assert text_of(caption) == "Table 1. In short."
    assert not caption.xpath("p")


def test_heads_of_columns_say_so(small_course: SmallCourse) -> None:
    section = chapter(small_course, "a | b\n--|--\n1 | 2")
    assert section.xpath("table/thead//th/@scope") == ["col", "col"]


def test_origins_stand_under_their_criterion(small_course: SmallCourse) -> None:
    table = chapter(small_course, TABLE).xpath(".//table")[0]
    heads = [text_of(head) for head in table.xpath("thead//th")]
    assert heads == ["Criterion", "When you manage", "When you lead", "Where they meet"]
    first, second = table.xpath("tbody/tr")
    assert text_of(first[0].xpath("span[@class='origin']")[0]) == "Article (Zhu et al., 2018)"
    assert [len(first), len(second)] == [4, 4]


def test_in_large_letters_rows_are_lists(small_course: SmallCourse) -> None:
    section = chapter(small_course, TABLE, cards=True)
    assert not section.xpath(".//table")
    card = section.xpath(".//div[@class='cards']/div[@class='card']")[0]
    assert text_of(card.xpath("p[@class='criterion']")[0]).startswith("Time managing")
    entries = [(each.tag, each.get("data-sign"), text_of(each)) for each in card.xpath("dl/*")]
    assert entries == [
        ("dt", "■", "When you manage"),
        ("dd", "■", "now"),
        ("dt", "▲", "When you lead"),
        ("dd", "▲", "a b c d"),
        ("dt", "■▲", "Where they meet"),
        ("dd", "■▲", "a plan"),
    ]
    captions = [text_of(each) for each in section.xpath(".//p[@class='caption']")]
    assert captions == ["Table 1. In short."]


@pytest.mark.parametrize("cards", [False, True])
def test_spaces_stay_between_what_moves(small_course: SmallCourse, cards: bool) -> None:
    table = "Criterion | When you manage | When you lead | Origin\n---|---|---|---\n"
    row = "*A* *b* | *c* *d* | *e* *f* | *g* *h*\n"
    text = text_of(chapter(small_course, table + row, cards=cards))
    assert all(words in text for words in ("A b", "c d", "e f", "g h"))


def test_pictures_keep_what_they_point_to(small_course: SmallCourse) -> None:
    section = chapter(
        small_course,
        '<svg role="img" aria-labelledby="p-t p-d"><title id="p-t">Loop</title>'
        '<desc id="p-d">It turns.</desc><defs><marker id="tip"></marker></defs>'
        '<path marker-end="url(#tip)" d="M0 0"></path></svg>',
    )
    picture = section.xpath(".//svg")[0]
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "a--p-t"
    assert text_of(picture.xpath("title[@id='a--p-t']")[0]) == "Loop. It turns."
    assert not picture.xpath("desc")
    assert picture.xpath(".//path/@marker-end") == ["url(#a--tip)"]
    assert picture.xpath(".//marker/@id") == ["a--tip"]


def test_a_mark_is_in_the_ground_where_it_is_no_figure() -> None:
    mark = (
        '<svg viewbox="0 0 48 48" data-part="emblem"><path fill="#00f" d="M0 0h9v9z"></path></svg>'
    )
    head = fragment_fromstring(f"<header>{mark}<h1>Near</h1></header>")
    hang_marks(E.section(head), {"ink": "#123456"})
    assert [child.tag for child in head] == ["h1"]
    address = head.get("style").removeprefix("background-image: url(").removesuffix(")")
    picture = ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))
    assert (picture.get("viewBox"), picture.get("fill")) == ("0 0 48 48", "#123456")
    assert [path.get("fill") for path in picture] == ["#00f"]


def test_a_table_that_is_too_wide_or_too_tall_is_known(small_course: SmallCourse) -> None:
    wide = "|".join(["administration"] * 8)
    tall = "word " * 200
    tables = (
        f"{wide}\n{'|'.join(['---'] * 8)}\n{wide}",
        f"A|B\n---|---\n{tall}|b\nc|d",
    )
    small_course.add("index", "# A\n\n" + "\n\nText.\n\n".join(tables))
    paper = Paper(small_course.book(), small_course.book().page("index.md"), PEN)
    chapter = chapter_to_write(paper)
    assert [table.get("class") for table in chapter.iter("table")] == ["wide", None]
    assert [row.get("class") for row in chapter.iter("tr")] == [None, None, None, "tall", None]
