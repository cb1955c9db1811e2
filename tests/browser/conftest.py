"""The browser beside Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import system
from tests.browser.firefox import Firefox, started


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a Firefox with a new profile; where there is none, scripts/test has said so."""
    if not system.find_firefox():
        pytest.skip("there is no Firefox here")
    with started(tmp_path_factory.mktemp("firefox")) as firefox:
        yield firefox
