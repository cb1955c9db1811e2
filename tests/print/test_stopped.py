"""What stops a document from being set as a PDF."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from course.print.pdf.fetching import NotTypeset
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset
from tests.print.tagged import wrap

pytestmark = pytest.mark.print


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any) -> None:
        raise AssertionError(f"it asks the network: {arguments}")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ('<img alt="x" src="http://127.0.0.1:9/x.png">', "http://127.0.0.1:9/x.png"),
        ('<img alt="x" src="//host/x.png">', "file://host/x.png"),
        ('<img alt="x" src="file:///etc/hostname">', "not in a folder of the document"),
        ('<img alt="x" src="../x.png">', "not in a folder of the document"),
        ('<img alt="x" src="none.png">', "none.png: it cannot be read"),
        ('<img alt="x" src="styles.css">', "Failed to load image"),
        ('<link rel="stylesheet" href="none.css">', "none.css: it cannot be read"),
        ('<link rel="stylesheet" href="https://host/x.css">', "https://host/x.css"),
        ("<style>@import url(none.css);</style>", "none.css: it cannot be read"),
        ("<style>@font-face { font-family: x; src: url(none.ttf) }</style>", "none.ttf"),
        ("<style>p { colour: red }</style>", "unknown property"),
        ('<a href="#none">x</a>', "No anchor #none"),
        ('<b id="x">x</b><b id="x">y</b>', "Anchor defined twice"),
        ('<img src="line.svg">', "no required alt"),
    ],
)
def test_what_cannot_be_set_as_it_is_meant_is_reported(
    folder: Path, styles: list[Path], body: str, reported: str
) -> None:
    with pytest.raises(NotTypeset) as caught:
        typeset(wrap(body), Setting(styles, folder))
    assert reported in str(caught.value)


def test_every_reason_is_reported_once(folder: Path, styles: list[Path]) -> None:
    body = '<style>p { colour: red; colour: blue }</style><a href="#a">a</a> <a href="#b">b</a>'
    with pytest.raises(NotTypeset) as caught:
        typeset(wrap(body), Setting(styles, folder))
    assert len(str(caught.value).splitlines()) == 4
