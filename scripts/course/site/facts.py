"""What was found in a page is remembered, so that its tree can be let go, or is never made.

A fact hangs on nothing but the page as it was read: no tree is changed before it is asked for. In a
process that stays (`course.kept`), facts of a page outlive the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from lxml.html import HtmlElement

from course.kept import kept
from course.model import Statement, blocks, title_of
from course.site.page import Page

P = ParamSpec("P")
T = TypeVar("T")


def fact(find: Callable[Concatenate[Page, P], T]) -> Callable[Concatenate[Page, P], T]:
    """Remember what a function finds in a page: no element, and nothing that anybody changes."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def remembered(page: Page, /, *more: P.args, **named: P.kwargs) -> T:
        asked = (name, *more, *named.items())
        if asked not in page.facts:
            found = kept(named_by(name, page, asked), lambda: find(page, *more, **named))
            page.facts[asked] = found
        value: T = page.facts[asked]
        return value

    return remembered


class Stated(Statement):
    """A block by what its element states; its page is parsed only if somebody asks for more.

    Attributes:
        copied: whether it is a copy of a block of another page.
    """

    def __init__(self, page: Page, place: int, attributes: Mapping[str, str], copied: bool) -> None:
        super().__init__(attributes)
        self.page = page
        self.place = place
        self.copied = copied

    @property
    def element(self) -> HtmlElement:
        """Its element."""
        return list(blocks(self.page.tree, copies=True))[self.place].element


def stated(page: Page) -> list[Stated]:
    """Return the blocks of a page, copies too, in order, without parsing it again."""
    return [Stated(page, place, *each) for place, each in enumerate(statements(page))]


@fact
def statements(page: Page) -> list[tuple[dict[str, str], bool]]:
    """Return what each block of a page states, and whether it is a copy."""
    if not page.mentions("data-block"):
        return []
    own = {block.element for block in blocks(page.tree)}
    found = blocks(page.tree, copies=True)
    return [(dict(block.attributes), block.element not in own) for block in found]


@fact
def title(page: Page) -> str:
    """Return the title of a page."""
    return title_of(page.tree)


def remade(name: str, page: Page, facts: T, make: Callable[[Page, T], Page]) -> Page:
    """Return what a step makes of a page.

    Arguments:
        name: the name of the step.
        page: the page.
        facts: all else that the step depends on.
        make: takes the step; it returns the page itself if there is nothing to change in it.
    """
    text = kept(named_by(name, page, facts), lambda: made(page, facts, make))
    if text is None:
        return page
    new = page.anew(text)
    new.let_go()
    return new


def made(page: Page, facts: T, make: Callable[[Page, T], Page]) -> str | None:
    """Return the text that a step makes of a page; none if it changes nothing."""
    new = make(page, facts)
    page.let_go()
    return None if new is page else new.text


def named_by(name: str, page: Page, facts: object) -> Iterator[str]:
    """Yield the texts that name what a function makes of a page and further facts."""
    yield from (name, page.digest, repr(facts))
