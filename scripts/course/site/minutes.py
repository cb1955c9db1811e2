"""How many minutes a page takes, counted from what it holds.

Reading is the running text: all but the blocks that have a time of their own, in which the time to
read them is contained. Doing is the sum of those. A reader passes only some scenes of a story, so
its longest path counts: what is read on it, what the debrief says of it, and its choices.

The pace is that of the course (`course.measures`, with the sources), for one reader or for a group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from course.measures import Pace
from course.model import HEADINGS, Block, blocks, led_by, minutes_of
from course.settings import Course
from course.site.facts import fact
from course.site.gather import reading_order
from course.site.page import Page
from course.site.prose import count_words, read, texts
from course.story import read_story

# What is counted as one of these has the same minutes, whatever its kind.
SERIES = ("question", "decision")
STORY = "//section[@data-block='scene' or @data-block='debrief']"
SCENES = "//section[@data-block='scene']"
SCENE = "ancestor::section[@data-block='scene']/@id"


@dataclass(frozen=True)
class Times:
    """The minutes of a page, or of a course: to read it and to do it."""

    read: int = 0
    do: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.read + self.do

    def __add__(self, other: Times) -> Times:
        """Return the minutes of both."""
        return Times(self.read + other.read, self.do + other.do)


@fact
def stated_minutes(page: Page) -> Times | None:
    """Return the minutes that the head of a page states; none if it states none."""
    found = minutes_of(page.tree)
    return Times(*found) if found else None


@fact
def counted(page: Page, pace: Pace) -> Times:
    """Return the minutes that a page takes at a pace."""
    path = longest_path(page)
    doing = sum(minutes_of_block(block, pace) for block in blocks(page.tree))
    # The end of a path is no choice.
    doing += pace.question * max(0, len(path) - 1)
    # Nothing is read in no time.
    return Times(max(1, round(words_to_read(page, path) / pace.words)), doing)


@fact
def counted_at(page: Page, place: str, pace: Pace) -> Times:
    """Return the minutes of a place of a page: of a block, of what a heading leads, or of all.

    Arguments:
        page: the page.
        place: the id of a block or a heading; nothing for the whole page.
        pace: how long things take.
    """
    if not place:
        return counted(page, pace)
    elements = scope(page, place)
    within = {each for element in elements for each in element.iter()}
    path = longest_path(page) if within.intersection(page.tree.xpath(SCENES)) else ()
    doing = sum(minutes_of_block(b, pace) for b in blocks(page.tree) if b.element in within)
    doing += pace.question * max(0, len(path) - 1)
    words = words_to_read(page, path, within)
    return Times(words and max(1, round(words / pace.words)), doing)


def scope(page: Page, place: str) -> list[HtmlElement]:
    """Return the elements of a place: one with its id, and, of a heading, all that it leads."""
    found: list[HtmlElement] = page.tree.xpath("//article//*[@id=$id]", id=place)[:1]
    for heading in found[:1]:
        if heading.tag in HEADINGS:
            found += led_by(heading)
    return found


def minutes_of_block(block: Block, pace: Pace) -> int:
    """Return the minutes of a block; 0 of one that is read."""
    if block.get("paced"):
        return block.minutes
    if block.minutes:
        return block.minutes * pace.own
    return {"question": pace.question, "decision": pace.decision}.get(block.series, 0)


def words_to_read(
    page: Page, path: Sequence[str] = (), within: Collection[HtmlElement] | None = None
) -> int:
    """Return the number of words of a page's running text; a citation counts as one.

    Of a story, the scenes of a path count, and the notes on them. Elements that are not `within`,
    if that is given, are left out.
    """
    apart = {b.element for b in blocks(page.tree) if b.minutes or b.series in SERIES}
    stories = page.tree.xpath(STORY)
    apart |= {each for each in stories if each.get("data-scene", each.get("id")) not in path}
    found = (each for each in texts(page) if within is None or each in within)
    return sum(map(count, (e for e in found if apart.isdisjoint([e, *e.iterancestors()]))))


def count(element: HtmlElement) -> int:
    """Return the number of words of an innermost element of text."""
    text, cited = read(element)
    return len(count_words(text)) + len(cited)


def longest_path(page: Page) -> Sequence[str]:
    """Return the ids of the scenes on the path with most words, if a page tells a story."""
    if not page.tree.xpath(SCENES):
        return ()
    words = Counter[str]()
    for element in texts(page):
        words.update({scene: count(element) for scene in element.xpath(SCENE)})
    return read_story(page.tree).longest_path(lambda id_: words[id_]) if words else ()


def table(pages: Sequence[Page], course: Course) -> Iterator[tuple[str, Times, Times]]:
    """Yield each page that states its minutes, in order, with those of a reader and of a group.

    What a page states is what its readers add up, so it is taken where there is a rule to keep it
    true (`units.check_minutes`).
    """
    for page in reading_order(pages):
        if alone := stated_minutes(page):
            yield page.path or page.name, alone, counted(page, course.group_pace)
            page.let_go()
