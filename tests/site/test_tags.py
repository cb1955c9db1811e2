"""Tags are found where Python's own reader of HTML finds them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from course.site.tags import start_tags
from tests.site.test_page import DELICATE

TEXTS = [
    DELICATE,
    "<!doctype html><html><!-- <p> --><br/><hr></html>",
    "<p title=it's>a<b x='>'>c</b>",
    '<a href="x>y" b="<z>">t</a>',
    '<p a= "b>c"><a =x><p a=b"c>d',
    "a < b <3 x</p></p><p>",
    "<svg><path d='M0 0'/></svg><IMG SRC=a/><p\nclass='x'\n>",
    "<script>a</scripty><p></script><p>",
    "<style>a>b{}</style><SCRIPT>x<p></SCRIPT ><p>",
    "<ul><li>a<li>b<i>c</ul></i><?php <p> ?><p>",
]


class Reader(HTMLParser):
    """Notes the text and the line of each start tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append((self.get_starttag_text() or "", self.getpos()[0]))


@pytest.mark.parametrize("text", TEXTS)
def test_each_start_tag_is_found(text: str) -> None:
    reader = Reader()
    reader.feed(text)
    tags = start_tags(text)
    lines = [text.count("\n", 0, tag.start) + 1 for tag in tags]
    texts = [text[tag.start : tag.end] for tag in tags]
    assert list(zip(texts, lines, strict=True)) == reader.found


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("<p>a<b>c</b></p>", ["a<b>c</b>", "c"]),
        ("<P>a</p>", ["a"]),
        ("<p>a<br>b</p>", ["a<br>b", ""]),
        ("<ul><li>a<li>b</ul>c", ["<li>a<li>b", "", ""]),
        ("<svg><path/></svg>", ["<path/>", ""]),
        ("<script>1 < 2 <b></script>", ["1 < 2 <b>"]),
    ],
)
def test_the_end_of_an_element_is_found(text: str, held: list[str]) -> None:
    assert [text[tag.end : tag.close] for tag in start_tags(text)] == held
