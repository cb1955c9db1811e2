"""A style sheet as rules that can be put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

GROUPS = ("media", "supports")
# A new line, which no string of a style sheet has in it.
RE_NEW_LINE = re.compile(r"\n\s*")
# A list of elements, or of attributes: each of them weighs as much as the list.
RE_LIST = re.compile(r":is\((\w+(?:,\w+)*|\[[^\],]*\](?:,\[[^\],]*\])*)\)")
# One that a selector ends with.
RE_LAST = re.compile(rf"(|.*[\s>+~]){RE_LIST.pattern}([^\s>+~]*)")


@dataclass
class Rule:
    """A rule of a style sheet, as text that is put together again.

    Attributes:
        selectors: each selector, and its tokens.
        declared: each declaration, after its name.
        head: what another kind of rule begins with, such as `@media print`.
        inner: the rules in a group, or none.
        animation: the name of key frames.
    """

    selectors: Sequence[tuple[str, Sequence[Node]]] = field(default_factory=list)
    declared: Sequence[tuple[str, str]] = field(default_factory=list)
    head: str = ""
    inner: list[Rule] | None = None
    animation: str = ""


def rules_of(css: str) -> list[Rule]:
    """Return the rules of a style sheet."""
    return list(read(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def read(nodes: Sequence[Node]) -> Iterator[Rule]:
    """Yield the rules of a parsed style sheet."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [one for each in divided(node.prelude) for one in by_last(each)]
            texts = filter(None, map(text_of, divided(node.content, ";")))
            yield Rule(selectors, [(text.partition(":")[0].strip(), text) for text in texts])
        elif isinstance(node, AtRule) and node.at_keyword in GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            head = f"@{node.at_keyword} {text_of(node.prelude)}"
            yield Rule(head=head, inner=list(read(inner)))
        else:
            animation = text_of(node.prelude) if node.at_keyword == "keyframes" else ""
            yield Rule(head=text_of([node]), animation=animation)


def by_last(selector: Sequence[Node]) -> Iterator[tuple[str, Sequence[Node]]]:
    """Yield a selector, and its tokens, with each of a list that it ends with by itself.

    A browser finds rules by what they end with, and tries one with a list on every element.
    """
    text = text_of(selector)
    if found := RE_LAST.fullmatch(text):
        for one in found[2].split(","):
            each = f"{found[1]}{one}{found[3]}"
            yield each, tinycss2.parse_component_value_list(each)
    else:
        yield text, selector


def divided(tokens: Sequence[Node], sign: str = ",") -> list[list[Node]]:
    """Return the selectors of a rule, or what stands between other signs."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def text_of(tokens: Sequence[Node]) -> str:
    """Return tokens as they are written in a style sheet, on one line."""
    return RE_NEW_LINE.sub(" ", tinycss2.serialize(tokens).strip())
