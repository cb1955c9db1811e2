"""A page of Markdown for the unit tests: converted by the course's own extensions."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from markdown import Markdown

from course.marks.mistakes import told
from course.settings import Course, read_course
from course.site.page import Page as Built

ROOT = Path(__file__).resolve().parent.parent

EXTENSIONS = [
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.blocks.details",
    "course",
]
# A course that compares two activities, in English.
COURSE = """INHERIT: overrides/words/en.yml
site_name: Small course
site_description: A course in brief.
copyright: Text CC BY 4.0
theme:
  name: material
  custom_dir: overrides
extra:
  course:
    name: small-course
    release:
      version: "1.2"
      date: "2026-11-03"
    activities:
      - {name: manage, sign: ■, column: When you manage}
      - {name: lead, sign: ▲, column: When you lead}
    columns:
      - {head: Where they meet, sign: ■▲}
      - {head: Origin}
    verdicts: {Supported: +, Mixed: ±, Contradicted: −, Untested: "?"}
    units:
      folder: dimensions
    pages:
      glossary: reference/glossary.md
      sources: reference/sources.md
      bibliography: reference/sources.bib
"""
SOURCES = """---
title: Sources
summary: Sources.
---

/// bibliography
///
"""
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


def lay_out(root: Path) -> None:
    """Write what a page needs beside itself, as far as it is missing: settings, words, sources."""
    files = {
        "mkdocs.yml": COURSE,
        "overrides/words/en.yml": (ROOT / "overrides" / "words" / "en.yml").read_text("utf-8"),
        "docs/reference/glossary.md": GLOSSARY,
        "docs/reference/sources.md": SOURCES,
        "docs/reference/sources.bib": BIBLIOGRAPHY,
    }
    for name, text in files.items():
        file = root / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


class Pages:
    """Converts Markdown in an otherwise empty course and keeps what the author is told.

    Arguments:
        root: the folder of the course, which must be the working directory.
    """

    def __init__(self, root: Path) -> None:
        lay_out(root)
        self.root = root
        self.bibliography = root / "docs" / "reference" / "sources.bib"

    @property
    def course(self) -> Course:
        """The course as it is described now."""
        return read_course(self.root / "mkdocs.yml")

    def html(self, text: str) -> html.HtmlElement:
        """Return the page as a tree."""
        tree = html.fragment_fromstring(self.convert(text), create_parent="article")
        for mistake in tree.xpath(".//template[@data-mistake]"):
            mistake.drop_tree()
        return tree

    def messages(self, text: str) -> list[str]:
        """Return what the author is told about a page."""
        return list(map(str, told(Built("text.html", self.convert(text)))))

    def convert(self, text: str) -> str:
        """Return the page as HTML."""
        return Markdown(extensions=EXTENSIONS).convert(text)


def text_of(element: html.HtmlElement) -> str:
    """Return an element's text with single spaces."""
    return " ".join(element.text_content().split())
