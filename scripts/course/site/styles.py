"""Reduces a style sheet to the rules that the pages of a site, or their scripts, can use.

A rule is left out only if it names an element, a class, an id, an attribute or a value of one that
nothing has.
What only scripts make is told apart, so that its rules can come with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tinycss2.ast import Node

from course.site.overruled import without_overruled
from course.site.sheet import Rule, divided, rules_of

RE_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"]++|\"[^\"]*\")*+>")
# Classes; the name of an element; that of an attribute, and its value, unless it is a sentence.
RE_CLASSES = re.compile(r'\sclass="([^"]*)"')
RE_ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
RE_ATTRIBUTE = re.compile(r"""\s([a-zA-Z][\w:-]*)(?:="([^\s"]*)"|(?=[\s=/>]))""")
RE_WORD = re.compile(r"[\w-]+")
RE_CAPITAL = re.compile(r"[A-Z]")
# Classes that a script sets, those of a selector, and the theme's, which have no other names.
RE_SCRIPT_CLASSES = re.compile(
    r"""\bclass(?:Name|List)\b[^"\n]*"([\w-]*)"(?:, "([\w-]*)")?|[\s"(,]\.([a-zA-Z][\w-]*)"""
    r"""|\b(md-[\w-]+)"""
)
LISTS = ("is", "where", "has")
# A custom property that is used.
RE_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
# What an animation is declared with; its keyframes are one of the words.
RE_ANIMATION = re.compile(r"animation(?:-name)?\s*:([^;}]*)")
# Selectors, by whether the rule stands elsewhere too.
Apart = dict[bool, list[str]]


def words_of(html: str) -> set[str]:
    """Return what selectors may name of a page: classes as `.a`, an attribute's value as `a=b`."""
    tags = "".join(set(RE_TAG.findall(html)))
    classes = {f".{name}" for names in set(RE_CLASSES.findall(tags)) for name in names.split()}
    attributes = set(RE_ATTRIBUTE.findall(tags))
    values = {form for name, value in attributes for form in (name, value, f"{name}={value}")}
    return classes | values | set(RE_ELEMENT.findall(tags))


def words_of_script(script: str) -> set[str]:
    """Return what selectors may name of what a script makes or sets.

    Classes have their dot; a value, as `=b`, may be that of any attribute.
    """
    found: set[str] = set()
    for word in set(RE_WORD.findall(script)):
        # What a script calls `ariaLabel`, or `dataset.keptAt`, is `aria-label` and `data-kept-at`.
        name = RE_CAPITAL.sub(lambda match: f"-{match[0].lower()}", word)
        found |= {word, word.lower(), name, f"data-{name}", f"={word}"}
    classes = {name for names in RE_SCRIPT_CLASSES.findall(script) for name in names if name}
    return found | {f".{name}" for name in classes}


def reduced(css: str, used: set[str], made: set[str], asked: set[str]) -> tuple[str, str]:
    """Return the rules of a style sheet that can apply, and those that can once a script has run.

    Arguments:
        css: the style sheet.
        used: what pages have that selectors may name, classes with their dot.
        made: what scripts make that is named likewise.
        asked: the custom properties that something else uses.
    """
    rules = without_overruled(rules_of(css))
    first, named = settled(rules, [used], asked, set(), named_by(css))
    return first, settled(rules, [used | made, used], asked, named, named_by(css))[0]


def settled(
    rules: Sequence[Rule], used: list[set[str]], asked: set[str], before: set[str], named: set[str]
) -> tuple[str, set[str]]:
    """Return the rules that can apply, and the custom properties and animations that they use.

    Arguments:
        rules: the rules.
        used: what selectors may name; and what those have that stand elsewhere.
        asked: the custom properties that something else uses.
        before: the custom properties and animations that stand elsewhere.
        named: all that are used.
    """
    selectors: dict[int, Apart] = {}
    while True:
        text = "".join(written(rules, used, named | asked, before, selectors))
        # What a property that is left out uses itself is perhaps used no more.
        left = named_by(text)
        if left == named:
            return text, named | asked
        named = left


