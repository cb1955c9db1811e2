"""The pictures of a chapter: painted, and with one text to be heard.

WeasyPrint applies no stylesheet to a drawing inside a page, so its parts get their colours as
attributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from lxml.html import HtmlElement, tostring
from lxml.html.builder import E

# The fill and the stroke of each class of a drawing, as tokens; `*` is the hue of the group.
PAINTS = {
    "diagram": ("ink", ""),
    "node": ("paper", "soft"),
    "flow": ("", "soft"),
    "soft": ("soft", ""),
    "exit": ("", "*"),
    "tint": ("*-tint", "*"),
}


def set_pictures(
    article: HtmlElement, tokens: Mapping[str, str], families: str, paged: bool
) -> None:
    """Prepare every picture and drawing of a chapter, for a PDF if it is `paged`.

    Letters in drawings are set in the fonts `families`.
    """
    for image in article.xpath(".//img") if paged else ():
        # WeasyPrint takes sizes from styles alone.
        sizes = [(name, image.attrib.pop(name, "")) for name in ("width", "height")]
        style = [f"{name}: {value}px" for name, value in sizes if value.isdecimal()]
        if style:
            image.set("style", "; ".join(style))
    for picture in article.xpath(".//svg"):
        # A picture does not take over the font of its page.
        picture.set("font-family", families)
        paint(picture, tokens)
        if is_tall(picture):
            picture.classes.add("tall")
        if paged:
            join_descriptions(picture)


def is_tall(picture: HtmlElement) -> bool:
    """Tell whether a picture is higher than it is wide."""
    # A parser of HTML writes all names small.
    box = picture.get("viewBox", picture.get("viewbox", "")).split()
    return len(box) == 4 and float(box[3]) > float(box[2])


def paint(picture: HtmlElement, tokens: Mapping[str, str]) -> None:
    """Give the parts of a drawing the colours that the site's stylesheet gives them."""
    for element in picture.iter("*"):
        hues = element.xpath("ancestor-or-self::*[@data-hue][1]/@data-hue")
        hue = f"hue-{hues[0]}" if hues else "ink"
        if element.get("data-hue"):
            element.set("fill", tokens[hue])
        for name in element.get("class", "").split():
            for attribute, token in zip(("fill", "stroke"), PAINTS.get(name, ()), strict=False):
                if token:
                    element.set(attribute, tokens[token.replace("*", hue)])


def join_descriptions(picture: HtmlElement) -> None:
    """Make one text of a picture's title and description: a PDF has place for one."""
    title, description = picture.find("title"), picture.find("desc")
    if title is not None and description is not None:
        title.text = f"{title.text}. {description.text}"
        description.drop_tree()
        picture.set("aria-labelledby", title.get("id"))


def hang_marks(element: HtmlElement, tokens: Mapping[str, str]) -> None:
    """Make each mark the ground of what it stands in, where it is no figure that needs words."""
    for mark in element.xpath(".//svg[@data-part='emblem']"):
        # A parser of HTML writes all names small, but XML needs this one as it is.
        box = {"viewBox": mark.get("viewbox", ""), "xmlns": "http://www.w3.org/2000/svg"}
        picture = tostring(E.svg(box, *mark, fill=tokens["ink"]), method="xml", encoding="unicode")
        address = f"data:image/svg+xml,{quote(picture)}"
        place = mark.getparent()
        place.set("data-mark", address)
        place.set("style", f"background-image: url({address})")
        mark.drop_tree()
