"""What a page asks for of the theme, and what the theme must have for that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import material
import pytest

from course.site.assets import joined, packed
from course.site.page import Page, read_pages
from course.site.sheet import Rule, rules_of
from course.site.styles import can_apply, words_of, words_of_script
from course.site.theme import (
    CARDS,
    COSTLY,
    FORMER,
    MADE,
    SHEETS,
    by_own_names,
    drop_unused,
    join_theme,
    lighten,
    lunr_files,
    size_of_logo,
)
from tests.courses.build import ROOT

THEME = Path(material.__file__).with_name("templates")
SENT = ("course.css", "touched.css")
GENERATOR = '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1">'
HEAD = """<link rel="stylesheet" href="../assets/stylesheets/main.1.min.css">
<link rel="stylesheet" href="../assets/stylesheets/palette.2.min.css">
<link rel="stylesheet" href="../assets/course.css">"""
BODY = """<p class="used">Text.</p><script src="../assets/javascripts/bundle.3.min.js"></script>
<script src="../assets/course.js" defer></script>"""
# What its script does for features that the course has not: code, tabs, tags, versions, diagrams.
OTHER = r"""md-(?:annotation|clipboard|code|color|component|content|copying|default|grid|highlight
    |indicator|mermaid|progress|score|scrollfix|scrolllock|sidebar__scrollwrap|source|status
    |switching|tag|tags|toggle|tooltip|type|version|visible)(?:[-_].*)?-?"""


def written(head: str = HEAD, generator: str = GENERATOR) -> str:
    """Return a page of the theme, made lighter."""
    text = f"<html><head>{generator}{head}</head><body>{BODY}</body></html>"
    page = Page("a/index.html", text)
    lighten(page, ())
    return page.render()


def test_a_page_asks_for_one_style_sheet_and_one_script() -> None:
    text = written()
    assert re.findall(r'href="([^"]*)"', text) == ["../assets/course.css"]
    assert re.findall(r' src="([^"]*)"', text) == ["../assets/course.js"]
    assert 'data-theme="../assets/javascripts/bundle.3.min.js"' in text
    assert '<p class="used">Text.</p>\n<script' in text


def test_a_page_of_another_theme_stays_as_it_is() -> None:
    text = written(generator='<meta name="generator" content="zensical-0.0.73">')
    assert "stylesheets/main" in text
    assert "bundle.3.min.js" in text
    assert "data-theme" not in text


def test_without_our_own_style_sheet_the_theme_keeps_its_own() -> None:
    assert "stylesheets/main" in written(HEAD.rpartition("\n")[0])


def test_a_citation_has_its_reference_once() -> None:
    item = '<li data-reference="a1">A <i>work</i>.</li><li data-reference="b2">B.</li>'
    links = '<a data-source="a1" title="A work.">A</a><a data-source="b2" title="Other">B</a>'
    page = Page("a.html", f"<html><head>{GENERATOR}</head><body>{links}{item}{BODY}</body></html>")
    lighten(page, ())
    assert '<a data-source="a1">A</a><a data-source="b2" title="Other">B</a>' in page.render()
    # Without the script that puts it back, it stays.
    page = Page("a.html", page.text.replace("course.js", "other.js"))
    lighten(page, ())
    assert links in page.render()


def test_an_icon_does_not_say_where_svg_begins() -> None:
    icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1"/></svg>'
    page = Page("a.html", f"<html><head>{GENERATOR}</head><body>{icon}</body></html>")
    lighten(page, ())
    assert '<svg viewBox="0 0 24 24"><path d="M1 1"/></svg>' in page.render()


def test_the_logo_has_its_place_before_it_comes(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg viewBox="0 0 24 12"></svg>', "utf-8")
    logo = '<a data-md-component="logo"><img src="../logo.svg" alt="logo"></a>'
    page = Page("a/index.html", f"<html><head>{GENERATOR}</head><body>{logo}</body></html>")
    assert size_of_logo(page, tmp_path) == ("24", "12")
    lighten(page, size_of_logo(page, tmp_path))
    assert '<img src="../logo.svg" alt="logo" width="24" height="12">' in page.render()


def test_the_styles_of_the_theme_come_before_our_own(tmp_path: Path) -> None:
    files = {
        "assets/stylesheets/main.1.min.css": ".used{view-transition-name:b;transition:c}.not{d:e}"
        ".used::-webkit-scrollbar{q:r}@supports selector(::-webkit-scrollbar){.used{s:t}}",
        "assets/stylesheets/palette.2.min.css": ".md-icon{e:f}.md-own{i:j}",
        "assets/course.css": ".md-own{transition:g 1s}.md-late{k:l}.ours{m:n}.md-part{o:p}",
        "assets/course.js": 'find(".md-own, .md-part")',
        "assets/answers.js": 'find(".md-late")',
        "a/index.html": written(),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    pages = read_pages(tmp_path, tmp_path)
    join_theme(tmp_path, pages, ['<p class="md-part">'])
    css = (tmp_path / "assets/course.css").read_text("utf-8")
    assert css == (
        ".used{view-transition-name:b}@supports selector(::-webkit-scrollbar){.used{s:t}}"
        ".md-own{i:j}.md-own{transition:g 1s}"
    )
    later = (tmp_path / "assets/touched.css").read_text("utf-8")
    assert later == ".md-icon{e:f}.md-late{k:l}.md-part{o:p}"
    assert not (tmp_path / "assets/stylesheets").exists()
    join_theme(tmp_path, pages)
    assert (tmp_path / "assets/course.css").read_text("utf-8") == css


def test_a_value_has_the_name_that_the_course_has_for_it() -> None:
    css = ":root{--md-a:red;--md-b:1}a{b:var(--md-a) var(--md-b) var(--a)}:root{--md-a:var(--a)}"
    uses = "a{b:var(--a) var(--md-b) var(--a)}"
    assert by_own_names(css) == f":root{{--md-a:red;--md-b:1}}{uses}:root{{--md-a:var(--a)}}"


@pytest.mark.parametrize(
    ("languages", "files"),
    [
        ([], set()),
        (["en"], set()),
        (["de"], {"lunr.stemmer.support.min.js", "lunr.de.min.js"}),
        (
            ["en", "ja"],
            {
                *("lunr.stemmer.support.min.js", "lunr.ja.min.js", "tinyseg.js"),
                "lunr.multi.min.js",
            },
        ),
    ],
)
def test_search_keeps_the_files_of_its_languages(languages: list[str], files: set[str]) -> None:
    assert set(lunr_files(languages)) == files
    there = {path.name for path in (THEME / "assets/javascripts/lunr").rglob("*.js")}
    assert files <= there


def test_what_nobody_asks_for_is_not_published(tmp_path: Path) -> None:
    lunr = tmp_path / "assets/javascripts/lunr/min"
    lunr.mkdir(parents=True)
    (tmp_path / "search").mkdir()
    index = '{"config": {"lang": ["de"]}, "docs": []}'
    (tmp_path / "search/search_index.json").write_text(index, "utf-8")
    for name in ("lunr.de.min.js", "lunr.fr.min.js", "lunr.stemmer.support.min.js"):
        (lunr / name).touch()
    (tmp_path / "assets/a.js.map").touch()
    drop_unused(tmp_path)
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert left == ["lunr.de.min.js", "lunr.stemmer.support.min.js", "search_index.json"]


def selectors(rules: Iterable[Rule]) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield each selector of rules that declare more than custom properties."""
    for rule in rules:
        yield from selectors(rule.inner or ())
        if any(not name.startswith("--") for name, _ in rule.declared):
            yield from rule.selectors


