"""The scene and story blocks."""

from __future__ import annotations

import pytest

from course.model import blocks, text_of
from tests.blocks.samples import PATH, STORY, block_of
from tests.markdown_page import Pages


def test_scenes_are_numbered_and_joined(pages: Pages) -> None:
    scenes = list(blocks(pages.html(STORY)))
    assert [scene.number for scene in scenes] == [1, 2, 3]
    assert [scene.get("ending") for scene in scenes] == ["", "true", "true"]
    kinds = [text_of(kind) for scene in scenes for kind in scene.parts("kind")]
    assert kinds == ["Scene 1", "Scene 2 · ending", "Scene 3 · ending"]
    (ways,) = scenes[0].parts("ways")
    assert ways.xpath("li/a/@href") == ["#calm", "#rush"]
    assert [text_of(way) for way in ways] == ["Call the team. go to 2", "Move the vans. go to 3"]
    assert ways.xpath("li/span/@data-part") == ["goto", "goto"]


def test_the_first_scene_keeps_the_path(pages: Pages) -> None:
    keeps = [scene.keeps for scene in blocks(pages.html(STORY))]
    assert keeps == [["mon.path", "mon-reason"], [], []]


def test_a_story_is_hidden_and_leads_back_and_on(pages: Pages) -> None:
    block = next(blocks(pages.html(f"{STORY}\n{PATH}"), "story"))
    assert block.element.get("hidden") is not None
    links = [(link.get("data-part"), link.get("href")) for link in block.element.iter("a")]
    assert links == [("back", "#mon"), ("end", "#debrief")]
    (again,) = block.element.iter("button")
    assert (again.get("type"), again.get("data-do")) == ("button", "startAgain")
    assert again.get("data-ask").startswith("Start again?")
    assert len(block.parts("path")) == 1


def test_a_story_without_scenes_is_no_mistake(pages: Pages) -> None:
    assert block_of(pages, PATH).kind == "story"
    assert pages.messages(PATH) == []


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (
            "[rush] Move",
            "[rusch] Move",
            [
                '7: scene "mon": it leads to "rusch", which is no scene: write rush',
            ],
        ),
        (
            "- [rush] Move the vans.\n",
            "",
            [
                '1: scene "mon": the reader cannot choose here: '
                "write two or more ways on as a list, or the option ending: true",
            ],
        ),
        (
            "They talk.",
            "They talk.\n\n- [mon] Again",
            [
                '10: scene "calm": an ending leads on: remove its ways on, or the option ending',
            ],
        ),
        (
            "    ending: true\n\nYou run.",
            "\nYou run.\n\n- [rush] Again\n- [rush] Once more",
            ['17: scene "rush": no path from here ends: let one lead to an ending'],
        ),
    ],
)
def test_a_broken_story_is_told(pages: Pages, old: str, new: str, messages: list[str]) -> None:
    told = pages.messages(STORY.replace(old, new))
    assert sorted(told) == sorted(f"docs/text.md:{message}" for message in messages)
