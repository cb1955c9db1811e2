"""The page that an extension is working on."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from markdown import Markdown

from course.marks.page import Occurrences, Page, current
from tests.markdown_page import Pages

TEXT = "---\ntitle: A\n---\n\nOne two one.\none\n"


def markdown_of_mkdocs(path: Path) -> Any:
    """Stand for the instance to which MkDocs hands a page."""
    file = SimpleNamespace(
        src_uri="units/a.md", abs_src_path=str(path), page=SimpleNamespace(meta={"title": "A"})
    )
    treeprocessors = {"relpath": SimpleNamespace(file=file)}
    return SimpleNamespace(treeprocessors=treeprocessors, preprocessors={})


def markdown_of_zensical(path: Path) -> Any:
    """Stand for the instance to which Zensical hands a page."""
    page = SimpleNamespace(path="units/a.md", meta={"title": "A"})
    preprocessors = {"rendering_context": SimpleNamespace(page=page)}
    return SimpleNamespace(treeprocessors={}, preprocessors=preprocessors)


@pytest.mark.parametrize("engine", [markdown_of_mkdocs, markdown_of_zensical])
def test_each_engine_hands_over_its_page(pages: Pages, engine: Any) -> None:
    path = pages.root / "docs/units/a.md"
    path.parent.mkdir()
    path.write_text(f"\ufeff{TEXT}", "utf-8")
    page = current(cast(Markdown, engine(path)))
    assert (page.path, page.docs, page.label) == ("units/a.md", path.parents[1], "docs/units/a.md")
    assert page.meta == {"title": "A"}
    # The front matter counts, so that lines are those of the file.
    assert page.lines == TEXT.splitlines()
    assert page.course == pages.course


def test_without_an_engine_the_text_is_the_page(pages: Pages) -> None:
    md = Markdown()
    md.convert("One\n\ntwo")
    assert (current(md).label, current(md).lines[:3]) == ("docs/text.md", ["One", "", "two"])


def test_an_occurrence_has_its_line() -> None:
    page = Page("units/a.md", Path("docs"), {}, TEXT.splitlines())
    assert [page.line_of("one", number) for number in (1, 2, 3)] == [5, 6, 6]
    assert page.line_of("none") == 1
    seen = Occurrences()
    assert [seen.line(page, "one"), seen.line(page, "One"), seen.line(page, "one")] == [5, 5, 6]
    other = Page("units/b.md", Path("docs"), {}, ["one"])
    assert seen.line(other, "one") == 1


@pytest.mark.parametrize(
    ("path", "target", "address"),
    [
        ("a.md", "b.md", "b.md#x"),
        ("units/a.md", "reference/b.md", "../reference/b.md#x"),
        ("units/a.md", "units/b.md", "b.md#x"),
    ],
)
def test_an_address_is_relative_to_the_source(path: str, target: str, address: str) -> None:
    assert Page(path, Path("docs"), {}, []).link(target, "x") == address


def test_what_is_wrong_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "parts").mkdir(parents=True)
    lines = ["Own.", '--8<-- "docs/parts/a.md"', '--8<-- "docs/parts/b.md"']
    (docs / "page.md").write_text("\n".join(lines), "utf-8")
    (docs / "parts" / "a.md").write_text("First.\n\nOther.\n", "utf-8")
    (docs / "parts" / "b.md").write_text("Next.\n\nWrong.\n", "utf-8")
    page = Page("page.md", docs, {}, lines)
    for text in ("Own", "Other", "Wrong", "Nowhere"):
        page.report(page.line_of(text), text, "")
    assert [(each.file, each.line, each.what) for each in page.mistakes.problems] == [
        ("docs/page.md", 1, "Own"),
        ("docs/parts/a.md", 3, "Other"),
        ("docs/parts/b.md", 3, "Wrong"),
        ("docs/page.md", 1, "Nowhere"),
    ]
