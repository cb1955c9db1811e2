"""A page becomes a chapter: what only a screen can show goes, and all the rest stays."""

from __future__ import annotations

import io
from urllib.parse import unquote
from xml.etree import ElementTree

import pdfplumber
import pytest
from lxml.html import HtmlElement, fragment_fromstring, tostring
from lxml.html.builder import E

from course.print.jobs import HERE
from course.print.pdf import fonts
from course.print.pdf.repairs.spacing import free_spaces
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from course.print.text.book import Paper
from course.print.text.chapter import chapter_to_write
from course.print.text.links import settle_links
from course.print.text.pictures import hang_marks
from course.print.text.writing import Pen
from tests.markdown_page import text_of
from tests.print.small_course import (
    ANSWER,
    DECISION,
    EXERCISE,
    GATHER,
    PLAN,
    QUESTION,
    RATING,
    SORT,
    TABLE,
    SmallCourse,
)

PEN = Pen()


def chapter(course: SmallCourse, text: str, cards: bool = False) -> HtmlElement:
    """Return a page of Markdown as a chapter `a`."""
    course.add("a", f"# Title\n\n{text}")
    course.add("reference/glossary", "# Glossary\n\n<p id='managing'>Managing</p>")
    book = course.book()
    return chapter_to_write(Paper(book, book.page("a.md"), PEN), cards)


def fields(element: HtmlElement) -> list[tuple[str, str, str]]:
    """Return what each place to write is, with its name and title."""
    found = element.xpath(".//*[@name]")
    return [(each.get("class"), each.get("name"), each.get("title")) for each in found]


# 1. What goes and what opens


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


# 2. Tables and pictures


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


# 3. Links


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


# 4. Where readers write


def test_a_question_on_paper_has_circles(small_course: SmallCourse) -> None:
    question = chapter(small_course, QUESTION).xpath("section")[0]
    assert len(question.xpath(".//ol[@type='A']/li/span[@class='circle']")) == 2
    assert text_of(question) == "Question 1 Which one? The first The second"


def test_a_question_on_screen_has_buttons(small_course: SmallCourse) -> None:
    section = chapter(small_course, QUESTION + SORT)
    assert fields(section) == [
        ("circle", "a-q", "Which one?: The first"),
        ("circle", "a-q", "Which one?: The second"),
        ("circle", "a-sort-gyji7h", "The rent: Now"),
        ("circle", "a-sort-gyji7h", "The rent: Later"),
        ("circle", "a-sort-rj57jb", "The plan: Now"),
        ("circle", "a-sort-rj57jb", "The plan: Later"),
    ]
    groups = section.xpath(".//*/@data-group")
    assert groups == ["Which one?"] * 2 + ["The rent"] * 2 + ["The plan"] * 2
    assert section.xpath(".//*/@value")[:2] == ["g7ulow", "uik5lu"]


def test_an_exercise_has_its_lines(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE)
    assert len(section.xpath(".//div[@class='ruled']/div[@class='line']")) == 5
    assert text_of(section.xpath("section")[0]) == "Exercise 1 · 3 minutes Write Write it."


@pytest.mark.parametrize(("room", "rows"), [(1.2, 6), (0.7, 4), (0.1, 2)])
def test_room_is_given_as_asked_but_never_one_line(room: float, rows: int) -> None:
    assert len(Pen(room).lines("x", "X", 5)) == rows


def test_an_exercise_on_screen_has_a_field(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE)
    assert fields(section) == [("ruled", "a-write", "Exercise 1: Write")]
    assert not section.xpath(".//p[@class='label']")


def test_each_field_of_a_plan_is_named(small_course: SmallCourse) -> None:
    section = chapter(small_course, PLAN)
    assert fields(section) == [
        ("ruled", "my-if", "Plan 1: My plan: If this happens"),
        ("ruled", "my-then", "Plan 1: My plan: I will"),
        ("ruled", "my-tell", "Plan 1: My plan: Whom I tell"),
        ("blank", "my-date", "Plan 1: My plan: When I look back"),
    ]
    labels = [text_of(each) for each in section.xpath(".//p[@class='label']")]
    assert labels == ["If this happens", "I will", "Whom I tell", "When I look back"]


