"""Every word is in the dictionary or in the course's own list, `words.txt`.

The dictionary is American; the list has the British forms of the course, and its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from spellchecker import SpellChecker

from course.problems import Problem
from course.rules.prose import sentences
from course.site.page import Page

WORDS = Path(__file__).with_name("words.txt")
RE_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")


def check_spelling(pages: list[Page]) -> Iterator[Problem]:
    """Check the words of every sentence."""
    checker = SpellChecker(distance=1)
    checker.word_frequency.load_words(WORDS.read_text("utf-8").split())
    for page in pages:
        for sentence in sentences(page):
            for word in RE_WORD.findall(sentence.text):
                plain = word.replace("’", "'").lower()
                if not checker.known({plain, plain.removesuffix("'s")}):
                    remedy = f"correct it, or add it to scripts/course/rules/{WORDS.name}"
                    yield sentence.problem(f'"{word}" is not a known word', remedy)
