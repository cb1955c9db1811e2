"""The command `course`: build, serve, check, and finish a site that was built elsewhere."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from course.building import build
from course.serving import serve
from course.site.finish import finish

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Arguments:
        arguments: what was typed after `course`; by default, what was typed.

    Returns:
        The exit status: 0 for success, 1 for mistakes in the course, 130 if interrupted.
    """
    options = parser().parse_args(arguments)
    site = options.site.resolve() if "site" in options else ROOT / "site"
    # Paths in mkdocs.yml and in messages start at the root of the project.
    os.chdir(ROOT)
    try:
        if options.command == "serve":
            return serve(ROOT, options.port, options.watch)
        if options.command == "finish":
            return finish_site(site)
        if options.command == "check":
            return check()
        return 0 if build(site) else 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the description of the command line."""
    top = argparse.ArgumentParser(prog="course", description="Builds and checks the course.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("build", help="build the course into the folder site")
    serving = commands.add_parser("serve", help="build, serve, and build again at a change")
    serving.add_argument("--port", type=port, default=8000, help="8000 if left out")
    serving.add_argument(
        "--no-watch", dest="watch", action="store_false", help="do not build again at a change"
    )
    commands.add_parser("check", help="check the course without keeping the site")
    finishing = commands.add_parser("finish", help="finish a site that another tool built")
    finishing.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    return top


def port(text: str) -> int:
    """Return the number of a port.

    Raises:
        argparse.ArgumentTypeError: if it is none.
    """
    if text.isdecimal() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port: choose a number from 1024 to 65535")


def finish_site(site: Path) -> int:
    """Finish a built site in place, or print its problems and leave it alone."""
    if not (site / "index.html").is_file():
        print(f"{site}: there is no built site: build it first", file=sys.stderr)
        return 1
    problems = finish(site, ROOT / "docs")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def check() -> int:
    """Build the course for its problems alone, and run the rules that a whole course keeps."""
    from course.rules.course import check_course  # needs what requirements/test.txt installs

    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if not build(site):
            return 1
        problems, grades = check_course(site, ROOT / "docs")
    print("Reading grade of each page, in years of school:", *grades, sep="\n", flush=True)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0