def test_a_date_on_paper_is_a_short_line(small_course: SmallCourse) -> None:
    assert len(chapter(small_course, PLAN).xpath(".//span[@class='blank']")) == 1


def test_a_rating_is_a_table(small_course: SmallCourse) -> None:
    section = chapter(small_course, RATING)
    (table,) = section.xpath(".//table[@data-part='statements']")
    heads = [text_of(each) for each in table.xpath("thead//th[@scope='col']")]
    assert heads == ["Statement", "1 almost never", "2", "3", "4", "5 almost always"]
    rows = [text_of(each) for each in table.xpath("tbody/tr/th[@scope='row']")]
    assert rows == ["1. I write it down.", "2. I tell them."]
    assert len(table.xpath("tbody/tr/td[count(*)=1]")) == 10
    assert not section.xpath(".//ol")


def test_a_profile_has_room_for_each_number(small_course: SmallCourse) -> None:
    for name in ("focus", "detail"):
        small_course.add(f"dimensions/{name}", f"# {name.title()}")
    profile = "/// profile\n    id: p\n    ratings: base First time, today Today\n///\n"
    section = chapter(small_course, profile)
    found = fields(section)
    assert [name for _, name, _ in found][:2] == ["p-base-focus-manage", "p-today-focus-manage"]
    assert len(found) == len({name for _, name, _ in found}) == 8
    assert found[-1][2] == "4. ▲ Detail, Today"


def test_a_kind_of_the_course_has_its_places_to_write(small_course: SmallCourse) -> None:
    own = (
        '<section data-block="letter" data-series="letter" data-keeps="x-to x-ok" id="x">'
        '<p data-part="kind"><span data-part="name">Letter</span></p>'
        '<h3 data-part="title">Write home</h3>'
        '<label for="x-to-answer">To</label> <input type="text" name="x-to" id="x-to-answer">'
        '<fieldset><legend>Sent?</legend><span data-option="1"><input type="radio" name="x-ok"'
        ' id="x-ok-1" value="1"> <label for="x-ok-1">Yes</label></span></fieldset></section>'
    )
    section = chapter(small_course, own)
    assert fields(section) == [
        ("blank", "x-to", "Letter: Write home"),
        ("circle", "x-ok", "Sent?: Yes"),
    ]


# 5. Answers


def test_reasons_and_consequences_go(small_course: SmallCourse) -> None:
    text = text_of(chapter(small_course, QUESTION + DECISION))
    assert "Stay" in text
    assert not [word for word in ("No,", "Yes,", "sleep", "yawn", "Best fit") if word in text]


def test_an_answer_leaves_lines_where_the_text_asked(small_course: SmallCourse) -> None:
    section = chapter(small_course, f"## Why\n\nWhy did this work?\n\n{ANSWER}")
    assert fields(section) == [("ruled", "a-answer-1", "Your answer: Why")]
    assert section.xpath("div[div[@class='ruled']]/@id") == ["a--answer-1"]


def test_an_answer_after_an_exercise_leaves_nothing(small_course: SmallCourse) -> None:
    section = chapter(small_course, EXERCISE + ANSWER)
    assert [name for _, name, _ in fields(section)] == ["a-write"]
    assert "This is it" not in section.text_content()


