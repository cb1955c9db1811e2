"""Lets WeasyPrint ask for the styles of boxes with fewer steps; what it finds is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

# What of a style hangs on more than itself and the style of the element around it.
ENTANGLED = {"float", "display", "position", "page"}
# The lengths that are nothing if a style leaves them open.
LEAST = {"min_width", "min_height"}


def read_styles_quickly() -> None:
    """Let WeasyPrint read styles with fewer steps, from now on in this process."""
    from weasyprint import css
    from weasyprint.css.properties import Dimension
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import percent

    percent.resolve_one_percentage = quick_length(percent.resolve_one_percentage, Dimension)
    boxes: Any = Box
    boxes.is_in_normal_flow = quick_flow(boxes.is_in_normal_flow)
    computed: Any = css.ComputedStyle
    computed.__missing__ = quick_value(
        computed.__missing__,
        {key for key in css.INHERITED if is_plain(key, css.PHYSICAL_FUNCTIONS)},
        {
            key: value
            for key, value in css.INITIAL_VALUES.items()
            if key not in css.INHERITED | css.INITIAL_NOT_COMPUTED and is_plain(key, {})
        },
        {
            (key, inline): logical(block="ttb", inline=inline)
            for key, logical in css.PHYSICAL_FUNCTIONS.items()
            for inline in ("ltr", "rtl")
        },
    )


def is_plain(key: str, physical: Mapping[str, Any]) -> bool:
    """Tell whether what is said nowhere of a property is known at once."""
    return key not in ENTANGLED and key not in physical and not key.startswith("text_decoration_")


def quick_value(
    find: Callable[[Any, str], Any],
    inherited: set[str],
    initial: Mapping[str, Any],
    logical: Mapping[tuple[str, str], str],
) -> Callable[[Any, str], Any]:
    """Return what stands for `ComputedStyle.__missing__`: a value that is asked for at first.

    Most are said nowhere. They are those of the element around, or those that all begin with.

    Arguments:
        find: the function that it stands for.
        inherited: what elements have from the one around them.
        initial: the values of the others.
        logical: what each length is called by the direction of the text, with that direction.
    """
    directed = {key for key, _ in logical}

    @wraps(find)
    def value_of(self: Any, key: str) -> Any:
        cascaded = self.cascaded
        if key not in cascaded:
            if key in inherited:
                if self.parent_style is not None:
                    value = self[key] = self.parent_style[key]
                    return value
            elif key in initial and not (
                key in directed and logical[key, self["direction"]] in cascaded
            ):
                value = self[key] = initial[key]
                return value
        return find(self, key)

    return value_of


def quick_length(find: Callable[..., None], dimension: Any) -> Callable[..., None]:
    """Return what stands for `resolve_one_percentage`: it gives a box the length of its style.

    Arguments:
        find: the function that it stands for.
        dimension: what a length in a style is, unless it is a word or has to be computed.
    """

    @wraps(find)
    def set_length(box: Any, name: str, whole: Any) -> None:
        value = box.style[name]
        if type(value) is dimension and value[1] is not None:
            number, unit = value
            setattr(box, name, whole * number / 100 if unit == "%" else number)
        elif value == "auto":
            setattr(box, name, 0 if name in LEAST else value)
        else:
            find(box, name, whole)

    return set_length


def quick_flow(find: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return what stands for `Box.is_in_normal_flow`: whether a box stands among the others."""

    @wraps(find)
    def is_in_flow(self: Any) -> bool:
        style = self.style
        among = style["float"] == "none" and style["position"] in ("static", "relative")
        return among or find(self)

    return is_in_flow
