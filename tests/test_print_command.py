"""The command `course` where editions can be made, and where they cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course import cli
from course.print.unavailable import advice


class Steps:
    """Stands for what the command calls.

    Attributes:
        taken: what was called, in order.
        problems: what is wrong with the editions.
        built: whether MkDocs can build the site.
    """

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.problems: list[str] = []
        self.built = True

    def build(self, site: Path, *, complete: Callable[[Path], bool] | None = None) -> bool:
        """Build a site, and complete it."""
        self.taken.append("build")
        site.mkdir(parents=True, exist_ok=True)
        (site / "index.html").touch()
        return self.built and (complete is None or complete(site))

    def make_editions(self, site: Path, docs: Path, cache: Path) -> list[str]:
        """Make the editions of a site."""
        self.taken.append(f"print {site.name}")
        return self.problems


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Steps:
    """Build nothing, in an empty project; Pango is there."""
    steps = Steps()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(cli, "build", steps.build)
    monkeypatch.setattr(cli, "make_editions", steps.make_editions)
    monkeypatch.setattr(cli, "is_available", lambda: True)
    return steps


@pytest.fixture
def without(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """The same without Pango."""
    monkeypatch.setattr(cli, "is_available", lambda: False)
    return steps


def test_a_build_makes_the_editions(steps: Steps) -> None:
    assert cli.main(["build"]) == 0
    assert steps.taken == ["build", "print site"]


def test_a_build_leaves_them_out_when_told(steps: Steps) -> None:
    assert cli.main(["build", "--no-editions"]) == 0
    assert steps.taken == ["build"]


def test_a_mistake_in_an_edition_fails_the_build(
    steps: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    steps.problems = ["sheet-focus-a4.pdf: it has 3 pages, not 2: shorten it"]
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err.splitlines() == steps.problems


def test_a_mistake_in_the_site_is_told_before_pango_is(
    without: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    without.built = False
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err == ""


def test_without_pango_the_site_is_built_and_advice_given(
    without: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build"]) == 3
    assert without.taken == ["build"]
    assert (tmp_path / "site" / "index.html").exists()
    assert capsys.readouterr().err == f"{advice()}\n"


def test_without_pango_nothing_is_said_if_no_edition_is_wanted(
    without: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "--no-editions"]) == 0
    assert capsys.readouterr().err == ""


def test_print_makes_the_editions_of_a_site(steps: Steps, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "index.html").touch()
    assert cli.main(["print", "public"]) == 0
    assert steps.taken == ["print public"]


def test_print_without_pango_gives_advice(
    without: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["print", str(tmp_path)]) == 3
    assert without.taken == []
    assert capsys.readouterr().err == f"{advice()}\n"


@pytest.mark.parametrize("name", ["", "none"])
def test_print_needs_a_site(
    steps: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / name
    assert cli.main(["print", str(folder)]) == 1
    assert steps.taken == []
    assert capsys.readouterr().err == f"{folder}: there is no built site: build it first\n"
