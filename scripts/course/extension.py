"""The Markdown extension `course`: everything that an author of a course can write.

It knows one page at a time. What needs the other pages is done on the built site.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from course import marks
from course.blocks import kinds, modules
from course.blocks.fences import FencesPreprocessor
from course.marks.mistakes import MistakesTreeprocessor, forget
from course.settings import read_course


class PatternsTreeprocessor(Treeprocessor):
    """Put inline patterns into a plain list when all are known.

    A registry sorts and looks up at each of the thousand times that a page asks for one.
    """

    def run(self, root: Element) -> None:
        """Let each processor of inline patterns have its own as a list."""
        for each in self.md.treeprocessors:
            if isinstance(each, InlineProcessor):
                each.inlinePatterns = list(each.inlinePatterns)  # type: ignore[assignment]


class SpacesTreeprocessor(Treeprocessor):
    """Put white space between elements out of reach of patterns: half of all texts are that."""

    def run(self, root: Element) -> None:
        """Mark each text as done that is nothing else."""
        for element in root.iter():
            if element.tail and element.tail.isspace():
                element.tail = AtomicString(element.tail)


class CourseExtension(BlocksExtension):
    """Registers the kinds of block and the inline marks of a course."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.config = {"file": ["mkdocs.yml", "The file that says what is true of the course"]}
        super().__init__(*args, **kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Register the kinds, and what completes them ahead of inline patterns (priority 20)."""
        course = read_course(Path(self.getConfig("file")))
        for kind in kinds(course).values():
            block_mgr.register(kind, {})
        for module in modules(course):
            for processor in getattr(module, "TREEPROCESSORS", ()):
                md.treeprocessors.register(processor(md), processor.__name__, 30)
        # Ahead of every preprocessor that changes lines (snippets: 32).
        md.preprocessors.register(FencesPreprocessor(md), "fences", 100)
        marks.register(md, course.words)
        md.treeprocessors.register(PatternsTreeprocessor(md), "patterns", 1000)
        # After lines are put between elements (prettify: 10), before quotes are read (smarty: 6).
        md.treeprocessors.register(SpacesTreeprocessor(md), "spaces", 9)
        # After every other one.
        md.treeprocessors.register(MistakesTreeprocessor(md), "mistakes", -10)
        forget(md)


def makeExtension(*args: Any, **kwargs: Any) -> CourseExtension:
    """Return extension."""
    return CourseExtension(*args, **kwargs)
