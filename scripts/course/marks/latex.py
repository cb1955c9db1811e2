"""What stands in a field of a BibTeX file, as a reader sees it."""

from __future__ import annotations

import re
from html import unescape

from pybtex.backends.plaintext import Backend
from pybtex.richtext import Text

RE_LATEX = re.compile(r"[\\{}$~`]")
RE_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]+\d*);", re.IGNORECASE)
RE_TAG = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|scp|sc|span|jats:\w+)(?: [^>]*)?/?>", re.IGNORECASE
)
RE_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)
BACKEND = Backend()


def as_text(latex: str) -> str:
    """Return a field's value as plain text, without braces, LaTeX marks, tags and entities."""
    text = latex
    # The parser of LaTeX takes long, and few fields have any.
    if RE_LATEX.search(latex):
        # In LaTeX a bare % begins a comment; here it is what it is to a reader.
        escaped = re.sub(r"(?<!\\)%", r"\\%", latex)
        text = str(Text.from_latex(escaped).render(BACKEND))
    if RE_ENTITY.search(text):
        text = unescape(text)
    text = RE_TAG.sub("", text)
    for typed, printed in (("---", "—"), ("--", "–"), ("'", "’")):
        text = text.replace(typed, printed)
    return " ".join(text.split())


def as_doi(text: str) -> str:
    """Return a DOI without the address that may stand before it."""
    return RE_DOI.sub("", as_address(text)).strip()


def as_address(text: str) -> str:
    """Return an address without the marks of LaTeX, in which ~ is a sign like any other."""
    found = re.search(r"\\url\{(?P<url>[^}]*)\}", text)
    text = found["url"] if found else text
    text = re.sub(r"\\textasciitilde(?:\{\})?|\\~\{\}|\{\\textasciitilde\}", "~", text)
    text = re.sub(r"\\([_%&#$~{}])", r"\1", text)
    return unescape(text.replace("{", "").replace("}", "")).strip()
