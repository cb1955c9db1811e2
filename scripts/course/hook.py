"""The hook that makes `mkdocs build` complete: rules before, the finishing steps after.

Each layer that it calls also runs without MkDocs. What MkDocs itself holds, and for how long, is
settled here.
"""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from course.again import kept_builds
from course.finish import check_sources, finish
from course.problems import Problem, Refused
from course.rules.heads import settle
from course.rules.source_files import undecodable
from course.settings import Course, read_course

# MkDocs shows what is logged below its own name.
log = logging.getLogger("mkdocs.course")
# The files of the courses that were built; the last one is that of this build.
CONFIG: list[Path] = []


@event_priority(100)
def on_config(config: MkDocsConfig, **kwargs: Any) -> MkDocsConfig:
    """Tell the extension where the course is described; stop where that has mistakes.

    Ahead of plugins, which read templates of the theme for words of its language.
    """
    CONFIG.append(Path(config.config_file_path or "mkdocs.yml"))
    try:
        course_of(config)
    except Refused as refused:
        stop(refused.problems)
    get_env = config.theme.get_env
    config.theme.get_env = lambda: with_cache(get_env(), config)  # type: ignore[method-assign]
    for again in kept_builds():
        again.watch_theme(config)
    # Told by the rules, each with its line and what to do.
    for validation in (config.validation.nav, config.validation.links):
        for name in validation:
            validation[name] = logging.DEBUG
    config.mdx_configs["course"] = {"file": config.config_file_path}
    # The map of the site for search engines has the day of the release, so that the same sources
    # give the same bytes on any day.
    released = datetime.combine(course_of(config).released, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(released.timestamp()))
    return config


def on_files(files: Files, config: MkDocsConfig, **kwargs: Any) -> Files:
    """Leave out what is not UTF-8: it is reported, and MkDocs would stop at it with a traceback."""
    for file in list(files.documentation_pages()):
        if undecodable(file.src_uri, Path(file.abs_src_path or "")):
            files.remove(file)
    return files


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files, **kwargs: Any
) -> str:
    """Take out of the front matter what the templates cannot print; take what is kept of a page."""
    settle(page.meta)
    for again in kept_builds():
        again.watch_page(page, course_of(config), files)
    return markdown


def on_env(env: Environment, config: MkDocsConfig, **kwargs: Any) -> Environment:
    """Keep what pages gave to the index of search."""
    for index in indices(config):
        for again in kept_builds():
            again.watch_search(index)
    return env


def indices(config: MkDocsConfig) -> list[Any]:
    """Return the index of search, if the site has one."""
    plugins = map(config.plugins.get, ("material/search", "search"))
    return [plugin.search_index for plugin in plugins if plugin]


def with_cache(env: Environment, config: MkDocsConfig) -> Environment:
    """Keep what the templates are compiled to: that does not change before a template does."""
    folder = course_of(config).file.parent / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


@event_priority(-100)
def on_page_content(html: str, page: Page, **kwargs: Any) -> bytes:
    """Let go the Markdown that the page was made of, and pack its HTML until all pages have one."""
    page.markdown = None
    return zlib.compress(html.encode(), 1)


@event_priority(100)
def on_page_context(context: Any, page: Page, **kwargs: Any) -> Any:
    """Unpack the HTML of a page for what adds it to a search, and for its template."""
    page.content = zlib.decompress(cast(bytes, page.content)).decode()
    return context


def on_post_page(output: str, page: Page, **kwargs: Any) -> str:
    """Let go what a page was made of: it is about to be written, and no other page shows it."""
    page.content = None
    return output


def on_post_build(config: MkDocsConfig, **kwargs: Any) -> None:
    """Finish the site; or leave none, and say how many mistakes there are."""
    # It is written by now.
    for index in indices(config):
        index.entries = []
    course = course_of(config)
    problems = finish(Path(config.site_dir), course, check_sources(course))
    if problems:
        clean_directory(config.site_dir)
    stop(problems)


def on_build_error(error: Exception, **kwargs: Any) -> None:
    """Tell what is wrong with the sources where that may be why the build stopped."""
    if not isinstance(error, Abort):
        stop(check_sources(read_course(CONFIG[-1])))


def course_of(config: MkDocsConfig) -> Course:
    """Return the course that MkDocs builds."""
    return read_course(Path(config.config_file_path or "mkdocs.yml"))


def stop(problems: Sequence[Problem]) -> None:
    """Tell the problems, and end the build if there are any.

    Raises:
        Abort: with the last line that is printed.
    """
    for problem in problems:
        log.error("%s", problem)
    if problems:
        number = len(problems)
        ending = f"{number} mistake{'s' if number > 1 else ''}, each named above: no site built"
        raise Abort(ending)
