"""The `///` lines of a page and the options below them."""

from __future__ import annotations

import pytest

from course.blocks.values import TYPES
from tests.blocks.samples import EMPTY, EXERCISE, PROFILE, SORT
from tests.markdown_page import Pages

OPEN = "/// details | One\n\ntext\n"
UNCLOSED = '{}: details "One": the block is not closed: end it with a line ///'


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("/// exercize | X\n///", ['1: there is no block "exercize": write exercise']),
        ("/// zzz\n///", ['1: there is no block "zzz": use one of activity, answer, ']),
        (f"\n\n{OPEN}", [UNCLOSED.format(3)]),
        ("text\n\n///\n", ["3: /// closes no block: remove it, or open a block above"]),
        (f"{OPEN}\n{OPEN}///", [UNCLOSED.format(1)]),
        (f"//// details | Two\n\n{OPEN}///\n////", []),
        (f"//// details | Two\n\n{OPEN}\n////", [UNCLOSED.format(3)]),
        (
            f"{OPEN}////",
            ["4: //// does not end the details that begins on line 1: write ///"],
        ),
        (f"{OPEN}/// end", ["4: words stand behind the /// that ends a block: remove them"]),
        (f"{OPEN}//", ["4: two slashes end no block: write ///"]),
        ("/// details: One\n\ntext\n///", ["1: “/// details: One” begins no block: write ///"]),
        ("// details | One\n\ntext\n///", ["1: “// details | One” begins no block: write ///"]),
        ("text\n\n    /// details | One\n\n    text\n    ///", ["3: /// details is indented by"]),
        ("- item\n\n    /// details | One\n\n    text\n    ///", []),
        ("- item\n\n    /// detials | One\n\n    text\n    ///", ['3: there is no block "det']),
        (f"{OPEN}    ///", ["4: the /// is indented by four spaces or more"]),
        ("/// details | One\n\n///", ['1: details "One": it has no text: write one, or']),
        ("/// review | All\n///", ['1: review "All": it takes no title: write /// review']),
        ("/// answer\n\n///", ["1: answer: it has no title: write /// answer | Title"]),
        ("```\n/// nothing | here\n```", []),
        ("~~~ text\n/// nothing\n~~~", []),
        ("<!-- one\n/// nothing\n-->\n\n<!-- two -->\n\n///\n", ["7: /// closes no block"]),
    ],
)
def test_fences(pages: Pages, text: str, messages: list[str]) -> None:
    for told, expected in zip(pages.messages(text), messages, strict=True):
        assert told.startswith(f"docs/text.md:{expected}")


EXPECTED = {name: f"write {words}" for name, (_, words) in TYPES.items()}
DETAILS = "/// details | One\n    open: true\n///"
TAKES = "a value that the block takes"


@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        (EXERCISE, "    lines: 8\n", "", 'option "lines" is missing: {lines}'),
        (EXERCISE, "s: 4", "s: 0", 'option "minutes" is "0": {minutes}'),
        (EXERCISE, "id: a-", "id: A ", 'option "id" is "A write": {id}'),
        (SORT, "Now, Later", "Now", 'option "into" is "Now": {into}'),
        (
            PROFILE,
            "a First time, b ",
            "",
            'option "ratings" is "Today": {ratings}',
        ),
        (
            EMPTY["files"],
            ": w",
            ": W",
            'option "edition" is "Workbook": {edition}',
        ),
        (EMPTY["gather"], "comparison", "all", 'option "of" is "all": {of}'),
        (EMPTY["gather"], "true", "2", 'option "mixed" is "2": {mixed}'),
        (DETAILS, "true", "maybe", f'option "open" is "maybe": write {TAKES}'),
        (DETAILS, "open: true", "attrs: 3", f'option "attrs" is "3": write {TAKES}'),
        (DETAILS, "open", "opened", 'there is no option "opened": write open'),
        (DETAILS, "open", "zzz", 'there is no option "zzz": use open, type, attrs'),
        (EXERCISE, "lines: 8", "line: 8\n    lines: 8", 'there is no option "line": write lines'),
        (EXERCISE, "id: a", "id: [a", "a bracket is not closed: close it at the end of the line"),
        (EXERCISE, "    id:", "  id:", "the option is not indented by four spaces: put four"),
        (EXERCISE, "    minutes:", "  minutes:", "the option is not indented by four spaces: put"),
        (EXERCISE, "lines: 8", "lines: 8\n    lines: 9", 'option "lines" is there twice: keep'),
        (EXERCISE, "id: a-write", "id: no", 'option "id": YAML reads no as yes or no: put "…"'),
        (EXERCISE, "days\n", "days\n\n", "a blank line stands before the options: remove it"),
        (DETAILS, "open: true", "attrs: {class: tip}", None),
    ],
)
def test_wrong_options_are_told_once(
    pages: Pages, text: str, old: str, new: str, message: str | None
) -> None:
    before, text = text, text.replace(old, new)
    name, _, title = text.partition("\n")[0].removeprefix("/// ").partition(" | ")
    # The line of the mistake is the first that differs; of a missing one, that of the block.
    lines = zip(text.splitlines(), before.splitlines(), strict=False)
    line = next(number for number, pair in enumerate(lines, 1) if pair[0] != pair[1])
    line = line if new or not old.endswith("\n") else 1
    start = f"docs/text.md:{line}: {name}" + (f' "{title}"' if title else "")
    told = pages.messages(text)
    assert len(told) == (0 if message is None else 1)
    if message is not None:
        assert told[0].startswith(f"{start}: {message.format_map(EXPECTED)}")
