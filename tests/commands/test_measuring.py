"""The commands that print something about a whole course: its minutes, its options alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest

from course.commands import line as commands
from course.rules.material import Material
from course.settings import Course
from tests.rules.small import SmallCourse
from tests.rules.test_questions import choice


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallCourse:
    """Return a course that these commands take as it is built, without MkDocs."""
    small = SmallCourse(tmp_path)

    @contextmanager
    def built(course: Course) -> Iterator[Material]:
        small.build()
        yield small.material

    for name in ("minutes", "blind"):
        monkeypatch.setattr(import_module(f"course.commands.{name}"), "built", built)
    monkeypatch.chdir(tmp_path)
    return small


def run(*words: str) -> int:
    return commands.main(["--config", "mkdocs.yml", *words])


def test_minutes_of_pages_and_sums(small: SmallCourse, capsys: pytest.CaptureFixture[str]) -> None:
    small.page("a.md", "word " * 396 + "\n\n" + choice("q", 1), minutes={"read": 3, "do": 1})
    small.page("b.md", "word " * 796, minutes={"read": 4, "do": 0})
    small.page("c.md", "word " * 796)
    assert run("minutes") == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["alone", "in", "a", "group"]
    assert [" ".join(line.split()) for line in lines] == [
        "page read do all read do all",
        "a.md 3 1 4 1 2 3",
        "b.md 4 0 4 2 0 2",
        "the course 7 1 8 3 2 5",
    ]


def test_the_sheets_and_the_key_of_a_seed_agree(
    small: SmallCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(4):
        options = (f"wool {n}", f"felt {n}", f"silk {n}")
        small.page(f"{n}.md", choice(f"q-{n}", 1, options, f"What of {n}?"))
    assert run("blind", "--key", "key.tsv", "--seed", "7") == 0
    head, *alone = capsys.readouterr().out.splitlines()
    assert head == "Small course: 4 questions, order 7. Write a letter for each number."
    assert run("blind", "--stems", "--seed", "7") == 0
    _, *whole = capsys.readouterr().out.splitlines()
    assert "What of" not in "".join(alone)
    assert [line.partition(" What")[0] for line in whole] == alone
    for line in Path("key.tsv").read_text("utf-8").splitlines():
        number, letter, name, page = line.split("\t")
        place = alone.index(f"{number}.")
        assert f"   {letter}  wool {name[2:]}" in alone[place : place + 4]
        assert page == f"{name[2:]}.md"
        assert f"{number}. What of {name[2:]}?" in whole


def test_another_seed_is_another_order(
    small: SmallCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    small.page("a.md", "".join(choice(f"q-{n}", 1, (f"a {n}", f"b {n}", "c")) for n in range(9)))
    said = []
    for seed in "112":
        run("blind", "--seed", seed)
        said.append(capsys.readouterr().out.splitlines()[1:])
    assert said[0] == said[1] != said[2]
