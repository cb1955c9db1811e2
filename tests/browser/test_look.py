"""The look: contrast and size of the style sheets, and the drawings."""

from __future__ import annotations

import gzip
import re
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from course.site.assets import joined, packed

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "overrides" / "assets" / "css"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.css"))}
PRINT_SHEETS = sorted((ROOT / "scripts/course/print/styles").glob("*.css"))
FIGURES = sorted((ROOT / "docs").glob("**/figures/*.svg"))
LOGOS = [ROOT / "overrides/assets/logo.svg", ROOT / "overrides/assets/favicon.svg"]
# What the rules that have the tokens of each scheme select.
SCHEMES = {"light": ":root", "dark": '[data-md-color-scheme="slate"]'}
GREYS = {"texts": ["ink", "soft"], "grounds": ["ground", "paper"]}
# The grounds of the kinds of block.
KINDS = ["exercise", "question", "case", "scene", "finding"]
# What a part of a drawing can be; the style sheets and the writer of the PDFs paint no other.
PARTS = {"diagram", "node", "flow", "soft", "tint", "exit", "sign"}
SVG = "{http://www.w3.org/2000/svg}"


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by their names."""
    sheets = SHEETS["tokens.css"] + SHEETS["schemes.css"]
    rules = re.findall(rf"{re.escape(SCHEMES[scheme])} \{{([^}}]+)\}}", sheets)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", "".join(rules)))


def hues(suffix: str = "") -> list[str]:
    """Return the names of the tokens for each activity, such as its tint."""
    return [name for name in tokens("light") if re.fullmatch(rf"hue-\d+{suffix}", name)]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def without_comments(css: str) -> str:
    """Return the rules of a style sheet."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme: str) -> None:
    colours = tokens(scheme)
    pairs = product(GREYS["texts"] + hues(), GREYS["grounds"] + KINDS + hues("-tint"))
    low = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    assert len(hues()) == len(hues("-tint")) == 2
    assert low == []


def test_a_hue_for_any_ground_is_seen_on_light_and_on_dark() -> None:
    light = tokens("light")
    grounds = [light["ground"], tokens("dark")["ground"]]
    assert len(hues("-mid")) == len(hues())
    assert all(contrast(light[hue], ground) >= 3 for hue in hues("-mid") for ground in grounds)


@pytest.mark.parametrize("logo", LOGOS, ids=lambda path: path.name)
def test_logo_has_the_hues_for_any_ground(logo: Path) -> None:
    fills = [path.get("fill", "") for path in ElementTree.parse(logo).iter(f"{SVG}path")]
    assert fills == [tokens("light")[hue] for hue in hues("-mid")]


def test_style_sheet_is_small() -> None:
    # A fifth of it is for estimates, the forms of exercises, marks, and a story as one screen each.
    # A twelfth is for the way through the course: its map, contents, next step, folds and decks;
    # 230 bytes for the figures whose states a reader chooses without a script, and 64 for the
    # cards of editions. 560 bytes are for what trainers prepare with: plans, slides, activities,
    # cards and the map of a story; 50 bytes keep the place of what a script shows, and 30 leave a
    # menu that is shut out of a phone's work, a seventh of that of its first picture; 15 let it
    # look for no text at a press of the button for the colours; 12 show a button that is off.
    assert len(gzip.compress(packed(joined(FOLDER)).encode(), mtime=0)) <= 8545


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_important_says_why(name: str) -> None:
    """Each rule with `!important` follows a comment, or another such rule."""
    parts = re.split(r"(?<=\})\s*\n", SHEETS[name])
    hard = [number for number, part in enumerate(parts) if "!important" in part]
    assert [parts[n] for n in hard if "/*" not in parts[n] and n - 1 not in hard] == []


@pytest.mark.parametrize("name", SHEETS)
def test_the_focus_is_shown_as_the_script_of_the_theme_marks_it(name: str) -> None:
    """WebKit matches no `:focus-visible` where the arrow keys have chosen."""
    assert not re.search(r":focus-visible(?!, \.focus-visible\))", SHEETS[name])


def test_colours_are_tokens() -> None:
    """A file that types a colour would not follow a change of the hues or the scheme."""
    free = {"tokens.css", "schemes.css", "paper.css"}
    typed = {name for name, css in SHEETS.items() if re.search(r"#[0-9a-f]{3,6}\b", css)}
    assert typed == free
    for path in PRINT_SHEETS:
        colours = re.findall(r"#[0-9a-f]{6}\b", path.read_text(encoding="utf-8"))
        assert not set(colours) & {tokens("light")[hue] for hue in hues() + hues("-mid")}


def test_no_word_that_a_reader_sees_is_in_a_style_sheet() -> None:
    sheets = [*SHEETS.values(), *(path.read_text(encoding="utf-8") for path in PRINT_SHEETS)]
    contents = [
        text
        for css in sheets
        for value in re.findall(r"content:([^;]+);", without_comments(css))
        for text in re.findall(r'"([^"]*)"', value)
    ]
    assert "✓ " in contents
    assert [text for text in contents if re.search(r"[^\W\d_]", text)] == []


@pytest.mark.parametrize("drawing", [*FIGURES, *LOGOS], ids=lambda path: path.name)
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


@pytest.mark.parametrize("figure", FIGURES, ids=lambda path: path.name)
def test_figure_has_no_colour_of_its_own(figure: Path) -> None:
    """It follows the scheme, and can be read where there is no style sheet."""
    numbers = {name.removeprefix("hue-") for name in hues()}
    for element in ElementTree.parse(figure).iter():
        paints = {element.get(name, "none") for name in ("fill", "stroke")}
        assert set(element.get("class", "").split()) <= PARTS
        assert element.get("data-hue", "1") in numbers
        assert paints <= {"none", "currentColor"}
