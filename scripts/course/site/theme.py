"""Lets a page ask for what its reader needs: one style sheet, and another at a touch.

The names are those of Material for MkDocs; a page that another theme made stays as it is, and so
does a site without the two files in which the course has its own styles and scripts.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from course.files import write_file
from course.kept import kept
from course.model import text_of
from course.site.bundle import put_off
from course.site.facts import fact
from course.site.page import Page
from course.site.styles import named_by, reduced, words_of, words_of_script

STYLES = "assets/course.css"
# With the rules for what only the scripts make that come at a touch.
LATER = "assets/touched.css"
SCRIPT = "assets/course.js"
# The theme's style sheets in the order in which its pages name them.
SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
# Rules of the theme after which a browser looks at a whole page again whenever a class changes, or
# something is put before something else; and what stands for them.
COSTLY = {
    # Those of a table that is not plain: in a block of the course, and of code with its numbers.
    "table:not([class])": "table:not(.own,.highlighttable)",
    # The course lets what follows a table keep away from it: see tables.css.
    ".md-typeset table:not(.own,.highlighttable)+*{margin-top:1.5em}": "",
}
# What it lets change little by little: each picture on the way costs a browser as much as the last,
# and a reader waits for that one.
MOTION = re.compile(r"(?<![\w-])transition(?:-\w+)?:[^;}]*;?")
# Its rules for parts that browsers have no more, or that `scrollbar-color` beside them overrules.
FORMER = re.compile(r"[^{}()]*::-(?:ms-clear|webkit-scrollbar)[^{}()]*\{[^}]*\}")
# A value of the theme for which the course has a name of its own, and the use of one.
RE_RENAMED = re.compile(r"(--md-[\w-]+):var\((--[\w-]+)\)")
RE_OF_THEME = re.compile(r"var\((--md-[\w-]+)\)")
LOGO = "//*[@data-md-component='logo']/img[not(@width)]"
# What the theme's script adds to a page with the features that the course uses, and sets on what
# is there. A test tells when its next version knows another name.
MADE = {
    *("js", "mark", "md-dialog--active", "md-ellipsis", "md-header--shadow"),
    *("md-header__title--active", "md-header__topic", "md-icon", "md-nav__link"),
    *("md-nav__link--active", "md-nav__link--passed", "md-search-result__article"),
    *("md-search-result__icon", "md-search-result__item", "md-search-result__link"),
    *("md-search-result__more", "md-search-result__terms", "md-toggle--indeterminate"),
    *("md-tooltip", "md-tooltip--active", "md-tooltip--inline", "md-tooltip__inner"),
    *("md-tooltip2", "md-tooltip2--active", "md-tooltip2--bottom", "md-tooltip2--top"),
    *("md-tooltip2__inner", "md-typeset", "md-typeset__scrollwrap", "md-typeset__table"),
    *("=tooltip", "data-md-highlight", "data-md-scrolllock", "data-md-switching"),
    "data-md-visible",
}
# The cards of editions, which come when the site is finished: see course.print.downloads.
CARDS = {
    *("a", "div", "h4", "img", "li", "p", "ul"),
    *("data-part", "=about", "=minutes", "loading", "=lazy", "alt", "src", "width", "height"),
}


def lighten(page: Page, logo: Sequence[str]) -> None:
    """Let a page ask for the one style sheet alone, and leave the theme's script to the course's.

    Arguments:
        page: a page that the theme made.
        logo: the width and the height of its logo, as `size_of_logo` returns them.
    """
    if not page.tree.xpath("//meta[@name='generator'][contains(@content, 'mkdocs-material')]"):
        return
    sheets = page.tree.xpath("//head/link[@rel='stylesheet']")
    if any(link.get("href", "").endswith(STYLES) for link in sheets):
        for link in sheets:
            if re.search(r"(?:^|/)assets/stylesheets/(main|palette)\.", link.get("href", "")):
                page.drop(link)
    # HTML knows where SVG begins without it.
    for icon in page.tree.xpath("//svg[@xmlns]"):
        del icon.attrib["xmlns"]
    for picture in page.tree.xpath(LOGO) if logo else ():
        picture.set("width", logo[0])
        picture.set("height", logo[1])
    for script in page.tree.xpath("//body/script[@src]"):
        if script.get("src").endswith(SCRIPT):
            drop_titles(page)
            put_off(page, script)


def drop_titles(page: Page) -> None:
    """Leave out of citations what the list of sources on the same page says; a script adds it."""
    listed = {
        item.get("data-reference"): text_of(item)
        for item in page.tree.xpath("//li[@data-reference]")
    }
    for link in page.tree.xpath("//a[@data-source][@title]"):
        if " ".join(link.get("title").split()) == listed.get(link.get("data-source")):
            del link.attrib["title"]


@fact
def logos(page: Page) -> list[str]:
    """Return the paths in the site of the logo of a page, where nothing says yet how big it is."""
    places = (posixpath.join(page.folder, img.get("src", "")) for img in page.tree.xpath(LOGO))
    return list(map(posixpath.normpath, places))


def size_of_logo(page: Page, site: Path) -> tuple[str, ...]:
    """Return how wide and high the logo is, so that the title beside it stays where it is."""
    for file in map(site.joinpath, logos(page)):
        text = file.read_text("utf-8") if file.suffix == ".svg" and file.is_file() else ""
        if box := re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', text):
            return box[1], box[2]
    return ()


def join_theme(site: Path, pages: Sequence[Page], added: Iterable[str] = ()) -> None:
    """Put what the pages use of the theme's style sheets before the course's own, into one file.

    What can only be used once a touch has brought the other scripts is put into a second one.

    Arguments:
        site: the folder of the site.
        pages: its pages, as they are finished.
        added: the HTML that scripts add to them.
    """
    sheets = [path for pattern in SHEETS for path in sorted(site.glob(pattern))]
    own = site / STYLES
    if not sheets or not own.is_file():
        return
    first, *others = (path.read_text("utf-8") for path in scripts_of(site))
    later = set[str]().union(*map(words_of, added))
    # A class of what is added later, the first script may name, but not make.
    used = CARDS | words_of_script(first) - {name for name in later if name.startswith(".")}
    asked: set[str] = set()
    for page in pages:
        if page.mentions("/stylesheets/main."):
            return
        words, names = asked_by(page)
        used |= words
        asked |= names
    made = MADE.union({f".{name}" for name in MADE}, later, *map(words_of_script, others))
    css = "".join(sheet.read_text("utf-8") for sheet in sheets)
    for unwanted in (MOTION, FORMER):
        css = unwanted.sub("", css)
    for costly, text in COSTLY.items():
        css = css.replace(costly, text)
    css = by_own_names(css + own.read_text("utf-8"))
    depends_on = ("reduced", css, *sorted(used), "", *sorted(made), "", *sorted(asked))
    both = kept(depends_on, lambda: reduced(css, used, made, asked))
    for name, text in zip((STYLES, LATER), both, strict=True):
        write_file(site / name, text)
    shutil.rmtree(site / "assets/stylesheets")


def by_own_names(css: str) -> str:
    """Return a style sheet that uses the course's values where it says that the theme's are these.

    Then nothing uses the theme's names, and a browser computes them for no element.
    """
    names = dict(RE_RENAMED.findall(css))
    return RE_OF_THEME.sub(lambda match: f"var({names.get(match[1], match[1])})", css)


def scripts_of(site: Path) -> list[Path]:
    """Return our own scripts, the one of an untouched page first."""
    return sorted((site / "assets").glob("*.js"), key=lambda path: path.name != Path(SCRIPT).name)


def asked_by(page: Page) -> tuple[set[str], set[str]]:
    """Return what selectors may name of a page, and the properties and animations that it uses.

    Neither is kept with the page, which would hold more words than its text.
    """
    return kept(("asked_by", page.digest), lambda: (words_of(page.text), named_by(page.text)))


def drop_unused(site: Path) -> None:
    """Remove what is published with the theme, and no reader of this site ever asks for.

    Arguments:
        site: the folder of the site, whose pages are written.
    """
    for path in site.glob("assets/**/*.map"):
        path.unlink()
    index = site / "search/search_index.json"
    languages = json.loads(index.read_text("utf-8"))["config"]["lang"] if index.is_file() else []
    needed = set(lunr_files(languages))
    for path in site.glob("assets/javascripts/lunr/**/*.js"):
        if path.name not in needed:
            path.unlink()


def lunr_files(languages: Sequence[str]) -> Iterator[str]:
    """Yield the files that the worker of search asks for, for the languages of its index."""
    others = [language for language in languages if language != "en"]
    if others:
        yield "lunr.stemmer.support.min.js"
    for language in others:
        yield f"lunr.{language}.min.js"
        if language in ("ja", "jp"):
            yield "tinyseg.js"
        if language in ("th", "hi"):
            yield "wordcut.js"
    if len(languages) > 1:
        yield "lunr.multi.min.js"
