"""German."""

from __future__ import annotations

import re

from course.rules.languages import Language

LANGUAGE = Language(
    unended=re.compile(r"\b(?:[^\W\d_]|\d\d?|bzw|ca|Dr|Nr|Prof|usw|vgl)$"),
    labels="Schritte?|Szenen?",
    joins=",| und",
)
