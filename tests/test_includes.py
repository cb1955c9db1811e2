"""What a file includes is read as pymdownx.snippets reads it, and what it leaves out is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import markdown

from course.includes import Include, includes

ROOT = Path("/course")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('--8<-- "docs/a.svg"', [Include(1, "docs/a.svg")]),
        ("    -8<-  'docs/a b.md:part'", [Include(1, "docs/a b.md", "part")]),
        ('---8<--- " docs/a.md:3:5,9: "', [Include(1, "docs/a.md")]),
        # What is not read, of a list its first sign alone.
        ("--8<-- docs/a.md", [Include(1)]),
        ('--8<-- "docs/a.md" and more', [Include(1)]),
        ('--8<-- ":3:5"', [Include(1)]),
        ("--8<--\ndocs/a.md\n--8<--\n\n--8<--\ndocs/b.md\n--8<--", [Include(1), Include(5)]),
        # What is set aside, shown as it is, or marks a section.
        ('--8<-- ";docs/a.md"', []),
        (';--8<-- "docs/a.md"', []),
        ("--8<-- [start:part]", []),
        ("<!-- --8<-- [end:part] -->", []),
        ('Write `--8<-- "docs/a.md"`.', []),
    ],
)
def test_what_a_line_includes(line: str, found: list[Include]) -> None:
    assert list(includes(line)) == found


@pytest.mark.parametrize("sign", ["-8<-", "--8<--", "----8<-"])
@pytest.mark.parametrize("quoted", ['"{}"', "'{}'", '" {}"', '"{}:part"', '"{}:1:2"'])
def test_what_is_read_is_put_in(tmp_path: Path, sign: str, quoted: str) -> None:
    text = "-8<- [start:part]\nText\n-8<- [end:part]\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    line = f"{sign} {quoted.format('a.md')}"
    (found,) = includes(line)
    assert found.file(tmp_path) == tmp_path / "a.md"
    settings = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    html = markdown(line, extensions=["pymdownx.snippets"], extension_configs=settings)
    assert html == "<p>Text</p>"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("docs/a.svg", ROOT / "docs/a.svg"),
        ("docs/../mkdocs.yml", ROOT / "mkdocs.yml"),
        ("/course/docs/a.svg", ROOT / "docs/a.svg"),
        ("../a.svg", None),
        ("/etc/hostname", None),
        ("../course-2/a.svg", None),
    ],
)
def test_a_file_outside_of_the_course_is_none_of_it(path: str, file: Path | None) -> None:
    assert Include(1, path).file(ROOT) == file