def named_by(css: str) -> set[str]:
    """Return the custom properties that a style sheet uses, and the words of its animations."""
    animations = RE_ANIMATION.findall(css)
    return {*RE_VARIABLE.findall(css), *RE_WORD.findall(" ".join(animations))}


def written(
    rules: Sequence[Rule],
    used: list[set[str]],
    named: set[str],
    before: set[str],
    selectors: dict[int, Apart],
) -> Iterator[str]:
    """Yield the rules that can apply; of those that stand elsewhere, new properties alone.

    What selectors of a rule can apply is put into `selectors`, and not looked for again.
    """
    for rule in rules:
        if rule.inner is not None:
            if kept := "".join(written(rule.inner, used, named, before, selectors)):
                yield f"{rule.head}{{{kept}}}"
        elif rule.head:
            if rule.animation in named - before if rule.animation else len(used) == 1:
                yield rule.head
        else:
            if id(rule) not in selectors:
                selectors[id(rule)] = apart(rule, *used)
            for there, found in selectors[id(rule)].items():
                declared = declarations(rule, named, before if there else None)
                if found and declared:
                    yield f"{','.join(found)}{{{declared}}}"


def apart(rule: Rule, able: set[str], *elsewhere: set[str]) -> Apart:
    """Return the selectors of a rule that can apply: those that stand elsewhere, and others."""
    found: Apart = {True: [], False: []}
    for text, tokens in rule.selectors:
        if can_apply(tokens, able):
            found[any(can_apply(tokens, each) for each in elsewhere)].append(text)
    return found


def declarations(rule: Rule, named: set[str], before: set[str] | None) -> str:
    """Return what a rule declares, but for custom properties that nothing uses.

    Arguments:
        rule: the rule.
        named: the custom properties that are used.
        before: for a rule that stands elsewhere, those that do so too; its others alone are left.
    """
    return ";".join(
        text
        for name, text in rule.declared
        if (name in named and name not in (before or ()) if name[:2] == "--" else before is None)
    )


def can_apply(selector: Sequence[Node], used: set[str]) -> bool:
    """Tell whether a page or a script has all that a selector names, and one of each `:is()`."""
    lists = [each.arguments for each in selector if each.type == "function" and each.name in LISTS]
    return (
        all(not used.isdisjoint(forms) for forms in names(selector))
        and all(has_part(name, part, used) for name, part in parts(selector))
        and all(any(can_apply(each, used) for each in divided(one)) for one in lists)
    )


def names(selector: Sequence[Node]) -> Iterator[set[str]]:
    """Yield the forms of what a selector asks for, but not what `:not()` has in it."""
    before: Node | None = None
    for token in selector:
        if token.type == "hash":
            yield {token.value}
        elif token.type == "[] block":
            name, sign, value = attribute(token)
            yield {name}
            if sign == "=" and " " not in value:
                yield {f"{name}={value}", f"={value}"}
        elif token.type == "ident" and before == ".":
            yield {f".{token.value}"}
        elif token.type == "ident" and before != ":":
            yield {token.value}
        before = token


def attribute(block: Node) -> tuple[str, str, str]:
    """Return what stands between brackets: a name, and the sign and the value behind it."""
    name, *others = [part for part in block.content if part.type != "whitespace"]
    sign, value, *_ = [part.value for part in others] or ("", "")
    return name.value, sign, value


def parts(selector: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Yield the attributes of whose value a selector names a part, and that part."""
    blocks = (attribute(token) for token in selector if token.type == "[] block")
    return ((name, value) for name, sign, value in blocks if sign not in ("", "="))


def has_part(name: str, part: str, used: set[str]) -> bool:
    """Tell whether something has a part of a value; a sentence, which is not looked into, may."""
    return f"{name}=" in used or any(part in each for each in used)
