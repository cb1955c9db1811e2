"""The lines of a page that are text: without its front matter, its code and its comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

RE_FENCE = re.compile(r"\s*(?P<sign>`{3,}|~{3,})(?P<rest>.*)$")
RE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
RE_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:|!!!|\?\?\?\+?|===)\s+\S")
COMMENT, END = "<!--", "-->"


@dataclass
class Text:
    """What is text on a page.

    Attributes:
        lines: each line of text with its number.
        unended: the line of code or of a comment that does not end, and what ends it.
        languages: the line of each piece of code, with what stands after its first sign.
    """

    lines: list[tuple[int, str]] = field(default_factory=list)
    unended: tuple[int, str] | None = None
    languages: list[tuple[int, str]] = field(default_factory=list)


def read_text(lines: Sequence[str]) -> Text:
    """Return what is text in the lines of a page."""
    text = Text()
    code, comment = "", False
    head = head_length(lines)
    for number, line in enumerate(lines[head:], head + 1):
        fence = RE_FENCE.match(line)
        if code:
            if fence and fence["sign"].startswith(code) and not fence["rest"].strip():
                code, text.unended = "", None
        elif not comment and fence and "`" not in fence["rest"]:
            code = fence["sign"]
            text.unended = (number, code)
            text.languages.append((number, fence["rest"].strip()))
        else:
            was_comment = comment
            left, comment = without_comments(line, comment)
            if comment and not was_comment:
                text.unended = (number, END)
            elif not comment:
                text.unended = None
            if left.strip() or not (was_comment or COMMENT in line):
                text.lines.append((number, left))
    return text


def head_length(lines: Sequence[str]) -> int:
    """Return the number of lines of the front matter."""
    if not lines or lines[0].strip() != "---":
        return 0
    ends = (number for number, line in enumerate(lines[1:], 2) if line.strip() == "---")
    return next(ends, 0)


def without_comments(line: str, in_comment: bool) -> tuple[str, bool]:
    """Return a line without comments, and whether one goes on below it."""
    if not in_comment and COMMENT not in line:
        return line, False
    left = ""
    while line:
        if in_comment:
            _, end, line = line.partition(END)
            in_comment = not end
            continue
        start = without_code(line).find(COMMENT)
        if start < 0:
            return left + line, False
        left, line, in_comment = left + line[:start], line[start:], True
    return left, in_comment


def without_code(line: str) -> str:
    """Return a line with its code made blank, so that the rest stays where it is."""
    return RE_SPAN.sub(lambda span: " " * len(span[0]), line) if "`" in line else line


def is_in_item(lines: Sequence[str], number: int) -> bool:
    """Tell whether an indented line belongs to an item of a list, a note or a callout above it."""
    indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    for line in reversed(lines[: number - 1]):
        if not line.strip():
            continue
        own = len(line) - len(line.lstrip())
        if own < indent:
            return bool(RE_ITEM.match(line)) or (own >= 4 and is_deeper(lines, number, own))
    return False


def is_deeper(lines: Sequence[str], number: int, indent: int) -> bool:
    """Tell whether what an item holds is itself indented under one."""
    for line in reversed(lines[: number - 1]):
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return bool(RE_ITEM.match(line))
    return False
