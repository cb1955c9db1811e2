"""Bibliography: every source of the course, with what was found and how far it can be trusted."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock
from course.marks.bibtex import NOTES
from course.marks.citations import reference
from course.marks.page import current
from course.marks.references import Publication, read_bibliography


class Bibliography(CourseBlock):
    """
    Bibliography.

    Arguments: none.

    Options: none.

    Content: none; it comes from the BibTeX file.
    """

    NAME = "bibliography"

    def on_create(self, parent: Element) -> Element:
        """Create an entry for each source, in the order of their references."""
        division = self.element(parent, "div")
        course = current(self.md).course
        for source in read_bibliography(course).sources.values():
            division.append(self.entry(source))
        return division

    def entry(self, source: Publication) -> Element:
        """Return a source's reference and notes, with an address of its own."""
        section = Element("section", {"id": source.key})
        full = reference("p", source)
        full.set("data-part", "reference")
        section.append(full)
        notes = SubElement(section, "dl")
        for name in NOTES:
            label = self.course.words(f"blocks.bibliography.{name}")
            SubElement(notes, "dt").text = AtomicString(label)
            SubElement(notes, "dd").text = AtomicString(source.notes[name])
        return section
