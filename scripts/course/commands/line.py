"""The command `course`: build, serve, check, finish, print, pack, verify and measure a course."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from course.commands import worker
from course.commands.alone import Busy, alone
from course.commands.apart import end_with_parent
from course.commands.blind import blind
from course.commands.build import build, tell_address
from course.commands.check import check, remark
from course.commands.editions import build_with_editions, print_editions
from course.commands.minutes import minutes
from course.commands.published import published
from course.commands.report import is_site, report
from course.commands.serve import serve
from course.commands.trouble import trouble
from course.finish import check_sources, finish
from course.manifest import check_manifest, write_manifest
from course.pack.make import make_packages
from course.print.sealed import seal
from course.problems import Refused
from course.settings import Course, read_course

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Arguments:
        arguments: what was typed after `course`; by default, what was typed.

    Returns:
        The exit status: 0 for success, 1 for mistakes in the course, 3 if the printed editions
        are missing because Pango is, 130 if interrupted.
    """
    options = parser().parse_args(arguments)
    config = options.config.resolve()
    site = options.site.resolve() if "site" in options else config.parent / "site"
    if options.command == "blind" and options.key:
        options.key = options.key.resolve()
    # Paths in mkdocs.yml and in messages start at the root of the course.
    os.chdir(config.parent)
    try:
        end_with_parent()
        return run(options, config, site)
    except Refused as refused:
        return report(refused.problems)
    except Busy as busy:
        print(busy, file=sys.stderr)
        return 1
    except OSError as error:
        print(trouble(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(options: argparse.Namespace, config: Path, site: Path) -> int:
    """Run one command, and return the exit status."""
    if options.command == "serve":
        return serve(config.parent, options.port, options.watch)
    if options.command == worker.COMMAND:
        return worker.build_again(config, site)
    course = read_course(config)
    if options.command == "build":
        make = build_with_editions if options.editions else build_alone
        status = make(site, course)
        if options.editions and not status:
            seal(site, course)
        if status != 1:
            remark(site, course)
        tell_address(course)
        return status
    if options.command == "check":
        return check(course)
    if options.command == "published":
        return published(course)
    if options.command == "minutes":
        return minutes(course)
    if options.command == "blind":
        return blind(course, options.seed, options.stems, options.key)
    if not is_site(site):
        return 1
    if options.command == "verify":
        return report(list(check_manifest(site)))
    status = 0
    with alone(site.parent, "a build"):
        if options.command == "finish":
            status = report(finish(site, course, check_sources(course)))
        elif options.command == "print":
            status = print_editions(site, course)
        else:
            make_packages(site, course)
        write_manifest(site)
        if options.command == "print" and not status:
            seal(site, course)
    return status


def build_alone(site: Path, course: Course) -> int:
    """Build the site without its editions, and return the exit status."""
    return int(not build(site, course))


def parser() -> argparse.ArgumentParser:
    """Return the description of the command line."""
    top = argparse.ArgumentParser(prog="course", description="Builds and checks a course.")
    top.add_argument(
        "--config",
        type=Path,
        default=ROOT / "mkdocs.yml",
        metavar="FILE",
        help="the mkdocs.yml of the course; that of this project if left out",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    building = commands.add_parser("build", help="build the course into the folder site")
    building.add_argument(
        "--no-editions",
        dest="editions",
        action="store_false",
        help="leave out the printed ones and the packages",
    )
    serving = commands.add_parser("serve", help="build, serve, and build again at a change")
    serving.add_argument("--port", type=port, default=8000, help="8000 if left out")
    serving.add_argument(
        "--no-watch", dest="watch", action="store_false", help="do not build again at a change"
    )
    # Started by the one above; it is in no list.
    commands.add_parser(worker.COMMAND)
    commands.add_parser("check", help="check the course without keeping the site")
    commands.add_parser("published", help="write the list of the published addresses and ids")
    commands.add_parser("minutes", help="print the minutes of each page, alone and in a group")
    guessing = commands.add_parser("blind", help="print the options of all questions, mixed")
    guessing.add_argument("--stems", action="store_true", help="print what is asked as well")
    guessing.add_argument("--key", type=Path, metavar="FILE", help="write the right letters there")
    guessing.add_argument("--seed", type=int, default=1, help="gives the order; 1 if left out")
    finishing = commands.add_parser("finish", help="finish a site that another tool built")
    printing = commands.add_parser("print", help="make the printed editions of a finished site")
    packing = commands.add_parser("pack", help="make the packages of a finished site")
    checking = commands.add_parser("verify", help="check that a site is as it was made")
    for command in (finishing, printing, packing, checking):
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
