"""Bibliography: every source of the course, with what was found and how far it can be trusted."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from course.markdown.citations import reference
from course.markdown.page import BIBLIOGRAPHY, current
from course.markdown.references import NOTES, Source, read_bibliography


class Sources(Block):
    """
    Bibliography.

    Arguments: none.

    Options: none.

    Content: none; it comes from the BibTeX file.
    """

    NAME = "bibliography"

    def on_create(self, parent: Element) -> Element:
        """Create an entry for each source, in the order of their references."""
        page = current(self.md)
        division = SubElement(parent, "div", {"class": "sources"})
        for source in read_bibliography(page.docs / BIBLIOGRAPHY).sources.values():
            division.append(entry(source))
        return division


def entry(source: Source) -> Element:
    """Return a source's reference and notes, with an address of its own."""
    section = Element("section", {"class": "source", "id": source.key})
    full = reference("p", source)
    full.set("class", "reference")
    section.append(full)
    notes = SubElement(section, "dl")
    for name, label in NOTES.items():
        SubElement(notes, "dt").text = label
        SubElement(notes, "dd").text = AtomicString(source.notes[name])
    return section


class BibliographyExtension(BlocksExtension):
    """Bibliography Blocks Extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Extend Markdown blocks."""
        block_mgr.register(Sources, self.getConfigs())


def makeExtension(*args: Any, **kwargs: Any) -> BibliographyExtension:
    """Return extension."""
    return BibliographyExtension(*args, **kwargs)
