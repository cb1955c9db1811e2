"""A build: whole or not at all, and its mistakes in plain lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.building import build, replace

CONFIG = """site_name: A course
theme: mkdocs
validation:
  links:
    not_found: warn
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one page, with plain MkDocs."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# First\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path


def run(project: Path) -> bool:
    return build(project / "site", project / "mkdocs.yml")


def folders(project: Path) -> set[str]:
    return {path.name for path in project.iterdir() if path.is_dir()}


def test_builds_and_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project)
    assert "First" in (project / "site" / "index.html").read_text("utf-8")
    output = capsys.readouterr()
    assert output.out.startswith("Building the site\nBuilt 2 pages in ")
    assert output.err == ""
    assert folders(project) == {"docs", "site"}


def test_a_new_build_takes_the_place_of_the_old(project: Path) -> None:
    run(project)
    (project / "site" / "gone.html").touch()
    (project / "docs" / "index.md").write_text("# Second\n")
    assert run(project)
    assert "Second" in (project / "site" / "index.html").read_text("utf-8")
    assert not (project / "site" / "gone.html").exists()


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
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    message: str,
) -> None:
    run(project)
    capsys.readouterr()
    (project / name).write_bytes(content)
    assert not run(project)
    errors = capsys.readouterr().err
    assert message in errors
    assert "Traceback" not in errors
    assert "First" in (project / "site" / "index.html").read_text("utf-8")
    assert folders(project) == {"docs", "site"}


def test_a_mistake_in_a_template_has_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "overrides").mkdir()
    (project / "overrides" / "main.html").write_text("<p>\n{% if %}\n")
    config = project / "mkdocs.yml"
    config.write_text(CONFIG.replace("mkdocs\n", "{name: mkdocs, custom_dir: overrides}\n"))
    assert not run(project)
    assert "overrides/main.html:2: Expected an expression" in capsys.readouterr().err


def test_all_mistakes_of_a_build_are_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs" / "index.md").write_text("[a](one.md)\n\n[b](two.md)\n")
    assert not run(project)
    errors = capsys.readouterr().err
    assert "one.md" in errors
    assert "two.md" in errors
    assert not (project / "site").exists()


def test_what_an_interrupted_build_left_is_cleared(project: Path) -> None:
    for name in ("site.new", "site.old"):
        (project / name).mkdir()
        (project / name / "left.html").touch()
    assert run(project)
    assert folders(project) == {"docs", "site"}
    assert not (project / "site" / "left.html").exists()


def test_replace_works_without_an_old_site(tmp_path: Path) -> None:
    new = tmp_path / "site.new"
    new.mkdir()
    replace(tmp_path / "site", new)
    assert folders(tmp_path) == {"site"}
