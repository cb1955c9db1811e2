"""Fences: the `///` lines of a page, checked while their line numbers are still known.

pymdownx.blocks leaves a block that it cannot read as literal text and closes an unclosed one in
silence. This preprocessor reads the same lines first and tells the author what is wrong with them.
It changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block

from course.blocks.options import Fence, check_options
from course.marks.lines import is_in_item, read_text
from course.marks.page import current
from course.problems import nearest

NAME = r" *(?P<name>[\w-]+)? *(?:\| *(?P<argument>.*?))? *$"
RE_FENCE = re.compile(r"(?P<indent> *)(?P<slashes>/{3,})" + NAME)
# What was probably meant to begin or to end a block.
RE_LIKE = re.compile(r" {0,3}(?P<slashes>/{2,}) *(?P<name>[\w-]+)? *(?P<rest>\S.*)?$")
# The blocks that would stay empty without a text.
WITH_TEXT = ("answer", "debrief", "details", "figure-caption", "more", "table-caption", "when")


class FencesPreprocessor(Preprocessor):
    """Check every block of a page; the page goes on unchanged."""

    def run(self, lines: list[str]) -> list[str]:
        """Walk through the source, matching opening and closing lines."""
        self.page = current(self.md)
        self.blocks = known_blocks(self.md)
        opened: list[Fence] = []
        for number, text in read_text(self.page.lines).lines:
            match = RE_FENCE.match(text)
            if match is None:
                self.misread(opened, number, text)
            elif self.is_code(match["indent"], number):
                self.indented(opened, number, match["name"])
            elif match["name"] is None:
                self.close(opened, number, len(match["slashes"]))
            else:
                self.begin(opened, number, match)
        for fence in opened:
            self.unclosed(fence)
        return lines

    def is_code(self, indent: str, number: int) -> bool:
        """Tell whether a line is indented so far that it is shown as code."""
        return len(indent) > 3 and not is_in_item(self.page.lines, number)

    def begin(self, opened: list[Fence], number: int, match: re.Match[str]) -> None:
        """Take a line that begins a block; with words behind it, one can be meant to end."""
        fence = Fence(number, len(match["slashes"]), match["name"].lower(), match["argument"] or "")
        ends = opened and opened[-1].length == fence.length and fence.name not in self.blocks
        if ends and not self.ends_later(number, fence.length) and not fence.argument:
            opened.pop()
            what = f"words stand behind the {'/' * fence.length} that ends a block"
            self.page.report(number, what, "remove them")
        else:
            self.open(opened, fence)

    def ends_later(self, number: int, length: int) -> bool:
        """Tell whether the next line with as many slashes ends a block."""
        for _, text in filter(lambda line: line[0] > number, read_text(self.page.lines).lines):
            match = RE_FENCE.match(text)
            if match and len(match["slashes"]) == length:
                return match["name"] is None
        return False

    def misread(self, opened: list[Fence], number: int, text: str) -> None:
        """Report a line that is not read as the beginning or the end of a block, but was meant."""
        match = RE_LIKE.match(text)
        if match is None:
            return
        slashes, name = match["slashes"], match["name"]
        if name is None and not match["rest"] and len(slashes) == 2 and opened:
            opened.pop()
            self.page.report(number, "two slashes end no block", "write ///")
        elif name is None or name.lower() not in self.blocks:
            if len(slashes) > 2:
                what = f"“{text.strip()}” begins no block"
                self.page.report(number, what, "write /// name | Title")
        elif len(slashes) > 2 or (match["rest"] or "|").startswith("|"):
            self.page.mistakes.tangled = True
            title = re.sub(r"^[|:：\s]+", "", match["rest"] or "")
            remedy = f"write /// {name} | {title or 'Title'}"
            if self.blocks[name.lower()].ARGUMENT is False:
                remedy = f"write /// {name}"
            self.page.report(number, f"“{text.strip()}” begins no block", remedy)
            opened.append(Fence(number, max(3, len(slashes)), name.lower(), title))

    def indented(self, opened: list[Fence], number: int, name: str | None) -> None:
        """Report a line that is shown as code; what ends such a block is no mistake of its own."""
        if name is not None:
            self.page.mistakes.tangled = True
            what = f"/// {name} is indented by four spaces or more, so it is shown as code"
            self.page.report(number, what, "remove the spaces, also below it")
        elif opened:
            opened.pop()
            what = "the /// is indented by four spaces or more, so it ends no block"
            self.page.report(number, what, "remove the spaces")

    def open(self, opened: list[Fence], fence: Fence) -> None:
        """Check an opening line and those that it stands in."""
        while opened and opened[-1].length <= fence.length:
            self.unclosed(opened.pop())
        opened.append(fence)
        if fence.name not in self.blocks:
            self.page.mistakes.tangled = True
            near = nearest(fence.name, self.blocks, 1)
            remedy = f"write {near}" if near else f"use one of {', '.join(sorted(self.blocks))}"
            self.page.report(fence.line, f'there is no block "{fence.name}"', remedy)
            return
        block = self.blocks[fence.name]
        if (block.ARGUMENT or fence.name == "details") and not fence.argument:
            self.page.report(
                fence.line, f"{fence}: it has no title", f"write /// {fence.name} | Title"
            )
        if block.ARGUMENT is False and fence.argument:
            self.page.report(fence.line, f"{fence}: it takes no title", f"write /// {fence.name}")
        check_options(self.page, fence, block)

    def close(self, opened: list[Fence], line: int, length: int) -> None:
        """Take the block that a closing line ends off the open ones."""
        slashes = "/" * length
        if opened and all(fence.length != length for fence in opened):
            fence = opened.pop()
            what = f"{slashes} does not end the {fence.name} that begins on line {fence.line}"
            self.page.report(line, what, f"write {'/' * fence.length}")
            return
        while opened and opened[-1].length < length:
            self.unclosed(opened.pop())
        if opened:
            fence = opened.pop()
            if fence.argument and is_empty(fence.name, self.page.lines[fence.line : line - 1]):
                self.page.report(fence.line, f"{fence}: it has no text", "write one, or remove it")
        else:
            self.page.report(line, f"{slashes} closes no block", "remove it, or open a block above")

    def unclosed(self, fence: Fence) -> None:
        """Report a block without an end."""
        self.page.mistakes.tangled = True
        slashes = "/" * fence.length
        self.page.report(
            fence.line, f"{fence}: the block is not closed", f"end it with a line {slashes}"
        )


def is_empty(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a block that needs a text has none."""
    return name in WITH_TEXT and not any(map(str.strip, lines))


def known_blocks(md: Markdown) -> dict[str, type[Block]]:
    """Return the blocks that this Markdown instance knows, by name."""
    processor = md.parser.blockprocessors["blocks"]
    assert isinstance(processor, BlocksProcessor)
    return processor.blocks
