"""English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyphen import Pyphen

from course.rules.languages import Language
from course.rules.prose import count_words

SYLLABLES = Pyphen(lang="en_US")


def grade(sentences: Sequence[str]) -> float:
    """Return the grade of Flesch and Kincaid.

    Where a word may be hyphenated, a syllable ends, as in textstat.

    Source: Kincaid, J. P., Fishburne, R. P., Rogers, R. L., & Chissom, B. S. (1975), grade level.
    """
    words = [word for sentence in sentences for word in count_words(sentence)]
    syllables = sum(len(SYLLABLES.positions(word.lower())) + 1 for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


LANGUAGE = Language(
    unended=re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St)$"),
    labels=re.compile(
        r"\b(?:readings?|claims?|dimensions?|scenes?|steps?) \d[\d.ab]*(?:(?:,| and) \d[\d.ab]*)*",
        re.IGNORECASE,
    ),
    pronouns=(
        re.compile(r"\b(?:he|him|his|himself|he/she|s/he)\b", re.IGNORECASE),
        "write they, or the name",
    ),
    about_others=re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.I),
    negative=re.compile(r"\b(?:not|never|except|least|n’t|isn’t|doesn’t|won’t)\b", re.IGNORECASE),
    grade=grade,
    dictionary="en",
)