def test_each_rule_of_ours_for_what_a_script_makes_is_sent(site: Path) -> None:
    """A name that only the theme's script has, and MADE lacks, would cost our rule for it."""
    own = packed(joined(ROOT / "overrides/assets/css"))
    sent = "".join((site / "assets" / name).read_text("utf-8") for name in SENT)
    pages = (words_of(path.read_text("utf-8")) for path in site.rglob("*.html"))
    scripts = (words_of_script(path.read_text("utf-8")) for path in site.rglob("assets/**/*.js"))
    # With what the course uses, the theme's script makes none of these elements; and it asks for a
    # direction of writing that no page has.
    named = set().union(*pages, *scripts) - {"aside", "hr", "pre", "=rtl"}
    there = {text for text, _ in selectors(rules_of(sent))}
    ours = selectors(rules_of(own))
    lost = [text for text, tokens in ours if text not in there and can_apply(tokens, named)]
    assert lost == []


def test_a_card_of_an_edition_has_its_rules() -> None:
    """The cards come when the site is finished: see CARDS in course.site.theme."""
    markup = (ROOT / "scripts/course/print/downloads.py").read_text("utf-8")
    tags = set(re.findall(r"<([a-z]\w*)", markup))
    parts = {f"={part}" for part in re.findall(r'data-part="(\w+)"', markup)}
    assert {"img", "=about"} <= tags | parts <= CARDS


