"""A story: its scenes, the ways between them, and the words that are given and asked for.

A scene can give words, such as KEY, which the reader has from then on. A way on, or a part of a
scene, can ask for words, or that they are missing. So where a story can go depends on its states: a
scene together with the words that the reader has there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

# What is wrong, and what to do.
Mistake = tuple[str, str]

NOT = "not "
# How the data attribute of a condition marks a word that must be missing.
MISSING = "!"


@dataclass(frozen=True)
class Condition:
    """What words must be there, and which must not be; without any, it always holds."""

    needs: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()

    def holds(self, words: frozenset[str]) -> bool:
        """Tell whether it holds for somebody who has these words."""
        return self.needs <= words and not self.excludes & words

    def __str__(self) -> str:
        """Return it as an author writes it."""
        return ", ".join([*sorted(self.needs), *(f"{NOT}{word}" for word in sorted(self.excludes))])

    @property
    def fact(self) -> str:
        """What its data attribute has, such as `KEY !LAMP`."""
        missing = [f"{MISSING}{word}" for word in sorted(self.excludes)]
        return " ".join([*sorted(self.needs), *missing])


@dataclass(frozen=True)
class State:
    """A scene, by its id, and the words that the reader has there, with those that it gives."""

    scene: str
    words: frozenset[str]

    def __str__(self) -> str:
        """Return its reader, as a message tells of one."""
        return f"a reader with {', '.join(sorted(self.words)) or 'no word'}"


@dataclass(frozen=True)
class Way:
    """A way on: the id of the scene that it leads to, and when it is open."""

    to: str
    condition: Condition = Condition()


@dataclass(frozen=True)
class Scene:
    """A scene: its id, whether the story ends there, and what it gives and asks for."""

    id: str
    is_ending: bool
    gives: frozenset[str]
    parts: tuple[Condition, ...]
    ways: tuple[Way, ...]


class Story:
    """The scenes of a page, in order; the first is where the story begins."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        """Keep the scenes by their ids."""
        self.scenes = {scene.id: scene for scene in scenes}

    @property
    def start(self) -> State:
        """The state in which the story begins."""
        first = next(iter(self.scenes.values()))
        return State(first.id, first.gives)

    def after(self, state: State, way: Way) -> State:
        """Return the state that a way leads to."""
        return State(way.to, state.words | self.scenes[way.to].gives)

    def open_ways(self, state: State) -> list[Way]:
        """Return the ways on that are open, as far as they lead to a scene."""
        ways = self.scenes[state.scene].ways
        return [way for way in ways if way.to in self.scenes and way.condition.holds(state.words)]

    def reached(self, start: State) -> dict[State, tuple[str, ...]]:
        """Return all states that can be reached from one, itself the first.

        Each has the ids of the scenes on the shortest path to it.
        """
        paths: dict[State, tuple[str, ...]] = {start: (start.scene,)}
        waiting = [start]
        while waiting:
            state = waiting.pop(0)
            for way in self.open_ways(state):
                following = self.after(state, way)
                if following not in paths:
                    paths[following] = (*paths[state], following.scene)
                    waiting.append(following)
        return paths

    @cached_property
    def paths(self) -> dict[State, tuple[str, ...]]:
        """The states that a reader can reach, with the shortest path to each."""
        return self.reached(self.start)

    @cached_property
    def onward(self) -> dict[State, list[State]]:
        """The states that follow each one, without those that a way back leads to.

        Of ways by which a reader can go round, the one back leads nearer to the beginning, or up
        the page. Without it no path goes round, and yet there is a path to each state.
        """
        places = list(self.scenes)
        order = {each: (len(path), places.index(each.scene)) for each, path in self.paths.items()}

        def leads_back(state: State, following: State) -> bool:
            return order[following] <= order[state] and state in self.reached(following)

        return {
            state: [
                following
                for following in (self.after(state, way) for way in self.open_ways(state))
                if not leads_back(state, following)
            ]
            for state in order
        }

    @cached_property
    def states(self) -> dict[str, list[State]]:
        """The states that can be reached, by their scene."""
        found: dict[str, list[State]] = {id_: [] for id_ in self.scenes}
        for state in self.paths:
            found[state.scene].append(state)
        return found

    def endings(self, state: State) -> frozenset[str]:
        """Return the endings that can be reached from a state."""
        scenes = {each.scene for each in self.reached(state)}
        return frozenset(id_ for id_ in scenes if self.scenes[id_].is_ending)

    def longest_path(self, length: Callable[[str], int]) -> tuple[str, ...]:
        """Return the ids of the scenes on the longest path, on which no way leads back.

        Arguments:
            length: gives the length of a scene, by its id.
        """

        # The number of paths doubles with every few scenes, and that of states does not.
        @cache
        def begin(state: State) -> tuple[str, ...]:
            rest = map(begin, self.onward[state])
            return (state.scene, *max(rest, key=lambda ids: sum(map(length, ids)), default=()))

        return begin(self.start)

    @cached_property
    def path_counts(self) -> Counter[str]:
        """The number of paths that lead to each ending, by its id; no way leads back on them."""

        @cache
        def count(state: State) -> Counter[str]:
            own = Counter([state.scene] if self.scenes[state.scene].is_ending else [])
            return sum(map(count, self.onward[state]), own)

        return count(self.start)

    def mistakes(self) -> Iterator[tuple[str, Mistake]]:
        """Yield what is wrong with the story, each with the id of a scene."""
        for id_ in self.scenes:
            if self.states[id_]:
                yield from ((id_, mistake) for mistake in self._stuck(id_))
                yield from ((id_, mistake) for mistake in self._useless(id_))
            else:
                yield id_, ("no path leads here", "let another scene lead to it, or remove it")
        yield from self._loose_words()
        yield from self._idle_start()

    def _stuck(self, id_: str) -> Iterator[Mistake]:
        """Yield how a reader in this scene can get stuck: each mistake once, for the first one."""
        scene = self.scenes[id_]
        # That a scene has too few ways on is told without looking at its readers.
        if scene.is_ending or not scene.ways:
            return
        closed = [state for state in self.states[id_] if not self.open_ways(state)]
        endless = [
            state
            for state in self.states[id_]
            if all(self.open_ways(each) for each in self.reached(state))
        ]
        for state in closed[:1]:
            yield f"no way is open to {state}", "open one, or add one that asks for no word"
        for state in endless[:1]:
            whose = f" for {state}" if self.uses_words else ""
            yield f"no path from here ends{whose}", "let one lead to an ending"

    def _useless(self, id_: str) -> Iterator[Mistake]:
        """Yield the conditions of a scene that make no difference."""
        words = [state.words for state in self.states[id_]]
        for way in self.scenes[id_].ways:
            if way.to in self.scenes and not any(map(way.condition.holds, words)):
                what = f'nobody can take the way to "{way.to}" if {way.condition}'
                yield what, "correct its condition, or remove it"
        for part in self.scenes[id_].parts:
            holding = sum(map(part.holds, words))
            if holding in (0, len(words)):
                often = "always" if holding else "never"
                remedy = "remove the condition" if holding else "correct it, or remove the part"
                yield f'the condition of the part "{part}" {often} holds', remedy

    def _loose_words(self) -> Iterator[tuple[str, Mistake]]:
        """Yield the words that are given for nothing, and those that nobody can have."""
        given = {word: id_ for id_, scene in self.scenes.items() for word in scene.gives}
        asked = {word: id_ for id_, scene in self.scenes.items() for word in asked_in(scene)}
        for word in sorted(given.keys() - asked.keys()):
            remedy = "ask for it in another scene, or remove it"
            yield given[word], (f"it gives the word {word}, which nothing asks for", remedy)
        for word in sorted(asked.keys() - given.keys()):
            remedy = "let a scene give it, or correct it"
            yield asked[word], (f"it asks for the word {word}, which no scene gives", remedy)

    def _idle_start(self) -> Iterator[tuple[str, Mistake]]:
        """Yield a mistake if words are kept, and yet the first choice decides nothing at the end.

        A story without words remembers nothing, so that its paths may well meet again.
        """
        following = [self.after(self.start, way) for way in self.open_ways(self.start)]
        if self.uses_words and len(following) > 1 and len(set(map(self.endings, following))) == 1:
            what = "all its choices can lead to the same endings"
            yield self.start.scene, (what, "let one open or close an ending, through a word")

    @property
    def uses_words(self) -> bool:
        """Whether a scene gives words or asks for some."""
        return any(scene.gives or asked_in(scene) for scene in self.scenes.values())


def asked_in(scene: Scene) -> set[str]:
    """Return the words that a scene asks for, also those that must be missing."""
    conditions = [*scene.parts, *(way.condition for way in scene.ways)]
    return {word for each in conditions for word in each.needs | each.excludes}


def is_word(text: str) -> bool:
    """Tell whether a text is a word to give: letters, all of them capital."""
    return text.isalpha() and text == text.upper()


def read_condition(text: str) -> Condition | None:
    """Return the condition that an author wrote, such as `KEY, not LAMP`; none if it is wrong."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    excludes = [part.removeprefix(NOT) for part in parts if part.startswith(NOT)]
    needs = [part for part in parts if not part.startswith(NOT)]
    if not all(map(is_word, [*needs, *excludes])):
        return None
    return Condition(frozenset(needs), frozenset(excludes))


def read_fact(fact: str) -> Condition:
    """Return the condition that a data attribute has."""
    words = fact.split()
    excludes = (word.removeprefix(MISSING) for word in words if word.startswith(MISSING))
    needs = (word for word in words if not word.startswith(MISSING))
    return Condition(frozenset(needs), frozenset(excludes))


def read_story(root: Any) -> Story:
    """Return the story of a page, from the data attributes of its scenes.

    Arguments:
        root: its root, as an element of ElementTree or of lxml.
    """
    return Story(read_scene(e) for e in root.iter("section") if e.get("data-block") == "scene")


def read_scene(element: Any) -> Scene:
    """Return what the data attributes of a scene say."""
    inside = list(element.iter())
    return Scene(
        id=element.get("id", ""),
        is_ending=element.get("data-ending") == "true",
        gives=frozenset(element.get("data-gives", "").split()),
        parts=tuple(
            read_fact(each.get("data-if", ""))
            for each in inside
            if each.get("data-block") == "when"
        ),
        ways=tuple(
            Way(each.get("data-to"), read_fact(each.get("data-if", "")))
            for each in inside
            if each.get("data-to")
        ),
    )
