"""Fixtures: a course with its packages, and what is in each."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from course.pack.make import make_packages
from course.print.downloads import FOLDER
from tests.browser.conftest import firefox as firefox
from tests.courses.build import BALCONY, Built, Courses, once


@pytest.fixture(scope="session")
def packed(courses: Courses) -> Built:
    """Return the German course with its packages, in the folder `downloads` of its site."""
    built = courses.build("balcony", BALCONY)
    assert built.messages == []

    def make(site: Path) -> None:
        shutil.copytree(built.site, site)
        make_packages(site, built.course)

    return replace(built, site=once(built.root / "packed", make))


@pytest.fixture(scope="session")
def folder(packed: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a reader has unpacked the copy."""
    root = tmp_path_factory.mktemp("packed") / "Mein Ördner"
    with zipfile.ZipFile(packed.site / FOLDER / "balkon-offline.zip") as archive:
        archive.extractall(root)
    return root / "balkon"
