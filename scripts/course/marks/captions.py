"""Captions: what they are numbered as, in the words of the course's language.

The blocks are those of pymdownx.blocks.caption.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks.caption import CaptionExtension

from course.words import Words

SERIES = ("figure", "table")


def register_captions(md: Markdown, words: Words) -> None:
    """Register the blocks for captions, such as `figure-caption`."""
    types = [
        {"name": f"{series}-caption", "prefix": words(f"captions.{series}", number="{}")}
        for series in SERIES
    ]
    CaptionExtension(types=types).extendMarkdown(md)  # type: ignore[no-untyped-call]


class CaptionsTreeprocessor(Treeprocessor):
    """Say of each figure with a caption what it is counted as."""

    def run(self, root: Element) -> None:
        """Find the figures of the page; a drawing is no element of the tree yet."""
        for figure in root.iter("figure"):
            if figure.find("figcaption") is not None:
                figure.set("data-series", "figure" if figure.find(".//table") is None else "table")
