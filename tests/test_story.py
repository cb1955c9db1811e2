"""A story with words: where its readers can go, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from course.model import blocks
from course.site.page import read_pages
from course.story import Scene, State, Story, Way, read_condition, read_fact, read_story
from tests.courses.build import ROOT
from tests.markdown_page import Pages

# Two days, of which the first decides whether the second way of the last is open.
TWO_DAYS = """/// scene | Monday
    id: mon

It begins.

- [cause] Look for the cause.
- [plan] Keep to the plan.
///

/// scene | Found
    id: cause
    gives: CABLE

A cable.

- [fri] Go on.
- [fri] Go on by car.
///

/// scene | Kept
    id: plan

Nothing.

- [fri] Go on.
- [late] Wait.
///

//// scene | Friday
    id: fri

It is Friday.

/// when | CABLE
It runs.
///

- [won if CABLE] Open the bar.
- [late] Close it.
////

/// scene | Won
    id: won
    ending: true

Applause.
///

/// scene | Late
    id: late
    ending: true

Dark.
///
"""


def story(pages: Pages, text: str = TWO_DAYS) -> Story:
    """Return the story of a page."""
    return read_story(pages.html(text))


def paths(story: Story) -> Iterator[tuple[State, ...]]:
    """Yield every path through a story; none comes twice to the same state."""
    waiting: list[tuple[State, ...]] = [(story.start,)]
    while waiting:
        path = waiting.pop()
        following = [story.after(path[-1], way) for way in story.open_ways(path[-1])]
        if not following:
            yield path
        waiting += [(*path, state) for state in following[::-1] if state not in path]


def test_words_are_kept_from_scene_to_scene(pages: Pages) -> None:
    told = story(pages)
    assert [sorted(state.words) for state in told.states["fri"]] == [["CABLE"], []]
    with_cable, without = told.states["fri"]
    assert [way.to for way in told.open_ways(with_cable)] == ["won", "late"]
    assert [way.to for way in told.open_ways(without)] == ["late"]
    assert told.endings(without) == {"late"}
    assert pages.messages(TWO_DAYS) == []


def test_every_path_is_walked_once(pages: Pages) -> None:
    walked = [" ".join(state.scene for state in path) for path in paths(story(pages))]
    assert sorted(set(walked)) == [
        "mon cause fri late",
        "mon cause fri won",
        "mon plan fri late",
        "mon plan late",
    ]


def test_the_longest_path_of_a_story_with_words(pages: Pages) -> None:
    lengths = {"mon": 1, "cause": 5, "plan": 1, "fri": 1, "won": 2, "late": 9}
    told = story(pages)
    assert told.longest_path(lambda id_: lengths[id_]) == ("mon", "cause", "fri", "late")
    lengths["won"] = 20
    assert told.longest_path(lambda id_: lengths[id_]) == ("mon", "cause", "fri", "won")


def test_the_longest_path_of_a_long_story_is_found_at_once() -> None:
    ids = [str(number) for number in range(60)]
    nexts = {id_: ids[number + 1 : number + 4] for number, id_ in enumerate(ids)}
    ways = {id_: tuple(Way(each) for each in (*following, "0")) for id_, following in nexts.items()}
    scenes = [Scene(id_, id_ == "59", frozenset(), (), ways[id_]) for id_ in ids]
    # It has more paths than could be walked in a lifetime, and ways back.
    assert Story(scenes).longest_path(lambda _: 1) == tuple(ids)


def told_in(ways: dict[str, str], gives: str = "") -> Story:
    """Return a story of scenes with short names, each with those that it leads to."""
    return Story(
        Scene(id_, not to, frozenset(gives if id_ == gives else ""), (), tuple(map(Way, to)))
        for id_, to in ways.items()
    )


@pytest.mark.parametrize(
    "ways",
    [
        {"a": "bc", "b": "cx", "c": "be", "x": "", "e": ""},
        {"a": "cb", "b": "xc", "c": "eb", "x": "", "e": ""},
    ],
)
def test_the_longest_path_does_not_hang_on_the_order_of_the_ways(ways: dict[str, str]) -> None:
    lengths = {"a": 1, "b": 1, "c": 10, "x": 1, "e": 5}
    assert told_in(ways).longest_path(lengths.__getitem__) == ("a", "b", "c", "e")


@pytest.mark.parametrize(
    ("ways", "gives", "path"),
    [
        # Back to the beginning, to the scene itself and to and fro.
        ({"a": "ab", "b": "ace", "c": "be", "e": ""}, "", "abce"),
        # A scene stands above one that leads to it.
        ({"a": "c", "b": "ce", "c": "b", "e": ""}, "", "acbe"),
        ({"e": "f", "c": "b", "b": "f", "f": ""}, "", "ef"),
        # Who comes back with a word is not where she was.
        ({"a": "bk", "k": "a", "b": "e", "e": ""}, "k", "akabe"),
    ],
)
def test_ways_back_are_on_no_path(ways: dict[str, str], gives: str, path: str) -> None:
    assert "".join(told_in(ways, gives).longest_path(lambda _: 1)) == path


def test_the_paths_of_a_long_story_are_counted_at_once() -> None:
    stages = {f"{stage}{side}": stage for stage in range(40) for side in "ab"}
    ways = {
        id_: tuple(Way(f"{stage + 1}{side}") for side in "ab") if stage < 39 else ()
        for id_, stage in stages.items()
    }
    story = Story(Scene(id_, not ways[id_], frozenset(), (), ways[id_]) for id_ in stages)
    assert story.path_counts == {"39a": 2**38, "39b": 2**38}


def test_two_ways_to_one_scene_are_two_paths(pages: Pages) -> None:
    assert story(pages).path_counts == {"won": 2, "late": 4}


def test_a_condition_is_read_and_written(pages: Pages) -> None:
    condition = read_condition("CABLE, not  VAN")
    assert condition is not None
    assert str(condition) == "CABLE, not VAN"
    assert read_fact(condition.fact) == condition
    assert read_condition("cable") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "- [late] Close it.\n",
            "- [late if CABLE] Close it.\n",
            'scene "fri": no way is open to a reader with no word: '
            "open one, or add one that asks for no word",
        ),
        (
            "[won if CABLE]",
            "[won if CABLE, not CABLE]",
            'scene "fri": nobody can take the way to "won" if CABLE, not CABLE: '
            "correct its condition, or remove it",
        ),
        (
            "- [plan] Keep",
            "- [cause] Keep",
            'scene "fri": the condition of the part "CABLE" always holds: remove the condition',
        ),
        (
            "    gives: CABLE",
            "    gives: CABLE, VAN",
            'scene "cause": it gives the word VAN, which nothing asks for: '
            "ask for it in another scene, or remove it",
        ),
        (
            "/// when | CABLE",
            "/// when | VAN",
            'scene "fri": it asks for the word VAN, which no scene gives: '
            "let a scene give it, or correct it",
        ),
        (
            "- [won if CABLE] Open",
            "- [won] Open",
            'scene "mon": all its choices can lead to the same endings: '
            "let one open or close an ending, through a word",
        ),
        (
            "/// when | CABLE",
            "/// when | cable",
            'when "cable": the condition cannot be read: '
            "write words in capital letters, such as KEY, not LAMP",
        ),
        (
            "[won if CABLE]",
            "[won if cable]",
            'scene "fri": the condition of a way "cable" cannot be read: '
            "write words in capital letters, such as KEY, not LAMP",
        ),
    ],
)
def test_what_is_wrong_is_told(pages: Pages, old: str, new: str, message: str) -> None:
    assert old in TWO_DAYS
    told = [line.partition(": ")[2] for line in pages.messages(TWO_DAYS.replace(old, new, 1))]
    assert message in told


def test_a_word_is_said_where_it_is_given_and_where_it_is_asked_for(pages: Pages) -> None:
    scenes = {block.id: block for block in blocks(pages.html(TWO_DAYS), "scene")}
    (given,) = scenes["cause"].parts("given")
    assert given.text == "Write down the word CABLE."
    (ways,) = scenes["fri"].parts("ways")
    assert ways.xpath("li/@data-if") == ["CABLE"]
    assert ways.xpath("string(li[1])").startswith("If you have the word CABLE: Open the bar.")


def test_the_story_of_the_course_can_be_walked_to_every_ending(site: Path) -> None:
    pages = read_pages(site, ROOT / "docs")
    (told,) = [read for page in pages if (read := read_story(page.tree)).scenes]
    ends = {path[-1].scene for path in paths(told)}
    assert ends == {id_ for id_, scene in told.scenes.items() if scene.is_ending}
    first = {path[1].scene for path in paths(told)}
    assert len(first) > 1
