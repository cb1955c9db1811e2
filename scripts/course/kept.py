"""Keeps what pages became, for a process that builds the same course again and again.

Markdown becomes the same HTML as long as it is the same, and so are the files that it includes, the
terms of the course and the names of its pages. The process that keeps it has one state of all else,
the code and the settings among it: `course.commands.serve` begins another one when that changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from course.settings import Course
from course.site.sources import Source

if TYPE_CHECKING:  # The layers that keep something of their own need no MkDocs.
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# Holds files that are named, in this process and those of its links; not to be kept.
PASSING = {"links_to_anchors"}
T = TypeVar("T")


class Kept:
    """What is kept.

    Attributes:
        made: what was made, by what it depends on: of Markdown the attributes of its page; of a
            page its entries in the index of search, what was found in it, what a step made of it.
        used: the keys of what the build needed that is under way.
        shared: a name for what the HTML of all its pages depends on.
        templates: what the templates are read with.
        published: the files of the theme that are published.
    """

    def __init__(self) -> None:
        self.made: dict[str, Any] = {}
        self.used: set[str] = set()
        self.shared = ""
        self.templates: Environment | None = None
        self.published: list[str] | None = None

    def begin(self) -> None:
        """Begin a build: forget what the last one did not need."""
        self.made = {key: self.made[key] for key in self.used & self.made.keys()}
        self.used = set()
        self.shared = ""

    def take(self, key: str, make: Callable[[], T]) -> T:
        """Return what is kept under a key, or make it and keep it."""
        self.used.add(key)
        if key not in self.made:
            self.made[key] = make()
        found: T = self.made[key]
        return found

    def watch_theme(self, config: MkDocsConfig) -> None:
        """Let the theme read its templates, and list its files, once."""
        if self.templates is None:
            self.templates = config.theme.get_env()
            self.templates.template_class = template_of(self)
            self.templates.list_templates = self.list_templates  # type: ignore[method-assign]
        config.theme.get_env = lambda: self.templates  # type: ignore[method-assign,assignment,return-value]

    def list_templates(self, extensions: object = None, filter_func: Any = None) -> list[str]:
        """Return the files of the theme that MkDocs publishes: settings choose them, so once."""
        if self.published is None:
            self.published = type(self.templates).list_templates(self.templates, None, filter_func)  # type: ignore[arg-type,union-attr]
        return self.published

    def watch_page(self, page: Page, course: Course, files: Files) -> None:
        """Let a page take what is kept of it, or keep what it becomes."""
        self.shared = self.shared or shared_by(course, files)
        key = key_of(page, course, files, self.shared)
        page.render = partial(self.render, page, key)  # type: ignore[method-assign]

    def render(self, page: Page, key: str, config: MkDocsConfig, files: Files) -> None:
        """Make HTML of the Markdown of a page, in the place of `Page.render`."""
        vars(page).update(self.take(key, lambda: rendered(page, config, files)))

    def watch_search(self, index: Any) -> None:
        """Let the index of search take the entries of a page that are kept, or keep them."""
        index.add_entry_from_context = partial(self.add_entries, index)

    def add_entries(self, index: Any, page: Page) -> None:
        """Add the entries of a page, in the place of `SearchIndex.add_entry_from_context`."""
        key = digest(["search", page.url, str(page.title), str(page.meta), page.content or ""])
        index.entries += self.take(key, lambda: entries_of(index, page))


def template_of(keeping: Kept) -> type[Template]:
    """Return the class of templates that make a page anew only where what it shows has changed.

    That is what the page is made of, and what the navigation says of all pages.
    """
    from jinja2 import Template  # The layers that keep something of their own need no MkDocs.

    class Keeping(Template):
        """A template whose pages are kept."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Make a page, or another file, which is not kept."""
            page, nav = (dict(*args, **kwargs).get(name) for name in ("page", "nav"))
            if page is None or nav is None:
                return super().render(*args, **kwargs)
            shown = [page.url, str(page.title), repr(page.meta), page.content, str(page.toc)]
            others = [str(nav), *(repr(other.meta) for other in nav.pages)]
            key = digest(["template", str(self.name), *shown, *others])
            made = partial(super().render, *args, **kwargs)
            return str(keeping.take(key, made))

    return Keeping


def rendered(page: Page, config: MkDocsConfig, files: Files) -> dict[str, Any]:
    """Make HTML of the Markdown of a page, and return what that changed in the page."""
    before = dict(vars(page))
    type(page).render(page, config, files)
    return {
        name: value
        for name, value in vars(page).items()
        if name not in PASSING and (name not in before or before[name] is not value)
    }


def entries_of(index: Any, page: Page) -> list[Any]:
    """Return the entries that the index of search gets of a page; they are not added to it."""
    before = len(index.entries)
    type(index).add_entry_from_context(index, page)
    found = index.entries[before:]
    del index.entries[before:]
    return list(found)


def shared_by(course: Course, files: Files) -> str:
    """Return a name for what the HTML of all pages depends on: their names, and the glossary."""
    sources = {file.src_uri: file for file in files.documentation_pages()}
    glossary = sources.get(course.glossary)
    return digest([*sorted(sources), "", glossary.content_string if glossary else ""])


def key_of(page: Page, course: Course, files: Files, shared: str) -> str:
    """Return a name for all that the HTML of a page depends on, some of which all pages share."""
    found = Source(page.file.src_uri, course.docs).files
    texts = [page.file.content_string, *("\n".join(lines) for _, lines in found)]
    included = [name.removeprefix(f"{course.docs.name}/") for name, _ in found]
    return digest([page.file.src_uri, *included, "", shared, "", *texts])


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


def kept(depends_on: Iterable[str], make: Callable[[], T]) -> T:
    """Return what was made before of the same texts; or make it, as where nothing is kept.

    Arguments:
        depends_on: all that it depends on, its own name first; not looked at if nothing is kept.
        make: makes it; nobody changes it afterwards.
    """
    return KEPT[0].take(digest(depends_on), make) if KEPT else make()


def begin() -> None:
    """Begin a build of a process that will build again."""
    if not KEPT:
        KEPT.append(Kept())
    KEPT[0].begin()
