"""Makes small built sites, with their sources, for the tests of what is done to a built site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.finish import finish
from course.settings import Course, read_course
from course.site.page import Page
from tests.markdown_page import lay_out


def html(body: str, head: str = "") -> str:
    """Return a page."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>A page</title>{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def page(body: str, head: str = "") -> Page:
    """Return a page that has no source."""
    return Page("404.html", html(body, head))


@dataclass(frozen=True)
class BuiltSite:
    """A built site in the folder `site`, made from the folder `docs` beside it."""

    root: Path

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.root / "site"

    def add(self, name: str, body: str, source: str | None = None, head: str = "") -> None:
        """Add a page, and its Markdown if it has one."""
        self.write(f"site/{name}", html(body, head))
        if source is not None:
            stem = name.removesuffix(".html").removesuffix("/index")
            self.write(f"docs/{stem}.md", source)

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        """Return the text of a file of the site."""
        return (self.site / name).read_text(encoding="utf-8")

    @property
    def course(self) -> Course:
        """The course that it is the site of; a small one, if it says nothing of itself."""
        file = self.root / "mkdocs.yml"
        if not file.is_file():
            lay_out(self.root)
        return read_course(file)

    def problems(self) -> list[str]:
        """Finish the site, and return the messages."""
        return [str(problem) for problem in finish(self.site, self.course)]