def text_of_theme(pattern: str) -> str:
    """Return the one file of the theme that a pattern names."""
    (path,) = THEME.glob(pattern)
    return path.read_text("utf-8")


def test_the_theme_has_the_style_sheets_that_are_joined() -> None:
    head = (THEME / "base.html").read_text("utf-8")
    named = re.findall(r"'(assets/stylesheets/[^']*)'", head)
    assert len(named) == len(SHEETS)
    assert all(Path(name).match(pattern) for name, pattern in zip(named, SHEETS, strict=True))


def test_what_costs_a_browser_most_is_still_in_the_theme() -> None:
    theme = text_of_theme("assets/stylesheets/main.*.min.css")
    for costly, text in COSTLY.items():
        assert costly in theme
        theme = theme.replace(costly, text)


def test_the_theme_still_has_rules_for_parts_that_browsers_had() -> None:
    theme = text_of_theme("assets/stylesheets/main.*.min.css")
    assert FORMER.search(theme)
    assert "scrollbar-color" in FORMER.sub("", theme)


def test_no_rule_makes_a_browser_look_at_all_that_follows(site: Path) -> None:
    """A class is set, and an element put before another one, on every page and at every answer."""
    for name in SENT:
        css = (site / "assets" / name).read_text("utf-8")
        assert re.findall(r"[^{}]*(?:\[class\]|[+~] ?\*)[^{}]*(?=\{)", css) == []


def test_nothing_is_drawn_many_times_for_one_press(site: Path) -> None:
    assert [name for name in SENT if "transition" in (site / "assets" / name).read_text()] == []


def test_the_script_of_the_theme_makes_nothing_unknown() -> None:
    """A rule for what it makes must not be left out: see MADE in course.site.theme."""
    script = text_of_theme("assets/javascripts/bundle.*.min.js")
    names = set(re.findall(r"md-[\w-]+", script)) - MADE - {"md-ellipsis"}
    assert sorted(name for name in names if not re.fullmatch(OTHER, name, re.VERBOSE)) == []
    known = {name for name in MADE if name.startswith("md-")}
    assert sorted(name for name in known if name not in script) == []


@pytest.mark.parametrize(
    "part",
    [
        # It starts once the page is there: overrides/assets/js/theme.js tells it so.
        '(document,"DOMContentLoaded",{once:!0})',
        # It frames tables without a class, and sets these of the menus.
        'M("table:not([class])",e)',
        'class:"md-typeset__scrollwrap"},x("div",{class:"md-typeset__table"}',
        ".style.height=`${",
        # It asks for the index by this request, and starts its worker so.
        "new XMLHttpRequest",
        '"search/search_index.json"',
        "=new Worker(",
        # It reads pages so, and soon after its start it shuts the menu and the search.
        "new DOMParser",
        '(125)).subscribe(()=>{at("drawer",!1),at("search",!1)})',
        # The colours that were chosen, and those of the system.
        '__md_get("__palette")||{index:',
        "[data-md-color-media='(prefers-color-scheme: light)']",
        'x("meta",{name:"color-scheme"})',
    ],
)
def test_what_our_scripts_stand_in_for_is_still_done_so(part: str) -> None:
    assert part in text_of_theme("assets/javascripts/bundle.*.min.js")
