"""The command `course`: what each of its commands does, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from course.commands import line as commands
from course.print.pdf.unavailable import advice
from course.print.sealed import SEAL
from course.problems import Problem
from course.settings import Course
from tests.markdown_page import COURSE, lay_out

editions = import_module("course.commands.editions")


BUILT = "build site of Small course"
PRINTED = "print site of Small course"
PACKED = "pack site of Small course"
PROBLEM = Problem("workbook.pdf", 1, "it has 3 pages, not 2", "shorten it")


class Steps:
    """Stands for what the commands call.

    Arguments:
        patch: puts it in the place of that.

    Attributes:
        taken: what was called, in order.
        problems: what is wrong with the site, or with its editions.
        built: whether MkDocs can build the site.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.taken: list[str] = []
        self.problems: list[Problem] = []
        self.built = True
        for name in ("build", "finish", "serve"):
            patch.setattr(commands, name, getattr(self, name))
        patch.setattr(editions, "build", self.build)
        patch.setattr(editions, "make_editions", self.print)
        patch.setattr(editions, "make_packages", self.pack)
        patch.setattr(commands, "make_packages", self.pack)
        patch.setattr(editions, "is_available", lambda: True)

    def build(
        self, site: Path, course: Course, complete: Callable[[Path], None] = lambda site: None
    ) -> bool:
        self.taken.append(f"build {site.name} of {course.title}")
        if self.built:
            complete(site)
        return self.built

    def print(self, site: Path, course: Course, cache: Path) -> list[Problem]:
        self.taken.append(f"print {site.name} of {course.title}")
        return self.problems

    def pack(self, site: Path, course: Course) -> None:
        self.taken.append(f"pack {site.name} of {course.title}")

    def finish(self, site: Path, course: Course, sources: list[Problem]) -> list[Problem]:
        self.taken.append(f"finish {site.name} of {course.title}")
        return self.problems

    def serve(self, root: Path, port: int, watch: bool) -> int:
        self.taken.append(f"serve {root.name} {port} {watch}")
        return 0


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Steps:
    """A small course, of which nothing is built but an empty site; editions can be set."""
    lay_out(tmp_path)
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "index.html").touch()
    monkeypatch.chdir(tmp_path)
    return Steps(monkeypatch)


def run(*words: str) -> int:
    return commands.main(["--config", "mkdocs.yml", *words])


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("build", [BUILT, PRINTED, PACKED]),
        ("build --no-editions", [BUILT]),
        ("finish public", ["finish public of Small course"]),
        ("print public", ["print public of Small course"]),
        ("pack public", ["pack public of Small course"]),
        ("serve", ["serve {root} 8000 True"]),
        ("serve --port 0 --no-watch", ["serve {root} 0 False"]),
    ],
)
def test_each_command_takes_its_steps(
    steps: Steps, tmp_path: Path, words: str, taken: list[str]
) -> None:
    assert run(*words.split()) == 0
    assert steps.taken == [step.format(root=tmp_path.name) for step in taken]


def test_paths_start_at_the_course_but_for_what_is_typed(
    steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "public")
    assert commands.main(["--config", "../mkdocs.yml", "finish", "."]) == 0
    assert Path.cwd() == tmp_path
    assert steps.taken == ["finish public of Small course"]


@pytest.mark.parametrize("words", ["build", "finish public", "print public"])
def test_problems_are_told_and_fail(
    steps: Steps, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    steps.problems = [PROBLEM]
    assert run(*words.split()) == 1
    assert capsys.readouterr().err.splitlines() == [str(PROBLEM)]


@pytest.mark.parametrize(
    ("words", "built", "status", "told"),
    [
        ("build", True, 3, f"{advice()}\n"),
        ("build --no-editions", True, 0, ""),
        # A mistake of the course comes first.
        ("build", False, 1, ""),
        ("build --no-editions", False, 1, ""),
        ("print public", True, 3, f"{advice()}\n"),
    ],
)
def test_what_cannot_be_printed_is_told_to_who_wants_it(
    steps: Steps,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    built: bool,
    status: int,
    told: str,
) -> None:
    monkeypatch.setattr(editions, "is_available", lambda: False)
    steps.built = built
    assert run(*words.split()) == status
    assert capsys.readouterr().err == told
    assert PRINTED not in steps.taken


@pytest.mark.parametrize(
    ("words", "problems", "noted"),
    [
        ("build", [], True),
        ("print public", [], True),
        ("print public", [PROBLEM], False),
        ("build --no-editions", [], False),
        ("pack public", [], False),
    ],
)
def test_it_is_noted_when_all_editions_are_there(
    steps: Steps, tmp_path: Path, words: str, problems: list[Problem], noted: bool
) -> None:
    steps.problems = problems
    run(*words.split())
    assert (tmp_path / SEAL).exists() is noted


@pytest.mark.parametrize("command", ["finish", "print", "pack"])
@pytest.mark.parametrize("name", ["", "none"])
def test_a_site_is_needed(
    steps: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    folder = tmp_path / name
    assert run(command, str(folder)) == 1
    assert steps.taken == []
    assert capsys.readouterr().err == f"{folder}: there is no built site: build it first\n"


def test_mistakes_in_the_settings_are_told_a_line_each(
    steps: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = COURSE.replace("name: small-course", "name: Small Course").replace('"1.2"', "")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert run("build") == 1
    assert steps.taken == []
    first, second = capsys.readouterr().err.splitlines()
    assert re.match(r"mkdocs\.yml:\d+: extra: course: name: ", first)
    assert re.match(r"mkdocs\.yml:\d+: extra: course: release: version: ", second)


def test_who_interrupts_it_sees_no_traceback(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(site: Path, course: Course) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "build", interrupt)
    assert run("build", "--no-editions") == 130


@pytest.mark.parametrize("text", ["", "-1", "65536", "http"])
def test_what_is_no_port_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run("serve", "--port", text)
    assert end.value.code == 2
    assert "choose a number" in capsys.readouterr().err
