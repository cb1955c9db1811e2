"""A course of a few pages for the tests of the rules, written in Markdown.

What a rule reads is what the blocks and the templates write: MkDocs converts the pages, and only
the theme around them is left out.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import jinja2
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils.templates import url_filter

from course.problems import Problem
from course.rules.heads import settle
from course.rules.material import Material
from course.rules.registry import Rule, examine
from course.settings import Course, read_course
from course.site.page import read_pages

ROOT = Path(__file__).resolve().parents[2]
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", {"toc": {"permalink": True}}]
EXTENSIONS += ["pymdownx.blocks.details", "pymdownx.snippets"]
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">{head}
</head>
<body>
<article>
{body}
</article>
</body>
</html>
"""
COURSE: dict[str, Any] = {
    "name": "small-course",
    "release": {"version": "1.0", "date": "2026-11-23"},
    "activities": [
        {"name": "cut", "sign": "■", "column": "When you cut"},
        {"name": "sew", "sign": "▲", "column": "When you sew"},
    ],
    "units": {
        "folder": "units",
        "parts": ["Guess", "Findings", "Quiz"],
        "research": "Findings",
        "recall": "Quiz",
    },
    "pages": {
        "glossary": "glossary.md",
        "sources": "sources.md",
        "bibliography": "sources.bib",
        "research": "article.md",
    },
}
PAGES = {
    "glossary.md": "Hat\n:   What a head wears.\n",
    "sources.md": "/// bibliography\n///\n",
    "article.md": "One claim.\n",
}
SOURCE = """@article{bloom2013,
  author = {Bloom, Nicholas},
  year = {2013},
  title = {Does it matter?},
  pages = {51--99},
  finding = {Output rose 17% in 1,114 firms, by 0.51.},
  limits = {One country.},
  checked = {On page 7.}
}
"""


class SmallCourse:
    """A course in a folder of its own.

    Arguments:
        root: the folder.
        language: the code of its language; its words are English in any case.
        **course: what differs under `extra: course` of its `mkdocs.yml`.
    """

    def __init__(self, root: Path, language: str = "en", **course: Any) -> None:
        self.root = root
        own = {**COURSE, **course}
        self.config = {
            "INHERIT": f"overrides/words/{language}.yml",
            "site_name": "Small course",
            "site_url": "https://example.org/course/",
            "theme": {"name": None, "custom_dir": "overrides", "language": language},
            "markdown_extensions": [*EXTENSIONS, {"course": {"file": str(root / "mkdocs.yml")}}],
            "extra": {"course": own},
        }
        self.write("mkdocs.yml", yaml.safe_dump(self.config, allow_unicode=True))
        words = (ROOT / "overrides/words/en.yml").read_text("utf-8")
        self.write(f"overrides/words/{language}.yml", words)
        for name, text in PAGES.items():
            if name in own["pages"].values():
                self.page(name, text)
        if "bibliography" in own["pages"]:
            self.write("docs/sources.bib", SOURCE)

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def page(self, path: str, text: str, **meta: Any) -> None:
        """Write a page, with a front matter of which a title and a summary are part."""
        head = yaml.safe_dump({"title": "A page", "summary": "In brief.", **meta}, sort_keys=False)
        self.write(f"docs/{path}", f"---\n{head}---\n\n{text}")

    def html(self, name: str, body: str, source: str | None = None, head: str = "") -> None:
        """Write a page as it is built, with its Markdown if it has any."""
        self.write(f"site/{name}", PAGE.format(head=head, body=body))
        if source is not None:
            self.write(f"docs/{name.removesuffix('/index.html')}.md", source)

    @property
    def course(self) -> Course:
        """What is true of it."""
        return read_course(self.root / "mkdocs.yml")

    def build(self) -> None:
        """Build every page, without a theme around it, each leading to the next."""
        config = load_config(str(self.root / "mkdocs.yml"))
        config.mdx_configs["course"] = {"file": str(self.root / "mkdocs.yml")}
        files = get_files(config)
        pages = get_navigation(files, config).pages
        loader = jinja2.FileSystemLoader(ROOT / "overrides")
        environment = jinja2.Environment(loader=loader)
        environment.filters["url"] = url_filter
        template = environment.get_template("partials/content.html")
        shutil.rmtree(self.root / "site", ignore_errors=True)
        for page in pages:
            page.read_source(config)
            settle(page.meta)
            page.render(config, files)
        for page in pages:
            following = page.next_page and page.next_page.file.url_relative_to(page.file)
            head = f'<link rel="next" href="{following}">' if following else ""
            body = template.render(page=page, config=config, base_url=".")
            self.write(f"site/{page.file.dest_uri}", PAGE.format(head=head, body=body))

    @property
    def material(self) -> Material:
        """What rules look at, as far as it is built."""
        site = self.root / "site"
        return Material(self.course, read_pages(site, self.course.docs), site)

    def problems(self, rule: Rule) -> list[Problem]:
        """Return the problems that a rule finds on what is built."""
        return examine([rule], self.material).problems

    def found(self, rule: Rule) -> list[str]:
        """Build every page, and return what a rule finds, each with its line."""
        self.build()
        return [f"{p.file}:{p.line}: {p.what}" for p in self.problems(rule)]
