"""A built page is changed only where a repair changed it, and its source is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.site.page import Page, read_pages, write_file
from course.site.sources import find_source
from tests.built_site import html

# What lxml's own serialiser, or its parser, would change.
DELICATE = """<svg viewBox="0 0 9 9"><linearGradient id="g"/><clipPath id="c"/></svg>
<picture><source srcset="a.png"><img src='a b.png' alt=""></picture>long<wbr>word
<p>unclosed<section hidden>&para; &nbsp; “é” 𝒳 <a href="?a=1&amp;b=2">&lt;b&gt;</a></section>
<pre><code>  a &lt; b &amp;&amp; c

</code></pre><textarea>
 x &lt;p></textarea><template><tr><td>x</template>
<script>if (1 < 2 && 3 > 2) document.title = "<\\/p>" + '<a href="x">'</script>
<script type="application/json">{"a": "</b> & <i>"}</script>
<!-- <p class="comment"> --><input disabled value=plain><DIV ID="Big"></DIV>"""


def test_an_unchanged_page_stays_as_it_is() -> None:
    text = html(DELICATE)
    assert Page("index.html", text).render() == text


def test_only_the_changed_tag_is_written_anew() -> None:
    text = html(DELICATE)
    page = Page("index.html", text)
    page.tree.find(".//svg").set("aria-label", 'A "b" & c')
    before, after = "<svg viewBox=", '<svg viewBox="0 0 9 9" aria-label="A &quot;b&quot; &amp; c">'
    assert page.render() == text.replace(f'{before}"0 0 9 9">', after)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<img src='a b' title=\"x role=y\" alt>", '<img title="x role=y" alt src="new">'),
        ("<img\n  src=old\n  alt=''/>", "<img\n  alt='' src=\"new\"/>"),
        ("<img alt=src >", '<img alt=src src="new">'),
        ('<IMG SRC="A" Alt="B">', '<IMG Alt="B" src="new">'),
    ],
)
def test_an_attribute_is_changed(tag: str, expected: str) -> None:
    page = Page("index.html", html(tag))
    page.tree.find(".//img").set("src", "new")
    assert expected in page.render()


def test_an_attribute_is_removed() -> None:
    page = Page("index.html", html('<p id="a" class="b" hidden>x</p>'))
    del page.tree.find(".//p").attrib["class"]
    assert '<p id="a" hidden>x</p>' in page.render()


def test_markup_is_inserted() -> None:
    page = Page("index.html", html("<p>x</p>"))
    page.insert_after(page.tree.find(".//p"), "<b>new</b>")
    assert "<p><b>new</b>x</p>" in page.render()


def test_a_message_names_the_line_of_the_built_file_if_there_is_no_source() -> None:
    page = Page("404.html", html("<p>\n\n<b>x</b>"))
    assert str(page.problem("wrong", "mend it", page.tree.find(".//b"))) == (
        "site/404.html:10: wrong: mend it"
    )


@pytest.mark.parametrize(
    ("built", "source"),
    [
        ("index.html", "index.md"),
        ("a/index.html", "a.md"),
        ("a/index.html", "a/index.md"),
        ("a/index.html", "a/README.md"),
        ("a/b.html", "a/b.md"),
    ],
)
def test_the_source_of_a_page_is_found(tmp_path: Path, built: str, source: str) -> None:
    path = tmp_path / "docs" / source
    path.parent.mkdir(parents=True)
    path.write_text("first\nsecond sign\n", encoding="utf-8")
    found = find_source(built, tmp_path / "docs")
    assert found is not None
    assert found.place(("absent", "sign")) == (f"docs/{source}", 2)
    assert found.place(("absent",)) == (f"docs/{source}", 1)


def test_a_page_of_the_theme_has_no_source(tmp_path: Path) -> None:
    assert find_source("404.html", tmp_path) is None
    assert find_source("index.html", tmp_path) is None


def test_an_included_file_is_searched_too(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "figures").mkdir(parents=True)
    (docs / "a.md").write_text('text\n\n--8<-- "docs/figures/f.svg"\n', encoding="utf-8")
    (docs / "figures/f.svg").write_text("<svg>\n<style>\n</svg>", encoding="utf-8")
    found = find_source("a/index.html", docs)
    assert found is not None
    assert found.place(("<style",)) == ("docs/figures/f.svg", 2)


def test_pages_come_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a/index.html", "404.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html(""), encoding="utf-8")
    names = [page.name for page in read_pages(tmp_path / "site", tmp_path / "docs")]
    assert names == ["404.html", "a/index.html", "b.html"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.html", "é\n")
    assert (tmp_path / "a.html").read_bytes() == "é\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
