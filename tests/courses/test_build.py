"""What takes long is made once, whichever process of a test run asks first."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.courses.build import add_layer, once


def test_who_asks_later_waits_and_gets_the_same(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir()
        time.sleep(0.2)
        (folder / "file").write_text("whole", "utf-8")

    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(lambda _: once(tmp_path / "course", make), range(4)))
    assert folders == [tmp_path / "course"] * 4
    assert len(made) == 1
    assert (tmp_path / "course/file").read_text("utf-8") == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_what_fails_is_made_anew(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise ValueError(folder)

    with pytest.raises(ValueError, match="course"):
        once(tmp_path / "course", fail)
    assert not (tmp_path / "course").exists()
    assert once(tmp_path / "course", Path.mkdir).is_dir()


def test_a_later_layer_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    first = tmp_path / "first"
    add_layer(first, {"docs/index.md": "one", "docs/a/b.md": "two"})
    root = tmp_path / "course"
    add_layer(root, first)
    add_layer(root, {"docs/index.md": "three"})
    texts = {path.name: path.read_text("utf-8") for path in root.rglob("*.md")}
    assert texts == {"index.md": "three", "b.md": "two"}
