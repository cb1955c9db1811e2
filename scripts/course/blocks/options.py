"""The options below the line that begins a block, each with its own line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml
from pymdownx.blocks.block import Block

from course.blocks.block import CourseBlock
from course.entries import Loader, compose_text
from course.marks.page import Page
from course.problems import Refused, nearest
from course.yaml_mistakes import NO_COLON, QUOTES, read_as

# An option that one to three spaces or a tab stand before, or nothing.
RE_SLIPPED = re.compile(r"(?: {0,3}|\t+ *)[\w-]+:(?: |$)")
RE_OPTION = re.compile(r" {4,}(?P<name>[\w-]+):(?: |$)")


@dataclass
class Fence:
    """An opening line: where it stands and what it says."""

    line: int
    length: int
    name: str
    argument: str

    def __str__(self) -> str:
        return f'{self.name} "{self.argument}"' if self.argument else self.name


@dataclass
class Option:
    """An option: its line, its value as YAML reads it, and as it is written."""

    line: int
    value: Any
    written: str


class NotOptions(Exception):
    """The options are no names with values, or one of them is there twice."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


def check_options(page: Page, fence: Fence, block: type[Block]) -> None:
    """Check the options below an opening line against those that the block knows."""
    options = options_of(page, fence, block)
    if options is None:
        return
    known = [*block.OPTIONS, "attrs"]
    wrong = {name: nearest(name, known, 1) for name in options if name not in known}
    for name, near in wrong.items():
        remedy = f"write {near}" if near else f"use {', '.join(known)}"
        what = f'{fence}: there is no option "{name}"'
        page.report(options[name].line, what, remedy)
    for name, option in options.items():
        if name not in wrong and not accepts(block, name, option.value):
            page.report(option.line, *refusal(fence, block, name, option))
    if not issubclass(block, CourseBlock):
        return
    values = {name: option.value for name, option in options.items()}
    for name in block.required(values):
        if name not in options and name not in wrong.values():
            remedy = f"write {in_words(block, name)}"
            page.report(fence.line, f'{fence}: option "{name}" is missing', remedy)
    if not wrong and all(accepts(block, *pair) for pair in values.items()):
        for name, remedy in block.unknown(values, page.course):
            what = f'{fence}: option "{name}" is "{options[name].written}"'
            page.report(options[name].line, what, remedy)


def options_of(page: Page, fence: Fence, block: type[Block]) -> dict[str, Option] | None:
    """Return the options below an opening line, or report why they cannot be read."""
    below = page.lines[fence.line :]
    depth = len(page.lines[fence.line - 1]) - len(page.lines[fence.line - 1].lstrip())
    below = [text[depth if depth > 3 else 0 :] for text in below]
    if below and not below[0].strip() and any(map(is_option_of(block), below[1:2])):
        what = f"{fence}: a blank line stands before the options"
        page.report(fence.line + 1, what, "remove it")
        return None
    written = list(takewhile(lambda text: text.startswith("    ") and text.strip(), below))
    after = below[len(written)] if len(written) < len(below) else ""
    if RE_SLIPPED.match(after) and after.strip().split(":")[0] in block.OPTIONS:
        what = f"{fence}: the option is not indented by four spaces"
        page.report(fence.line + len(written) + 1, what, "put four spaces before it")
        return None
    # So that the lines are those of the page.
    text = "\n" * fence.line + "\n".join(written)
    try:
        return dict(read_options(compose_text(text, page.label)))
    except Refused as refused:
        (problem,) = refused.problems
        page.report(problem.line, f"{fence}: {problem.what}", problem.remedy)
    except NotOptions as error:
        page.report(error.line, f"{fence}: {error.what}", error.remedy)
    return None


def read_options(node: yaml.Node | None) -> Iterator[tuple[str, Option]]:
    """Yield each option with its name.

    Raises:
        NotOptions: if there is something else, or one twice.
    """
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        raise NotOptions(node.start_mark.line + 1, *NO_COLON)
    seen: set[str] = set()
    for key, value in node.value:
        line, name = key.start_mark.line + 1, str(key.value)
        if name in seen:
            raise NotOptions(line, f'option "{name}" is there twice', "keep one of the two")
        seen.add(name)
        written = str(value.value) if isinstance(value, yaml.ScalarNode) else "a list"
        yield name, Option(line, value_of(value), written)


def value_of(node: yaml.Node) -> Any:
    """Return a value as YAML reads it; a date that does not exist is a text."""
    try:
        return Loader("").construct_document(node)
    except (ValueError, yaml.YAMLError):
        return node.value


def refusal(fence: Fence, block: type[Block], name: str, option: Option) -> tuple[str, str]:
    """Return what is wrong with the value of an option, and what to do."""
    if not isinstance(option.value, str) and accepts(block, name, option.written):
        node = yaml.compose(option.written, Loader)
        kind = read_as(node) if node else ""
        what = f"YAML reads {option.written} as {kind or 'something else'}"
        return f'{fence}: option "{name}": {what}', QUOTES
    expected = in_words(block, name) or "a value that the block takes"
    return f'{fence}: option "{name}" is "{option.written}"', f"write {expected}"


def is_option_of(block: type[Block]) -> Any:
    """Return a test: does a line set one of the block's options?"""

    def test(text: str) -> bool:
        match = RE_OPTION.match(text)
        return match is not None and match["name"] in block.OPTIONS

    return test


def accepts(block: type[Block], name: str, value: Any) -> bool:
    """Tell whether a block takes a value for an option."""
    if name == "attrs":
        return isinstance(value, dict)
    validate = block.OPTIONS[name][1]
    try:
        validate(value)
    except ValueError:
        return False
    return True


def in_words(block: type[Block], name: str) -> str:
    """Return what an option of a block must be; nothing, if the block is not of a course."""
    if not issubclass(block, CourseBlock) or name not in block.OPTIONS:
        return ""
    return str(block.type_of(name)[1])
