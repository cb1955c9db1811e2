"""Builds the site with MkDocs: whole or not at all, and without a traceback for a mistake."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

# Material prints a banner about MkDocs 2 unless this is set when it is first imported.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import yaml
from jinja2 import TemplateSyntaxError
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import get_yaml_loader

from course.commands.alone import alone
from course.commands.trouble import from_here, trouble
from course.manifest import write_manifest
from course.settings import Course

# After how many new objects Python looks for garbage.
GARBAGE = 50_000
# MkDocs reads its settings with the parser that is written in Python, which takes ten times as long
# as the one in C. What is no YAML is told before, by course.settings.
get_yaml_loader.__defaults__ = (getattr(yaml, "CLoader", yaml.Loader), None)


def build(site: Path, course: Course, complete: Callable[[Path], None] = lambda site: None) -> bool:
    """Build the site in strict mode.

    It grows in a new folder beside its place and takes it only when complete: a build that
    fails leaves the last good site.

    Arguments:
        site: the folder that the site takes.
        course: the course.
        complete: adds to the new folder what MkDocs does not make.

    Returns:
        Whether the site was built. If not, each mistake has been printed on a line.
    """
    with alone(site.parent, "a build"):
        print("Building the site", flush=True)
        start = time.monotonic()
        new = site.with_name(f"{site.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        find_last(site)
        try:
            if not render(new, course.file):
                return False
            pages = sum(1 for _ in new.rglob("*.html"))
            print(f"Built {pages} pages in {time.monotonic() - start:.1f} seconds", flush=True)
            complete(new)
            write_manifest(new)
            take_place(site, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return True


def render(site: Path, config: Path) -> bool:
    """Run MkDocs, and print what it has to say about mistakes.

    Arguments:
        site: the folder to build into.
        config: the configuration of MkDocs.
    """
    # What is there so far stays: it is not looked through for garbage. What comes is looked through
    # rarely, since most of a build is trees of elements that go when their page is done.
    gc.freeze()
    gc.set_threshold(GARBAGE)
    printer = Printer()
    log = logging.getLogger("mkdocs")
    log.addHandler(printer)
    log.propagate = False
    try:
        settings = load_config(str(config), strict=True, site_dir=str(site))
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            run_mkdocs(settings)
        finally:
            settings.plugins.on_shutdown()
    except Abort as end:
        # Its reasons have been printed.
        printer.say(str(end))
    except TemplateSyntaxError as error:
        place = from_here(error.filename or error.name or str(config))
        printer.say(f"{place}:{error.lineno}: {error.message}: correct the template")
    except OSError as error:
        printer.say(trouble(error))
    except Exception as error:
        printer.say(f"{type(error).__name__}: {error}")
        printer.say("Not built. For the whole story, run: python -m mkdocs build --strict")
    else:
        return True
    finally:
        log.removeHandler(printer)
        log.propagate = True
    return False


def tell_address(course: Course) -> None:
    """Say at the end of a build that nobody gave the address of the site, if it has none."""
    host = urlsplit(course.address).hostname or ""
    if "SITE_URL" not in os.environ and host in ("", "localhost", "127.0.0.1"):
        where = course.address or "no address"
        remedy = "SITE_URL=https://example.org/course/ scripts/build"
        print(f"The pages name {where}; for an upload, build with their own: {remedy}", flush=True)


def find_last(site: Path) -> None:
    """Put the last good site back, where a build was ended between its last two steps."""
    old = site.with_name(f"{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)


def take_place(site: Path, new: Path) -> None:
    """Put a new site in the place of the old one."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


class Printer(logging.Handler):
    """Prints warnings and errors, each on one line and once."""

    def __init__(self) -> None:
        """Print from warnings upwards."""
        super().__init__(logging.WARNING)
        self.said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Print the message of a record."""
        self.say(record.getMessage())

    def say(self, message: str) -> None:
        """Print a message that was not printed before."""
        line = " ".join(message.split())
        if line not in self.said:
            self.said.add(line)
            print(line, file=sys.stderr, flush=True)
