"""Verdicts: `**Mixed**{ .verdict }` says how a claim stands against research.

Each gets the class of its own name, so that it can have a sign of its own.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from course.markdown.page import current

VERDICTS = ("Supported", "Mixed", "Contradicted", "Untested")


class VerdictsTreeprocessor(Treeprocessor):
    """Give each verdict its class; report one that is none."""

    def run(self, root: Element) -> None:
        """Find the verdicts of the page."""
        unknown: Counter[str] = Counter()
        for element in root.iter("strong"):
            if element.get("class") != "verdict":
                continue
            verdict = "".join(element.itertext())
            if verdict in VERDICTS:
                element.set("class", f"verdict {verdict.lower()}")
                continue
            unknown[verdict] += 1
            page = current(self.md)
            line = page.line_of(f"**{verdict}**", unknown[verdict])
            page.report(line, f'"{verdict}" is no verdict', f"use one of {', '.join(VERDICTS)}")


class VerdictsExtension(Extension):
    """Verdicts."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after attributes are read (attr_list: 8)."""
        md.treeprocessors.register(VerdictsTreeprocessor(md), "verdicts", 7)


def makeExtension(*args: Any, **kwargs: Any) -> VerdictsExtension:
    """Return extension."""
    return VerdictsExtension(*args, **kwargs)
