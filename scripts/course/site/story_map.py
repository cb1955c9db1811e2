"""Draws the map of a story from its scenes: where choices lead, and what leads to each ending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from course.model import Block, blocks, text_of, title_of
from course.site.gather import relative
from course.site.page import Page
from course.story import Story, read_story
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
    counts = story.path_counts
    for id_ in filter(counts.get, story.scenes):
        last = {
            scenes[state.scene].number
            for state, following in story.onward.items()
            if id_ in {each.scene for each in following}
        }
        shortest = next(path for path in story.paths.values() if path[-1] == id_)
        share = f"{counts[id_]} / {counts.total()}"
        path = " → ".join(str(scenes[each].number) for each in shortest)
        yield id_, [", ".join(map(str, sorted(last))), share, path]


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
