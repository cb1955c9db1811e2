"""Reduces a style sheet to the rules that the pages of a site, or their scripts, can use.

A rule is left out only if it names an element, a class, an id or an attribute that nothing has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

RE_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>")
# Classes; the name of an element or an attribute; the value of one, unless it is a sentence.
RE_CLASSES = re.compile(r'\sclass="([^"]*)"')
RE_NAMES = re.compile(r"""<([a-zA-Z][\w-]*)|\s([a-zA-Z][\w:-]*)(?=[\s=/>])|="([^\s"]*)\"""")
RE_WORD = re.compile(r"[\w-]+")
GROUPS = ("media", "supports")
# A custom property that is used.
RE_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
# What an animation is declared with; its keyframes are one of the words.
RE_ANIMATION = re.compile(r"\banimation(?:-name)?\s*:([^;}]*)")


def words_of(html: str) -> set[str]:
    """Return what selectors may name of a page, classes with their dot."""
    found: set[str] = set()
    for tag in set(RE_TAG.findall(html)):
        found.update(f".{name}" for names in RE_CLASSES.findall(tag) for name in names.split())
        names = [name for names in RE_NAMES.findall(tag) for name in names if name]
        found.update(word for name in names for word in (name, *RE_WORD.findall(name)))
    return found


def reduced(css: str, used: set[str], others: str) -> str:
    """Return the rules of a style sheet that can apply.

    Arguments:
        css: the style sheet.
        used: what pages and scripts have that selectors may name, classes with their dot.
        others: style sheets that use its custom properties too.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    named = named_by(css + others)
    while True:
        text = "".join(written(rules, used, named))
        # What a property that is left out uses itself is perhaps used no more.
        left = named_by(text + others)
        if left == named:
            return text
        named = left


def named_by(css: str) -> set[str]:
    """Return the custom properties that a style sheet uses, and the words of its animations."""
    animations = RE_ANIMATION.findall(css)
    return {*RE_VARIABLE.findall(css), *RE_WORD.findall(" ".join(animations))}


def written(rules: Sequence[Node], used: set[str], named: set[str]) -> Iterator[str]:
    """Yield the rules that can apply, as text."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [text_of(each) for each in divided(rule.prelude) if can_apply(each, used)]
            declared = declarations(rule.content, named)
            if selectors and declared:
                yield f"{','.join(selectors)}{{{declared}}}"
        elif isinstance(rule, AtRule) and rule.at_keyword in GROUPS and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(written(inner, used, named)):
                yield f"@{rule.at_keyword} {text_of(rule.prelude)}{{{kept}}}"
        elif rule.at_keyword != "keyframes" or text_of(rule.prelude) in named:
            yield text_of([rule])


def declarations(content: Sequence[Node], properties: set[str]) -> str:
    """Return what a rule declares, but for custom properties that nothing uses."""
    texts = [text_of(each) for each in divided(content, ";")]
    names = [text.partition(":")[0] for text in texts]
    return ";".join(
        text
        for name, text in zip(names, texts, strict=True)
        if text and (not name.startswith("--") or name in properties)
    )


def divided(tokens: Sequence[Node], sign: str = ",") -> list[list[Node]]:
    """Return the selectors of a rule, or what stands between other signs."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def can_apply(selector: Sequence[Node], used: set[str]) -> bool:
    """Tell whether a page or a script has all that a selector names."""
    return all(name in used for name in names(selector))


def names(selector: Sequence[Node]) -> Iterator[str]:
    """Yield what a selector asks for, classes with their dot, but not what `:not()` has in it."""
    before: Node | None = None
    for token in selector:
        if token.type == "hash":
            yield token.value
        elif token.type == "[] block":
            name, *value = [part for part in token.content if part.type != "whitespace"]
            yield name.value
            # Of the value, whole words alone: `^=` and its like may have less than one.
            exact = value and value[0] == "=" and value[-1].type in ("ident", "string")
            yield from RE_WORD.findall(value[-1].value) if exact else ()
        elif token.type == "ident" and before == ".":
            yield f".{token.value}"
        elif token.type == "ident" and before != ":":
            yield token.value
        before = token


def text_of(tokens: Sequence[Node]) -> str:
    """Return tokens as they are written in a style sheet."""
    return str(tinycss2.serialize(tokens)).strip()
