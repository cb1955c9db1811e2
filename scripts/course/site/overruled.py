"""Leaves out of a style sheet what a later rule overrules wherever it could apply.

So of what the theme declares and the course declares anew, readers get the second alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tinycss2.ast import Node

from course.site.sheet import RE_LIST, Rule

# An attribute with its value; it weighs as much without.
RE_VALUE = re.compile(r"\[([\w-]+)[~|^$*]?=[^\]]*\]")
# A property that another one sets too.
RE_PART = re.compile(
    r"(margin|padding)-(?:top|right|bottom|left)|(background)-color|-webkit-(mask-image)"
)
RE_SPACE = re.compile(r"\s*([>+~,])\s*")
# For a selector under some conditions, and a property: the last rule that declares it.
Last = dict[tuple[str, str, str], int]
Declared = tuple[tuple[str, str], ...]


def without_overruled(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules without the declarations that cannot have an effect."""
    order = list(placed(rules))
    last: Last = {}
    for number, (place, rule) in enumerate(order):
        names = [name for name, text in rule.declared if "!important" not in text]
        selectors = [each for selector, _ in rule.selectors for each in spelled(selector)]
        last.update(((place, each, name), number) for each in selectors for name in names)
    numbers = {id(rule): number for number, (_, rule) in enumerate(order)}
    return list(left(rules, last, numbers))


def placed(rules: Sequence[Rule], place: str = "") -> Iterator[tuple[str, Rule]]:
    """Yield each rule with the conditions of the groups that it stands in."""
    for rule in rules:
        yield place, rule
        yield from placed(rule.inner or (), place + rule.head)


def left(
    rules: Sequence[Rule], last: Last, numbers: dict[int, int], place: str = ""
) -> Iterator[Rule]:
    """Yield the rules with what has an effect, one for all the selectors that have the same."""
    for rule in rules:
        if rule.inner is not None:
            inner = left(rule.inner, last, numbers, place + rule.head)
            yield Rule(head=rule.head, inner=list(inner))
        elif rule.head:
            yield rule
        else:
            same: dict[Declared, list[tuple[str, Sequence[Node]]]] = {}
            for selector in rule.selectors:
                later = partial(is_overruled, selector[0], place, last, numbers[id(rule)])
                declared = tuple(
                    (name, text)
                    for name, text in rule.declared
                    if "!important" in text or not later(name)
                )
                same.setdefault(declared, []).append(selector)
            yield from (Rule(selectors, declared) for declared, selectors in same.items())


def is_overruled(selector: str, place: str, last: Last, number: int, name: str) -> bool:
    """Tell whether a later rule declares a property for all that a selector stands for."""
    part = RE_PART.fullmatch(name)
    setting = {name, *filter(None, part.groups() if part else ())}
    return all(
        any(
            last.get(key, -1) > number
            for key in product({place, ""}, {each, RE_VALUE.sub(r"[\1]", each)}, setting)
        )
        for each in spelled(selector)
    )


def spelled(selector: str) -> list[str]:
    """Return a selector in the one spelling by which it is known, with each of a list by itself."""
    plain = RE_SPACE.sub(r"\1", selector).replace("::", ":").replace('"', "")
    found = RE_LIST.search(plain)
    # In `:not()`, a list is no choice.
    if not found or plain.count("(", 0, found.start()) > plain.count(")", 0, found.start()):
        return [plain]
    begin, end = plain[: found.start()], plain[found.end() :]
    return [text for one in found[1].split(",") for text in spelled(f"{begin}{one}{end}")]
