"""What is gathered from other pages."""

from __future__ import annotations

from course.site.gather import gather
from course.site.page import Page

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">{}</head><body><article>'
END = "</article></body></html>"


def site(*, question: str = "") -> list[Page]:
    """Return a start page that leads to two dimensions, and a page that gathers."""
    focus = (
        '<h1>Focus</h1><figure id="t1"><table class="comparison">'
        '<tr><td><a href="../../glossary/#hat">hat</a></td></tr></table>'
        '<figcaption><span class="caption-prefix">Table 1.</span> Time.</figcaption></figure>'
    )
    detail = f'<h1>Details &amp; whole</h1><table class="comparison" id="t1"></table>{question}'
    place = '<h1>All</h1><div class="gather" data-of="{}"></div>'
    texts = {
        "index.html": ('<link rel="next" href="all/">', "<h1>Start</h1>"),
        "all/index.html": (
            '<link rel="next" href="../dimensions/focus/">',
            place.format("question" if question else "comparison"),
        ),
        "dimensions/detail/index.html": ("", detail),
        "dimensions/focus/index.html": ('<link rel="next" href="../detail/">', focus),
    }
    return [Page(name, HEAD.format(head) + body + END) for name, (head, body) in texts.items()]


def gathered(pages: list[Page]) -> Page:
    return next(page for page in gather(pages) if page.name == "all/index.html")


def test_order_is_that_of_the_pages_and_titles_link_back() -> None:
    headings = gathered(site()).tree.xpath("//div[@class='gather']/h2/a")
    assert [(h.text_content(), h.get("href")) for h in headings] == [
        ("Focus", "../dimensions/focus/"),
        ("Details & whole", "../dimensions/detail/"),
    ]


def test_a_table_comes_with_its_figure() -> None:
    assert len(gathered(site()).tree.xpath("//div/figure/table")) == 1


def test_a_table_leaves_its_number_behind() -> None:
    captions = gathered(site()).tree.xpath("//figcaption")
    assert [caption.text_content().strip() for caption in captions] == ["Time."]


def test_ids_are_made_unique() -> None:
    ids = gathered(site()).tree.xpath("//@id")
    assert sorted(ids) == ["detail", "detail-t1", "focus", "focus-t1"]


def test_addresses_lead_where_they_led() -> None:
    link = gathered(site()).tree.xpath("//figure//a")[0]
    assert link.get("href") == "../glossary/#hat"


def test_labels_follow_their_fields() -> None:
    question = (
        '<section class="question" id="q"><input type="radio" name="q" id="q-1">'
        '<label for="q-1">A</label></section>'
    )
    page = gathered(site(question=question))
    field = page.tree.xpath("//input")[0]
    assert (field.get("id"), field.get("name")) == ("detail-q-1", "detail-q")
    assert page.tree.xpath("//label")[0].get("for") == "detail-q-1"


def test_gathering_twice_changes_nothing() -> None:
    once = gather(site())
    assert [page.text for page in gather(once)] == [page.text for page in once]


def test_other_pages_are_left_alone() -> None:
    pages = site()
    assert [page.text for page in gather(pages) if page.name != "all/index.html"] == [
        page.text for page in pages if page.name != "all/index.html"
    ]


def test_mixed_takes_one_of_each_page_in_turn() -> None:
    pages = site(question='<p class="x" id="d1"></p><p class="x" id="d2"></p>')
    place = '<div class="gather" data-of="x" data-mixed="true"></div>'
    more = '<p class="x" id="f1"></p><p class="x" id="f2"></p><p class="x" id="f3"></p>'
    for number, page in enumerate(pages):
        text = page.text.replace('<div class="gather" data-of="question"></div>', place)
        if "focus" in page.name:
            text = text.replace("</article>", f"{more}</article>")
        pages[number] = Page(page.name, text)
    result = gathered(pages).tree
    copies = result.xpath("//div[@class='gather']/p[@class='x']/@id")
    assert copies == ["focus-f1", "detail-d1", "focus-f2", "detail-d2", "focus-f3"]
    links = result.xpath("//div[@class='gather']/p[@class='origin']/a/@href")
    assert links[:2] == ["../dimensions/focus/#f1", "../dimensions/detail/#d1"]
