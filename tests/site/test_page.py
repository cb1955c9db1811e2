"""A built page is changed only where it was told to change, and its source is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import tostring

from course.files import write_file
from course.site.page import Page, read_pages, without_space
from course.site.sources import find_source
from tests.built_site import html, page

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
    assert page(DELICATE).render() == html(DELICATE)


@pytest.mark.parametrize(
    "tag",
    [
        '<svg viewBox="0 0 9 9">',
        '<linearGradient id="g"/>',
        '<source srcset="a.png">',
        "<wbr>",
        "<textarea>",
        "<template>",
        "<td>",
        "<script>",
        '<DIV ID="Big">',
    ],
)
def test_only_the_changed_tag_is_written_anew(tag: str) -> None:
    changed = page(DELICATE)
    name = tag.strip("</>").split()[0].lower()
    next(changed.tree.iter(name)).set("title", 'A "b" & <c>')
    end = "/>" if tag.endswith("/>") else ">"
    written = f'{tag.removesuffix(end)} title="A &quot;b&quot; &amp; &lt;c&gt;"{end}'
    assert changed.render() == html(DELICATE.replace(tag, written, 1))


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
    changed = page(f"{tag}.")
    changed.tree.find(".//img").set("src", "new")
    assert changed.render() == html(f"{expected}.")


def test_an_attribute_is_removed() -> None:
    changed = page('<p id="a" class="b" hidden>x</p>')
    del changed.tree.find(".//p").attrib["class"]
    assert changed.render() == html('<p id="a" hidden>x</p>')


# In brackets: what the element with the id `x` holds.
@pytest.mark.parametrize(
    "body",
    [
        "<p id=x>[a]</p>b",
        "<p id=x>[]</p>",
        # Elements of the same name, in it and around it.
        "<div><div id=x>[a<div>b</div>c]</div>d</div>",
        # Elements without an end tag, in it: void ones, and those that HTML closes by itself.
        "<ul id=x>[<li>a<br>b<li>c<img alt=''>]</ul>d",
        "<div id=x>[<p>a<p>b<input><hr/>]</div><p>c</p>",
        # Where such an element ends itself, no tag says: nothing of it is taken away.
        "<ul><li id=x>[]a<li>b</ul>",
        # Capitals, and elements that end themselves, in a drawing.
        "<svg><g id=x>[<linearGradient/><a/>]</g><path/></svg>",
        '<svg><g id="x"/>[]a<g/></svg>',
        "<DIV id=x>[<P>a</p>]</div>b",
        # A template, and a script or a comment whose text looks like a tag.
        "<template><p id=x>[a]</p></template>b",
        "<p id=x>[<script>'</p>'</script><!-- </p> -->]</p>",
    ],
)
def test_markup_is_put_in(body: str) -> None:
    whole = body.replace("[", "").replace("]", "")
    changed = page(whole)
    changed.insert_after(changed.tree.get_element_by_id("x"), "NEW")
    assert changed.render() == html(body.replace("[", "NEW").replace("]", ""))
    changed = page(whole)
    changed.fill(changed.tree.get_element_by_id("x"), "NEW")
    assert changed.render() == html(re.sub(r"\[.*\]", "NEW", body))


def test_changes_inside_of_what_is_filled_are_dropped_and_others_are_kept() -> None:
    changed = page("<div><p>a <b>b</b></p></div><i>c</i>")
    for tag in ("b", "i", "p"):
        changed.tree.find(f".//{tag}").set("title", tag)
    changed.fill(changed.tree.find(".//p"), "new")
    changed.insert_after(changed.tree.find(".//i"), "1")
    changed.insert_after(changed.tree.find(".//i"), "2")
    assert changed.render() == html('<div><p title="p">new</p></div><i title="i">12c</i>')


@pytest.mark.parametrize("taken_up", [False, True])
def test_a_tag_is_found_where_the_parser_has_other_elements(taken_up: bool) -> None:
    text = "<p>One<p class=two>Two</section><b>Three</b>"
    page = Page("index.html", text)
    if taken_up:
        page.take_up()
    assert [each.tag for each in page.tree.iter("*")] == ["html", "body", "p", "p", "b"]
    for element in page.tree.iter("b"):
        element.set("id", "three")
    assert page.render() == text.replace("<b>", '<b id="three">')
    assert b"data-" not in tostring(page.tree)


def test_a_reread_page_has_its_changes_and_its_source() -> None:
    changed = Page("a/index.html", html("<p>x</p>"), folder="public")
    changed.insert_after(changed.tree.find(".//p"), "<b>new</b>")
    again = changed.reread()
    assert again.tree.find(".//p/b").text == "new"
    assert (again.name, again.folder, again.file) == ("a/index.html", "a/", "public/a/index.html")


def test_a_message_names_the_line_of_the_built_file_if_there_is_no_source() -> None:
    made = page("<p>\n\n<b>x</b>")
    assert str(made.problem("wrong", "mend it", made.tree.find(".//b"))) == (
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
def test_the_source_of_a_page_is_found_with_what_it_includes(
    tmp_path: Path, built: str, source: str
) -> None:
    docs = tmp_path / "docs"
    assert find_source(built, docs) is None
    (docs / source).parent.mkdir(parents=True)
    (docs / source).write_text('first\nsecond sign\n--8<-- "docs/f.svg"\n', "utf-8")
    # What is missing, or includes itself, is told elsewhere.
    include = '--8<-- "docs/none.svg"\n-8<- "../x.svg"\n--8<-- "/etc/hostname"\n'
    include += "--8<-- 'docs/parts/../f.svg:part'\n"
    (docs / "f.svg").write_text(f"<svg>\n<style>\n</svg>{include}", "utf-8")
    found = find_source(built, docs)
    assert found is not None
    assert found.path == source
    assert found.place(("absent", "sign")) == (f"docs/{source}", 2)
    assert found.place(("absent",)) == (f"docs/{source}", 1)
    assert found.place(("<style",)) == ("docs/f.svg", 2)


def test_pages_come_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a/index.html", "404.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(html(""), "utf-8")
    names = [page.name for page in read_pages(tmp_path, tmp_path)]
    assert names == ["404.html", "a/index.html", "b.html"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.html", "é\n")
    write_file(tmp_path / "b", b"\xff")
    assert (tmp_path / "a.html").read_bytes() == "é\n".encode()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.html", "b"]


def test_an_element_can_be_left_out() -> None:
    page = Page("a.html", "<head><link href='a'></head><body><p>A<b>b</b></p><p>C</p></body>")
    for element in page.tree.xpath("//link | //p[1]"):
        page.drop(element)
    assert page.render() == "<head></head><body><p>C</p></body>"


def test_white_space_of_templates_goes() -> None:
    text = '<p>\n\n  a\n  b</p>\n<pre>\n\n  c</pre> <i title="d\n\n  e">f</i>'
    kept = '<p>\na\nb</p>\n<pre>\n\n  c</pre> <i title="d\n\n  e">f</i>'
    assert without_space(text) == without_space(kept) == kept
