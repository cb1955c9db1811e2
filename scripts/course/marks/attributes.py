"""Marks that an author writes as attributes: `**Mixed**{ .verdict }` and `{ .screen }`.

A verdict says how a claim stands against research; `mkdocs.yml` lists them, each with its sign.
What is marked `.screen` is of use on a screen alone.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from course.marks.page import current
from course.problems import nearest


class AttributesTreeprocessor(Treeprocessor):
    """Turn the classes that authors write into facts, which every layer reads."""

    def run(self, root: Element) -> None:
        """Find the marked elements of the page; report a verdict that is none."""
        unknown: Counter[str] = Counter()
        for element in root.iter():
            if element.get("class") == "screen":
                del element.attrib["class"]
                element.set("data-screen", "")
            elif element.get("class") == "verdict":
                self.mark_verdict(element, unknown)

    def mark_verdict(self, element: Element, unknown: Counter[str]) -> None:
        """Give a verdict its name and its sign."""
        page = current(self.md)
        verdicts = page.course.verdicts
        verdict = "".join(element.itertext())
        if verdict in verdicts:
            del element.attrib["class"]
            element.set("data-verdict", verdict)
            element.set("data-sign", verdicts[verdict])
            return
        unknown[verdict] += 1
        line = page.line_of(f"**{verdict}**", unknown[verdict])
        near = nearest(verdict, verdicts, 0)
        remedy = f"write {near}" if near else f"use one of {', '.join(verdicts)}"
        page.report(line, f'"{verdict}" is no verdict', remedy)
