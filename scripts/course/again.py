"""Lets MkDocs make again only what has changed, in a process that builds the same course again.

Markdown becomes the same HTML as long as it is the same, and so are the files that it includes, the
terms of the course and the names of its pages. The process that keeps it has one state of all else,
the code and the settings among it: `course.commands.serve` begins another one when that changes.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from course.kept import KEPT, Kept, digest
from course.settings import Course
from course.site.sources import Source

# Holds files that are named, in this process and those of its links; not to be kept.
PASSING = {"links_to_anchors"}


class Again(Kept):
    """What is kept of the builds of a course, and what takes it in the place of MkDocs.

    Attributes:
        shared: a name for what the HTML of all its pages depends on.
        templates: what the templates are read with.
        published: the files of the theme that are published.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shared = ""
        self.templates: Environment | None = None
        self.published: list[str] | None = None

    def begin(self) -> None:
        """Begin a build: forget what the last one did not need."""
        super().begin()
        self.shared = ""

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


def kept_builds() -> list[Again]:
    """Return what is kept of the builds of this process: nothing, unless it builds again."""
    return [each for each in KEPT if isinstance(each, Again)]


def begin() -> None:
    """Begin a build of a process that will build again."""
    if not KEPT:
        KEPT.append(Again())
    KEPT[0].begin()
