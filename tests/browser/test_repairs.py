"""What axe finds in the theme's own pages is gone when they are finished."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Page, Route

from course.finish import finish
from course.settings import read_course
from tests.courses.build import ROOT

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
# Colours are a matter of the style sheet.
RUN = "axe.run({rules: {'color-contrast': {enabled: false}}})"
ADDRESS = "http://stock.test/"
CONFIG = f"""site_name: Stock
site_url: {ADDRESS}
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.indexes]
nav: [index.md, Part: [part/index.md, part/a.md]]
"""


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site, as the theme alone makes it."""
    root = tmp_path_factory.mktemp("stock")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs/part").mkdir(parents=True)
    for name in ("index.md", "part/index.md", "part/a.md"):
        text = "# Title\n\n## One\n\n## Two\n"
        (root / "docs" / name).write_text(text, encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env=environment, check=True)
    return root


def serve(page: Page, site: Path) -> None:
    """Answer the requests of a page from a folder."""

    def answer(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.lstrip("/")
        route.fulfill(path=file / "index.html" if file.is_dir() else file)

    page.route(f"{ADDRESS}**", answer)


def violations(page: Page) -> set[str]:
    """Return the rules of axe that a page breaks."""
    page.goto(f"{ADDRESS}part/a/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(RUN)
    return {violation["id"] for violation in result["violations"]}


def test_repairs_satisfy_axe(page: Page, stock: Path) -> None:
    serve(page, stock / "site")
    assert "aria-dialog-name" in violations(page)
    course = replace(read_course(ROOT / "mkdocs.yml"), file=stock / "mkdocs.yml")
    assert finish(stock / "site", course) == []
    assert violations(page) == set()
