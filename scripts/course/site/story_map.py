"""Draws the map of a story from its scenes: where choices lead, and what leads to each ending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from course.model import Block, blocks, text_of, title_of
from course.site.gather import relative
from course.site.page import Page
from course.story import State, Story, read_story
from course.words import Words

HEADS = ("scene", "choices")
ENDS = ("ending", "last", "paths", "path")


def story_map(place: Block, page: Page, other: Page, words: Words) -> str:
    """Return the map of the story that another page tells, as HTML."""
    scenes = {scene.id: scene for scene in blocks(other.tree, "scene")}
    address = relative(page, other.name)
    title = title_of(other.tree)
    told = [[named(scene, address), choices(scene, scenes, words)] for scene in scenes.values()]
    story = read_story(other.tree)
    ends = [
        [named(scenes[id_], address), *map(escape, facts)] for id_, facts in endings(story, scenes)
    ]
    return "".join(
        [
            table(words("blocks.story-map.scenes", title=title), HEADS, told, words),
            table(words("blocks.story-map.endings", title=title), ENDS, ends, words),
        ]
    )


def named(scene: Block, address: str) -> str:
    """Return the number and the title of a scene, as a link to it."""
    link = f'<a href="{escape(address)}#{scene.id}">{escape(scene.title)}</a>'
    return f"{scene.number}. {link}"


def choices(scene: Block, scenes: dict[str, Block], words: Words) -> str:
    """Return the ways on from a scene, each with the number of where it leads, as a list."""
    items = []
    for way in scene.element.xpath(".//*[@data-to]"):
        asked = " ".join(map(text_of, way.xpath(".//*[@data-part='condition']")))
        what = " ".join(filter(None, [asked, *map(text_of, way.xpath(".//a"))]))
        number = scenes[way.get("data-to")].number
        said = words("blocks.story-map.choice", what=what, number=number)
        items.append(f"<li>{escape(said)}</li>")
    return f"<ul>{''.join(items)}</ul>" if items else escape(words("blocks.scene.ending"))


def endings(story: Story, scenes: dict[str, Block]) -> Iterator[tuple[str, list[str]]]:
    """Yield each ending with the scenes right before it, the number of its paths, and a path."""
    found = paths(story)
    for id_, scene in story.scenes.items():
        own = [path for path in found if path[-1] == id_]
        if scene.is_ending and own:
            numbers = [[scenes[each].number for each in path] for path in own]
            last = sorted({path[-2] for path in numbers if len(path) > 1})
            shortest = min(numbers, key=len)
            facts = [", ".join(map(str, last)), f"{len(own)} / {len(found)}"]
            yield id_, [*facts, " → ".join(map(str, shortest))]


def paths(story: Story) -> list[tuple[str, ...]]:
    """Return every path from the beginning to an ending; none passes a state twice."""
    found: list[tuple[str, ...]] = []

    def go(state: State, passed: tuple[State, ...]) -> None:
        here = (*passed, state)
        if story.scenes[state.scene].is_ending:
            found.append(tuple(each.scene for each in here))
        for way in story.open_ways(state):
            if (following := story.after(state, way)) not in here:
                go(following, here)

    go(story.start, ())
    return found


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], words: Words) -> str:
    """Return a table as HTML, whose cells name their column, for rows shown as cards."""
    labels = [words(f"blocks.story-map.{head}") for head in heads]
    top = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels)
    lines = []
    for row in rows:
        first, *rest = zip(labels, row, strict=True)
        cells = [f'<th scope="row">{first[1]}</th>']
        for label, cell in rest:
            cells.append(f'<td data-label="{escape(label)}">{cell}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    # A caption could stand alone at the end of a printed page.
    return (
        f'<p data-part="map-title"><strong>{escape(caption)}</strong></p>'
        f'<table class="own" data-part="map" aria-label="{escape(caption)}">'
        f"<thead><tr>{top}</tr></thead>"
        f"<tbody>{''.join(lines)}</tbody></table>"
    )
