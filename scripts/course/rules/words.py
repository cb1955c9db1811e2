"""Every language has every word that readers see beside the pages, as `en.yml` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from course.entries import compose
from course.problems import Problem, Refused
from course.rules.material import Material

# A language has its own forms for a number, in the names of the Unicode CLDR, and always the last.
RE_PLURAL = re.compile(r".*\.(?:zero|one|two|few|many)")
RE_NAME = re.compile(r"{[\w-]+}")


def check_words(material: Material) -> Iterator[Problem]:
    """Compare the words of each other language with the English ones."""
    folder = material.course.overrides / "words"
    files = {file.name: file for file in sorted(folder.glob("*.yml"))}
    if "en.yml" not in files:
        # A course that took its own language alone has nothing to compare it with.
        files, english = {}, {}
    else:
        english = words_of(files.pop("en.yml"))
    for name, file in material.each("other language in overrides/words", files.items()):
        label = f"{folder.parent.name}/{folder.name}/{name}"
        try:
            found = words_of(file)
        except Refused as refused:
            yield from (replace(problem, file=label) for problem in refused.problems)
            continue
        for key, (_, text) in english.items():
            wanted = set(RE_NAME.findall(text))
            if key not in found:
                yield Problem(label, 1, f"{key} is missing", f"translate: {text}")
            elif set(RE_NAME.findall(found[key][1])) != wanted:
                remedy = f"write {' and '.join(sorted(wanted)) or 'none'}, as in: {text}"
                yield Problem(label, found[key][0], f"{key} has other names in braces", remedy)
        for key in sorted(found.keys() - english.keys()):
            remedy = "correct its name, or remove it"
            yield Problem(label, found[key][0], f"{key} is no word of the course", remedy)


def words_of(file: Path) -> dict[str, tuple[int, str]]:
    """Return the line and the text of each word in a file, by the names that lead to it."""
    found = texts(compose(file), "")
    return {key: value for key, value in found if key.startswith("extra.words.")}


def texts(node: yaml.Node | None, name: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield the name of each text below a node, with its line and the text."""
    if isinstance(node, yaml.ScalarNode) and not RE_PLURAL.fullmatch(name):
        yield name, (node.start_mark.line + 1, node.value)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield from texts(value, f"{name}.{key.value}".lstrip("."))
