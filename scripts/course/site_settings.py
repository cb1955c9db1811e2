"""What `mkdocs.yml` says to MkDocs and its theme, checked here: their messages name no line.

Nothing of this needs MkDocs to run; what can be named is looked up where it is installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import yaml

from course.entries import Entry
from course.problems import nearest

TOP = (
    *("INHERIT", "site_name", "site_url", "site_description", "site_author", "copyright", "nav"),
    *("theme", "use_directory_urls", "strict", "validation", "repo_url", "repo_name"),
    *("edit_uri", "edit_uri_template", "remote_branch", "remote_name"),
    *("markdown_extensions", "plugins", "hooks", "extra", "extra_css", "extra_javascript"),
    *("extra_templates", "exclude_docs", "draft_docs", "not_in_nav"),
)
# What MkDocs lets a file choose and the course does not, with what is so in its place.
FIXED = {
    "docs_dir": "the pages are in docs",
    "site_dir": "the site is built into the folder site",
    "dev_addr": "scripts/serve --port chooses the port",
    "watch": "scripts/serve watches what the course is made from",
}
# What Material for MkDocs can do more or less of.
FEATURES = (
    *("announce.dismiss", "content.action.edit", "content.action.view", "content.code.annotate"),
    *("content.code.copy", "content.code.select", "content.footnote.tooltips"),
    *("content.tabs.link", "content.tooltips", "header.autohide", "navigation.expand"),
    *("navigation.footer", "navigation.indexes", "navigation.instant", "navigation.path"),
    *("navigation.instant.prefetch", "navigation.instant.preview", "navigation.prune"),
    *("navigation.instant.progress", "navigation.sections", "navigation.tabs", "navigation.top"),
    *("navigation.tabs.sticky", "navigation.tracking", "search.highlight", "search.share"),
    *("search.suggest", "toc.follow", "toc.integrate"),
)
# Without these the marks of the course are text.
NEEDED = ("attr_list", "course")
# Made when the site is finished, from the folders of the same name.
JOINED = ("assets/course.css", "assets/course.js")


def check_site(top: Entry, docs: Path, overrides: Path) -> None:
    """Report what is wrong with the entries that are not the course's own.

    Arguments:
        top: all entries.
        docs: the folder of the pages.
        overrides: the folder of the templates, styles and scripts.
    """
    top.only(*TOP, *(name for name in FIXED if name in top.names()))
    for name, instead in FIXED.items():
        if top.get(name).value() is not None:
            top.get(name).report(instead, "remove the entry")
    check_nav(top.get("nav"), docs)
    check_theme(top.get("theme"), docs, overrides)
    check_names(top.get("plugins"), plugin_names(), "plugin")
    check_extensions(top.get("markdown_extensions"))
    for name in ("extra_css", "extra_javascript"):
        for each in top.get(name).items():
            path = each if each.is_text else each.get("path")
            check_file(path, docs, overrides)


def check_nav(entry: Entry, docs: Path) -> None:
    """Report each page of the navigation that is not there, or there twice."""
    pages = sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    seen: dict[str, int] = {}
    for each in leaves(entry):
        path = each.text()
        if "://" in path or not path:
            continue
        if path in seen:
            each.say(f"nav: {path} is in line {seen[path]} too", "remove one of the two")
        elif not (docs / path).is_file():
            name = path.rpartition(" ")[2]
            if name in pages:
                title = path.removesuffix(name).strip()
                each.say(f"nav: there is no colon after “{title}”", f"write {title}: {name}")
            else:
                near = nearest(path, pages, 0, 0.75)
                remedy = f"write {near}" if near else "correct the path, or add the page"
                each.say(f"nav: there is no page {path} in {docs.name}", remedy, missing=path)
        seen.setdefault(path, each.line)


def leaves(entry: Entry) -> Iterator[Entry]:
    """Yield each path of the navigation."""
    if entry.is_text:
        yield entry
        return
    if entry.is_list:
        for each in entry.items():
            yield from leaves(each)
    elif isinstance(entry.node, yaml.MappingNode):
        for name in entry.names():
            yield from leaves(entry.get(name))


def check_theme(entry: Entry, docs: Path, overrides: Path) -> None:
    """Report a theme, a language or a feature that there is not."""
    name = entry.get("name")
    if name.text() in ("null", "~", ""):
        return
    themes = installed("mkdocs.themes")
    if name.text() not in themes:
        near = nearest(name.text(), themes)
        name.report(f'there is no theme "{name.text()}"', f"write {near}")
    elif name.text() == "material":
        language, known = entry.get("language"), languages()
        if language.text() and known and language.text() not in known:
            near = nearest(language.text(), known, 0)
            remedy = f"write {near}" if near else "write a code such as en"
            language.report(f'the theme has no language "{language.text()}"', remedy)
        for feature in entry.get("features").items():
            near = nearest(feature.text(), FEATURES, 0)
            if feature.text() not in FEATURES and near:
                what = f'theme: features: there is no "{feature.text()}"'
                feature.say(what, f"write {near}")
    for picture in ("logo", "favicon"):
        check_file(entry.get(picture), docs, overrides)


def languages() -> list[str]:
    """Return the languages that the theme has; none where it cannot be told."""
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    files = Path(next(iter(folders))).glob("templates/partials/languages/*.html") if folders else ()
    return sorted(file.stem for file in files)


def check_file(entry: Entry, docs: Path, overrides: Path) -> None:
    """Report a file of the site that is neither among the pages nor among the templates."""
    path, assets = entry.text(), overrides / "assets"
    if not path or "://" in path or path in JOINED or not assets.is_dir():
        return
    if (docs / path).is_file() or (overrides / path).is_file():
        return
    files = [file for root in (docs, overrides) for file in root.rglob(f"*{Path(path).suffix}")]
    known = [*JOINED, *(f"assets/{file.name}" for file in files if file.parent.name == "assets")]
    near = nearest(path, known, 0, 0.75)
    remedy = f"write {near}" if near else "correct the path, or add the file"
    entry.say(f"there is no file {path}", remedy, missing=path)


def plugin_names() -> list[str]:
    """Return the names of the plugins that are installed."""
    names = installed("mkdocs.plugins")
    return sorted({*names, *(name.rpartition("/")[2] for name in names)})


@cache
def installed(group: str) -> tuple[str, ...]:
    """Return the names of what is installed of a group, in order."""
    return tuple(sorted(each.name for each in entry_points(group=group)))


def check_names(entry: Entry, known: list[str], kind: str) -> None:
    """Report each name of a list that is not installed."""
    for each in entry.items() if entry.is_list else ():
        name = each.text() if each.is_text else next(iter(each.names()), "")
        if name and name not in known:
            near = nearest(name, known, 0)
            remedy = f"write {near}" if near else "remove it, or install it"
            each.say(f'there is no {kind} "{name}"', remedy)


def check_extensions(entry: Entry) -> None:
    """Report an extension of Markdown that is not installed, or that the course needs."""
    if not entry.is_list:
        return
    known = installed("markdown.extensions")
    found = []
    for each in entry.items():
        name = each.text() if each.is_text else next(iter(each.names()), "")
        found.append(name)
        if name not in known and not is_module(name):
            near = nearest(name, known, 0)
            remedy = f"write {near}" if near else "remove it, or install it"
            each.say(f'there is no extension "{name}" of Markdown', remedy)
    near_names = [nearest(name, NEEDED, 0, 0.75) for name in found]
    for name in NEEDED:
        if name not in found and name not in near_names:
            entry.say(f"markdown_extensions: {name} is missing", f"add - {name}")


def is_module(name: str) -> bool:
    """Tell whether a name is that of something that Python can import."""
    try:
        return bool(name) and find_spec(name) is not None
    except (ImportError, ValueError):
        return False
