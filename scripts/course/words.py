"""The words that a reader sees and that no page of the course has: one file a language.

Dates and plurals follow the Unicode CLDR, through Babel: https://cldr.unicode.org/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Arguments:
        language: its code as in `lang`, such as `en`.
        texts: the entries of its file; placeholders stand in braces.
    """

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its placeholders filled.

        Arguments:
            key: the names that lead to it, such as `answers.back`.
            values: what stands in the place of each placeholder.

        Raises:
            KeyError: if the language has no such text.
        """
        text = self.entry(key)
        if not isinstance(text, str):
            raise KeyError(key)
        return text.format(**values)

    def entry(self, key: str) -> Any:
        """Return a text, or the entries below a name."""
        found: Any = self.texts
        for name in key.split("."):
            found = found[name]
        return found

    def has(self, key: str) -> bool:
        """Tell whether there is an entry of this name."""
        try:
            self.entry(key)
        except (KeyError, TypeError):
            return False
        return True

    def count(self, key: str, number: float, shown: str = "") -> str:
        """Return a number with its noun, in the form that the language has for this number.

        Arguments:
            key: the names that lead to the forms.
            number: the number.
            shown: how it is written, if not in digits alone.
        """
        form = Locale.parse(self.locale).plural_form(number)
        forms = self.entry(key)
        return str(forms.get(form, forms["other"])).format(number=shown or number)

    def date(self, day: date) -> str:
        """Return a date as it is written out."""
        return format_date(day, self("date"), self.locale)

    def list(self, texts: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """Return several texts as one, with the “and” or the “or” of the language."""
        return format_list(texts, style, self.locale)

    def number(self, number: str) -> str:
        """Return a number as it is written in the language."""
        return format_decimal(number, locale=self.locale)

    @property
    def locale(self) -> str:
        """The code of the language and country whose plurals and months are used."""
        return str(self.texts["locale"])

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return Locale.parse(self.locale).character_order == "right-to-left"
