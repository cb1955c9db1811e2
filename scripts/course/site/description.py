"""Gives each page the description that search engines and link previews show."""

from __future__ import annotations

from course.site.page import Page


def describe(page: Page) -> None:
    """Describe a page by its own summary; the theme says the same of every page."""
    summary = " ".join(str(page.tree.xpath("string(//article//p[@class='summary'])")).split())
    for element in page.tree.xpath("//head/meta[@name='description']"):
        if summary:
            element.set("content", summary)
