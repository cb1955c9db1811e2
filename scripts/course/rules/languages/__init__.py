"""What the rules have to know of a language: a module each, named by the code in `theme: language`.

Its `LANGUAGE` says what it can. A rule that needs what a language lacks is left out, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec

NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Language:
    """A language.

    Attributes:
        unended: what a full stop after it does not end a sentence; by default a single letter
            and an ordinal.
        quoted: what somebody else says or writes.
        labels: a pattern of words before a number that counts parts of any course, such as “step”.
        joins: a pattern of what stands between two such numbers.
        pronouns: the forms of each pronoun that tells a person's gender, by its name.
        after_noun: what may follow a noun and not the sign that stands before a name.
        about_signs: words of a sentence that speaks about the signs themselves.
        cues: kinds of words that may tell a right option from a wrong one, by their name.
        about_others: an option that speaks about the other options.
        negative: a word for which a reader must turn a question round.
        grade: returns the years of school that sentences ask for.
        dictionary: the name of its dictionary in pyspellchecker.
    """

    unended: re.Pattern[str] = re.compile(r"\b(?:[^\W\d_]|\d\d?)$")
    quoted: re.Pattern[str] = re.compile(r"“[^”]*”|„[^“]*“|«[^»]*»|»[^«]*«")
    labels: str = ""
    joins: str = ","
    pronouns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    after_noun: re.Pattern[str] | None = None
    about_signs: re.Pattern[str] = NOTHING
    cues: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    about_others: re.Pattern[str] | None = None
    negative: re.Pattern[str] | None = None
    grade: Callable[[Sequence[str]], float] | None = None
    dictionary: str = ""

    def unquoted(self, text: str) -> str:
        """Return a text without its quotations: a quoted word is spoken about, not used."""
        return self.quoted.sub("", text)


@cache
def language_of(code: str) -> Language:
    """Return the language of a code such as `en`; what all have, if the rules do not know it."""
    name = f"{__name__}.{code.lower().replace('-', '_')}"
    found: Language = import_module(name).LANGUAGE if find_spec(name) else Language()
    return found
