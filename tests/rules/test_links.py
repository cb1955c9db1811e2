"""A link leads somewhere, and no page is left out of the navigation."""

from __future__ import annotations

import pytest

from course.rules.links import check_addresses, check_links, check_navigation
from tests.rules.small import SmallCourse


@pytest.fixture
def built(small: SmallCourse) -> SmallCourse:
    """A site with a start page, a page below it, and a picture."""
    canonical = '<link rel="canonical" href="https://example.org/course/{}">'
    small.html("index.html", '<h2 id="top-part">Top</h2>', "# Start\n", canonical.format(""))
    small.html("a/b/index.html", '<p id="é">x</p><a name="old"></a>', "# B\n")
    small.write("site/assets/x y.png", "")
    return small


def check(built: SmallCourse, body: str, source: str = "") -> list[str]:
    """Return the messages about the links of a page `a/c`."""
    built.html("a/c/index.html", body, source)
    return list(map(str, built.problems(check_links)))


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
def test_a_good_link(built: SmallCourse, address: str) -> None:
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
def test_a_dead_link(built: SmallCourse, address: str) -> None:
    source = f"text\n\n[x]({address})\n"
    (message,) = check(built, f'<a href="{address}">x</a>', source)
    assert message.startswith(f"docs/a/c.md:3: the link “{address}” leads to no file of the site: ")


def test_a_dead_link_is_found_as_the_author_wrote_it(built: SmallCourse) -> None:
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
def test_a_dead_address_of_something_loaded(built: SmallCourse, element: str) -> None:
    (message,) = check(built, element, f"\n{element}\n")
    kind = "picture" if element.startswith("<img") else "link"
    assert message.startswith(f"docs/a/c.md:2: the {kind} “none.")


@pytest.mark.parametrize(
    ("address", "written"),
    [("#none", "#none"), ("../b/#none", "b.md#none"), ("../../#no", "index.html#no")],
)
def test_a_missing_anchor(built: SmallCourse, address: str, written: str) -> None:
    place = address.partition("#")[2]
    messages = check(built, f'<a href="{address}">x</a>', f"\n[x](x.md#{place})\n")
    assert messages == [
        f"docs/a/c.md:2: the link “{written}” leads to a place that is not there: "
        f"correct the part after #, or give a heading {{ #{place} }}"
    ]


def test_a_link_in_the_404_page_names_the_built_file(built: SmallCourse) -> None:
    built.html("404.html", '<a href="/course/none/">x</a>')
    (problem,) = built.problems(check_links)
    assert (problem.file, problem.line) == ("site/404.html", 8)


def test_the_end_of_a_story_leads_to_its_debrief(small: SmallCourse) -> None:
    story = "/// story\n    after: debrief\n///\n"
    small.page("a.md", f"{story}\n## Debrief\n")
    assert small.found(check_links) == []
    small.page("a.md", f"{story}\n## After\n")
    assert small.found(check_links) == [
        "docs/a.md:7: the link “#debrief” leads to a place that is not there",
    ]


def nav(small: SmallCourse, name: str, links: str) -> None:
    small.html(f"{name}index.html", "", f"# {name}\n", f"</head><nav>{links}</nav>")


def test_a_page_outside_the_navigation_is_told(small: SmallCourse) -> None:
    nav(small, "", '<a href="a/">A</a>')
    small.write("docs/index.md", "")
    nav(small, "a/", '<a href="./">A</a><a href="#part">Part</a>')
    nav(small, "b/", '<a href="../a/">A</a><a href="#part">Part</a>')
    assert [(problem.file, problem.what) for problem in small.problems(check_navigation)] == [
        ("docs/b.md", "the page is not in the navigation")
    ]


def test_a_dead_link_of_the_navigation_is_told_once(small: SmallCourse) -> None:
    nav(small, "", '<a href="gone/">Gone</a>')
    nav(small, "a/", '<a href="../gone/">Gone</a>')
    assert list(map(str, small.problems(check_links))) == [
        "mkdocs.yml:1: every page leads to “gone”, which is no file of the site: "
        "correct the path there"
    ]


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("bb.md", "write b.md"),
        ("..\\a\\b.md", "write / in the place of \\"),
        ("www.example.org", "write https://www.example.org"),
        ("../b.md", "write b.md"),
        ("B.md", "write b.md"),
    ],
)
def test_what_is_near_a_dead_address_is_named(
    built: SmallCourse, address: str, remedy: str
) -> None:
    built.write("docs/a/b.md", "")
    (message,) = check(built, f'<a href="{address}">x</a>', f"[x]({address})")
    assert message.endswith(f"leads to no file of the site: {remedy}")


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("htps://example.org/", "write https:"),
        ("file:///home/a/b.md", "put the file beside the pages, and write its path"),
        ("http://127.0.0.1:8000/a/", "write the path of the page, such as reference/glossary.md"),
        ("https:///b.md", "write https:// and the host"),
    ],
)
def test_an_address_that_no_reader_can_go_to(built: SmallCourse, address: str, remedy: str) -> None:
    built.html("a/c/index.html", f'<a href="{address}">x</a>', f"\n[x]({address})\n")
    (problem,) = built.problems(check_addresses)
    assert (problem.line, problem.remedy) == (2, remedy)


def test_what_is_near_a_missing_anchor_is_named(built: SmallCourse) -> None:
    (message,) = check(built, '<a href="../../#top-prt">x</a>', "[x](../index.md#top-prt)")
    assert message.endswith("leads to a place that is not there: write #top-part")


def test_a_link_to_a_page_that_moved_is_told_where_it_is_now(built: SmallCourse) -> None:
    built.html("z/new/index.html", '<p data-moved-from="a/old.md">x</p>', "\nText\n")
    (message,) = check(built, '<a href="old.md#part">x</a>', "[x](old.md#part)")
    assert message.endswith(": write ../z/new.md, to which the page moved")
