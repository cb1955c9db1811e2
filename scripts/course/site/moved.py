"""Pages that moved: what leads from their old addresses to the new ones.

A page names its old addresses at its head, as `moved_from: dimensions/focus.md`. Each gets a page
that leads on, and every page tells the script which name a page once had, since readers' answers
hang on it.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Sequence
from html import escape

from course.model import blocks, title_of
from course.problems import Problem
from course.site.facts import fact
from course.site.page import Page

PAGE = """<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="{address}">
    <script>
      const there = document.querySelector("link[rel=canonical]").href;
      location.replace(there + location.search + location.hash);
    </script>
    <noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
  </head>
  <body>
    <p><a href="{address}">{title}</a></p>
  </body>
</html>
"""


@fact
def old_paths(page: Page) -> list[str]:
    """Return the paths that a page had, as the script names them, such as `dimensions/focus`."""
    if not page.mentions("data-moved-from"):
        return []
    named = "|".join(page.tree.xpath("//*[@data-moved-from]/@data-moved-from"))
    return [path_of(each) for each in named.split("|") if each.strip()]


def path_of(address: str) -> str:
    """Return a page's path without what its source, its file or its address ends with."""
    path = address.strip().strip("/")
    for end in (".md", ".html", "index"):
        path = path.removesuffix(end)
    return path.rstrip("/")


def moved_to(path: str, pages: Sequence[Page]) -> str:
    """Return the path of the source that a page now has which had another; nothing without one."""
    wanted = path_of(path)
    return next((page.path for page in pages if wanted in old_paths(page)), "")


def check_moved(pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield a problem for each old path that is a page, or that two pages had."""
    taken = {path_of(page.name): page for page in pages if page.source}
    for page in list(taken.values()):
        for path in old_paths(page):
            if path in taken:
                what = f"moved_from names “{path or 'index'}”, which is a page or moved elsewhere"
                remedy = "correct the path, or take it out"
                yield page.problem(what, remedy, page.tree, "moved_from")
            else:
                taken[path] = page


def moved_pages(pages: Sequence[Page]) -> list[Page]:
    """Return a page for each old address, which leads to the new one."""
    in_folders = any(page.name.endswith("/index.html") for page in pages)
    found = []
    for page in pages:
        for path in old_paths(page):
            name = f"{path}/index.html" if in_folders else f"{path}.html"
            address = posixpath.relpath(page.folder or ".", posixpath.dirname(name) or ".")
            address += "/" if page.name.endswith("index.html") else ""
            language = page.tree.get("lang", "")
            facts = {"language": language, "title": title_of(page.tree), "address": address}
            found.append(Page(name, PAGE.format(**{k: escape(v) for k, v in facts.items()})))
    return found


def names_of(pages: Sequence[Page]) -> str:
    """Return, for the script, what the names are now that hung on the paths of pages that moved."""
    names: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for page in pages:
        for path in old_paths(page):
            names[path] = path_of(page.name)
            slugs[names[path].rpartition("/")[2]] = path.rpartition("/")[2]
    # A rating is kept under the names of the pages that it is about.
    for page in pages if slugs else ():
        for block in blocks(page.tree, "rating") if page.mentions("data-statement") else ():
            for statement in block.element.xpath(".//*[@data-statement]"):
                unit, activity = statement.get("data-unit"), statement.get("data-activity")
                if unit in slugs and slugs[unit] != unit:
                    name = f"{block.id}-{slugs[unit]}-{activity}"
                    names[name] = f"{block.id}-{unit}-{activity}"
    return json.dumps(names, ensure_ascii=False) if names else ""


def name_moved(page: Page, names: str) -> None:
    """Tell the script on a page the names that `names_of` has, if there are any."""
    for template in page.tree.xpath("//template[@id='words']") if names else ():
        template.set("data-moved", names)
