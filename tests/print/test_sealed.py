"""A site whose editions are made and offered is known without reading it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from course.print import sealed
from course.print.sealed import nothing_to_do, seal
from tests.print.small_course import SmallCourse


@pytest.fixture
def given(small_course: SmallCourse) -> list[str]:
    """Note the state of a course of one page, and return the command line that prints it."""
    small_course.add("index", "# Start")
    small_course.build()
    seal(small_course.site, small_course.course)
    return ["--config", str(small_course.root / "mkdocs.yml"), "print", str(small_course.site)]


def test_nothing_is_to_be_done(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert nothing_to_do(given)
    assert capsys.readouterr().out == "The editions are as they were made: nothing has changed\n"


@pytest.mark.parametrize("what", ["a page", "a new file", "a lost file", "settings", "tokens"])
def test_what_changes_is_to_be_done(given: list[str], small_course: SmallCourse, what: str) -> None:
    page = small_course.site / "index.html"
    tokens = small_course.root / "overrides/assets/css/tokens.css"
    changed = {"a page": page, "settings": small_course.root / "mkdocs.yml", "tokens": tokens}
    if what in changed:
        with changed[what].open("a", encoding="utf-8") as file:
            file.write("\n")
    elif what == "a new file":
        (small_course.site / "new.pdf").touch()
    else:
        page.unlink()
    assert not nothing_to_do(given)


def test_what_the_settings_inherit_counts(small_course: SmallCourse) -> None:
    words = small_course.root / "overrides/words/en.yml"
    base = small_course.root / "en.yml"
    base.write_text(words.read_text("utf-8"), "utf-8")
    config = small_course.root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("INHERIT: overrides/words/", "INHERIT: ./", 1), "utf-8")
    small_course.add("index", "# Start")
    small_course.build()
    seal(small_course.site, small_course.course)
    line = ["--config", str(config), "print", str(small_course.site)]
    assert nothing_to_do(line)
    base.write_text(base.read_text("utf-8") + "\n", "utf-8")
    assert not nothing_to_do(line)


def test_a_manifest_says_nothing_more(given: list[str], small_course: SmallCourse) -> None:
    (small_course.site / "manifest.json").write_text("{}", "utf-8")
    assert nothing_to_do(given)


@pytest.mark.parametrize("what", ["code", "tools", "environment"])
def test_what_it_is_made_with_counts(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    if what == "code":
        monkeypatch.setattr(sealed, "CODE", tmp_path)
    elif what == "tools":
        monkeypatch.setattr(sealed, "tools", lambda: ["weasyprint-99.dist-info"])
    else:
        config = Path(given[1])
        config.write_text(f"site_url: !ENV [PLACE, '']\n{config.read_text('utf-8')}", "utf-8")
        noted = sealed.state_of(Path(given[3]), [config])
        monkeypatch.setenv("PLACE", "https://example.org/")
        assert sealed.state_of(Path(given[3]), [config]) != noted
        return
    assert not nothing_to_do(given)


@pytest.mark.parametrize("arguments", [[], ["build"], ["print"], ["--config"], ["print", "a", "b"]])
def test_other_commands_are_for_others(given: list[str], arguments: list[str]) -> None:
    assert not nothing_to_do(arguments)


def test_a_broken_note_counts_for_nothing(given: list[str], small_course: SmallCourse) -> None:
    for text in ("", "[]", '{"sources": []}'):
        (small_course.root / sealed.SEAL).write_text(text, "utf-8")
        assert not nothing_to_do(given)


def test_nothing_else_is_imported() -> None:
    code = (
        "import sys, course.print.sealed; "
        "known = {*sys.stdlib_module_names, '__main__'}; "
        "print(*sorted(name for name in sys.modules if name.partition('.')[0] not in known))"
    )
    command = [sys.executable, "-S", "-c", code]
    path = str(sealed.CODE.parent)
    done = subprocess.run(command, env={"PYTHONPATH": path}, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("course course.print course.print.sealed\n", "")