def test_gathered_questions_become_rounds(small_course: SmallCourse) -> None:
    small_course.add("dimensions/x", f"# X\n\n{QUESTION.replace('a-', 'x-')}")
    small_course.add("dimensions/y", f"# Y\n\n{QUESTION.replace('a-', 'y-')}")
    small_course.add("other", f"# Z\n\n{QUESTION.replace('a-', 'z-')}")
    gather = GATHER.replace("mixed", "from: dimensions\n    mixed")
    section = chapter(small_course, gather)
    # Two tables side by side, with half of the questions each.
    halves = section.xpath("div/div[@class='sides halves']/div/table[@data-part='rounds']")
    for half in halves:
        heads = [text_of(each) for each in half.xpath("thead//th")]
        assert heads == ["Question", "After one week", "After four weeks"]
    rows = [
        (text_of(each), each.xpath("string(a/@href)"))
        for half in halves
        for each in half.xpath("tbody/tr/th")
    ]
    assert rows == [("Question 1", "#dimensions-x--x-q"), ("Question 2", "#dimensions-y--y-q")]
    assert "Which" not in section.text_content()
    assert "Turn to the page of each question" in section.text_content()
    assert fields(section)[:2] == [
        ("blank", "a-x-q-1", "Question 1, After one week"),
        ("blank", "a-x-q-2", "Question 1, After four weeks"),
    ]


def test_gathered_questions_are_one_table_in_large_print(small_course: SmallCourse) -> None:
    small_course.add("dimensions/x", f"# X\n\n{QUESTION.replace('a-', 'x-')}")
    small_course.add("dimensions/y", f"# Y\n\n{QUESTION.replace('a-', 'y-')}")
    gather = GATHER.replace("mixed", "from: dimensions\n    mixed")
    section = chapter(small_course, gather, cards=True)
    (table,) = section.xpath(".//table[@data-part='rounds']")
    assert len(table.xpath("thead/tr")) == 1
    assert [text_of(row) for row in table.xpath("tbody/tr/th")] == ["Question 1", "Question 2"]


# 6. Spaces


def spaced(inside: str) -> str:
    """Return the HTML of a paragraph with its spaces freed."""
    paragraph = fragment_fromstring(f"<p>{inside}</p>")
    before = paragraph.text_content()
    free_spaces(paragraph)
    assert paragraph.text_content().split() == before.split()
    tags = {"span": "S"}
    return "".join(
        [paragraph.text or "", *(f"[{tags.get(e.tag, e.tag)}]{e.tail or ''}" for e in paragraph)]
    )


@pytest.mark.parametrize(
    ("inside", "result"),
    [
        ("An <a>if</a> plan", "An[S][a][S]plan"),
        ("An <a>if</a> and <i>so</i>", "An[S][a][S]and[S][i]"),
        ("(<a>if</a>) plan", "([a]) plan"),
        (" <a>if</a> plan", " [a][S]plan"),
        ("An <input> plan ", "An[S][input][S]plan"),
        ("An <strong>if </strong>plan", "An[S][strong]plan"),
        ("<a>if</a> <i>so</i>", "[a] [i]"),
    ],
)
def test_the_spaces_around_an_inline_element_are_freed(inside: str, result: str) -> None:
    assert spaced(inside) == result


def test_pictures_keep_their_spaces() -> None:
    assert spaced("<svg><text>An <tspan>x</tspan> <a>b</a></text></svg>") == "[svg]"


def first_lines(widths: list[float], paragraph: str) -> list[str]:
    """Return the first line of a paragraph set at several widths, in millimetres."""
    style = "@page { size: 100mm 150mm; margin: 5mm } div { break-after: page }"
    body = "".join(f'<div style="width: {width}mm">{paragraph}</div>' for width in widths)
    document = f'<html lang="en"><title>T</title><style>{style}</style><body>{body}'
    with pdfplumber.open(io.BytesIO(*typeset(document, Setting([fonts.STYLES], HERE)))) as pdf:
        return [page.extract_text().splitlines()[0] for page in pdf.pages[: len(widths)]]


@pytest.mark.print
def test_no_line_ends_too_early() -> None:
    paragraph = fragment_fromstring("<p>Write two short <a>if-then plans</a> that name it</p>")
    free_spaces(paragraph)
    # The step is less than the width of a space.
    widths = [22 + step / 2 for step in range(60)]
    lengths = [len(line) for line in first_lines(widths, tostring(paragraph, encoding="unicode"))]
    assert len(set(lengths)) == 4
    assert lengths == sorted(lengths)


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
