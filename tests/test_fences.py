"""The `///` lines of a page."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "/// exercize | X\n///",
            ['docs/text.md:1: there is no block "exercize": write exercise'],
        ),
        (
            "\n\n/// details | More\n\ntext",
            ['docs/text.md:3: details "More": the block is not closed: end it with a line ///'],
        ),
        (
            "text\n\n///\n",
            ["docs/text.md:3: /// closes no block: remove it, or open a block above"],
        ),
        (
            "/// details | One\n\ntext\n\n/// details | Two\n\ntext\n///",
            ['docs/text.md:1: details "One": the block is not closed: end it with a line ///'],
        ),
        ("//// details | One\n\n/// details | Two\n\ntext\n///\n////", []),
        (
            "//// details | One\n\n/// details | Two\n\ntext\n\n////",
            ['docs/text.md:3: details "Two": the block is not closed: end it with a line ///'],
        ),
        (
            "/// bibliography | All\n///",
            ['docs/text.md:1: bibliography "All": it takes no title: write /// bibliography'],
        ),
        (
            "/// details | One\n    opened: true\n\ntext\n///",
            ['docs/text.md:1: details "One": there is no option "opened": write open'],
        ),
        ("```\n/// nothing | here\n```", []),
        ("~~~ text\n/// nothing\n~~~", []),
    ],
)
def test_messages(pages: Pages, text: str, messages: list[str]) -> None:
    assert pages.messages(text) == messages
