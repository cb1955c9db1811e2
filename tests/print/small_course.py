"""A course of a few pages, for the tests of the printed editions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from lxml.html import tostring

from course.files import write_file
from course.print.text.book import Book, read_book
from course.settings import Course
from course.site.agenda import fill_agendas
from course.site.copies import fill_copies
from course.site.gather import gather
from course.site.page import read_pages
from course.site.places import draw_marks, fill_places
from tests.markdown_page import COURSE, ROOT, Pages
from tests.site.linked import number_all

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A page</title>
<link rel="canonical" href="https://example.org/course/{path}">
{next}
</head>
<body>
<article>
{text}
</article>
</body>
</html>
"""
# What its books are made of; every page that this names is in `whole_course`.
BOOKS = """      points: key-points
      exercises: reflect-and-plan
    books:
      apart: [index.md, dimensions/index.md, notebook.md, downloads.md, reference/]
      workbook:
        begin: downloads.md#how-to-use-the-workbook
        end: reference/about.md#how-claims-were-checked
      reading:
        begin: downloads.md#how-to-read-the-e-book
        end: [reference/article.md, reference/about.md#how-claims-were-checked]
      imprint:
        origin: reference/about.md#what-the-course-is
        licence: reference/about.md#licence
"""
# Blocks for its pages; a page may have one of each.
QUESTION = """/// question | Which one?
    id: a-q
    objective: a-one

- [ ] The *first*

    No, not this.

- [x] The second

    Yes, this.
///

"""
SORT = """/// sort | Sort them
    id: a-sort
    objective: a-one
    into: Now, Later

- [Now] The rent

    Due.

- [Later] The plan

    Not due.
///

"""
MATCH = """/// match | Match them
    id: a-match
    objective: a-one

- [Now] The rent

    Due today.

- [Later] The plan

    Not due.
///

"""
DECISION = """/// decision | A late call
    id: a-late
    objective: a-one

It is late.

What now?

- [x] Go

    You sleep.

- [ ] Stay

    You yawn.
///

"""
EXERCISE = """/// exercise | Write
    id: a-write
    minutes: 3
    lines: 5
    objective: a-one

Write it.
///

"""
PLAN = """/// plan | My plan
    id: my
    minutes: 3

Write.
///

"""
RATING = """/// rating | How often?
    id: base
    minutes: 3

- [focus manage] I write it down.
- [focus lead] I tell them.
///

"""
ANSWER = """/// answer | One answer

It had a *reason*.
///

"""
GATHER = "/// gather\n    of: question\n    mixed: true\n///\n"
TABLE = """Criterion | When you manage | When you lead | Where they meet | Origin
---|---|---|---|---
*Time* [[managing]] | now | a [b](https://b.example/) *c* d | a plan | Article [@zhu2018]
Place | here | there | both |

/// table-caption
In *short*.
///

"""


class SmallCourse:
    """A course whose pages come in the order in which they are added.

    Links in its Markdown lead from the folder of the sources.

    Attributes:
        site: the folder of the built site.
        docs: the folder of the Markdown sources.
    """

    def __init__(self, root: Path, pages: Pages) -> None:
        self.root = root
        self.site = root / "site"
        self.docs = root / "docs"
        self.pages = pages
        self.names: dict[str, str] = {}
        tokens = "overrides/assets/css/tokens.css"
        (root / tokens).parent.mkdir(parents=True)
        shutil.copy(ROOT / tokens, root / tokens)
        # What a rating is about must be there before it.
        (self.docs / "dimensions").mkdir()
        (self.docs / "dimensions" / "focus.md").touch()

    @property
    def course(self) -> Course:
        """What is true of it."""
        return self.pages.course

    def add(self, name: str, text: str) -> None:
        """Add a page.

        Arguments:
            name: its path, such as `dimensions/focus`; `index` for a start page.
            text: its Markdown.
        """
        source = self.docs / f"{name}.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, "utf-8")
        inside = tostring(self.pages.html(text), encoding="unicode")
        html = re.sub(r'href="([^":#]*)\.md', r'href="/course/\1/', inside)
        self.names[path_of(name)] = html.removeprefix("<article>").removesuffix("</article>")

    def build(self) -> None:
        """Write the site, finished as far as the editions need it."""
        names = list(self.names)
        for name, following in zip(names, [*names[1:], None], strict=True):
            next_ = f'<link rel="next" href="/course/{following}">' if following else ""
            path = name.removesuffix("index.html")
            (self.site / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(self.site / name, PAGE.format(path=path, next=next_, text=self.names[name]))
        pages = list(draw_marks(read_pages(self.site, self.docs), self.course))
        pages = gather(fill_places(pages, self.course))
        pages = fill_agendas(fill_copies(pages, self.course), self.course)
        number_all(pages)
        for page in pages:
            write_file(self.site / page.name, page.render())

    def book(self) -> Book:
        """Build the site and read it as a book."""
        self.build()
        return read_book(self.site, self.course)


def path_of(name: str) -> str:
    """Return the path of the page of a source."""
    return f"{name}.html" if name.endswith("index") else f"{name}/index.html"


def whole_course(course: SmallCourse) -> None:
    """Add every page that the editions ask for, with two units."""
    course.add("index", "# Start")
    course.add("start/baseline", f"# Where you stand\n\n{RATING}")
    for name in ("focus", "detail"):
        course.add(f"dimensions/{name}", unit(name))
    course.add("dimensions/index", "# Side by side")
    course.add("practice/plan", f"# Plan\n\nWith [[managing]].\n\n{PLAN}")
    course.add("notebook", "# Notebook")
    course.add(
        "downloads",
        "# Downloads\n\n/// files\n    edition: workbook\n///\n\n"
        "## How to use the workbook\n\nWrite.\n\n## How to read the e-book\n\nRead.\n",
    )
    course.add("reference/glossary", "# Glossary\n\n<p id='managing'>Managing</p>")
    course.add("reference/sources", "# Sources\n\n/// bibliography\n///\n")
    course.add("reference/article", "# The article")
    about = "# About\n\n## What the course is\n\nShort.\n\n"
    about += "## How claims were checked\n\nTwice.\n\n## Licence\n\nFree.\n"
    course.add("reference/about", about)
    settings = COURSE.replace("folder: dimensions\n", f"folder: dimensions\n{BOOKS}")
    (course.root / "mkdocs.yml").write_text(settings, "utf-8")


def unit(name: str) -> str:
    """Return the Markdown of a unit, whose blocks have ids of its own."""
    table = TABLE.replace("Place |", "A | b | c | d |\nE | f | g | h |\nPlace |")
    example = EXERCISE.replace("a-write", "a-example")
    text = (
        f"# {name.title()}\n\n<header data-part='head' data-read='2' data-do='8'>"
        f"<p data-part='summary'>In brief.</p></header>\n\n## Side by side\n\n{table}\n\n"
        f"## Worked example\n\n{example}{ANSWER}## Decide\n\n{DECISION}{QUESTION}"
        f"## Reflect and plan\n\n{EXERCISE}## Key points\n\nPoints.\n"
    )
    return text.replace("id: a-", f"id: {name}-")
