"""Each rule for the built site finds what is wrong and leaves alone what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.site.page import Page
from course.site.rules import check_links, check_navigation
from course.site.sources import Source
from tests.built_site import BuiltSite


@pytest.fixture
def built(tmp_path: Path) -> BuiltSite:
    """A site with a start page and a page below it."""
    built = BuiltSite(tmp_path)
    canonical = '<link rel="canonical" href="https://example.org/course/{}">'
    built.add("index.html", '<h2 id="top-part">Top</h2>', "# Start\n", canonical.format(""))
    built.add("a/b/index.html", '<p id="é">x</p><a name="old"></a>', "# B\n")
    built.write("site/assets/x y.png", "")
    return built


def check(built: BuiltSite, body: str, source: str = "") -> list[str]:
    """Return the messages about a page `a/c`."""
    built.add("a/c/index.html", body, source)
    return built.problems()


GOOD_LINKS = [
    "",
    "#",
    "#top",
    "#here",
    "./",
    "../b/",
    "../b/index.html",
    "../b",
    "../b/#old",
    "../b/#%C3%A9",
    "../b/#é",
    "../../",
    "../..",
    "../../#top-part",
    "../../index.html?x=1#top-part",
    ".././../a/./b/",
    "/course/",
    "/course",
    "/course/a/b/",
    "../../assets/x%20y.png",
    "../b/#:~:text=x",
    "mailto:a@example.org",
    "tel:+1234",
    "https://example.com/",
    "//example.com/x",
]


@pytest.mark.parametrize("address", GOOD_LINKS)
def test_a_good_link(built: BuiltSite, address: str) -> None:
    assert check(built, f'<p id="here"><a href="{address}">x</a></p>') == []


BAD_LINKS = [
    "../d/",
    "../B/",
    "../../../",
    "../../../index.html",
    "/a/b/",
    "/coursework/",
    "../../assets/x.png",
    "../../assets/",
    "../b/x/../../none.html?x#y",
]


@pytest.mark.parametrize("address", BAD_LINKS)
def test_a_dead_link(built: BuiltSite, address: str) -> None:
    source = f"text\n\n[x]({address})\n"
    assert check(built, f'<a href="{address}">x</a>', source) == [
        f"docs/a/c.md:3: the link “{address}” leads to no file of the site: "
        "correct the address, or add the file"
    ]


def test_a_dead_link_is_found_as_the_author_wrote_it(built: BuiltSite) -> None:
    messages = check(built, '<a href="../lost/">x</a>', "one\n\n[x](lost.md)\n")
    assert [message.partition(": ")[0] for message in messages] == ["docs/a/c.md:3"]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="none.png" alt="">',
        '<img srcset="../b/ 1x, none.png 2x" alt="">',
        '<script src="none.js"></script>',
        '<link rel="stylesheet" href="none.css">',
        '<svg><use href="none.svg#a"/></svg>',
        '<svg><image xlink:href="none.png"/></svg>',
    ],
)
def test_a_dead_address_of_something_loaded(built: BuiltSite, element: str) -> None:
    messages = check(built, element, f"\n{element}\n")
    assert len(messages) == 1
    assert messages[0].startswith("docs/a/c.md:2: the link “none.")


@pytest.mark.parametrize(
    ("address", "file"),
    [("#none", "a/c/index.html"), ("../b/#none", "a/b/index.html"), ("../../#no", "index.html")],
)
def test_a_missing_anchor(built: BuiltSite, address: str, file: str) -> None:
    place = address.partition("#")[2]
    messages = check(built, f'<a href="{address}">x</a>', f"\n[x](x.md#{place})\n")
    assert messages == [
        f"docs/a/c.md:2: the link “{address}” leads to “{place}”, which {file} does not have: "
        "correct the part after #, or give the place this id"
    ]


def test_a_link_in_the_404_page_names_the_built_file(built: BuiltSite) -> None:
    built.add("404.html", '\n<a href="/course/none/">x</a>')
    assert [message.partition(": ")[0] for message in built.problems()] == ["site/404.html:9"]


def test_a_block_mark_in_text(built: BuiltSite) -> None:
    source = "# C\n\n/// exercize | Plan\n    id: a\n\ntext\n///\n"
    messages = check(built, "<p>/// exercize | Plan\nid: a</p><p>text\n///</p>", source)
    assert len(messages) == 1
    assert messages[0].startswith("docs/a/c.md:3: the block “/// exercize | Plan” was not unders")


def test_a_mark_that_ends_nothing(built: BuiltSite) -> None:
    source = "# C\n\n/// details | More\ntext\n///\n\n///\n"
    messages = check(built, "<details><summary>More</summary>text</details><p>///</p>", source)
    assert len(messages) == 1
    assert messages[0].startswith("docs/a/c.md:7: “///” ends no block: ")


def test_slashes_that_are_no_block_mark(built: BuiltSite) -> None:
    body = "<p>file:///x a//b <code>/// x</code></p><pre>///</pre><script>/// x\n</script>"
    assert check(built, body) == []


def test_a_duplicate_id(built: BuiltSite) -> None:
    messages = check(built, '<p id="x">1</p><p id="x">2</p>', "a\n\nb {#x}\n")
    assert messages == [
        "docs/a/c.md:3: the id “x” is on this page 2 times: give each a name of its own"
    ]


@pytest.mark.parametrize("kind", ["exercise", "question", "decision"])
def test_an_exercise_id_on_two_pages(built: BuiltSite, kind: str) -> None:
    body, source = f'<section class="{kind}" id="x"></section>', f"/// {kind} | T\n    id: x\n///"
    built.add("a/d/index.html", '<section class="x exercise" id="x"></section>', source)
    messages = check(built, body, source)
    assert messages == [
        "docs/a/d.md:2: the id “x” is also used at docs/a/c.md:2: "
        "choose another: answers are kept under it"
    ]


def test_the_same_heading_on_two_pages_is_right(built: BuiltSite) -> None:
    built.add("a/d/index.html", '<h2 id="x">T</h2>')
    assert check(built, '<h2 id="x">T</h2><section class="exercise" id="y"></section>') == []


FOREIGN = [
    '<script src="https://x.example/a.js"></script>',
    '<img src="//x.example/a.png" alt="">',
    '<img srcset="https://x.example/a.png 2x" alt="">',
    '<picture><source srcset="https://x.example/a.png"></picture>',
    '<input type="image" src="https://x.example/a.png" alt="x">',
    '<svg><image href="https://x.example/a.png"/></svg>',
    '<svg><use xlink:href="https://x.example/a.svg#b"/></svg>',
    *(
        f'<link rel="{rel}" href="https://x.example/a">'
        for rel in ("stylesheet", "preload", "preconnect", "dns-prefetch", "icon", "manifest")
    ),
]


@pytest.mark.parametrize("element", FOREIGN)
def test_something_loaded_from_another_host(built: BuiltSite, element: str) -> None:
    messages = check(built, element, f"\n\n{element}\n")
    assert len(messages) == 1
    assert messages[0].startswith("docs/a/c.md:3: the browser would load “")


@pytest.mark.parametrize("tag", ["iframe", "video", "audio", "embed"])
def test_media_of_another_host_are_told_twice(built: BuiltSite, tag: str) -> None:
    messages = check(built, f'<{tag} src="https://x.example/"></{tag}>')
    assert ["another host" in message for message in messages] == [True, False]


@pytest.mark.parametrize(
    "element",
    [
        '<a href="https://x.example/">x</a>',
        '<link rel="canonical" href="https://x.example/">',
        '<link rel="alternate" hreflang="de" href="https://x.example/de/">',
        '<img src="data:image/png;base64,AA==" alt="">',
    ],
)
def test_an_address_that_loads_nothing(built: BuiltSite, element: str) -> None:
    assert check(built, element) == []


@pytest.mark.parametrize(
    "css",
    [
        "a{background:url(https://x.example/a.png)}",
        "a{background:url( '//x.example/a.png' )}",
        '@import "https://x.example/a.css";',
        "@import url(https://x.example/a.css);",
        'a{background:image-set("https://x.example/a.png" 1x)}',
    ],
)
def test_a_style_sheet_that_loads_from_another_host(built: BuiltSite, css: str) -> None:
    built.write("docs/assets/course.css", f"/* x\n */\n{css}")
    built.write("site/assets/course.css", f"/* x\n */\n{css}")
    (message,) = built.problems()
    assert message.startswith("docs/assets/course.css:3: “")


def test_a_style_sheet_that_loads_nothing(built: BuiltSite) -> None:
    css = (
        "/* url(https://x.example/a) */ a{background:url(x.png)} b{background:"
        """url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>')}"""
    )
    built.write("site/assets/theme.css", css)
    assert built.problems() == []


