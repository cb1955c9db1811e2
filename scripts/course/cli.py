"""The command `course`: build, serve, check, and finish a site that was built elsewhere."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from course.building import build
from course.print.make import make_editions
from course.print.unavailable import advice, is_available
from course.serving import serve
from course.site.finish import finish

ROOT = Path(__file__).resolve().parents[2]
# What was printed before, so that only what changed is printed again.
CACHE = ROOT / ".cache" / "editions"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Arguments:
        arguments: what was typed after `course`; by default, what was typed.

    Returns:
        The exit status: 0 for success, 1 for mistakes in the course, 3 if the printed editions
        are missing for want of Pango, 130 if interrupted.
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
        if options.command == "print":
            return print_editions(site)
        if options.command == "check":
            return check()
        return build_all(site) if options.editions else int(not build(site))
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the description of the command line."""
    top = argparse.ArgumentParser(prog="course", description="Builds and checks the course.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    building = commands.add_parser("build", help="build the course into the folder site")
    building.add_argument(
        "--no-editions", dest="editions", action="store_false", help="leave out the printed ones"
    )
    serving = commands.add_parser("serve", help="build, serve, and build again at a change")
    serving.add_argument("--port", type=port, default=8000, help="8000 if left out")
    serving.add_argument(
        "--no-watch", dest="watch", action="store_false", help="do not build again at a change"
    )
    commands.add_parser("check", help="check the course without keeping the site")
    finishing = commands.add_parser("finish", help="finish a site that another tool built")
    printing = commands.add_parser("print", help="make the printed editions of a finished site")
    for command in (finishing, printing):
        command.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    return top


def port(text: str) -> int:
    """Return the number of a port.

    Raises:
        argparse.ArgumentTypeError: if it is none.
    """
    if text.isdecimal() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port: choose a number from 1024 to 65535")


def build_all(site: Path) -> int:
    """Build the site with its printed editions; without them where they cannot be made."""
    if is_available():
        return int(not build(site, complete=lambda new: print_editions(new) == 0))
    if not build(site):
        return 1
    print(advice(), file=sys.stderr)
    return 3


def finish_site(site: Path) -> int:
    """Finish a built site in place, or print its problems and leave it alone."""
    return report(finish(site, ROOT / "docs")) if is_site(site) else 1


def print_editions(site: Path) -> int:
    """Make the printed editions of a finished site, or print what is in the way."""
    if not is_available():
        print(advice(), file=sys.stderr)
        return 3
    return report(make_editions(site, ROOT / "docs", CACHE)) if is_site(site) else 1


def is_site(site: Path) -> bool:
    """Tell whether a folder holds a built site, and say so if it does not."""
    if (site / "index.html").is_file():
        return True
    print(f"{site}: there is no built site: build it first", file=sys.stderr)
    return False


def report(problems: Sequence[object]) -> int:
    """Print problems, a line each, and return the exit status."""
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
    return report(problems)
