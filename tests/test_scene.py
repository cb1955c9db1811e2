"""The scene block."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages, text_of

STORY = """/// scene | Monday
    id: week-monday

The board is red.

- [week-calm] Call the *team*.
- [week-rush] Move the vans.
///

/// scene | Calm
    id: week-calm
    ending: true

They talk.
///

/// scene | Rush
    id: week-rush
    ending: true

You run.
///
"""


def test_scenes_are_numbered_and_joined(pages: Pages) -> None:
    scenes = pages.html(STORY).findall("section")
    assert [text_of(scene.find("p[@class='kind']")) for scene in scenes] == [
        "Scene 1",
        "Scene 2 · ending",
        "Scene 3 · ending",
    ]
    ways = scenes[0].findall("ul[@class='ways']/li")
    assert [way.find("a").get("href") for way in ways] == ["#week-calm", "#week-rush"]
    assert [text_of(way) for way in ways] == ["Call the team. go to 2", "Move the vans. go to 3"]


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(STORY) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("[week-rush] Move", "[week-rusch] Move"),
            'docs/text.md:1: scene "week-monday": it leads to "week-rusch", which is no scene: '
            "correct the id",
        ),
        (
            ("- [week-rush] Move the vans.\n", ""),
            'docs/text.md:1: scene "week-monday": the reader cannot choose here: '
            "write two or more ways on as a list, or the option ending: true",
        ),
        (
            ("They talk.", "They talk.\n\n- [week-monday] Again"),
            'docs/text.md:10: scene "week-calm": an ending leads on: '
            "remove its ways on, or the option ending",
        ),
        (
            ("[week-rush] Move", "[week-calm] Move"),
            'docs/text.md:17: scene "week-rush": no path leads here: '
            "let another scene lead to it, or remove it",
        ),
        (
            (
                "    ending: true\n\nYou run.",
                "\nYou run.\n\n- [week-rush] Again\n- [week-rush] Once more",
            ),
            'docs/text.md:17: scene "week-rush": no path from here ends: let one lead to an ending',
        ),
    ],
)
def test_a_broken_story_is_told(pages: Pages, change: tuple[str, str], message: str) -> None:
    assert message in pages.messages(STORY.replace(*change))
