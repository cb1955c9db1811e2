"""The hook that makes `mkdocs build` complete: rules before, the finishing steps after.

It only calls the layers; each of them also runs without MkDocs.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.utils import clean_directory

from course.finish import check_sources, finish
from course.mark import drawing
from course.marks.page import log
from course.problems import Problem, Refused
from course.rules.source_files import undecodable
from course.settings import Course, read_course


class Collector(logging.Handler):
    """Keeps the problems that were logged."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__()
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the problem of a record."""
        if isinstance(record.args, tuple):
            self.problems += [arg for arg in record.args if isinstance(arg, Problem)]


collector = Collector()


def on_config(config: MkDocsConfig, **kwargs: Any) -> MkDocsConfig:
    """Tell the extension where the course is described; stop where that has mistakes."""
    try:
        course_of(config)
    except Refused as refused:
        for problem in refused.problems:
            log.warning("%s", problem)
        raise Abort(stopped(len(refused.problems))) from refused
    config.mdx_configs["course"] = {"file": config.config_file_path}
    # The map of the site for search engines has the day of the release, so that the same sources
    # give the same bytes on any day.
    released = datetime.combine(course_of(config).released, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(released.timestamp()))
    return config


def on_pre_build(config: MkDocsConfig, **kwargs: Any) -> None:
    """Check the source files, and start to collect the author's mistakes."""
    collector.problems.clear()
    log.addHandler(collector)
    for problem in check_sources(course_of(config)):
        log.warning("%s", problem)


def on_files(files: Files, config: MkDocsConfig, **kwargs: Any) -> Files:
    """Leave out what is not UTF-8: it is reported, and MkDocs would stop at it with a traceback."""
    for file in list(files.documentation_pages()):
        if undecodable(file.src_uri, Path(file.abs_src_path or "")):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, **kwargs: Any) -> Environment:
    """Let the templates draw the marks of pages."""
    env.filters["drawing"] = partial(drawing, course_of(config).docs)
    return env


def on_post_build(config: MkDocsConfig, **kwargs: Any) -> None:
    """Finish the site; or leave none, and say how many mistakes there are."""
    known = {(problem.file, problem.line) for problem in collector.problems}
    for problem in finish(Path(config.site_dir), course_of(config)):
        # A block that could not be read has been explained already, better than by its remains.
        if (problem.file, problem.line) not in known:
            log.warning("%s", problem)
    log.removeHandler(collector)
    if collector.problems:
        clean_directory(config.site_dir)
        raise Abort(stopped(len(collector.problems)))


def course_of(config: MkDocsConfig) -> Course:
    """Return the course that MkDocs builds."""
    return read_course(Path(config.config_file_path or "mkdocs.yml"))


def stopped(number: int) -> str:
    """Return the last line of a build that stopped at mistakes."""
    return f"{number} mistake{'s' if number > 1 else ''}, each named above: no site built"
