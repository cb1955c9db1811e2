"""The look: contrast and size of the stylesheet, and the drawings."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
STYLES = (ROOT / "docs/assets/course.css").read_text(encoding="utf-8")
SCRIPT = (ROOT / "docs/assets/course.js").read_text(encoding="utf-8")
FIGURES = sorted((ROOT / "docs").glob("**/figures/*.svg"))
DRAWINGS = [*FIGURES, ROOT / "docs/assets/logo.svg", ROOT / "docs/assets/favicon.svg"]
SCHEMES = {"light": ":root {", "dark": '[data-md-color-scheme="slate"] {'}
TEXTS = ["ink", "soft", "managing", "leading"]
GROUNDS = ["ground", "paper", "managing-tint", "leading-tint"]
SVG = "{http://www.w3.org/2000/svg}"


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by their names: the first block that sets them."""
    block = STYLES.partition(SCHEMES[scheme])[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("drawing", DRAWINGS[-2:], ids=lambda path: path.name)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_logo_is_seen_in_both_schemes(drawing: Path, scheme: str) -> None:
    fills = {path.get("fill", "") for path in ElementTree.parse(drawing).iter(f"{SVG}path")}
    assert len(fills) == 2
    assert all(contrast(fill, tokens(scheme)["ground"]) >= 3 for fill in fills)


def test_stylesheet_and_script_are_small() -> None:
    assert len(gzip.compress(STYLES.encode(), mtime=0)) <= 6144
    assert len(gzip.compress(SCRIPT.encode(), mtime=0)) <= 8192


def test_what_is_important_says_why() -> None:
    """Each rule with `!important` follows a comment, or another such rule."""
    parts = re.split(r"(?<=\})\s*\n", STYLES)
    hard = [number for number, part in enumerate(parts) if "!important" in part]
    assert [parts[n] for n in hard if "/*" not in parts[n] and n - 1 not in hard] == []


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.name)
def test_drawing_is_named_and_obeys_the_policy(drawing: Path) -> None:
    root = ElementTree.parse(drawing).getroot()
    assert root.find(f"{SVG}title") is not None
    for element in root.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script")
        assert "style" not in element.attrib


@pytest.mark.parametrize("figure", FIGURES, ids=lambda path: path.name)
def test_figure_can_stand_in_a_page(figure: Path) -> None:
    """Markdown keeps a block that has no blank line; the page's ids must not meet the figure's."""
    text = figure.read_text(encoding="utf-8")
    assert text.startswith("<svg ")
    assert "\n\n" not in text
    root = ElementTree.fromstring(text)
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert all(id_.startswith(f"figure-{figure.stem}-") for id_ in ids)
    named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    texts = {element.get("id", ""): element.text for element in named if element is not None}
    assert root.get("role") == "img"
    assert all(texts[id_] for id_ in root.get("aria-labelledby", "").split())
    assert len(texts) == 2
