"""What is gathered from other pages."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from course.model import Block, blocks, text_of
from course.site.gather import copy, gather, moved, reading_order, slug
from course.site.page import Page
from tests.blocks.samples import MATCH, QUESTION, SORT
from tests.built_site import html, page
from tests.markdown_page import Pages
from tests.site.linked import linked, page_of

TABLE = """Criterion | When you manage | When you lead
---|---|---
[Time](../../b/#x) | now | later

/// table-caption
In *short*.
///

"""
COMPARISONS = "# All\n\n/// gather\n    of: comparison\n///\n"
QUESTIONS = COMPARISONS.replace("comparison", "question")
MIXED = QUESTIONS.replace("question\n", "question\n    mixed: true\n")
UNITS = {
    "units/focus/": f"# Focus\n\n{TABLE}{QUESTION}\n{MATCH}",
    "units/detail/": f"# Details &amp; whole\n\n{SORT}\n{TABLE}",
}


def gathered(pages: Pages, place: str, **more: str) -> HtmlElement:
    """Return the element that gathers what other pages have."""
    texts = {"": "# Start", "all/": place, **UNITS, **more}
    made = page_of(gather(linked(pages, texts)), "all/")
    return next(blocks(made.tree, "gather")).element


def copies(place: HtmlElement) -> list[Block]:
    """Return the blocks that a place gathered."""
    return list(blocks(place, copies=True))


def links(headings: list[HtmlElement]) -> list[tuple[str, str]]:
    return [(text_of(heading), heading.find("a").get("href")) for heading in headings]


def test_comparisons_come_in_the_order_of_their_pages_with_their_captions(pages: Pages) -> None:
    place = gathered(pages, COMPARISONS)
    assert [child.tag for child in place] == ["h2", "figure"] * 2
    focus, detail = "../units/focus/", "../units/detail/"
    assert links(place.findall("h2")) == [("Focus", focus), ("Details & whole", detail)]
    assert place.xpath("h2/@id") == ["focus", "detail"]
    assert place.xpath("figure/@data-copy")[0] == "units/focus/#__table-caption_1"
    assert place.xpath("figure//a/@href") == ["../b/#x", "../b/#x"]
    # The number is that of the table on its own page.
    assert [text_of(caption) for caption in place.iter("figcaption")] == ["In short."] * 2


def test_a_mark_comes_with_what_is_gathered(pages: Pages) -> None:
    mark = '<svg data-part="emblem" aria-hidden="true"><path d="M0 0h9v9z"></path></svg>'
    focus = f'<header data-part="head">{mark}</header>\n\n{UNITS["units/focus/"]}'
    place = gathered(pages, COMPARISONS, **{"units/focus/": focus})
    assert [len(heading.xpath("svg/path")) for heading in place.findall("h2")] == [1, 0]
    assert [text for text, _ in links(place.findall("h2"))] == ["Focus", "Details & whole"]


def test_a_series_is_gathered_whatever_the_kind(pages: Pages) -> None:
    place = gathered(pages, QUESTIONS)
    assert [block.kind for block in copies(place)] == ["question", "match", "sort"]
    assert list(blocks(place)) == []


def test_mixed_lists_the_pages_and_repeats_nothing(pages: Pages) -> None:
    place = gathered(pages, MIXED)
    assert [text_of(line) for line in place.xpath("ul/li")] == ["Focus (2)", "Details & whole (1)"]
    assert place.xpath("ul/li/a/@href") == ["../units/focus/", "../units/detail/"]
    assert [dict(line.attrib) for line in place.xpath("ul/li")] == [
        {"data-page": "units/focus/", "data-prefix": "focus", "data-ids": "a-q a-match"},
        {"data-page": "units/detail/", "data-prefix": "detail", "data-ids": "a-sort"},
    ]
    assert copies(place) == []


def test_mixed_is_a_line_for_each_page_however_much_it_has(pages: Pages) -> None:
    many = "".join(QUESTION.replace("a-q", f"a-q{number}") for number in range(50))
    place = gathered(pages, MIXED, **{"units/many/": f"# Many\n\n{many}"})
    (line,) = place.xpath("ul/li[@data-prefix='many']")
    assert len(line.get("data-ids").split()) == 50
    assert len(list(line.iter())) == 2


def test_mixed_has_no_list_where_there_is_nothing(pages: Pages) -> None:
    assert len(gathered(pages, MIXED, **dict.fromkeys(UNITS, "# Nothing"))) == 0


def test_a_copy_has_names_of_its_own_that_belong_together(pages: Pages) -> None:
    place = gathered(pages, QUESTIONS)
    question, match, _ = copies(place)
    assert (question.id, question.keeps) == ("focus-a-q", ["focus-a-q"])
    assert list(question.answers[0].values.values()) == ["The first", "The second"]
    assert question.choices[0].reasons.keys() == question.answers[0].values.keys()
    assert match.keeps == ["focus-a-match-v563sa", "focus-a-match-ydo4if"]
    assert [choice.name for choice in match.choices if choice.reasons] == match.keeps
    ids = place.xpath(".//@id")
    assert len(ids) == len(set(ids))


def test_whatever_names_an_id_names_that_of_the_copy() -> None:
    names = ("id", "name", "for", "aria-labelledby", "aria-describedby", "aria-controls")
    written = " ".join(f'{name}="a b"' for name in names)
    drawing = "<svg><path marker-end='url(#m)'/></svg><img src='x.png'>"
    body = f"<p {written} title='a'><i {written}></i>{drawing}</p>"
    other = Page("units/a/index.html", html(body))
    changed = fragment_fromstring(copy(other.tree.find(".//p"), page(""), other))
    for element in (changed, changed[0]):
        assert {element.get(name) for name in names} == {"a-a a-b"}
    assert changed.get("title") == "a"
    assert changed.xpath(".//@marker-end | .//@src") == ["url(#a-m)", "units/a/x.png"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("#x", "../units/a/#x"),
        ("../b/", "../units/b/"),
        ("../../", "../"),
        ("../../all/#x", "./#x"),
        ("x.png", "../units/a/x.png"),
        ("/b/", "/b/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_addresses_lead_where_they_led(written: str, expected: str) -> None:
    page, other = Page("all/index.html", html("")), Page("units/a/index.html", html(""))
    assert moved(written, page, other) == expected


def test_a_place_can_ask_for_the_pages_of_one_folder(pages: Pages) -> None:
    place = QUESTIONS.replace("question\n", "question\n    from: units\n")
    assert len(copies(gathered(pages, place, **{"unit/": QUESTION}))) == 3


def test_copies_are_not_copied_again(pages: Pages) -> None:
    texts = {"all/": QUESTIONS, **UNITS, "again/": QUESTIONS}
    site = [page for page in gather(linked(pages, texts)) if page.folder != "again/"]
    site.append(page_of(linked(pages, texts), "again/"))
    place = next(blocks(page_of(gather(site), "again/").tree, "gather")).element
    assert len(copies(place)) == 3


def test_gathering_twice_changes_nothing_and_other_pages_stay(pages: Pages) -> None:
    site = linked(pages, {"": "# Start", "all/": MIXED, **UNITS})
    once = gather(site)
    assert [page.text for page in gather(once)] == [page.text for page in once]
    changed = [old.name for old, new in zip(site, once, strict=True) if old.text != new.text]
    assert changed == ["all/index.html"]


def test_pages_are_read_in_the_order_in_which_they_lead_on(pages: Pages) -> None:
    missing = page("not found")
    site = linked(pages, {"": "", "c/": "", "a/": "", "b/": ""})
    assert [page.folder for page in reading_order([*site, missing])] == ["", "c/", "a/", "b/"]
    alone = Page("index.html", html(""))
    assert reading_order([missing, alone]) == [alone]
    assert reading_order([missing]) == []


def test_a_slug_is_the_last_part_of_an_address() -> None:
    names = ["index.html", "a/index.html", "a/b-c/index.html"]
    assert [slug(Page(name, html(""))) for name in names] == ["index", "a", "b-c"]
