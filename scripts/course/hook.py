"""The hook that makes `mkdocs build` complete: rules before, the finishing steps after.

It only calls the layers; each of them also runs without MkDocs.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.utils import clean_directory

from course.markdown.page import log
from course.problems import Problem
from course.rules.source_files import check_encoding, check_sources
from course.site.finish import finish


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


def on_pre_build(config: MkDocsConfig, **kwargs: Any) -> None:
    """Check the source files, and start to collect the author's mistakes."""
    collector.problems.clear()
    log.addHandler(collector)
    for problem in check_sources(Path(config.docs_dir)):
        log.warning("%s", problem)


def on_files(files: Files, config: MkDocsConfig, **kwargs: Any) -> Files:
    """Leave out what is not UTF-8: it is reported, and MkDocs would stop at it with a traceback."""
    for file in list(files.documentation_pages()):
        if check_encoding(file.src_uri, Path(file.abs_src_path or "")):
            files.remove(file)
    return files


def on_post_build(config: MkDocsConfig, **kwargs: Any) -> None:
    """Finish the site; or leave none, and say how many mistakes there are."""
    known = {(problem.file, problem.line) for problem in collector.problems}
    for problem in finish(Path(config.site_dir), Path(config.docs_dir)):
        # A block that could not be read has been explained already, better than by its remains.
        if (problem.file, problem.line) not in known:
            log.warning("%s", problem)
    log.removeHandler(collector)
    if collector.problems:
        clean_directory(config.site_dir)
        number = len(collector.problems)
        raise Abort(f"{number} mistake{'s' if number > 1 else ''}, each named above: no site built")
