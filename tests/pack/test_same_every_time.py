"""The same sources give the same site on any day in any folder; a killed build harms none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.manifest import check_manifest
from tests.courses.build import BALCONY, ROOT, Built, Courses, add_engine, add_layer
from tests.courses.plain import one_page

# Ten years later, by every clock that Python has; what is imported after this knows no other.
LATER = """
import datetime, sys, time
from pathlib import Path
YEARS = 10 * 365 * 86400
now, local, utc = time.time, time.localtime, time.gmtime
time.time = lambda: now() + YEARS
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
class Date(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(time.time()))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(time.time(), tz))
    today = now
    utcnow = classmethod(lambda cls: cls.utcfromtimestamp(time.time()))
datetime.date, datetime.datetime = Date, Moment
from course.commands.build import render
from course.pack.make import make_packages
from course.settings import read_course
site, config = Path(sys.argv[1]), Path(sys.argv[2])
assert render(site, config)
make_packages(site, read_course(config))
"""


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_another_day_and_another_folder_give_the_same_site(packed: Built, tmp_path: Path) -> None:
    root = tmp_path / "Ein Ördner" / "mit Leerzeichen"
    root.mkdir(parents=True)
    add_engine(root)
    add_layer(root, BALCONY)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
    }
    command = [sys.executable, "-c", LATER, str(root / "site"), str(root / "mkdocs.yml")]
    subprocess.run(command, cwd=root, env=environment, check=True)
    one, other = files(packed.site), files(root / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


# Builds a course in a process of its own, which is killed just before the given time that it does
# something to a file; before, it says how often that is and when a folder gets another name.
KILLED = """
import os, signal, sys
from pathlib import Path
from course.commands.line import main
EVENTS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile"}
config, moment = Path(sys.argv[1]).resolve(), 0
count, renamed = 0, []
def watch(event, arguments):
    global count
    if event in EVENTS and str(arguments[0]).startswith(f"{config.parent}{os.sep}site"):
        count += 1
        if event == "os.rename" and Path(arguments[0]).parent == config.parent:
            renamed.append(count)
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
def build():
    child = os.fork()
    if child == 0:
        sys.addaudithook(watch)
        status = main(["--config", str(config), "build", "--no-editions"])
        print("events", count, *renamed, flush=True)
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
for line in sys.stdin:
    moment = int(line)
    print("ended", build(), flush=True)
"""


class Builder:
    """A process that builds a course as often as it is told.

    Arguments:
        root: the folder of the course.
    """

    def __init__(self, root: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(root / "mkdocs.yml")],
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self, moment: int = 0) -> tuple[int, list[int]]:
        """Build, and return the exit status and what is said of its events."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{moment}\n")
        self.process.stdin.flush()
        events: list[int] = []
        for line in self.process.stdout:
            name, *numbers = line.split()
            if name == "events":
                events = list(map(int, numbers))
            elif name == "ended":
                return int(numbers[0]), events
        raise AssertionError("it has ended")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_build_that_is_killed_leaves_the_last_site(courses: Courses) -> None:
    root = courses.lay_out("killed", one_page())
    site, page = root / "site", root / "docs" / "index.md"
    builder = Builder(root)
    try:
        assert builder.build()[0] == 0
        text = page.read_text("utf-8")
        page.write_text(text.replace("It rises", "It sinks"), "utf-8")
        before = files(site)
        status, (last, *renamed) = builder.build()
        after = files(site)
        assert (status, len(renamed)) == (0, 2)
        assert before != after
        # Seven moments while it grows, both before it takes its place, and the last of all.
        moments = [*(1 + number * renamed[0] // 7 for number in range(7)), last, *renamed]
        for number, moment in enumerate(moments):
            # What the next build would remove first would change the count.
            for name in ("site.new", "site.old"):
                shutil.rmtree(root / name, ignore_errors=True)
            page.write_text(text if number % 2 else text.replace("It rises", "It sinks"), "utf-8")
            assert builder.build(moment)[0] == -9
            # Between the two, the last site has another name, and the next build gives it back.
            place = root / "site.old" if moment == renamed[1] else site
            assert list(check_manifest(place)) == []
            assert files(place) in (before, after)
        page.write_text(text, "utf-8")
        assert builder.build()[0] == 0
    finally:
        builder.process.kill()
        builder.process.wait()
    assert files(site) == before
    assert {path.name for path in root.iterdir()} == {
        *(".cache", "docs", "mkdocs.yml", "overrides", "scripts", "site"),
    }
