"""A page of Markdown for the unit tests: converted by the course's own extensions."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown

EXTENSIONS = [
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.blocks.caption",
    "pymdownx.blocks.details",
    "course.exercise",
    "course.question",
    "course.sorting",
    "course.decision",
    "course.rating",
    "course.plan",
    "course.profile",
    "course.scene",
    "course.chart",
    "course.comparison",
    "course.verdicts",
    "course.terms",
    "course.citations",
    "course.bibliography",
    "course.gather",
    "course.files",
    "course.fences",
]
GLOSSARY = """---
title: Glossary
summary: Terms.
---

Mere urgency effect
:   Choosing what expires soonest over what is worth more. [@zhu2018]

Managing
:   Getting agreed work done,
    again and again.
"""
BIBLIOGRAPHY = """@article{zhu2018,
  author = {Zhu, Meng and Yang, Yang and Hsee, Christopher K.},
  year = {2018},
  title = {The mere urgency effect},
  journal = {Journal of Consumer Research},
  volume = {45},
  number = {3},
  pages = {673--690},
  doi = {10.1093/jcr/ucy008},
  finding = {Urgency draws people.},
  limits = {Small stakes.},
  checked = {Abstract.}
}

@book{kotter1990book,
  author = {Kotter, John P.},
  year = {1990},
  title = {A force for change},
  finding = {Two processes.},
  limits = {Cases.},
  checked = {In part.}
}

@article{kotter1990hbr,
  author = {Kotter, John P.},
  year = {1990},
  title = {What leaders really do},
  journal = {Harvard Business Review},
  finding = {Complexity & change.},
  limits = {An essay.},
  checked = {In part.}
}
"""


class Pages:
    """Converts Markdown in an otherwise empty course and keeps what the author is told."""

    def __init__(self, root: Path, caplog: pytest.LogCaptureFixture) -> None:
        """Lay out the course's glossary and bibliography."""
        reference = root / "docs" / "reference"
        reference.mkdir(parents=True)
        (reference / "glossary.md").write_text(GLOSSARY, "utf-8")
        (reference / "sources.bib").write_text(BIBLIOGRAPHY, "utf-8")
        self.bibliography = reference / "sources.bib"
        self.caplog = caplog
        caplog.set_level(logging.WARNING, "mkdocs.course")

    def html(self, text: str) -> html.HtmlElement:
        """Return the page as a tree."""
        converted = Markdown(extensions=EXTENSIONS).convert(text)
        return html.fragment_fromstring(converted, create_parent="article")

    def messages(self, text: str) -> list[str]:
        """Return what the author is told about a page."""
        self.caplog.clear()
        self.html(text)
        return [record.getMessage() for record in self.caplog.records]


def text_of(element: html.HtmlElement) -> str:
    """Return an element's text with single spaces."""
    return " ".join(element.text_content().split())
