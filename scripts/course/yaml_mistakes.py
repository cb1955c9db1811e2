"""What is wrong with YAML that cannot be read, told to somebody who does not know YAML.

The parsers' own messages depend on the parser, and often name the line after the mistake. The line
itself says more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

QUOTES = 'put "…" around it'
NO_COLON = ("there is no colon with a space after it", "write name: text")
# A name with its value; in a list, after a hyphen.
RE_PAIR = re.compile(r"\s*(?:- +)?[^\s:#{\[\"'-][^:{\[]*:(?:\s+(?P<value>.*)|$)")
# What begins no text.
SIGNS = "*&@`%!,]}|>"
KINDS = {"int": "a number", "float": "a number", "bool": "yes or no", "timestamp": "a date"}


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, str, str]:
    """Return the line of a mistake, what is wrong, and what to do.

    Arguments:
        error: what the parser says.
        lines: the lines that it read.
    """
    problem, context = getattr(error, "problem", "") or "", getattr(error, "context", "") or ""
    number = line_of(getattr(error, "problem_mark", None), lines)
    start = line_of(getattr(error, "context_mark", None), lines)
    text = lines[number - 1] if lines else ""
    if "quoted scalar" in context and "end of stream" in problem:
        return start, "a quotation mark is not closed", "close it at the end of the text"
    if "expected ':'" in problem:
        return start, *NO_COLON
    if "\t" in text:
        return number, "a tab stands in the line", "put spaces in its place"
    if "flow" in context and start != number:
        return start, "a bracket is not closed", "close it at the end of the line"
    if "escape" in problem:
        remedy = "put '…' around the text in place of \"…\""
        return number, "a backslash stands between quotation marks", remedy
    pair = RE_PAIR.match(text)
    value = (pair["value"] or "") if pair else ""
    if value[:1] and (value[0] in SIGNS or value.startswith("- ")):
        return number, f'a text begins with "{value[0]}"', QUOTES
    if value[:1] and value[0] in "\"'[{":
        return number, f'the text does not end where "{value[0]}" is closed', f"{QUOTES} all"
    if ": " in value or value.endswith(":"):
        return number, "a colon stands inside of the text", QUOTES
    above = number - 1
    while above > 1 and not lines[above - 1].strip():
        above -= 1
    if "mapping values" in problem and above and not RE_PAIR.match(lines[above - 1]):
        return above, *NO_COLON
    if pair is None and not text.strip().startswith("-") and text.strip():
        return number, *NO_COLON
    if "document start" in problem:
        number = next(place for place, each in enumerate(lines, 1) if each.strip())
    remedy = "indent this line, or the one above it, like its neighbours"
    return number, "the line does not stand below the one that it belongs to", remedy


def line_of(mark: yaml.Mark | None, lines: Sequence[str]) -> int:
    """Return the line of a mark; the last one that has a text, if it is behind the end."""
    number = mark.line + 1 if mark else 1
    number = min(number, len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return max(number, 1)


def read_as(node: yaml.Node) -> str:
    """Return what YAML reads in the place of a text, such as “a number”; nothing for a text."""
    return KINDS.get(node.tag.rpartition(":")[2], "")
