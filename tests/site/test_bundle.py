"""What the theme's script has of its own, and no page before a touch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.site.assets import SCOPE
from course.site.bundle import join_bundle, put_off, settings_of, without_instant
from course.site.page import Page

CONFIG = {
    "base": "..",
    "features": ["navigation.instant", "toc.follow"],
    "search": "../assets/s.js",
}
ICON = '<svg viewBox="0 0 1 1"><path d="M1 1"/></svg>'
SEARCH = """<div class="md-search"><label class="md-search__overlay" for="__search"></label>
<div class="md-search__inner"><form class="md-search__form"><input>
<div class="md-search__suggest"></div></form>
<div class="md-search__output"><div class="md-search-result__meta">Soon</div></div></div></div>"""
LABELS = "".join(f'<label for="__palette_{number}" hidden>{ICON}</label>' for number in (1, 0))
BODY = f"""<form data-md-component="palette">{LABELS}</form>
{SEARCH}
<script id="__config" type="application/json">{json.dumps(CONFIG)}</script>
<script src="../assets/javascripts/bundle.3.min.js"></script>
<script src="../assets/course.js" defer></script>"""


def page_of_theme(body: str = BODY) -> Page:
    """Return a page of the theme."""
    return Page("a/index.html", f"<html><head></head><body>{body}</body></html>")


def test_the_settings_are_those_of_the_root() -> None:
    settings = settings_of([page_of_theme()])
    features = ["navigation.instant", "toc.follow"]
    assert settings["config"] == {"features": features, "search": "assets/s.js"}


def test_what_no_page_shows_is_kept_with_its_place() -> None:
    *colours, overlay, suggest, output = settings_of([page_of_theme()])["parts"]
    # Of the colours that a new reader sees first, the page has the picture.
    icon = '<svg viewbox="0 0 1 1" aria-hidden="true"><path d="M1 1"></path></svg>'
    assert colours == [("label[for=__palette_0]", "prepend", icon)]
    label = '<label class="md-search__overlay" for="__search"></label>'
    assert overlay == (".md-search", "prepend", label)
    assert suggest[:2] == (".md-search__form", "append")
    assert output[:2] == (".md-search__inner", "append")
    # It is repaired as the pages are.
    assert '<div class="md-search-result__meta" role="status">Soon</div>' in output[2]


def test_a_page_that_is_shown_at_any_depth_tells_no_root() -> None:
    config = json.dumps({**CONFIG, "base": "/"})
    assert settings_of([page_of_theme(BODY.replace(json.dumps(CONFIG), config))]) == {}
    assert settings_of([page_of_theme("<p>Another theme.</p>")]) == {}


def test_a_page_leaves_the_settings_to_the_script() -> None:
    page = page_of_theme()
    put_off(page, page.tree.xpath("//script[@defer]")[0])
    text = page.render()
    assert 'data-theme="../assets/javascripts/bundle.3.min.js"' in text
    assert "__config" not in text
    assert text.count("<svg") == 1
    assert '<form class="md-search__form"><input>\n</form>\n</div></div>' in text


def test_without_the_script_of_the_theme_a_page_keeps_all() -> None:
    page = page_of_theme(BODY.replace("bundle.3.min.js", "other.js"))
    put_off(page, page.tree.xpath("//script[@defer]")[0])
    assert page.render() == page.text


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    """Return the theme's script, with our own before it."""
    bundle = tmp_path / "assets/javascripts/bundle.3.min.js"
    bundle.parent.mkdir(parents=True)
    bundle.write_text('feature("navigation.instant")', "utf-8")
    own = SCOPE.format("const WORDS = {};", "ours;\n")
    (tmp_path / "assets/before.js").write_text(own, "utf-8")
    for _ in range(2):  # a site that is finished twice has it once
        join_bundle(tmp_path, settings_of([page_of_theme()]))
    assert not (tmp_path / "assets/before.js").exists()
    return bundle


def test_our_own_script_stands_before_that_of_the_theme(joined: Path) -> None:
    text = joined.read_text("utf-8")
    assert text.count("ours;") == 1
    assert text.index('"search":"assets/s.js"') < text.index("ours;") < text.index("feature(")


def test_a_copy_for_a_folder_asks_no_server_for_pages(joined: Path) -> None:
    text = without_instant(joined.read_text("utf-8"))
    assert '"features":["toc.follow"]' in text
    assert text.endswith('feature("navigation.instant")')


def test_without_settings_the_script_of_the_theme_stays(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/before.js").write_text("ours;", "utf-8")
    join_bundle(tmp_path, {})
    assert not list(tmp_path.rglob("*.js"))
