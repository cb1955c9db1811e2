"""An author's mistakes go with their page, so that whatever builds the site cannot lose them.

Each is a `template`, which no reader sees. `course.finish` reads them and leaves no such site.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from course.marks.page import Mistakes, mistakes_of
from course.problems import Problem
from course.site.page import Page

TOLD = "//template[@data-mistake]"


class MistakesTreeprocessor(Treeprocessor):
    """End a page with what is wrong with it."""

    def run(self, root: Element) -> None:
        """Add the mistakes, and forget them: the next page has its own."""
        mistakes = mistakes_of(self.md)
        forget(self.md)
        for each in dict.fromkeys(mistakes.problems):
            template = SubElement(root, "template", {"data-mistake": each.what})
            template.set("data-remedy", each.remedy)
            template.set("data-file", each.file)
            template.set("data-line", str(each.line))
            if mistakes.tangled:
                template.set("data-tangled", "")


def forget(md: Markdown) -> None:
    """Begin a page without mistakes."""
    md.mistakes = Mistakes()  # type: ignore[attr-defined]


def told(page: Page) -> list[Problem]:
    """Return the mistakes that a built page brings along."""
    return [
        Problem(
            each.get("data-file"),
            int(each.get("data-line")),
            each.get("data-mistake"),
            each.get("data-remedy"),
        )
        for each in (page.tree.xpath(TOLD) if page.mentions("data-mistake") else ())
    ]


def is_tangled(page: Page) -> bool:
    """Tell whether the blocks of a page could not be told apart."""
    return page.mentions("data-tangled") and bool(page.tree.xpath(f"{TOLD}[@data-tangled]"))
