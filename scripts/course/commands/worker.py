"""Builds the site in a process that stays, so that what did not change is not read again.

The process has the code of the course, its settings and its templates as they were when it began:
after a change of one of them, another process takes its place.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import TextIOBase
from pathlib import Path
from subprocess import Popen
from typing import IO, Any, TextIO

from course.again import begin
from course.commands.alone import Busy
from course.commands.apart import ASKED, run_apart
from course.commands.build import build
from course.commands.check import remark
from course.commands.report import report
from course.commands.trouble import trouble
from course.problems import Refused
from course.settings import forget, read_course

COMMAND = "build-again"
BROKEN = "the build ended without a word: save a file to try again, or start scripts/serve anew"


class Worker:
    """The process that builds, seen from the one that serves."""

    def __init__(self) -> None:
        self.process: Popen[bytes] | None = None

    def build(self, anew: bool = False) -> Iterator[dict[str, Any]]:
        """Build the site, and yield what is known of it: whether it was built, and then remarks.

        Arguments:
            anew: whether more than the text of pages has changed.
        """
        if anew:
            self.stop()
        if self.process is None:
            self.process = run_apart(COMMAND, answers=True)
        try:
            for line in ask(self.process.stdin, self.process.stdout):
                answer = json.loads(line)
                yield answer
                if answer["last"]:
                    return
        except ConnectionError:
            pass  # it has ended, too
        self.stop()
        print(BROKEN, file=sys.stderr, flush=True)
        yield {"built": False, "lines": [BROKEN], "last": True}

    def stop(self) -> None:
        """End the process."""
        if self.process is None:
            return
        self.process.terminate()
        self.process.wait()
        self.process = None


def ask(question: IO[bytes] | None, answer: IO[bytes] | None) -> Iterator[bytes]:
    """Ask for one build, and yield what is answered as long as the other process lives."""
    assert question
    assert answer
    question.write(b"\n")
    question.flush()
    yield from iter(answer.readline, b"")


def build_again(config: Path, site: Path) -> int:
    """Build each time that the process asks which has started this one; it never ends by itself.

    Arguments:
        config: the `mkdocs.yml` of the course.
        site: the folder that the site takes.
    """
    answers = sys.stdout
    while True:
        ASKED.acquire()
        said = Said(sys.stderr)
        # What it prints on its way is for the terminal, and what is wrong for the page too.
        with redirect_stdout(sys.stderr), redirect_stderr(said):
            built = is_built(config, site)
        answer(answers, built, said.lines, last=not built)
        if built:
            with redirect_stdout(sys.stderr):
                remarks = remark(site, read_course(config))
            answer(answers, built, list(map(str, remarks)), last=True)
        # What is kept is not looked through for garbage again and again while the next one is made.
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def is_built(config: Path, site: Path) -> bool:
    """Build, say what is wrong where that fails, and tell whether it succeeded."""
    begin()
    forget()
    try:
        return build(site, read_course(config))
    except Refused as refused:
        report(refused.problems)
    except Busy as busy:
        report([busy])
    except OSError as error:
        report([trouble(error)])
    return False


def answer(answers: TextIO, built: bool, lines: Sequence[str], last: bool) -> None:
    """Answer the process that asked."""
    print(json.dumps({"built": built, "lines": lines, "last": last}), file=answers, flush=True)


class Said(TextIOBase):
    """Prints, and remembers the lines.

    Arguments:
        terminal: where it prints to.
    """

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal
        self.text = ""

    @property
    def lines(self) -> list[str]:
        """What was printed."""
        return self.text.splitlines()

    def write(self, text: str) -> int:
        """Print a text."""
        self.text += text
        return self.terminal.write(text)

    def flush(self) -> None:
        """Print at once."""
        self.terminal.flush()
