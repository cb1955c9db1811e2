"""Puts into the theme's script what it reads in a page, and no reader needs before a touch.

The settings are the same on every page but for the way to the root of the site, which a script
knows by its own address; so are the pictures of the colours that are not shown yet, and what opens
below the field of search.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement, tostring

from course.files import write_file
from course.site.assets import BEFORE_THEME, NO_WORDS
from course.site.page import Page, without_space
from course.site.repairs import announce_search_results, hide_icons

BUNDLE = re.compile(r"(?:^|/)assets/javascripts/bundle\.\w+\.min\.js$")
# Of the search, whose field alone a page shows.
OF_SEARCH = [f"md-search__{name}" for name in ("overlay", "options", "suggest", "output")]
# In the script as it is joined.
RE_WORDS = re.compile(r"^const WORDS = (\{.*\});$", re.MULTILINE)


def settings_of(pages: Sequence[Page]) -> dict[str, Any]:
    """Return what `before.js` needs to know; nothing if no page has the settings of the theme."""
    for page in pages:
        for script in page.tree.xpath("//script[@id='__config']"):
            config = json.loads(script.text)
            # The page that there is none has another base, since it is shown at any depth.
            if config["base"].startswith("."):
                del config["base"]
                address = posixpath.join(page.folder, config["search"])
                config["search"] = posixpath.normpath(address)
                return {"config": config, "parts": parts_of(page)}
    return {}


def parts_of(page: Page) -> list[tuple[str, str, str]]:
    """Return what `before.js` adds to a page: in what, at which end of it, and its HTML."""
    announce_search_results(page)
    hide_icons(page)
    parts = []
    for place, part in later(page):
        text = tostring(part, encoding="unicode", with_tail=False)
        # HTML knows where SVG begins without it.
        text = without_space(text.replace(' xmlns="http://www.w3.org/2000/svg"', ""))
        parts.append((place, "prepend" if part.getprevious() is None else "append", text))
    return parts


def later(page: Page) -> Iterator[tuple[str, HtmlElement]]:
    """Yield what no page shows before a touch, each with a selector for what it stands in."""
    # A new reader sees the first of the buttons of colours.
    for label in page.tree.xpath("//form[@data-md-component='palette']/label[svg]")[1:]:
        yield f"label[for={label.get('for')}]", label.find("svg")
    for part in (part for name in OF_SEARCH for part in page.of_class(name)):
        yield "." + part.getparent().get("class").split()[0], part


def put_off(page: Page, own: HtmlElement) -> None:
    """Leave the theme's script, and what it needs, to our own script.

    Arguments:
        page: a page that the theme made.
        own: the element of our own script.
    """
    for script in page.tree.xpath("//body/script[@src]"):
        if BUNDLE.search(script.get("src")):
            own.set("data-theme", script.get("src"))
            page.drop(script)
            for part in page.tree.xpath("//script[@id='__config']"):
                page.drop(part)
            for _, unseen in later(page):
                page.drop(unseen)


def join_bundle(site: Path, settings: Mapping[str, Any]) -> None:
    """Put our own script before that of the theme, into one file.

    Arguments:
        site: the folder of the site, whose pages are written.
        settings: what our own script needs to know.
    """
    own = site / "assets" / BEFORE_THEME
    names = {path.relative_to(site).as_posix(): path for path in (site / "assets").rglob("*.js")}
    if own.is_file():
        said = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
        text = own.read_text("utf-8").replace(NO_WORDS, f"const WORDS = {said};", 1)
        own.unlink()
        for bundle in (
            (path for name, path in names.items() if BUNDLE.search(name)) if settings else ()
        ):
            write_file(bundle, text + bundle.read_text("utf-8"))


def without_instant(script: str) -> str:
    """Return the theme's script without the settings that ask a server for pages."""

    def changed(match: re.Match[str]) -> str:
        words = json.loads(match[1])
        features = words["config"]["features"]
        left = [name for name in features if not name.startswith("navigation.instant")]
        words["config"]["features"] = left
        return f"const WORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};"

    return RE_WORDS.sub(changed, script, count=1)