def test_a_script_of_ours_that_names_a_host(built: BuiltSite) -> None:
    for folder in ("site", "docs"):
        built.write(f"{folder}/assets/course.js", "// http://a.example\nfetch('//x.example/a')\n")
    (message,) = built.problems()
    assert message.startswith("docs/assets/course.js:2: “//x.example/a” ")


def test_a_script_of_the_theme_may_name_a_host(built: BuiltSite) -> None:
    built.write("site/assets/theme.js", 'fetch("https://x.example/")')
    assert built.problems() == []


def test_a_page_outside_the_navigation_is_told() -> None:
    def page(name: str, nav: str) -> Page:
        source = Source(((f"docs/{name.removesuffix('/index.html')}.md", ("",)),))
        return Page(name, f"<nav>{nav}</nav>", source)

    pages = [
        page("index.html", '<a href="a/">A</a>'),
        page("a/index.html", '<a href="./">A</a><a href="#part">Part</a>'),
        page("b/index.html", '<a href="../a/">A</a><a href="#part">Part</a>'),
    ]
    assert [(problem.file, problem.what) for problem in check_navigation(pages)] == [
        ("docs/b.md", "the page is not in the navigation")
    ]


def test_a_dead_link_of_the_navigation_is_told_once() -> None:
    nav = '<nav><a href="{}gone/">Gone</a></nav>'
    pages = [Page("index.html", nav.format("")), Page("a/index.html", nav.format("../"))]
    found = check_links(pages, {"index.html", "a/index.html"})
    assert [str(problem) for problem in found] == [
        "mkdocs.yml:1: the navigation leads to “gone”, which is no page: correct the path in nav"
    ]
