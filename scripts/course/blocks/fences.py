"""Fences: the `///` lines of a page, checked while their line numbers are still known.

pymdownx.blocks leaves a block that it cannot read as literal text and closes an unclosed one in
silence. This preprocessor reads the same lines first and tells the author what is wrong with them.
It changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block

from course.blocks.block import CourseBlock
from course.marks.page import Page, current

RE_FENCE = re.compile(r" {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+)? *(?:\| *(?P<argument>.*?))? *$")
RE_CODE = re.compile(r" {0,3}(```+|~~~+)")
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


class FencesPreprocessor(Preprocessor):
    """Check every block of a page; the page goes on unchanged."""

    def run(self, lines: list[str]) -> list[str]:
        """Walk through the source, matching opening and closing lines."""
        self.page = current(self.md)
        self.blocks = known_blocks(self.md)
        opened: list[Fence] = []
        for number, text in prose(self.page):
            match = RE_FENCE.match(text)
            if match is None:
                continue
            length = len(match["slashes"])
            if match["name"] is None:
                self.close(opened, number, length)
            else:
                fence = Fence(number, length, match["name"].lower(), match["argument"] or "")
                self.open(opened, fence)
        for fence in opened:
            self.unclosed(fence)
        return lines

    def open(self, opened: list[Fence], fence: Fence) -> None:
        """Check an opening line and those that it stands in."""
        while opened and opened[-1].length <= fence.length:
            self.unclosed(opened.pop())
        opened.append(fence)
        if fence.name not in self.blocks:
            near = get_close_matches(fence.name, self.blocks, 1)
            remedy = f"write {near[0]}" if near else f"use one of {', '.join(sorted(self.blocks))}"
            self.page.report(fence.line, f'there is no block "{fence.name}"', remedy)
            return
        block = self.blocks[fence.name]
        if block.ARGUMENT and not fence.argument:
            self.page.report(
                fence.line, f"{fence}: it has no title", f"write /// {fence.name} | Title"
            )
        if block.ARGUMENT is False and fence.argument:
            self.page.report(fence.line, f"{fence}: it takes no title", f"write /// {fence.name}")
        self.check_options(fence, block)

    def close(self, opened: list[Fence], line: int, length: int) -> None:
        """Take the block that a closing line ends off the open ones."""
        while opened and opened[-1].length < length:
            self.unclosed(opened.pop())
        if opened and opened[-1].length == length:
            opened.pop()
        else:
            slashes = "/" * length
            self.page.report(line, f"{slashes} closes no block", "remove it, or open a block above")

    def unclosed(self, fence: Fence) -> None:
        """Report a block without an end."""
        slashes = "/" * fence.length
        self.page.report(
            fence.line, f"{fence}: the block is not closed", f"end it with a line {slashes}"
        )

    def check_options(self, fence: Fence, block: type[Block]) -> None:
        """Check the options below an opening line against those that the block knows."""
        options = self.options_of(fence, block)
        if options is None:
            return
        known = [*block.OPTIONS, "attrs"]
        for name, value in options.items():
            if name not in known:
                near = get_close_matches(str(name), known, 1)
                remedy = f"write {near[0]}" if near else f"use {', '.join(known)}"
                self.page.report(fence.line, f'{fence}: there is no option "{name}"', remedy)
            elif not accepts(block, name, value):
                expected = in_words(block, name) or "a value that the block takes"
                what = f'{fence}: option "{name}" is "{value}"'
                self.page.report(fence.line, what, f"write {expected}")
        required = block.required(options) if issubclass(block, CourseBlock) else ()
        for name in required:
            if name not in options:
                remedy = f"write {in_words(block, name)}"
                self.page.report(fence.line, f'{fence}: option "{name}" is missing', remedy)

    def options_of(self, fence: Fence, block: type[Block]) -> dict[str, Any] | None:
        """Return the options below an opening line, or report why they cannot be read."""
        below = self.page.lines[fence.line :]
        if below and not below[0].strip() and any(map(is_option_of(block), below[1:2])):
            what = f"{fence}: a blank line stands before the options"
            self.page.report(fence.line, what, "remove it")
            return None
        if below and RE_SLIPPED.match(below[0]) and below[0].strip().split(":")[0] in block.OPTIONS:
            what = f"{fence}: the options are not indented by four spaces"
            self.page.report(fence.line, what, "put four spaces before each")
            return None
        written = []
        for text in below:
            if not text.startswith("    ") or not text.strip():
                break
            written.append(text)
        try:
            options = yaml.safe_load("\n".join(written)) or {}
        except yaml.YAMLError:
            options = None
        if not isinstance(options, dict):
            what = f"{fence}: the options cannot be read"
            self.page.report(fence.line, what, "write each on its own line as name: value")
            return None
        return options


def known_blocks(md: Markdown) -> dict[str, type[Block]]:
    """Return the blocks that this Markdown instance knows, by name."""
    processor = md.parser.blockprocessors["blocks"]
    assert isinstance(processor, BlocksProcessor)
    return processor.blocks


def prose(page: Page) -> list[tuple[int, str]]:
    """Return the numbered lines of a page, without fenced code and comments."""
    lines = []
    code = None
    in_comment = False
    for number, text in enumerate(page.lines, 1):
        fence = RE_CODE.match(text)
        if code is None and not in_comment and fence:
            code = fence[1]
        elif code is not None:
            code = None if text.strip() == code else code
        elif in_comment or text.startswith("<!--"):
            in_comment = "-->" not in text
        else:
            lines.append((number, text))
    return lines


def is_option_of(block: type[Block]) -> Any:
    """Return a test: does a line set one of the block's options?"""

    def test(text: str) -> bool:
        match = RE_OPTION.match(text)
        return match is not None and match["name"] in block.OPTIONS

    return test


def in_words(block: type[Block], name: str) -> str:
    """Return what an option of a block must be; nothing, if the block is not of a course."""
    if not issubclass(block, CourseBlock) or name not in block.OPTIONS:
        return ""
    return str(block.type_of(name)[1])


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
