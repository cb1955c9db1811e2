"""Nobody is "he" by default: anyone is "they", or has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.problems import Problem
from course.rules.prose import sentences
from course.site.page import Page

RE_PRONOUN = re.compile(r"\b(?:he|him|his|himself|he/she|s/he)\b", re.IGNORECASE)
# A quoted word is spoken about, not used.
RE_QUOTED = re.compile(r"“[^”]*”")


def check_pronouns(pages: list[Page]) -> Iterator[Problem]:
    """Check every sentence of the course."""
    for page in pages:
        for sentence in sentences(page):
            found = RE_PRONOUN.search(RE_QUOTED.sub("", sentence.text))
            if found:
                yield sentence.problem(f'"{found[0]}"', "write they, or the name")
