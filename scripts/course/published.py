"""What is published: the list of what readers' links and answers hang on, kept in `docs`.

An address or an id that has been published must not vanish without a word. The list also has the
order that the options of the first published questions had, since answers were kept by it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course.files import write_file
from course.model import Block, blocks
from course.problems import Problem
from course.settings import Course
from course.site.facts import remade, stated
from course.site.page import Page

NAME = "published.txt"
COMMAND = ".venv/bin/python -m course published"
HEAD = f"""# What readers' links and answers hang on. This command keeps it: {COMMAND}
# page: an address; block: the id of a block that keeps an answer; gone: an id never to use again;
# place: the name of an answer by its place, its name now, and its options in the order they had.
"""
# How many words stand in a line of each kind, at least and at most.
WORDS = {"page": (2, 2), "block": (2, 2), "gone": (2, 2), "place": (3, 99)}


@dataclass
class Published:
    """The list.

    Attributes:
        lines: the number of the line of each page, block and id that is gone, as it is written.
        places: by the name of an answer, the name that it had, and the values of its options in
            the order in which they stood.
        problems: what cannot be read.
    """

    lines: dict[str, int] = field(default_factory=dict)
    places: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def named(self, kind: str) -> Iterator[str]:
        """Yield the names of a kind, such as the ids of blocks, in order."""
        return (line.partition(" ")[2] for line in self.lines if line.startswith(f"{kind} "))


def list_of(course: Course) -> Path:
    """Return the file of a course's list, which need not be there."""
    return course.docs / NAME


def read_published(course: Course) -> Published | None:
    """Return the list of a course; none if it has none yet."""
    file = list_of(course)
    if not file.is_file():
        return None
    found = Published()
    for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        least, most = WORDS.get(words[0], (0, 0))
        if not least <= len(words) <= most:
            what = f"“{line}” is no line of this list"
            label = f"{course.docs.name}/{NAME}"
            found.problems.append(Problem(label, number, what, f"take it out, or run: {COMMAND}"))
        elif words[0] == "place":
            found.places[words[2]] = (words[1], tuple(words[3:]))
        else:
            found.lines.setdefault(" ".join(words), number)
    return found


def present(pages: Iterable[Page]) -> list[str]:
    """Return the lines of what a course has now: its pages, and the blocks that keep an answer."""
    own = [page for page in pages if page.source]
    keeping = {block.id for page in own for block in blocks(page.tree) if block.keeps and block.id}
    return [*(f"page /{page.folder}" for page in own), *(f"block {id_}" for id_ in keeping)]


def places_of(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the line of each answer that was kept by the place of its option, or under it."""
    for page in pages:
        for block in blocks(page.tree):
            choices = {choice.name: list(choice.options) for choice in block.choices}
            placed = block.get("placed").split() or block.keeps
            for was, name in zip(placed, block.keeps, strict=True):
                if was != name or name in choices:
                    yield " ".join(["place", was, name, *choices.get(name, [])])


def update(course: Course, pages: Sequence[Page]) -> tuple[list[str], list[str]]:
    """Write the list anew, and return what is new in it, and what is gone.

    Arguments:
        course: the course.
        pages: the pages of its built site.
    """
    old = read_published(course)
    now = present(pages)
    before = old or Published()
    lost = [f"gone {id_}" for id_ in before.named("block") if f"block {id_}" not in now]
    gone = [f"gone {id_}" for id_ in before.named("gone") if f"block {id_}" not in now]
    # Whoever answered by place did so before there was a list.
    places = kept_places(before) if old else sorted(places_of(pages))
    lines = [*sorted(now), *sorted({*gone, *lost}), *places]
    write_file(list_of(course), HEAD + "".join(f"{line}\n" for line in lines))
    moved = [line for line in before.lines if line.startswith("page ") and line not in now]
    return [line for line in sorted(now) if line not in before.lines], [*moved, *lost]


def kept_places(published: Published) -> list[str]:
    """Return the lines of the places, as they were written."""
    return [
        " ".join(["place", was, name, *values]) for name, (was, values) in published.places.items()
    ]


def take_along(pages: Iterable[Page], course: Course) -> list[Page]:
    """Return the pages with each field told under which name, and by which places, its answer was.

    Without a list, they stay as they are.
    """
    published = read_published(course)
    if published is None:
        return list(pages)
    return [remade("take_along", page, places_on(page, published), tell) for page in pages]


def places_on(page: Page, published: Published) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the places of the answers that a page keeps."""
    names = [name for block in stated(page) if not block.copied for name in block.keeps]
    return {name: published.places[name] for name in names if name in published.places}


def tell(page: Page, places: Mapping[str, tuple[str, tuple[str, ...]]]) -> Page:
    """Return a page whose fields know their places; those that blocks name are of no use then."""
    if not places and not page.mentions("data-placed"):
        return page
    page.take_up()
    for block in blocks(page.tree):
        block.element.attrib.pop("data-placed", None)
        for name in block.keeps:
            if name in places:
                name_place(block, name, *places[name])
    return page.reread()


def name_place(block: Block, name: str, was: str, values: tuple[str, ...]) -> None:
    """Put the older name of an answer, and the values that were its places, on its field."""
    for each in block.element.xpath(".//*[@name=$name]", name=name)[:1]:
        each.set("data-was", was)
        if values:
            each.set("data-places", " ".join(values))
