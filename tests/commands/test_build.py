"""A build: whole or not at all, and its mistakes in plain lines."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from course import settings
from course.commands.build import build, take_place, tell_address
from course.settings import Course

CONFIG = "site_name: A\ntheme: mkdocs\nvalidation: {links: {not_found: warn}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one page, with plain MkDocs."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# First\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path


def run(project: Path, complete: Callable[[Path], None] = lambda site: None) -> bool:
    # A site of plain MkDocs has nothing of a course but its file.
    course = cast(Course, SimpleNamespace(file=project / "mkdocs.yml"))
    return build(project / "site", course, complete)


def start(project: Path) -> str:
    return (project / "site" / "index.html").read_text("utf-8")


def folders(project: Path) -> set[str]:
    return {path.name for path in project.iterdir() if path.is_dir()}


def test_builds_and_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project)
    assert "First" in start(project)
    output = capsys.readouterr()
    assert output.out.startswith("Building the site\nBuilt 2 pages in ")
    assert output.err == ""


def test_a_new_build_takes_the_place_of_the_old_and_of_what_was_left(project: Path) -> None:
    run(project)
    (project / "site" / "gone.html").touch()
    for name in ("site.new", "site.old"):
        (project / name).mkdir()
        (project / name / "gone.html").touch()
    (project / "docs" / "index.md").write_text("# Second\n")
    assert run(project)
    assert "Second" in start(project)
    assert not (project / "site" / "gone.html").exists()
    assert folders(project) == {"docs", "site"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("docs/index.md", b"[a](nowhere.md)\n", "contains a link 'nowhere.md'"),
        ("docs/index.md", b"# Caf\xe9\n", "'utf-8' codec can't decode byte 0xe9"),
        ("docs/index.md", b"---\ntemplate: none.html\n---\n", "none.html"),
        ("mkdocs.yml", b"site_name: A course\nnav: 3\n", "Config value 'nav'"),
        ("mkdocs.yml", b"site_name: [\n", "mkdocs.yml"),
        ("mkdocs.yml", b"site_name: A\ntheme: mkdocs\nmarkdown_extensions: [none]\n", "none"),
    ],
    ids=["dead link", "not UTF-8", "no template", "bad setting", "bad YAML", "no extension"],
)
def test_a_mistake_is_told_and_leaves_the_last_site(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, message: str
) -> None:
    run(project)
    capsys.readouterr()
    (project / name).write_bytes(content)
    assert not run(project)
    errors = capsys.readouterr().err
    assert message in errors
    assert "Traceback" not in errors
    assert "First" in start(project)
    assert folders(project) == {"docs", "site"}


def test_a_mistake_in_a_template_has_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "overrides").mkdir()
    (project / "overrides" / "main.html").write_text("<p>\n{% if %}\n")
    config = CONFIG.replace("mkdocs\n", "{name: mkdocs, custom_dir: overrides}\n")
    (project / "mkdocs.yml").write_text(config)
    assert not run(project)
    assert "overrides/main.html:2: Expected an expression" in capsys.readouterr().err


def test_all_mistakes_of_a_build_are_told_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs" / "index.md").write_text("[a](one.md)\n\n[b](two.md)\n\n[c](two.md)\n")
    assert not run(project)
    errors = capsys.readouterr().err
    assert (errors.count("'one.md'"), errors.count("'two.md'")) == (1, 1)
    assert not (project / "site").exists()


def test_what_completes_a_site_works_on_it_before_it_takes_its_place(project: Path) -> None:
    def complete(site: Path) -> None:
        assert (site / "index.html").is_file()
        assert not (project / "site").exists()
        (site / "more.pdf").touch()

    assert run(project, complete)
    assert (project / "site" / "more.pdf").exists()


def test_what_stops_the_hook_at_its_start_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(file: Path) -> Course:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr(settings, "read_course", refuse)
    hook = settings.__file__.replace("settings.py", "hook.py")
    (project / "mkdocs.yml").write_text(f"{CONFIG}hooks: [{hook}]\n")
    assert not run(project)
    assert "mkdocs.yml: you may not read or change this" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(yaml, "CLoader"), reason="there is no parser in C")
def test_settings_are_read_by_the_parser_in_c() -> None:
    loader = get_yaml_loader(config=MkDocsConfig())
    assert issubclass(loader, yaml.CLoader)
    assert {"!ENV", "!relative"} <= loader.yaml_constructors.keys()
    assert yaml_load("a: [1]") == {"a": [1]}


def test_a_site_takes_its_place_also_where_there_was_none(tmp_path: Path) -> None:
    (tmp_path / "site.new").mkdir()
    take_place(tmp_path / "site", tmp_path / "site.new")
    assert folders(tmp_path) == {"site"}


def test_a_build_that_was_ended_between_two_steps_leaves_the_last_site(project: Path) -> None:
    run(project)
    (project / "site").rename(project / "site.old")
    (project / "docs" / "index.md").write_text("[a](nowhere.md)\n")
    assert not run(project)
    assert "First" in start(project)
    assert folders(project) == {"docs", "site"}


@pytest.mark.parametrize(
    ("address", "given", "told"),
    [
        ("http://127.0.0.1:8000/", None, True),
        ("", None, True),
        ("https://example.org/course/", None, False),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/", False),
    ],
)
def test_a_build_without_an_address_says_so(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str,
    given: str | None,
    told: bool,
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    if given:
        monkeypatch.setenv("SITE_URL", given)
    tell_address(cast(Course, SimpleNamespace(address=address)))
    said = capsys.readouterr().out
    assert ("SITE_URL=https://" in said) == told
    assert said.count("\n") == told
