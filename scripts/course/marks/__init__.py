"""The marks inside of text, and what belongs to them: terms, citations, times, comparisons."""

from __future__ import annotations

from markdown import Markdown

from course.marks.attributes import AttributesTreeprocessor
from course.marks.captions import CaptionsTreeprocessor, register_captions
from course.marks.citations import CitationInlineProcessor, ReferencesTreeprocessor
from course.marks.comparison import ComparisonTreeprocessor
from course.marks.decks import DecksTreeprocessor
from course.marks.foreign import ForeignTreeprocessor
from course.marks.standard import register_standard
from course.marks.terms import GlossaryTreeprocessor, TermInlineProcessor
from course.marks.times import TimeInlineProcessor
from course.words import Words


def register(md: Markdown, words: Words) -> None:
    """Register every mark, each where Python-Markdown's own priorities leave its place."""
    register_captions(md, words)
    register_standard(md, words)
    # After code spans (190) and escapes (180), before links (170).
    md.inlinePatterns.register(TermInlineProcessor(md), "terms", 175)
    md.inlinePatterns.register(CitationInlineProcessor(md), "citations", 174)
    md.inlinePatterns.register(TimeInlineProcessor(md), "times", 173)
    # Ahead of inline patterns (20), which change the head cells of a table.
    md.treeprocessors.register(ComparisonTreeprocessor(md), "comparison", 25)
    md.treeprocessors.register(GlossaryTreeprocessor(md), "glossary", 15)
    # Before the table of contents (5), which lists the heading of the references.
    md.treeprocessors.register(ReferencesTreeprocessor(md), "references", 10)
    # After attributes are read (attr_list: 8).
    md.treeprocessors.register(AttributesTreeprocessor(md), "attributes", 7)
    md.treeprocessors.register(CaptionsTreeprocessor(md), "caption-series", 6)
    md.treeprocessors.register(DecksTreeprocessor(md), "decks", 3)
    # When all marks are read, and before what is escaped is put back (0).
    md.treeprocessors.register(ForeignTreeprocessor(md), "foreign", 4)
