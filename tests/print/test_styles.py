"""What WeasyPrint finds of a style with fewer steps is what it finds with all of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from course.print.pdf.quicker import make_quicker

LAST = (9, 0, (0, 0, 0))


@pytest.mark.print
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("said", ["nothing", "something"])
@pytest.mark.parametrize("within", [False, True])
def test_a_style_says_the_same(direction: str, said: str, within: bool) -> None:
    make_quicker()
    from weasyprint.css import INITIAL_VALUES, ComputedStyle, InitialStyle
    from weasyprint.css.properties import Dimension
    from weasyprint.text.fonts import FontConfiguration

    length = Dimension(7, "px"), LAST
    others = ("margin_inline_start", "padding_block_end", "width", "text_indent", "letter_spacing")
    cascaded: dict[str, Any] = {"direction": (direction, LAST)}
    if said == "something":
        cascaded |= dict.fromkeys(others, length)
        cascaded |= {"float": ("left", LAST), "border_inline_end_style": ("solid", LAST)}
    fonts = FontConfiguration()

    def style() -> Any:
        around = ComputedStyle(None, cascaded, None, InitialStyle(fonts), "", fonts, {})
        return ComputedStyle(around, {}, None, around, "", fonts, {}) if within else around

    quick: Any = ComputedStyle.__missing__
    for name in INITIAL_VALUES:
        assert quick(style(), name) == quick.__wrapped__(style(), name), name


@pytest.mark.print
@pytest.mark.parametrize("name", ["width", "min_width", "margin_left", "max_height"])
@pytest.mark.parametrize("unit", ["px", "%", "auto", None])
def test_a_length_is_the_same(name: str, unit: str | None) -> None:
    make_quicker()
    from weasyprint.css.properties import Dimension
    from weasyprint.layout import percent

    value = Dimension(25, unit) if unit in ("px", "%") else unit
    quick: Any = percent.resolve_one_percentage
    boxes = [SimpleNamespace(style={name: value}) for _ in range(2)]
    quick(boxes[0], name, 80)
    quick.__wrapped__(boxes[1], name, 80)
    assert vars(boxes[0]) == vars(boxes[1])
    assert name in vars(boxes[0])


@pytest.mark.print
@pytest.mark.parametrize("float_", ["none", "left", "right", "inline-start", "footnote"])
@pytest.mark.parametrize("position", ["static", "relative", "absolute", ("running()", "x")])
def test_what_stands_among_the_others_is_the_same(float_: str, position: Any) -> None:
    make_quicker()
    from weasyprint.formatting_structure.boxes import Box

    box = Box("p", {"float": float_, "position": position}, None)
    quick: Any = Box.is_in_normal_flow
    assert quick(box) is quick.__wrapped__(box)
