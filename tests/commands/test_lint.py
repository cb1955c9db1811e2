"""The check of the scripts: they are one, and a mistake is told in the file that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

import lint

FIRST = "/* Adds. */\nconst add = (a, b) => a + b;\n"


@pytest.fixture(autouse=True)
def _deno(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DENO_DIR", str(tmp_path / "deno"))
    monkeypatch.setenv("DENO_NO_UPDATE_CHECK", "1")


def test_a_mistake_is_told_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(FIRST)
    (tmp_path / "b.js").write_text("/* Uses it. */\n\nvar sum = add(1, 2);\nconsole.log(sum);\n")
    (tmp_path / "c.js").write_text("\n")
    (line,) = lint.findings(tmp_path)
    assert line.startswith(f"{tmp_path.as_posix()}/b.js:3: `var` keyword is not allowed: ")


def test_what_another_file_uses_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(FIRST)
    assert any("`add` is never used" in line for line in lint.findings(tmp_path))
    (tmp_path / "b.js").write_text("console.log(add(1, 2));\n")
    assert list(lint.findings(tmp_path)) == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(f"{FIRST}const = 3;\n")
    assert len(list(lint.findings(tmp_path))) == 1
