"""Keeps WeasyPrint from setting a page again whose references to other pages are right already.

A page that names another one is set once it is known which that is. WeasyPrint sets it three times:
with no number, with the right one, and once more because the whole has another number of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def set_references_once() -> None:
    """Let WeasyPrint set pages again only for references that were not known, in this process."""
    from weasyprint.css.targets import TargetCollector
    from weasyprint.layout import page

    targets: Any = TargetCollector
    targets.collect_missing_counters = of_targets_alone(targets.collect_missing_counters)
    targets.cache_target_page_counters = as_asked(targets.cache_target_page_counters)
    page.remake_page = with_references(page.remake_page)


def of_targets_alone(collect: Callable[..., None]) -> Callable[..., None]:
    """Return what stands for `collect_missing_counters`: what the contents of a box wait for.

    `compute_content_list` says of the number of another page also that it is one of the page that
    the box is on; so it is set again whenever anything of that page's numbers changes. Only if a
    target is named by an attribute, it hangs on that.
    """

    def collect_others(
        self: Any,
        box: Any,
        token: str,
        again: Any,
        counters: list[str],
        targets: Mapping[str | None, list[str]],
    ) -> None:
        known = None not in targets
        own = [] if known and any(counters is each for each in targets.values()) else counters
        collect(self, box, token, again, own, targets)

    return collect_others


def as_asked(note: Callable[..., None]) -> Callable[..., None]:
    """Return what stands for `cache_target_page_counters`: it notes the page of a target.

    It is told only the numbers that something shows of the target. With the number of all pages,
    which is not known at first, each target would seem to be on another page than before.
    """

    def note_asked(
        self: Any, anchor: str, counters: Mapping[str, list[int]], index: int, pages: Any
    ) -> None:
        waiting = [item.missing_target_counters for item in self.counter_lookup_items.values()]
        if not any(None in each for each in waiting):
            asked = {name for each in waiting for name in each.get(anchor, ())}
            counters = {name: counters[name] for name in asked & set(counters)}
        note(self, anchor, counters, index, pages)

    return note_asked


def with_references(remake: Callable[..., Any]) -> Callable[..., Any]:
    """Return what stands for `remake_page`: it sets a page.

    What names an earlier page is known by then, and on no page yet.
    """

    def remake_with(index: int, context: Any, *more: Any) -> Any:
        for item in context.target_collector.counter_lookup_items.values():
            if item.pending and item.page_maker_index is None:
                item.pending = False
                item.parse_again(item.cached_page_counter_values)
        return remake(index, context, *more)

    return remake_with
