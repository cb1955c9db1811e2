"""Finds the tags in the text of a page, without a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A comment, a declaration or an instruction; an end tag; a start tag, whose attributes may have
# the sign > between quotes.
TOKEN = re.compile(
    r"""<(?:!--.*?-->|[!?][^>]*>|/(?P<end>[a-zA-Z][^\s/>]*)[^>]*>|"""
    r"""(?P<start>[a-zA-Z][^\s/>]*)(?:[^>"'=]++|=\s*+(?:"[^"]*"|'[^']*')?+|["'])*+>)""",
    re.DOTALL,
)
# What is inside of these is no tag.
RAW = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in ("script", "style")}


@dataclass(slots=True)
class StartTag:
    """Where a start tag stands in the text of a page.

    Attributes:
        start: where the tag starts.
        name: where its name ends.
        end: where the tag ends.
        close: where the end tag of its element starts; without one, where the tag ends.
        element: its name, in small letters.
    """

    start: int
    name: int
    end: int
    close: int
    element: str


def start_tags(text: str) -> list[StartTag]:
    """Return the start tags of a page, in order."""
    tags: list[StartTag] = []
    opened: list[StartTag] = []
    place = 0
    while token := TOKEN.search(text, place):
        begin, place = token.span()
        ended, name = token.groups()
        if name:
            tag = StartTag(begin, token.end("start"), place, place, name.lower())
            tags.append(tag)
            # An element such as `<path/>` has no end tag.
            if text[place - 2] != "/":
                opened.append(tag)
                place = end_of_raw(tag.element, text, place)
        elif ended:
            close(ended.lower(), begin, opened)
    return tags


def end_of_raw(name: str, text: str, place: int) -> int:
    """Return where the text of an element ends that has no tags in it; else the same place."""
    found = RAW[name].search(text, place) if name in RAW else None
    return found.start() if found else place


def close(name: str, place: int, opened: list[StartTag]) -> None:
    """Note the end tag of the element that was opened last with a name, if there is one."""
    for number in range(len(opened) - 1, -1, -1):
        if opened[number].element == name:
            opened[number].close = place
            # Elements that were opened since then have no end tag of their own.
            del opened[number:]
            return
