"""The debrief of a scene."""

from __future__ import annotations

import pytest

from course.model import blocks, text_of
from tests.blocks.samples import STORY
from tests.markdown_page import Pages

DEBRIEFS = """
/// debrief | mon
It took *time*.
///

/// debrief | rush
It took nerve.
///
"""


def test_it_is_named_by_its_scene_and_all_can_be_shown(pages: Pages) -> None:
    tree = pages.html(STORY + DEBRIEFS)
    found = list(blocks(tree, "debrief"))
    assert [block.title for block in found] == ["Scene 1 · Monday", "Scene 3 · Rush"]
    assert [block.get("scene") for block in found] == ["mon", "rush"]
    (link,) = found[0].element.xpath("h3/a[not(@class)]/@href")
    assert link == "#mon"
    (button,) = tree.xpath("//button[@data-do='showAll']")
    assert text_of(button) == "Show the scenes of all paths"
    # What the reader chose stands there with a script alone.
    assert all(part.get("hidden") is not None for part in found[0].parts("own"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("debrief | rush", "debrief | rash", "there is no such scene on this page: write rush"),
        ("debrief | rush", "debrief | mon", "the scene has a debrief already: join the two"),
        ("debrief | mon", "debrief | calm", ""),
    ],
)
def test_each_scene_has_one_in_their_order(pages: Pages, old: str, new: str, message: str) -> None:
    told = pages.messages(STORY + DEBRIEFS.replace(old, new))
    id_ = new.rpartition(" ")[2]
    wanted = [f'debrief "{id_}": {message}'] if message else []
    assert [line.partition(": ")[2] for line in told] == wanted
