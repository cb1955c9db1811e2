"""Keeps what pages became, for a process that builds the same course again and again.

Markdown becomes the same HTML as long as it is the same, and so are the files that it includes, the
terms of the course and the names of its pages. The process that keeps it has one state of all else,
the code and the settings among it: `course.commands.serve` begins another one when that changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from course.settings import Course
from course.site.sources import read_source

if TYPE_CHECKING:  # The layers that keep something of their own need no MkDocs.
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# An inclusion whose files are named on lines of their own; which ones, is not looked for.
RE_BLOCK = re.compile(r"^\s*-{1,}8<-{1,}\s*$", re.MULTILINE)
# Holds files that are named, in this process and those of its links; not to be kept.
PASSING = {"links_to_anchors"}


class Kept:
    """What is kept.

    Attributes:
        pages: what Markdown became, as the attributes of its page, by what it depends on.
        entries: what pages gave to the index of search, likewise.
        good: the keys of pages in which no rule found a mistake.
        used: the keys of what the build needed that is under way.
        templates: what the templates are read with.
    """

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, list[Any]] = {}
        self.good: set[str] = set()
        self.used: set[str] = set()
        self.templates: Environment | None = None

    def begin(self) -> None:
        """Begin a build: forget what the last one did not need."""
        self.pages = {key: self.pages[key] for key in self.used & self.pages.keys()}
        self.entries = {key: self.entries[key] for key in self.used & self.entries.keys()}
        self.used = set()

    def watch_theme(self, config: MkDocsConfig) -> None:
        """Let the theme read its templates, and list their names, once."""
        if self.templates is None:
            self.templates = config.theme.get_env()
            names = self.templates.list_templates()
            self.templates.list_templates = partial(chosen, names)  # type: ignore[method-assign]
        config.theme.get_env = lambda: self.templates  # type: ignore[method-assign,assignment,return-value]

    def watch_page(self, page: Page, course: Course, files: Files) -> None:
        """Let a page take what is kept of it, or keep what it becomes."""
        key = key_of(page, course, files)
        self.used.add(key)
        page.render = partial(self.render, page, key)  # type: ignore[method-assign]

    def render(self, page: Page, key: str, config: MkDocsConfig, files: Files) -> None:
        """Make HTML of the Markdown of a page, in the place of `Page.render`."""
        if key not in self.pages:
            before = dict(vars(page))
            type(page).render(page, config, files)
            self.pages[key] = {
                name: value
                for name, value in vars(page).items()
                if name not in PASSING and (name not in before or before[name] is not value)
            }
        vars(page).update(self.pages[key])

    def watch_search(self, index: Any) -> None:
        """Let the index of search take the entries of a page that are kept, or keep them."""
        index.add_entry_from_context = partial(self.add_entries, index)

    def add_entries(self, index: Any, page: Page) -> None:
        """Add the entries of a page, in the place of `SearchIndex.add_entry_from_context`."""
        key = digest([page.url, str(page.title), str(page.meta), page.content or ""])
        self.used.add(key)
        if key not in self.entries:
            before = len(index.entries)
            type(index).add_entry_from_context(index, page)
            self.entries[key] = index.entries[before:]
        else:
            index.entries += self.entries[key]


def chosen(
    names: Iterable[str],
    extensions: object = None,
    filter_func: Callable[[str], bool] | None = None,
) -> list[str]:
    """Return the names that pass, in the place of `Environment.list_templates`."""
    return list(filter(filter_func, names))


def key_of(page: Page, course: Course, files: Files) -> str:
    """Return a name for all that the HTML of a page depends on."""
    sources = {file.src_uri: file for file in files.documentation_pages()}
    found = read_source(course.docs / page.file.src_uri, course.docs).files
    texts = [page.file.content_string, *("\n".join(lines) for _, lines in found)]
    included = [name.removeprefix(f"{course.docs.name}/") for name, _ in found]
    if any(map(RE_BLOCK.search, texts)):
        texts += [file.content_string for file in sources.values()]
    if course.glossary in sources:
        texts.append(sources[course.glossary].content_string)
    return digest([page.file.src_uri, *included, "", *sorted(sources), "", *texts])


def digest(texts: Iterable[str]) -> str:
    """Return a hash of texts."""
    found = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


# What this process keeps: nothing, unless it builds more than once.
KEPT: list[Kept] = []


def begin() -> None:
    """Begin a build of a process that will build again."""
    if not KEPT:
        KEPT.append(Kept())
    KEPT[0].begin()
