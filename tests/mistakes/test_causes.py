"""One cause gives one line, whatever follows from it on other pages."""

from __future__ import annotations

import pytest

from course.finish import check_built
from tests.mistakes.blocks import exercise
from tests.mistakes.row import HEAD, UNIT, course_of, told
from tests.rules.small import SmallCourse

BASE = "docs/units/base.md"
ENTRY, YEAR = "@misc{bloom2013,\n  author = {B}", "\n  year = {2013}\n}\n"
LEADS = HEAD + "See [it](units/base.md#guess), [Hat]: [[Hat]].\n\n" + exercise("leads-write")


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """Return a course in which pages lead to each other and cite."""
    small = course_of(tmp_path_factory.mktemp("causes"), [])
    small.write("docs/leads.md", LEADS)
    small.write("docs/cites.md", HEAD + "So [@bloom2013].\n\nSo [@bloom2013] too.\n")
    return small


def test_nothing_is_wrong_at_first(small: SmallCourse) -> None:
    assert told(small) == []


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (BASE, "", f"{BASE}:1: the front matter is missing"),
        (
            "docs/units/base.md",
            UNIT.replace("---\n\n", "\n"),
            f"{BASE}:1: the front matter does not end",
        ),
        (
            "docs/units/base.md",
            UNIT.replace("title:", "\ttitle:"),
            f"{BASE}:2: a tab stands",
        ),
        (
            "docs/units/base.md",
            UNIT.replace("\n## ", "\n<<<<<<< a\n## "),
            f"{BASE}:10: Git left",
        ),
        (
            "docs/sources.bib",
            f"{ENTRY},{YEAR}",
            "docs/sources.bib:1: ",
        ),
        (
            "docs/sources.bib",
            f"{ENTRY}{YEAR}",
            "docs/sources.bib:2: a comma",
        ),
        ("docs/glossary.md", HEAD + "Hat\n\n:   What a head wears.\n", None),
        (
            "docs/glossary.md",
            HEAD + "Hat\n:   What a head wears.\n\nCap\n\nBonnet\n:   A hat.\n",
            'docs/glossary.md:9: term "Cap" has no meaning: write it on the line below',
        ),
        ("docs/glossary.md", HEAD + "Hat\n: What a head wears.\n", None),
    ],
)
def test_what_follows_is_not_told(
    small: SmallCourse, path: str, text: str, message: str | None
) -> None:
    small.write(path, text)
    messages = told(small)
    if message is None:
        assert messages == []
    else:
        assert len(messages) == 1, messages
        assert messages[0].startswith(message)


def test_a_copy_in_the_navigation_is_told_once(small: SmallCourse) -> None:
    text = HEAD + "\n".join(exercise(f"copied-{number}") for number in range(4))
    small.write("docs/one.md", text)
    small.write("docs/two.md", text)
    (message,) = told(small)
    assert message.startswith("docs/two.md:7: 4 ids are those of docs/one.md, as in a copy")


def test_a_copy_beside_the_navigation_is_told_as_that(small: SmallCourse) -> None:
    text = "\n".join(exercise(f"copied-{number}") for number in range(4))
    small.write("docs/one.md", HEAD + text)
    small.write("docs/one (copy).md", HEAD + text + "\n[x](navigation.md)\n")
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text("utf-8"))
    small.build()
    for page in (small.root / "site").rglob("*.html"):
        links = '<nav><a href="/one/">One</a></nav>'
        # The way to the next page is a part of the theme's navigation, which has no copy.
        text = page.read_text("utf-8").replace("<nav", "<div")
        page.write_text(text.replace("<body>", f"<body>{links}"), "utf-8")
    found = [str(each) for each in check_built(small.material) if "one" in each.file]
    assert found == [
        "docs/one (copy).md:2: the page is not in the navigation: "
        "add a line for it under nav in mkdocs.yml"
    ]
