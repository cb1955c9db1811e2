"""Times: `[=time]` and its like stand for minutes that are counted from the pages of the course.

A number that somebody types is untrue as soon as a page changes. The mark leaves an empty place,
which is filled on the built site, where all pages are known (`course.site.times`).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from course.marks.page import Occurrences, current
from course.problems import nearest

# The whole course for one reader, its reading alone, the whole for a group, the length of a
# page, the first page.
TIMES = ("time", "time-reading", "time-group", "time-parts", "time-first")


class TimeInlineProcessor(InlineProcessor):
    """Leave a place for a time."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\[=([\w-]*)\]", md)
        self.unknown = Occurrences()

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the place; leave an unknown time as it is and report it."""
        if m[1] not in TIMES:
            page = current(self.md)
            what = f'there is no time "{m[1]}"'
            near = nearest(m[1], TIMES, 0)
            remedy = f"write [={near}]" if near else f"write one of {', '.join(TIMES)}"
            page.report(self.unknown.line(page, m[0]), what, remedy)
            return None, None, None
        return Element("span", {"data-time": m[1]}), m.start(0), m.end(0)
